/** The trained place-or-not decision: a logistic model over named features, read from `models/places.bin` (JSON). */
import type { WordLists } from "./features.ts";

export interface Decider {
  lists: WordLists;
  /** Probability that the spot names a place, calibrated by the training (10-fold, by document). */
  probability(features: string[]): number;
  threshold: number;
}

interface DeciderWeights {
  weights: Record<string, number>;
  threshold: number;
  firstNames: string[];
  commonWords: string[];
}

export function createDecider(weights: DeciderWeights): Decider {
  const table = new Map(Object.entries(weights.weights));
  return {
    lists: { firstNames: new Set(weights.firstNames), commonWords: new Set(weights.commonWords) },
    threshold: weights.threshold,
    probability: (features) => {
      let sum = 0;
      for (const feature of features) sum += table.get(feature) ?? 0;
      return 1 / (1 + Math.exp(-sum));
    },
  };
}

/** Without trained weights only states, regions and cities of a million or more count as places. */
const UNTRAINED: DeciderWeights = {
  weights: {
    bias: -1,
    "country:": 3,
    "demonym:": 3,
    "admin1:": 3,
    "region:": 3,
    "area:": 2.5,
    "city:6": 3,
    "point:": 2,
    in: 1,
    person: -3,
    "after first": -4,
    "after Title": -3,
  },
  threshold: 0.5,
  firstNames: [],
  commonWords: [],
};

export const readDecider = (bytes: Uint8Array | undefined): Decider =>
  createDecider(bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as DeciderWeights) : UNTRAINED);
