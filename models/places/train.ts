/**
 * Trains `models/places.bin`: logistic regression with L2. `--cv` prints ten-fold scores by
 * document first. Data: the development articles of ../shared/bench/places (used for training only, nothing of
 * them is in the weights but feature names of single words) and GUM (annotations CC BY 4.0).
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { articles, type Example, gazetteer, gum, type LabelledText, root, wordLists } from "./examples.ts";

const GUM_WEIGHT = Number(process.env.GUM ?? 0.2);
const L2 = Number(process.env.L2 ?? 2);
const STEPS = 300;
/** Features that fewer texts show are left out: they would remember single articles. */
const TEXTS = Number(process.env.TEXTS ?? 3);

/** Known beforehand and too rare in the articles to be learnt well: a given name before a surname is a person. */
const PRIOR: [string, number][] = [["first then Name", -3]];

type Weights = Map<string, number>;

/** Minimises log loss plus L2 towards the prior, by Adam over the whole set (Kingma and Ba 2015): no order, no seed. */
function train(texts: LabelledText[]): Weights {
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
function f1(judged: { place: boolean; p: number }[], gold: number, threshold: number): number {
  let right = 0;
  let said = 0;
  for (const { place, p } of judged)
    if (p >= threshold) {
      said++;
      if (place) right++;
    }
  return (2 * right) / (said + gold);
}

const names = gazetteer();
const lists = wordLists();
const sets = { firstNames: new Set(lists.firstNames), commonWords: new Set(lists.commonWords) };
const own = articles(names, sets);
const other = GUM_WEIGHT > 0 ? gum(names, sets, GUM_WEIGHT) : [];
const gold = own.reduce((n, t) => n + t.gold, 0);
console.log(
  `${own.length} articles, ${gold} names, ${own.reduce((n, t) => n + t.unspotted, 0)} without a spot; ` +
    `${other.reduce((n, t) => n + t.examples.length, 0)} spots of GUM, ${lists.commonWords.length} ordinary words`,
);

const judged: { place: boolean; p: number }[] = [];
for (let fold = 0; fold < 10; fold++) {
  const weights = train([...own.filter((_, i) => i % 10 !== fold), ...other]);
  for (const text of own.filter((_, i) => i % 10 === fold))
    for (const { features, place } of text.examples)
      judged.push({ place, p: probability(features, weights) });
}
let threshold = 0.5;
for (let t = 0.3; t <= 0.7; t += 0.02) if (f1(judged, gold, t) > f1(judged, gold, threshold)) threshold = t;
console.log(
  `ten folds: span F1 ${f1(judged, gold, 0.5).toFixed(4)} at 0.5, ${f1(judged, gold, threshold).toFixed(4)} at ${threshold.toFixed(2)}`,
);

if (!process.argv.includes("--cv")) {
  const weights = [...train([...own, ...other])]
    .filter(([, w]) => Math.abs(w) > 0.02)
    .map(([f, w]) => [f, Number(w.toFixed(3))] as const)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const packed = JSON.stringify({ weights: Object.fromEntries(weights), threshold: 0.5, ...lists });
  writeFileSync(join(root, "models", "places.bin"), packed);
  console.log(`${weights.length} weights, ${(packed.length / 1000).toFixed(0)} kB`);
}
