/**
 * Trains `models/attribution.bin` on the attribution dev set: npx tsx models/attribution/train.ts
 * The parser's trees are its input, so it is run again whenever `models/analyser.bin` changes.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeModel } from "../../packages/reading/src/linear/model.ts";
import { pack } from "../../packages/reading/src/linear/pack.ts";
import { readLessons } from "./evaluate.ts";
import { DECISION, prepareMaterial, trainModels } from "./trainer.ts";

const material = readLessons().map(prepareMaterial);
const { cue, chain } = trainModels(material);
const bytes = pack({
  settings: new TextEncoder().encode(JSON.stringify(DECISION)),
  cue: encodeModel(cue),
  emission: encodeModel(chain.emission),
  transition: encodeModel(chain.transition),
});
writeFileSync(join(import.meta.dirname, "../attribution.bin"), bytes);
console.log(`models/attribution.bin: ${bytes.length} bytes from ${material.length} documents`);
