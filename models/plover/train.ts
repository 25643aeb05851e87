/** Trains `models/plover.bin` on the PLV train pairs: npx tsx models/plover/train.ts */
import { writeFileSync } from "node:fs";
import { parseLexicons } from "../../lexicons/load.ts";
import { compileConcepts } from "../../packages/reading/src/code/concepts.ts";
import { encodeModel } from "../../packages/reading/src/linear/model.ts";
import { pack } from "../../packages/reading/src/linear/pack.ts";
import { readPairs, toExamples } from "./dev-set.ts";
import { crossValidate, fitTemperature, generatedExamples, trainCoder } from "./trainer.ts";

const concepts = compileConcepts(parseLexicons("lexicons").plover ?? []);
const examples = toExamples(readPairs(), concepts);
const extra = generatedExamples(concepts);
const held = crossValidate(examples, { folds: 10, seed: 100, extra });
const temperature = fitTemperature(
  held,
  examples.map(({ label }) => label),
);
const bytes = pack({
  settings: new TextEncoder().encode(JSON.stringify({ temperature })),
  roots: encodeModel(trainCoder([...examples, ...extra])),
});
writeFileSync(new URL("../plover.bin", import.meta.url), bytes);
console.log(
  `models/plover.bin: ${bytes.length} bytes from ${examples.length} pairs and ${extra.length} sentences of our own, temperature ${temperature}`,
);
