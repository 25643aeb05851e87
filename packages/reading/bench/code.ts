/** Speed, in processor time, of the coder on the PLV train pairs: npx tsx packages/reading/bench/code.ts */
import { parseLexicons } from "../../../lexicons/load.ts";
import { loadWeights } from "../../../models/load.ts";
import { readPairs, sideOf } from "../../../models/plover/dev-set.ts";
import { createCoder } from "../src/code/coder.ts";

const coder = createCoder({ lexicons: parseLexicons("lexicons"), weights: loadWeights("models") });
const inputs = readPairs().map(({ text, source, target }) => ({
  text,
  source: sideOf(source),
  target: sideOf(target),
}));
for (let round = 0; round < 5; round++) {
  const start = process.cpuUsage();
  for (const input of inputs) coder.code(input);
  console.log(`${Math.round(inputs.length / (process.cpuUsage(start).user / 1e6))} sentences/s`);
}
