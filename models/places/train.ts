/**
 * Trains `models/places.bin`: logistic regression with L2. `--cv` prints ten-fold scores by
 * document first. Data: the development articles of ../shared/bench/places (used for training only, nothing of
 * them is in the weights but feature names of single words) and GUM (annotations CC BY 4.0).
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./examples.ts";
import { crossValidate, readMaterial, spanF1, train } from "./learn.ts";

const material = readMaterial();
const { own, other, lists, gold } = material;
console.log(
  `${own.length} articles, ${gold} names, ${own.reduce((n, t) => n + t.unspotted, 0)} without a spot; ` +
    `${other.reduce((n, t) => n + t.examples.length, 0)} spots of GUM, ${lists.commonWords.length} ordinary words`,
);

const judged = crossValidate(material, 10);
let threshold = 0.5;
for (let t = 0.3; t <= 0.7; t += 0.02)
  if (spanF1(judged, gold, t) > spanF1(judged, gold, threshold)) threshold = t;
console.log(
  `ten folds: span F1 ${spanF1(judged, gold, 0.5).toFixed(4)} at 0.5, ${spanF1(judged, gold, threshold).toFixed(4)} at ${threshold.toFixed(2)}`,
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
