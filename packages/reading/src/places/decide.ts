/** The trained place-or-not decision: a logistic model over named features, read from `models/places.bin` (JSON). */
import type { Features, WordLists } from "./features.ts";

export interface Decider {
  lists: WordLists;
  /** Probability that a spot with these features names a place, calibrated by the training (10-fold, by document). */
  probability(describe: (to: Features) => void): number;
  threshold: number;
}

interface DeciderWeights {
  weights: Record<string, number>;
  threshold: number;
  firstNames: string[];
  commonWords: string[];
}

export function createDecider(weights: DeciderWeights): Decider {
  const sum = new Sum(weights.weights);
  return {
    lists: { firstNames: new Set(weights.firstNames), commonWords: new Set(weights.commonWords) },
    threshold: weights.threshold,
    probability: (describe) => {
      sum.total = 0;
      describe(sum);
      return 1 / (1 + Math.exp(-sum.total));
    },
  };
}

/** Adds up the weights of features; those of two parts are found by their parts. */
class Sum implements Features {
  total = 0;
  readonly #names: Map<string, number>;
  readonly #pairs = new Map<string, Map<string, number>>();
  readonly #words = new Map<string, Map<string, number>>();

  constructor(weights: Record<string, number>) {
    this.#names = new Map(Object.entries(weights));
    for (const [name, weight] of this.#names) {
      split(name, "|", weight, this.#pairs);
      split(name, ":", weight, this.#words);
    }
  }
  add(name: string): void {
    this.total += this.#names.get(name) ?? 0;
  }
  pair(left: string, right: string): void {
    this.total += this.#pairs.get(left)?.get(right) ?? 0;
  }
  word(kind: string, word: string): void {
    this.total += this.#words.get(kind)?.get(word) ?? 0;
  }
}

/** Files the weight under the parts of the name, at every mark that may be the one that joins them. */
function split(name: string, mark: string, weight: number, into: Map<string, Map<string, number>>): void {
  for (let at = name.indexOf(mark); at >= 0; at = name.indexOf(mark, at + 1)) {
    const left = name.slice(0, at);
    const found = into.get(left) ?? new Map<string, number>();
    into.set(left, found.set(name.slice(at + 1), weight));
  }
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
