import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findTimes } from "./find-times.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = join(root, "../shared/bench/dates");
const floors = JSON.parse(readFileSync(join(root, "corpus/floors.json"), "utf8")) as Record<string, number>;

/** Skips, and is reported as skipped, where the folder of real texts does not stand beside the repository. */
test.skipIf(!existsSync(folder))("corpus gate: dates.value and dates.relaxed keep their floors", async () => {
  const gold = readFileSync(join(folder, "dev.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; text: string; published: string | null });
  const { score } = (await import(join(folder, "score.mjs"))) as {
    score(gold: unknown[], said: unknown[]): { all: { valueF1: number; relaxedF1: number } };
  };
  const { all } = score(
    gold,
    gold.map(({ id, text, published }) => ({ id, timexes: findTimes({ text, published }) })),
  );
  expect(all.valueF1).toBeGreaterThanOrEqual(floors["dates.value"]!);
  expect(all.relaxedF1).toBeGreaterThanOrEqual(floors["dates.relaxed"]!);
});
