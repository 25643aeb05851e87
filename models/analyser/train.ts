/**
 * Trains `models/analyser.bin` on the treebanks in ../shared/treebank: `npm run train analyser`, or by
 * itself `npx tsx models/analyser/train.ts [--epochs 48] [--hidden 80] [--out folder] [--from parameters.f32]`. With
 * `--epochs 0 --from …` it only exports.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createAnalyser } from "../../packages/reading/src/analyse/analyser.ts";
import { agencySentences } from "./agency-sentences.ts";
import { exchangeNames, readNamePool } from "./augment.ts";
import { exportModel } from "./export-model.ts";
import { learnLemmas } from "./lemma-rules.ts";
import type { Losses } from "./net/network.ts";
import { train } from "./net/trainer.ts";
import { score } from "./scores.ts";
import { readTreebank, root, setUp } from "./setup.ts";

const { values: given } = parseArgs({
  options: {
    epochs: { type: "string", default: "48" },
    hidden: { type: "string", default: "80" },
    out: { type: "string", default: join(tmpdir(), "parley-analyser") },
    from: { type: "string" },
    rate: { type: "string", default: "2.5e-3" },
  },
});
/** Share of the names exchanged for others, and sentences of our own in an epoch. */
const EXCHANGED = 0.35;
const OWN_SENTENCES = 900;

const epochs = Number(given.epochs);
mkdirSync(given.out, { recursive: true });

const setup = await setUp(Number(given.hidden));
const { network, treebank } = setup;
if (given.from) network.parameters.restore(new Float32Array(new Uint8Array(readFileSync(given.from)).buffer));
const lemmas = learnLemmas(treebank);
const pool = readNamePool(root, treebank);
const dev = { "EWT dev": readTreebank("ewt-dev"), "GUM dev": readTreebank("gum-dev") };

function save(): Uint8Array {
  const bytes = exportModel({ network, inventory: setup.inventory, lemmas, given: setup.given });
  writeFileSync(join(given.out, "analyser.bin"), bytes);
  return bytes;
}

let begun = performance.now();
function report(epoch: number, losses: Losses): void {
  const seconds = Math.round((performance.now() - begun) / 1000);
  const shown = Object.entries(losses).map(([key, loss]) => `${key} ${loss.toFixed(3)}`);
  console.error(`epoch ${epoch + 1} (${seconds} s): ${shown.join(" ")}`);
  writeFileSync(join(given.out, "parameters.f32"), new Uint8Array(network.parameters.snapshot().buffer));
  if (epoch % 3 === 2) {
    const analyser = createAnalyser(save());
    for (const [name, gold] of Object.entries(dev)) console.error(name, score(analyser, gold));
  }
  begun = performance.now();
}

console.error(`${treebank.length} sentences, ${network.parameters.count} parameters`);
train({
  network,
  // Sentences of our own come new in every epoch.
  examples: () => {
    const { random } = setup;
    const exchanged = treebank.map((gold) => exchangeNames(gold, { pool, rate: EXCHANGED, random }));
    return [...exchanged, ...agencySentences({ pool, count: OWN_SENTENCES, random })].map(setup.exampleOf);
  },
  random: setup.random,
  plan: {
    epochs,
    rate: Number(given.rate),
    tokens: 450,
    dropout: { input: 0.15, between: 0.2, recurrent: 0.15, heads: 0.2, word: 0.1 },
  },
  afterEpoch: report,
});
const bytes = save();
writeFileSync(join(root, "models/analyser.bin"), bytes);
const analyser = createAnalyser(bytes);
for (const [name, gold] of Object.entries(dev)) console.error(name, score(analyser, gold));
console.error(`${(bytes.length / 1e6).toFixed(1)} MB`);
