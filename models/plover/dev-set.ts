/** The PLV train pairs as training examples of the coder. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Concepts, ROOTS, type Root } from "../../packages/reading/src/code/concepts.ts";
import { extractFeatures } from "../../packages/reading/src/code/features.ts";
import { frameSentence, type Vocabulary } from "../../packages/reading/src/code/frame.ts";
import { decodeClusters } from "../../packages/reading/src/linear/clusters.ts";
import type { Example } from "../linear/softmax.ts";

const ROOT = join(import.meta.dirname, "../..");
export const PLV = join(ROOT, "../shared/bench/plv/train.jsonl");

interface Side {
  start: number | null;
  end: number | null;
  text: string;
}

export interface Pair {
  id: string;
  text: string;
  source: Side;
  target: Side;
  root: Root;
  quad: number;
}

export const hasPairs = () => existsSync(PLV);

export function readPairs(): Pair[] {
  return readFileSync(PLV, "utf8")
    .trim()
    .split("\n")
    .map((line): Pair => JSON.parse(line));
}

export function sideOf({ start, end }: Side): { start: number; end: number } | null {
  return start === null || end === null ? null : { start, end };
}

export function toExamples(pairs: readonly Pair[], concepts: Concepts): Example[] {
  const clusters = decodeClusters(new Uint8Array(readFileSync(join(ROOT, "models/clusters.bin"))));
  const vocabulary: Vocabulary = { concepts, clusters, seen: new Map() };
  return pairs.map(({ text, source, target, root }) => ({
    features: Uint32Array.from(
      extractFeatures(frameSentence({ text, source: sideOf(source), target: sideOf(target) }, vocabulary)),
    ),
    label: ROOTS.indexOf(root),
  }));
}
