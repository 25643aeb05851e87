/**
 * Attribution on ../shared/bench/attribution. Its weights were trained on these articles, so the figure is that of five
 * folds by document. Speed is the stage's own, on text that is parsed already.
 */
import { join } from "node:path";
import { parseLexicons } from "../../../lexicons/load.ts";
import {
  hasDevSet,
  predict,
  readLessons,
  scorePredictions,
  trainFolds,
} from "../../../models/attribution/evaluate.ts";
import { DECISION } from "../../../models/attribution/trainer.ts";
import { loadWeights } from "../../../models/load.ts";
import { createAnalyser } from "../src/analyse/analyser.ts";
import { createAttributor } from "../src/attribution/attributor.ts";
import { ROOT } from "./dev-set.ts";
import { publishedOf } from "./published.ts";
import { type Measured, timed } from "./row.ts";

export async function measureAttribution(): Promise<Measured> {
  if (!hasDevSet()) return { rows: [], skipped: ["attribute: ../shared/bench/attribution is not there"] };
  const lessons = readLessons();
  const scores = await scorePredictions(lessons, predict(lessons, trainFolds(lessons, 5), DECISION));
  const weights = loadWeights(join(ROOT, "models"));
  const analyser = createAnalyser(weights.analyser as Uint8Array);
  const attributor = createAttributor({ lexicons: parseLexicons(join(ROOT, "lexicons")), weights });
  const inputs = lessons.map(({ document, sentences }) => ({ text: document.text, sentences, analyser }));
  const find = () => inputs.reduce((sum, input) => sum + attributor.find(input).length, 0);
  find();
  const { milliseconds } = await timed(find);
  const tokens = inputs
    .flatMap(({ sentences }) => sentences)
    .reduce((sum, one) => sum + one.tokens.length, 0);
  return {
    rows: [
      {
        stage: "attribute",
        system: "Parley",
        data: `PolNeAR dev, ${lessons.length} articles`,
        scores: {
          attribution: scores.attribution.f1,
          content: scores.content.f1,
          source: scores.source.f1,
          cue: scores.cue.f1,
        },
        origin: "cross-validated",
        milliseconds,
        speed: `${thousands(tokens / (milliseconds / 1000))} tokens/s beyond parsing`,
        note: "5 folds by article",
      },
      ...publishedOf("attribute"),
    ],
    skipped: [],
  };
}

const thousands = (n: number) => Math.round(n).toLocaleString("en");
