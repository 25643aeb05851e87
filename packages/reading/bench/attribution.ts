/** Speed, in processor time, of attribution on the dev set, parsing apart: npx tsx packages/reading/bench/attribution.ts */
import { readFileSync } from "node:fs";
import { parseLexicons } from "../../../lexicons/load.ts";
import { loadWeights } from "../../../models/load.ts";
import { createAnalyser } from "../src/analyse/analyser.ts";
import { createAttributor } from "../src/attribution/attributor.ts";

const weights = loadWeights("models");
const analyser = createAnalyser(weights.analyser as Uint8Array);
const attributor = createAttributor({ lexicons: parseLexicons("lexicons"), weights });
const texts = readFileSync("../shared/bench/attribution/dev.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line): { text: string } => JSON.parse(line));
const parsed = texts.map(({ text }) => ({
  text,
  sentences: analyser.segment(text).map(analyser.parse),
  analyser,
}));
const tokens = parsed
  .flatMap(({ sentences }) => sentences)
  .reduce((sum, { tokens: own }) => sum + own.length, 0);
for (let round = 0; round < 3; round++) {
  const start = process.cpuUsage();
  const found = parsed.reduce((sum, input) => sum + attributor.find(input).length, 0);
  const seconds = process.cpuUsage(start).user / 1e6;
  console.log(`${found} attributions, ${Math.round(tokens / seconds)} tokens/s beyond parsing`);
}
