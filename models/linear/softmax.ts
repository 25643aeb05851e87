/** Trains multinomial logistic regression over hashed features. Same examples, settings and seed give the same weights. */
import {
  addScores,
  emptyModel,
  type LinearModel,
  toProbabilities,
} from "../../packages/reading/src/linear/model.ts";

export interface Example {
  features: ArrayLike<number>;
  label: number;
  /** How much the example counts; 1 where absent. */
  weight?: number;
}

export interface Settings {
  labels: string[];
  bits: number;
  epochs: number;
  rate: number;
  l2: number;
  seed: number;
}

/** mulberry32, a small public-domain generator by Tommy Ettinger. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
  return items;
}

/** Mean of the weights at the ends of epochs, from the second on: steadier than the last ones (Polyak and Juditsky 1992). */
export class EpochMean {
  #sum: Float32Array;
  #count = 0;

  constructor(length: number) {
    this.#sum = new Float32Array(length);
  }

  add(weights: Float32Array, epoch: number): void {
    if (epoch === 0) return;
    this.#count++;
    for (let i = 0; i < weights.length; i++) this.#sum[i] = (this.#sum[i] as number) + (weights[i] as number);
  }

  into(weights: Float32Array): void {
    if (this.#count === 0) return;
    for (let i = 0; i < weights.length; i++) weights[i] = (this.#sum[i] as number) / this.#count;
  }
}

/** AdaGrad (Duchi, Hazan and Singer 2011) with the penalty applied to the rows an example touches. */
export function trainSoftmax(examples: readonly Example[], settings: Settings): LinearModel {
  const model = emptyModel(settings.labels, settings.bits);
  const width = settings.labels.length;
  const mask = (1 << settings.bits) - 1;
  const squares = new Float32Array(model.weights.length).fill(1e-2);
  const mean = new EpochMean(model.weights.length);
  const scores = new Float64Array(width);
  const random = seeded(settings.seed);
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { features, label, weight = 1 } = examples[at] as Example;
      toProbabilities(addScores(model, features, scores));
      for (let f = 0; f < features.length; f++) {
        const row = ((features[f] as number) & mask) * width;
        for (let c = 0; c < width; c++) {
          const w = model.weights[row + c] as number;
          const gradient = weight * ((scores[c] as number) - (c === label ? 1 : 0) + settings.l2 * w);
          if (gradient > -1e-4 && gradient < 1e-4) continue;
          const square = (squares[row + c] as number) + gradient * gradient;
          squares[row + c] = square;
          model.weights[row + c] = w - (settings.rate * gradient) / Math.sqrt(square);
        }
      }
    }
    mean.add(model.weights, epoch);
  }
  mean.into(model.weights);
  return model;
}
