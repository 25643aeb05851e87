/** Settings and steps of training that the training script and the cross-validation share. */
import { type Concepts, ROOTS } from "../../packages/reading/src/code/concepts.ts";
import { addScores, type LinearModel, toProbabilities } from "../../packages/reading/src/linear/model.ts";
import { type Example, seeded, shuffle, trainSoftmax } from "../linear/softmax.ts";
import { toExamples } from "./dev-set.ts";
import { generatePairs } from "./generator.ts";

/** How much a generated sentence counts beside a labelled one; chosen by cross-validation. */
const GENERATED_WEIGHT = 0.05;

export const generatedExamples = (concepts: Concepts): Example[] =>
  toExamples(generatePairs(), concepts).map((example) => ({ ...example, weight: GENERATED_WEIGHT }));

const SETTINGS = { labels: [...ROOTS], bits: 16, epochs: 15, rate: 0.1, l2: 0.03, seed: 1 };

export const trainCoder = (examples: readonly Example[]): LinearModel => trainSoftmax(examples, SETTINGS);

/** For each example the scores of the model that has not seen it. Folds are drawn by `seed`. */
export function crossValidate(
  examples: readonly Example[],
  { folds, seed, extra }: { folds: number; seed: number; extra: readonly Example[] },
): Float64Array[] {
  const order = shuffle(
    examples.map((_, i) => i),
    seeded(seed),
  );
  const scores = examples.map(() => new Float64Array(ROOTS.length));
  for (let fold = 0; fold < folds; fold++) {
    const train = order.filter((_, i) => i % folds !== fold).map((at) => examples[at] as Example);
    const model = trainCoder([...train, ...extra]);
    order.forEach((at, i) => {
      if (i % folds === fold)
        addScores(model, (examples[at] as Example).features, scores[at] as Float64Array);
    });
  }
  return scores;
}

/** The temperature among a grid under which held-out labels are likeliest (Guo et al. 2017). */
export function fitTemperature(scores: readonly Float64Array[], labels: readonly number[]): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let temperature = 0.4; temperature <= 2.5; temperature += 0.05) {
    const loss = scores.reduce(
      (sum, row, i) =>
        sum - Math.log(toProbabilities(row.slice(), temperature)[labels[i] as number] as number),
      0,
    );
    if (loss < least) [least, best] = [loss, temperature];
  }
  return Number(best.toFixed(2));
}
