import fc from "fast-check";
import { expect, test } from "vitest";
import { RULES } from "./find-times.ts";
import { candidates } from "./grammar.ts";
import { Islands } from "./islands.ts";
import { type Scan, scan } from "./scan.ts";
import type { Word } from "./words.ts";

/** Keeps every word of a text. */
class Whole extends Islands {
  override add(start: number, end: number, word: Word): void {
    super.add(start, end, { ...word, core: true });
  }
}

/** What every rule matches, whatever it needs. */
const matches = (scanned: Scan, rules: typeof RULES) =>
  candidates(scanned, rules).map(({ from, to, rule }) => ({
    rule,
    start: scanned.tokens[from]!.start,
    end: scanned.tokens[to - 1]!.end,
  }));
const EVERY_CLASS = "_itfaHTUQKWMSPYdNnoOxrRkLXgelEFDBZVvcjGqbwzuhAC#&',.-;:()\n$%/";

test("what lies between the islands is left out", () => {
  const plain = "Ministers met envoys from both sides ";
  const text = `${plain.repeat(4)}on Friday in Geneva. ${plain.repeat(4)}Talks resume tomorrow.`;
  const { tokens, classes } = scan(text);
  expect(classes).toMatch(/^\|.*W.*\|.*K\.$/);
  expect(tokens.length).toBe(classes.length);
  expect(classes.length).toBeLessThan(35);
});

test("the farthest words that a rule takes in are kept", () => {
  const plain = "Ministers met envoys from both sides ";
  for (const words of [
    "on the day of talks and talks and talks and 27",
    "nearly about a few of long years ago",
  ]) {
    const text = plain.repeat(3) + words + plain.repeat(3);
    expect(matches(scan(text), RULES)).toEqual(matches(scan(text, new Whole()), RULES));
  }
});

test("rules find in the islands what they find in the whole text", () => {
  const core =
    "Friday May 5 27 2020 1990s 10:30 days year quarter today recently weekend morning summer two night";
  const beside =
    "on the of in a half few last past next this that same current ago later early end every about than";
  const plain =
    "Putin troops village , . - ' ( and fiscal 7th second second-quarter old time daily p.m. 300 first";
  const word = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...core.split(" ")) },
    { weight: 4, arbitrary: fc.constantFrom(...beside.split(" ")) },
    { weight: 5, arbitrary: fc.constantFrom(...plain.split(" ")) },
  );
  const rules = RULES.map((rule) => ({ ...rule, needs: EVERY_CLASS }));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
      const text = words.join(" ");
      expect(matches(scan(text), RULES)).toEqual(matches(scan(text, new Whole()), rules));
    }),
    { seed: 20201110, numRuns: 1000 },
  );
});
