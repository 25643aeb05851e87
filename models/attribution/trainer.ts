/** Settings and steps of training that the training script and the cross-validation share. */
import { cueFeatures, isCandidate } from "../../packages/reading/src/attribution/cue-features.ts";
import type { Models } from "../../packages/reading/src/attribution/find.ts";
import { roleFeatures } from "../../packages/reading/src/attribution/role-features.ts";
import { type Sequence, trainChain } from "../linear/chain.ts";
import { type Example, seeded, shuffle, trainSoftmax } from "../linear/softmax.ts";
import type { Lesson } from "./dev-set.ts";

/** Chosen by five-fold cross-validation over documents. */
export const DECISION = { temperature: 1, threshold: 0.38, contentBonus: 0.3 };

export interface Material {
  cues: Example[];
  chains: Sequence[];
}

export function prepareMaterial(lesson: Lesson): Material {
  return {
    cues: lesson.scenes.flatMap((scene, s) =>
      scene.tokens.flatMap((_, i): Example[] => {
        const label = lesson.cues[s]![i]!;
        if (label < 0 || !isCandidate(scene, i)) return [];
        return [{ features: Uint32Array.from(cueFeatures(scene, i)), label }];
      }),
    ),
    chains: lesson.roles.map((gold) => ({
      input: roleFeatures(lesson.scenes[gold.sentence]!, gold.head),
      roles: gold.roles,
    })),
  };
}

export function trainModels(material: readonly Material[]): Pick<Models, "cue" | "chain"> {
  return {
    cue: trainSoftmax(
      material.flatMap(({ cues }) => cues),
      { labels: ["none", "cue"], bits: 18, epochs: 8, rate: 0.02, l2: 0.0005, seed: 1 },
    ),
    chain: trainChain(
      material.flatMap(({ chains }) => chains),
      { bits: 17, epochs: 4, rate: 0.02, l2: 0.01, seed: 1 },
    ),
  };
}

/** Documents by number, each once in a test part. Drawn by a fixed seed. */
export function foldsOf(documents: number, folds: number): { train: number[]; test: number[] }[] {
  const order = shuffle(
    Array.from({ length: documents }, (_, at) => at),
    seeded(7),
  );
  return Array.from({ length: folds }, (_, fold) => ({
    train: order.filter((_, i) => i % folds !== fold),
    test: order.filter((_, i) => i % folds === fold),
  }));
}
