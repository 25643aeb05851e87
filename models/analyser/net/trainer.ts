/** Epochs over packed batches with a rate that rises shortly and then falls to nothing. */
import { shuffled } from "../random.ts";
import type { Example } from "./batch.ts";
import type { Losses, Network } from "./network.ts";
import type { Dropout } from "./sizes.ts";

export interface Plan {
  epochs: number;
  rate: number;
  /** Tokens per batch. */
  tokens: number;
  dropout: Dropout;
}

const WARMING = 200;

export function train(parts: {
  network: Network;
  /** The sentences as this epoch is to see them. */
  examples: (epoch: number) => readonly Example[];
  plan: Plan;
  random: () => number;
  afterEpoch: (epoch: number, losses: Losses) => void;
}): void {
  const { network, examples, plan, random, afterEpoch } = parts;
  let step = 0;
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    const batches = makeBatches(examples(epoch), plan.tokens, random);
    const sums: Losses = { tags: 0, names: 0, arcs: 0, relations: 0 };
    for (const [i, batch] of batches.entries()) {
      const losses = network.learn(batch, plan.dropout);
      for (const key of Object.keys(sums) as (keyof Losses)[]) sums[key] += losses[key] / batches.length;
      step++;
      const done = (epoch + i / batches.length) / plan.epochs;
      const rate = plan.rate * Math.min(1, step / WARMING) * (0.5 + 0.5 * Math.cos(Math.PI * done)) + 1e-6;
      network.parameters.update(rate, 2);
    }
    afterEpoch(epoch, sums);
  }
}

/** Sentences of like length together, so that few steps of the recurrence are nearly empty. */
export function makeBatches(examples: readonly Example[], tokens: number, random: () => number): Example[][] {
  const windows: Example[][] = [];
  const order = shuffled(examples, random);
  for (let from = 0; from < order.length; from += 1000) {
    windows.push(order.slice(from, from + 1000).sort((a, b) => a.words.length - b.words.length));
  }
  const batches: Example[][] = [];
  let batch: Example[] = [];
  let size = 0;
  for (const example of windows.flat()) {
    if (size + example.words.length > tokens && batch.length > 0) {
      batches.push(batch);
      batch = [];
      size = 0;
    }
    batch.push(example);
    size += example.words.length;
  }
  if (batch.length > 0) batches.push(batch);
  return shuffled(batches, random);
}
