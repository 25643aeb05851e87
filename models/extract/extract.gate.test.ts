import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { extract } from "../../packages/reading/src/extract/extract.ts";
import { crossValidate } from "./evaluate.ts";
import { benchmarkPages } from "./pages.ts";
import { meanScore, scorePage } from "./score.ts";

const floors: Record<string, number> = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../corpus/floors.json"), "utf8"),
);
const pages = benchmarkPages();

describe("article extraction on the dev pages", () => {
  if (!pages.length)
    console.warn("skipped: ../shared/bench/extraction is absent, extraction was not measured");

  /** The shipped weights have seen these pages: this holds the whole stage together, it does not measure it. */
  test.skipIf(!pages.length)("the shipped stage stays above its floor", { timeout: 60_000 }, () => {
    const scores = pages.map(({ html, url, article }) => scorePage(article, extract({ html, url }).text));
    expect(meanScore(scores).f1).toBeGreaterThanOrEqual(floors["extract.dev"]!);
  });

  test.skipIf(!pages.length)(
    "stays above the floor on sites unseen in training",
    { timeout: 900_000 },
    () => {
      const scores = crossValidate(pages, 5, 7).map(({ score }) => score);
      expect(meanScore(scores).f1).toBeGreaterThanOrEqual(floors["extract.f1"]!);
    },
  );
});
