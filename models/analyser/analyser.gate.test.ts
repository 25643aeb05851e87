import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createAnalyser } from "../../packages/reading/src/analyse/analyser.ts";
import { readConllu } from "./conllu.ts";
import { score } from "./scores.ts";

const root = join(import.meta.dirname, "../..");
const treebank = join(root, "../shared/treebank/ewt-test.conllu.gz");
const floors = JSON.parse(readFileSync(join(root, "corpus/floors.json"), "utf8")) as Record<string, number>;

describe("analyser on EWT test, gold tokens", () => {
  // The treebanks lie outside the repository: without them there is nothing to measure.
  test.skipIf(!existsSync(treebank))("stays above the floors", { timeout: 120_000 }, () => {
    const weights = new Uint8Array(readFileSync(join(root, "models/analyser.bin")));
    const scores = score(createAnalyser(weights), readConllu(treebank));
    expect(scores.upos).toBeGreaterThanOrEqual(floors["analyse.upos"]!);
    expect(scores.las).toBeGreaterThanOrEqual(floors["analyse.las"]!);
  });

  if (!existsSync(treebank))
    console.warn("skipped: ../shared/treebank is absent, the analyser was not measured");
});
