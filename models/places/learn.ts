/** Logistic regression with L2 over spots' features, and its cross-validation by article. */
import { articles, type Example, gazetteer, gum, type LabelledText, wordLists } from "./examples.ts";

const GUM_WEIGHT = Number(process.env.GUM ?? 0.2);
const L2 = Number(process.env.L2 ?? 2);
const STEPS = 300;
/** Features that fewer texts show are left out: they would remember single articles. */
const TEXTS = Number(process.env.TEXTS ?? 3);

/** Known beforehand and too rare in the articles to be learnt well: a given name before a surname is a person. */
const PRIOR: [string, number][] = [["first then Name", -3]];

type Weights = Map<string, number>;

/** Minimises log loss plus L2 towards the prior, by Adam over the whole set (Kingma and Ba 2015): no order, no seed. */
export function train(texts: LabelledText[]): Weights {
  const seen = new Map<string, number>();
  for (const text of texts)
    for (const feature of new Set(text.examples.flatMap((e) => e.features)))
      seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const names = [...seen].filter(([, n]) => n >= TEXTS).map(([name]) => name);
  const index = new Map(names.map((name, i) => [name, i]));
  const examples = texts
    .flatMap((t) => t.examples)
    .map(({ features, place, weight }: Example) => ({
      on: features.flatMap((f) => index.get(f) ?? []),
      target: place ? 1 : 0,
      weight,
    }));
  const prior = new Map(PRIOR);
  const centre = Float64Array.from(names, (name) => prior.get(name) ?? 0);
  const w = centre.slice();
  const mean = new Float64Array(w.length);
  const square = new Float64Array(w.length);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = w.map((value, i) => L2 * (value - centre[i]!));
    for (const { on, target, weight } of examples) {
      let sum = 0;
      for (const i of on) sum += w[i]!;
      const error = weight * (1 / (1 + Math.exp(-sum)) - target);
      for (const i of on) gradient[i]! += error;
    }
    const rate = (0.1 * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step) / (1 + step / 100);
    for (let i = 0; i < w.length; i++) {
      mean[i] = 0.9 * mean[i]! + 0.1 * gradient[i]!;
      square[i] = 0.999 * square[i]! + 0.001 * gradient[i]! ** 2;
      w[i]! -= (rate * mean[i]!) / (Math.sqrt(square[i]!) + 1e-8);
    }
  }
  return new Map(names.map((name, i) => [name, w[i]!]));
}

const probability = (features: string[], weights: Weights) => {
  let sum = 0;
  for (const f of features) sum += weights.get(f) ?? 0;
  return 1 / (1 + Math.exp(-sum));
};

/** Span F1 over texts at a threshold; gold names without a spot are misses. */
export function spanF1(judged: { place: boolean; p: number }[], gold: number, threshold: number): number {
  let right = 0;
  let said = 0;
  for (const { place, p } of judged)
    if (p >= threshold) {
      said++;
      if (place) right++;
    }
  return (2 * right) / (said + gold);
}

export interface Material {
  /** The development articles. */
  own: LabelledText[];
  /** GUM's sentences, at their weight. */
  other: LabelledText[];
  lists: ReturnType<typeof wordLists>;
  /** Names in the articles, those included that no spot touches. */
  gold: number;
}

export function readMaterial(): Material {
  const names = gazetteer();
  const lists = wordLists();
  const sets = { firstNames: new Set(lists.firstNames), commonWords: new Set(lists.commonWords) };
  const own = articles(names, sets);
  const other = GUM_WEIGHT > 0 ? gum(names, sets, GUM_WEIGHT) : [];
  return { own, other, lists, gold: own.reduce((n, text) => n + text.gold, 0) };
}

export interface Judged {
  place: boolean;
  /** By weights that have not seen the article. */
  p: number;
}

/** Every spot of every article, judged by weights that were trained without the article. */
export function crossValidate({ own, other }: Material, folds: number): Judged[] {
  return Array.from({ length: folds }, (_, fold) => {
    const weights = train([...own.filter((_, i) => i % folds !== fold), ...other]);
    return own
      .filter((_, i) => i % folds === fold)
      .flatMap(({ examples }) =>
        examples.map(({ features, place }) => ({ place, p: probability(features, weights) })),
      );
  }).flat();
}
