/**
 * Cross-validates attribution by document and prints the benchmark's figures:
 *   npx tsx models/attribution/cv.ts [folds] [--errors]
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseLexicons } from "../../lexicons/load.ts";
import { createAnalyser } from "../../packages/reading/src/analyse/analyser.ts";
import type { Span } from "../../packages/reading/src/attribution/assemble.ts";
import { compileCues } from "../../packages/reading/src/attribution/cues.ts";
import { findAttributions } from "../../packages/reading/src/attribution/find.ts";
import { prepareLesson, readDocuments } from "./dev-set.ts";
import { DECISION, foldsOf, prepareMaterial, trainModels } from "./trainer.ts";

interface Scores {
  attribution: { f1: number };
  content: { f1: number };
}

const BENCH = "../shared/bench/attribution";
const scorer: {
  score(gold: unknown, predictions: unknown): Scores;
  format(scores: Scores): string;
} = await import(pathToFileURL(`${BENCH}/score.mjs`).href);
const lexicon = compileCues(parseLexicons("lexicons")["speech"] ?? []);
const analyser = createAnalyser(new Uint8Array(readFileSync("models/analyser.bin")));
const lessons = readDocuments(`${BENCH}/dev.jsonl`).map((document) =>
  prepareLesson(document, analyser, lexicon),
);
const material = lessons.map(prepareMaterial);
const trained = foldsOf(lessons.length, Number(process.argv[2] ?? 5)).map(({ train, test }) => ({
  models: trainModels(train.map((at) => material[at]!)),
  test,
}));

function predict(decision: typeof DECISION) {
  return trained.flatMap(({ models, test }) =>
    test.map((at) => {
      const { document, sentences, quotations, scenes } = lessons[at]!;
      return {
        id: document.id,
        attributions: findAttributions(
          { ...models, ...decision },
          { text: document.text, sentences, quotations },
          scenes,
        ),
      };
    }),
  );
}

const gold = lessons.map(({ document }) => document);
for (const threshold of [0.25, 0.3, 0.35, 0.4, 0.45]) {
  const lines = scorer
    .format(scorer.score(gold, predict({ ...DECISION, threshold })))
    .split("\n")
    .slice(1);
  console.log(threshold, lines.map((line) => line.replace(/ \(.*/, "").replace(/ +/g, " ")).join(" | "));
}

if (process.argv.includes("--errors")) {
  const predictions = new Map(predict(DECISION).map(({ id, attributions }) => [id, attributions]));
  const size = (spans: Span[]) => spans.reduce((sum, [start, end]) => sum + end - start, 0);
  const both = (a: Span[], b: Span[]) =>
    a.reduce(
      (sum, [s, e]) => sum + b.reduce((own, [f, t]) => own + Math.max(0, Math.min(e, t) - Math.max(s, f)), 0),
      0,
    );
  for (const { document } of lessons) {
    const words = (spans: Span[]) => spans.map(([start, end]) => document.text.slice(start, end)).join(" … ");
    const found = predictions.get(document.id)!;
    const met = new Set<number>();
    for (const own of document.attributions) {
      const at = found.findIndex((other) => both(own.cue, other.cue) > 0);
      const other = found[at];
      if (!other) {
        console.log(`MISSED [${words(own.source)}] [${words(own.cue)}] ${words(own.content)}`);
        continue;
      }
      met.add(at);
      const shared = both(own.content, other.content);
      if (shared / (size(own.content) + size(other.content) - shared) < 0.5)
        console.log(`CONTENT [${words(own.cue)}] GOLD ${words(own.content)} FOUND ${words(other.content)}`);
    }
    found.forEach((other, i) => {
      if (!met.has(i))
        console.log(
          `EXTRA ${other.score.toFixed(2)} [${words(other.source)}] [${words(other.cue)}] ${words(other.content)}`,
        );
    });
  }
}
