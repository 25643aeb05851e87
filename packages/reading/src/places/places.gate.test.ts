import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCities, parseLexicons } from "@parley/lexicons";
import { loadWeights } from "@parley/models";
import { expect, test } from "vitest";
import { createPlaceFinder } from "./find-places.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = join(root, "../shared/bench/places");
const floors = JSON.parse(readFileSync(join(root, "corpus/floors.json"), "utf8")) as Record<string, number>;

/** Skips, and is reported as skipped, where the folder of real texts does not stand beside the repository. */
test.skipIf(!existsSync(folder))("corpus gate: places.span and places.acc161 keep their floors", async () => {
  const finder = createPlaceFinder({
    cities: loadCities(join(root, "lexicons")),
    lexicons: parseLexicons(join(root, "lexicons")),
    weights: loadWeights(join(root, "models")),
  });
  const gold = readFileSync(join(folder, "dev.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; text: string });
  const { score } = (await import(join(folder, "score.mjs"))) as {
    score(gold: unknown[], said: unknown[]): { spanF1: number; acc161: number };
  };
  const { spanF1, acc161 } = score(
    gold,
    gold.map(({ id, text }) => ({ id, toponyms: finder.find({ text }) })),
  );
  expect(spanF1).toBeGreaterThanOrEqual(floors["places.span"]!);
  expect(acc161).toBeGreaterThanOrEqual(floors["places.acc161"]!);
});
