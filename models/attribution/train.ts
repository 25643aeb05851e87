/**
 * Trains `models/attribution.bin` on the attribution dev set: npx tsx models/attribution/train.ts
 * The parser's trees are its input, so it is run again whenever `models/analyser.bin` changes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseLexicons } from "../../lexicons/load.ts";
import { createAnalyser } from "../../packages/reading/src/analyse/analyser.ts";
import { compileCues } from "../../packages/reading/src/attribution/cues.ts";
import { encodeModel } from "../../packages/reading/src/linear/model.ts";
import { pack } from "../../packages/reading/src/linear/pack.ts";
import { prepareLesson, readDocuments } from "./dev-set.ts";
import { DECISION, prepareMaterial, trainModels } from "./trainer.ts";

const lexicon = compileCues(parseLexicons("lexicons").speech ?? []);
const analyser = createAnalyser(new Uint8Array(readFileSync("models/analyser.bin")));
const material = readDocuments("../shared/bench/attribution/dev.jsonl").map((document) =>
  prepareMaterial(prepareLesson(document, analyser, lexicon)),
);
const { cue, chain } = trainModels(material);
const bytes = pack({
  settings: new TextEncoder().encode(JSON.stringify(DECISION)),
  cue: encodeModel(cue),
  emission: encodeModel(chain.emission),
  transition: encodeModel(chain.transition),
});
writeFileSync("models/attribution.bin", bytes);
console.log(`models/attribution.bin: ${bytes.length} bytes from ${material.length} documents`);
