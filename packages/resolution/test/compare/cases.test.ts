/** Fifteen contacts with their accounts, written by hand; how the comparison fares on them, and that it does not fare worse. */
import { createReader } from "@parley/reading";
import { expect, test } from "vitest";
import { findRoot, loadKnowledge } from "../../../../apps/cli/src/root.ts";
import { add, casesOf, precision, readAccounts, recall, scoreCase } from "./score.ts";

const reader = createReader(loadKnowledge(findRoot(import.meta.dirname)));
const NONE = { right: 0, told: 0, found: 0, wanted: 0 };

/** As measured, a little below. `dev` was looked at throughout, the others after one blind run each. */
test.each([
  ["dev", { pairs: [0.93, 0.74], contradictions: [0.95, 0.75] }],
  ["first-blind", { pairs: [0.88, 0.72], contradictions: [0.95, 0.6] }],
  ["second-blind", { pairs: [0.76, 0.9], contradictions: [0.8, 0.8] }],
])("%s: pairs and contradictions are found as well as they were", (name, floors) => {
  let [pairs, contradictions] = [NONE, NONE];
  for (const one of casesOf(name)) {
    const score = scoreCase(one, readAccounts(one, reader));
    pairs = add(pairs, score.pairs);
    contradictions = add(contradictions, score.contradictions);
  }
  for (const [tally, [p, r]] of [
    [pairs, floors.pairs],
    [contradictions, floors.contradictions],
  ] as const) {
    expect(tally.wanted).toBeGreaterThan(5);
    expect(precision(tally)).toBeGreaterThanOrEqual(p!);
    expect(recall(tally)).toBeGreaterThanOrEqual(r!);
  }
});
