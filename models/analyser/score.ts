/** Prints the scores and the speed of `models/analyser.bin`: `npm run score:analyser [ewt-dev …]`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createAnalyser } from "../../packages/reading/src/analyse/analyser.ts";
import { readConllu } from "./conllu.ts";
import { score, scoreNames } from "./scores.ts";
import { measureSpeed } from "./speed.ts";

const root = join(import.meta.dirname, "../..");
const weights = new Uint8Array(readFileSync(join(root, "models/analyser.bin")));
const begun = performance.now();
const analyser = createAnalyser(weights);
console.log(`loaded in ${Math.round(performance.now() - begun)} ms`);
const sets = process.argv.slice(2);
for (const name of sets.length > 0 ? sets : ["ewt-dev", "gum-dev"]) {
  const gold = readConllu(join(root, `../shared/treebank/${name}.conllu.gz`));
  console.log(name, score(analyser, gold), measureSpeed(analyser, gold), scoreNames(analyser, gold));
}
