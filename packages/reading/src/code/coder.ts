/** Codes what a marked source does to a marked target as a PLOVER root. The answer never depends on who the two sides are. */

import type { Knowledge } from "../knowledge.ts";
import { decodeClusters } from "../linear/clusters.ts";
import { addScores, decodeModel, toProbabilities } from "../linear/model.ts";
import { unpack } from "../linear/pack.ts";
import { compileConcepts, ROOTS, type Root } from "./concepts.ts";
import { extractFeatures } from "./features.ts";
import { frameSentence, type Marked } from "./frame.ts";

export type Quad = 1 | 2 | 3 | 4;

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict (PLOVER codebook). */
export const QUAD_OF: Readonly<Record<Root, Quad>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  COOPERATE: 2,
  AID: 2,
  YIELD: 2,
  ACCUSE: 3,
  REQUEST: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  MOBILIZE: 4,
  SANCTION: 4,
  COERCE: 4,
  ASSAULT: 4,
};

export interface Coded {
  root: Root;
  quad: Quad;
  /** Calibrated probability of `root` (temperature set on cross-validated predictions). */
  score: number;
  /** The next likely roots with their probabilities, likeliest first; at most three, none below 0.05. */
  alternatives: { root: Root; score: number }[];
}

export interface Coder {
  /** Never throws on any text or offsets. A side that is null stands for nobody named. */
  code(input: Marked): Coded;
}

/** Below this score the stages after coding leave the root open: under cross-validation fewer than half of those answers are right. */
export const ABSTAIN_BELOW = 0.45;

/** Throws where the weights `plover` are missing, a fault of the installation. */
export function createCoder(knowledge: Pick<Knowledge, "lexicons" | "weights">): Coder {
  const weights = knowledge.weights.plover;
  if (!weights) throw new Error("models/plover.bin is missing: run npx tsx models/plover/train.ts");
  const parts = unpack(weights);
  const model = decodeModel(parts.roots as Uint8Array);
  const { temperature }: { temperature: number } = JSON.parse(new TextDecoder().decode(parts.settings));
  const vocabulary = {
    clusters: decodeClusters(knowledge.weights.clusters ?? new Uint8Array()),
    concepts: compileConcepts(knowledge.lexicons.plover ?? []),
    seen: new Map(),
  };
  const scores = new Float64Array(ROOTS.length);

  return {
    code(input) {
      addScores(model, extractFeatures(frameSentence(input, vocabulary)), scores);
      toProbabilities(scores, temperature);
      const ranked = ROOTS.map((root, i) => ({ root, score: scores[i] as number })).sort(
        (a, b) => b.score - a.score,
      );
      const [best, ...others] = ranked as [{ root: Root; score: number }, ...typeof ranked];
      return {
        root: best.root,
        quad: QUAD_OF[best.root],
        score: best.score,
        alternatives: others.slice(0, 3).filter(({ score }) => score >= 0.05),
      };
    },
  };
}
