import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hasDevSet, predict, readLessons, scorePredictions, trainFolds } from "./evaluate.ts";
import { DECISION } from "./trainer.ts";

const floors: Record<string, number> = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../corpus/floors.json"), "utf8"),
);

/** The shipped weights have seen the dev set, so the gate trains anew and scores documents its models have not seen. */
describe("attribution on the dev set, three-fold cross-validation by document", () => {
  test.skipIf(!hasDevSet())("stays above the floors", { timeout: 400_000 }, async () => {
    const lessons = readLessons();
    const scores = await scorePredictions(lessons, predict(lessons, trainFolds(lessons, 3), DECISION));
    expect(scores.attribution.f1).toBeGreaterThanOrEqual(floors["attribute.f1"]!);
    expect(scores.content.f1).toBeGreaterThanOrEqual(floors["attribute.content"]!);
  });

  if (!hasDevSet())
    console.warn("skipped: ../shared/bench/attribution is absent, attribution was not measured");
});
