/** Trains the linear-chain conditional random field behind the roles (Lafferty, McCallum and Pereira 2001) with AdaGrad. */
import { type ChainModel, scoreChain } from "../../packages/reading/src/attribution/chain.ts";
import { ROLES, type RoleInput } from "../../packages/reading/src/attribution/role-features.ts";
import { emptyModel, type LinearModel } from "../../packages/reading/src/linear/model.ts";
import { EpochMean, seeded, shuffle } from "./softmax.ts";

const K = ROLES.length;

export interface Sequence {
  input: RoleInput;
  roles: number[];
  /** Cost of a wrong "none" on content and the like is the same for all roles; whole sequences weigh this. */
  weight?: number;
}

export interface ChainSettings {
  bits: number;
  epochs: number;
  rate: number;
  l2: number;
  seed: number;
}

const logSum = (values: Float64Array, from: number, count: number): number => {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k++) top = Math.max(top, values[from + k] as number);
  let sum = 0;
  for (let k = 0; k < count; k++) sum += Math.exp((values[from + k] as number) - top);
  return top + Math.log(sum);
};

interface Beliefs {
  single: Float64Array;
  pair: Float64Array;
}

function infer(emissions: Float64Array, transitions: Float64Array, n: number): Beliefs {
  const forward = new Float64Array(n * K);
  const backward = new Float64Array(n * K);
  const work = new Float64Array(K);
  for (let i = 0; i < n; i++)
    for (let now = 0; now < K; now++) {
      if (i === 0) {
        forward[now] = emissions[now] as number;
        continue;
      }
      for (let b = 0; b < K; b++)
        work[b] = (forward[(i - 1) * K + b] as number) + (transitions[i * K * K + b * K + now] as number);
      forward[i * K + now] = logSum(work, 0, K) + (emissions[i * K + now] as number);
    }
  for (let i = n - 2; i >= 0; i--)
    for (let b = 0; b < K; b++) {
      for (let now = 0; now < K; now++)
        work[now] =
          (transitions[(i + 1) * K * K + b * K + now] as number) +
          (emissions[(i + 1) * K + now] as number) +
          (backward[(i + 1) * K + now] as number);
      backward[i * K + b] = logSum(work, 0, K);
    }
  const total = logSum(forward, (n - 1) * K, K);
  const single = new Float64Array(n * K);
  const pair = new Float64Array(n * K * K);
  for (let i = 0; i < n; i++)
    for (let now = 0; now < K; now++) {
      single[i * K + now] = Math.exp(
        (forward[i * K + now] as number) + (backward[i * K + now] as number) - total,
      );
      if (i === 0) continue;
      for (let b = 0; b < K; b++)
        pair[i * K * K + b * K + now] = Math.exp(
          (forward[(i - 1) * K + b] as number) +
            (transitions[i * K * K + b * K + now] as number) +
            (emissions[i * K + now] as number) +
            (backward[i * K + now] as number) -
            total,
        );
    }
  return { single, pair };
}

export function trainChain(sequences: readonly Sequence[], settings: ChainSettings): ChainModel {
  const roles = [...ROLES];
  const emission = emptyModel(roles, settings.bits);
  const transition = emptyModel(
    roles.flatMap((before) => roles.map((now) => `${before} ${now}`)),
    settings.bits - 4,
  );
  const model = { emission, transition };
  const squares = {
    emission: new Float32Array(emission.weights.length).fill(1e-2),
    transition: new Float32Array(transition.weights.length).fill(1e-2),
  };
  const step = (
    of: LinearModel,
    squared: Float32Array,
    features: ArrayLike<number>,
    gradient: Float64Array,
  ) => {
    const width = of.labels.length;
    const mask = (1 << of.bits) - 1;
    for (let f = 0; f < features.length; f++) {
      const row = ((features[f] as number) & mask) * width;
      for (let c = 0; c < width; c++) {
        const w = of.weights[row + c] as number;
        const g = (gradient[c] as number) + settings.l2 * w;
        if (g > -1e-4 && g < 1e-4) continue;
        const square = (squared[row + c] as number) + g * g;
        squared[row + c] = square;
        of.weights[row + c] = w - (settings.rate * g) / Math.sqrt(square);
      }
    }
  };
  const means = {
    emission: new EpochMean(emission.weights.length),
    transition: new EpochMean(transition.weights.length),
  };
  const random = seeded(settings.seed);
  const order = sequences.map((_, i) => i);
  const one = new Float64Array(K);
  const two = new Float64Array(K * K);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { input, roles: gold, weight = 1 } = sequences[at] as Sequence;
      const n = gold.length;
      const { emissions, transitions } = scoreChain(model, input);
      const { single, pair } = infer(emissions, transitions, n);
      for (let i = 0; i < n; i++) {
        const role = gold[i] as number;
        for (let k = 0; k < K; k++) one[k] = weight * ((single[i * K + k] as number) - (k === role ? 1 : 0));
        step(emission, squares.emission, input.emissions[i] as number[], one);
        if (i === 0) continue;
        const now = (gold[i - 1] as number) * K + role;
        for (let k = 0; k < K * K; k++)
          two[k] = weight * ((pair[i * K * K + k] as number) - (k === now ? 1 : 0));
        step(transition, squares.transition, input.transitions[i] as number[], two);
      }
    }
    means.emission.add(emission.weights, epoch);
    means.transition.add(transition.weights, epoch);
  }
  means.emission.into(emission.weights);
  means.transition.into(transition.weights);
  return model;
}
