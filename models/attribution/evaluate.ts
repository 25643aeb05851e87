/** Cross-validated predictions on the attribution dev set, and the benchmark's own scorer over them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseLexicons } from "../../lexicons/load.ts";
import { createAnalyser } from "../../packages/reading/src/analyse/analyser.ts";
import { compileCues } from "../../packages/reading/src/attribution/cues.ts";
import { findAttributions, type Models } from "../../packages/reading/src/attribution/find.ts";
import { addRelays } from "../../packages/reading/src/attribution/relays.ts";
import { type GoldAttribution, type Lesson, prepareLesson, readDocuments } from "./dev-set.ts";
import { type DECISION, foldsOf, prepareMaterial, trainModels } from "./trainer.ts";

const ROOT = join(import.meta.dirname, "../..");
export const BENCH = join(ROOT, "../shared/bench/attribution");
export const hasDevSet = () => existsSync(BENCH);

interface Measure {
  p: number;
  r: number;
  f1: number;
}
export type Scores = Record<"source" | "cue" | "content" | "attribution", Measure>;
export interface Prediction {
  id: string;
  attributions: GoldAttribution[];
}

export function readLessons(): Lesson[] {
  const lexicon = compileCues(parseLexicons(join(ROOT, "lexicons")).speech ?? []);
  const analyser = createAnalyser(new Uint8Array(readFileSync(join(ROOT, "models/analyser.bin"))));
  return readDocuments(join(BENCH, "dev.jsonl")).map((document) =>
    prepareLesson(document, analyser, lexicon),
  );
}

export interface Fold {
  models: Pick<Models, "cue" | "chain">;
  test: number[];
}

/** One pair of models a fold, each trained without its test documents. */
export function trainFolds(lessons: readonly Lesson[], folds: number): Fold[] {
  const material = lessons.map(prepareMaterial);
  return foldsOf(lessons.length, folds).map(({ train, test }) => ({
    models: trainModels(train.map((at) => material[at]!)),
    test,
  }));
}

export function predict(
  lessons: readonly Lesson[],
  folds: readonly Fold[],
  decision: typeof DECISION,
): Prediction[] {
  return folds.flatMap(({ models, test }) =>
    test.map((at) => {
      const { document, sentences, quotations, scenes } = lessons[at]!;
      const passage = { text: document.text, sentences, quotations };
      const found = findAttributions({ ...models, ...decision }, passage, scenes);
      return { id: document.id, attributions: addRelays(passage, scenes, found) };
    }),
  );
}

export async function scorePredictions(
  lessons: readonly Lesson[],
  predictions: Prediction[],
): Promise<Scores> {
  const { score }: { score(gold: unknown, predictions: unknown): Scores } = await import(
    join(BENCH, "score.mjs")
  );
  return score(
    lessons.map(({ document }) => document),
    predictions,
  );
}
