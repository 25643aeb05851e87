import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseLexicons } from "../../lexicons/load.ts";
import { QUAD_OF } from "../../packages/reading/src/code/coder.ts";
import { compileConcepts, ROOTS, type Root } from "../../packages/reading/src/code/concepts.ts";
import { hasPairs, readPairs, toExamples } from "./dev-set.ts";
import { macroF1 } from "./scores.ts";
import { crossValidate, generatedExamples } from "./trainer.ts";

const root = join(import.meta.dirname, "../..");
const floors: Record<string, number> = JSON.parse(readFileSync(join(root, "corpus/floors.json"), "utf8"));

/** The shipped weights have seen these pairs, so the gate trains anew and scores pairs its models have not seen. */
describe("coder on the PLV train pairs, five-fold cross-validation", () => {
  test.skipIf(!hasPairs())("stays above the floors", { timeout: 300_000 }, () => {
    const pairs = readPairs();
    const concepts = compileConcepts(parseLexicons(join(root, "lexicons")).plover ?? []);
    const scores = crossValidate(toExamples(pairs, concepts), {
      folds: 5,
      seed: 100,
      extra: generatedExamples(concepts),
    });
    const coded = scores.map((row) => ROOTS[row.indexOf(Math.max(...row))] as Root);
    const roots = macroF1(
      pairs.map((pair) => pair.root),
      coded,
    );
    const quads = macroF1(
      pairs.map(({ quad }) => String(quad)),
      coded.map((label) => String(QUAD_OF[label])),
    );
    expect(roots).toBeGreaterThanOrEqual(floors["code.root"]!);
    expect(quads).toBeGreaterThanOrEqual(floors["code.quad"]!);
  });

  if (!hasPairs()) console.warn("skipped: ../shared/bench/plv is absent, the coder was not measured");
});
