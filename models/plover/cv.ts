/**
 * Repeated ten-fold cross-validation of the coder on the PLV train pairs: npx tsx models/plover/cv.ts [repeats] [--errors]
 */
import { parseLexicons } from "../../lexicons/load.ts";
import { QUAD_OF } from "../../packages/reading/src/code/coder.ts";
import { compileConcepts, ROOTS, type Root } from "../../packages/reading/src/code/concepts.ts";
import { toProbabilities } from "../../packages/reading/src/linear/model.ts";
import { readPairs, toExamples } from "./dev-set.ts";
import { macroF1, scoreClasses } from "./scores.ts";
import { crossValidate, fitTemperature, generatedExamples } from "./trainer.ts";

const repeats = Number(process.argv[2] ?? 3);
const pairs = readPairs();
const concepts = compileConcepts(parseLexicons("lexicons").plover ?? []);
const examples = toExamples(pairs, concepts);
const extra = generatedExamples(concepts);
const gold = pairs.map(({ root }) => root);
const quads = pairs.map(({ quad }) => String(quad));
let roots = 0;
let quadSum = 0;
for (let repeat = 0; repeat < repeats; repeat++) {
  const scores = crossValidate(examples, { folds: 10, seed: 100 + repeat, extra });
  const predicted = scores.map((row) => ROOTS[row.indexOf(Math.max(...row))] as Root);
  const root = macroF1(gold, predicted);
  const quad = macroF1(
    quads,
    predicted.map((label) => String(QUAD_OF[label])),
  );
  roots += root;
  quadSum += quad;
  console.log(`repeat ${repeat}: root ${root.toFixed(4)} quad ${quad.toFixed(4)}`);
  if (repeat > 0) continue;
  for (const { name, precision, recall, f1, count } of scoreClasses(gold, predicted))
    console.log(
      `  ${name.padEnd(10)} P ${precision.toFixed(2)} R ${recall.toFixed(2)} F ${f1.toFixed(2)} n ${count}`,
    );
  const temperature = fitTemperature(
    scores,
    examples.map(({ label }) => label),
  );
  const sure = scores.map((row) => Math.max(...toProbabilities(row.slice(), temperature)));
  console.log(`  temperature ${temperature}`);
  for (const [from, to] of [
    [0, 0.35],
    [0.35, 0.45],
    [0.45, 0.6],
    [0.6, 0.75],
    [0.75, 0.9],
    [0.9, 1.01],
  ] as const) {
    const at = sure.flatMap((p, i) => (p >= from && p < to ? [i] : []));
    const right = at.filter((i) => predicted[i] === gold[i]).length;
    console.log(`  score ${from}-${to}: ${at.length} answers, ${(right / at.length).toFixed(2)} right`);
  }
  if (process.argv.includes("--errors"))
    pairs.forEach(({ root: own, source, target, text }, i) => {
      if (own !== predicted[i])
        console.log(
          `${own} -> ${predicted[i]} ${sure[i]?.toFixed(2)} | ${source.text} | ${target.text} | ${text}`,
        );
    });
}
console.log(
  `mean of ${repeats}: root ${(roots / repeats).toFixed(4)} quad ${(quadSum / repeats).toFixed(4)}`,
);
