/** Cross-validates attribution by document and prints the benchmark's figures. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseLexicons } from "../../lexicons/load.ts";
import { createAnalyser } from "../../packages/reading/src/analyse/analyser.ts";
import { cueFeatures, isCandidate } from "../../packages/reading/src/attribution/cue-features.ts";
import { compileCues } from "../../packages/reading/src/attribution/cues.ts";
import { findAttributions, type Models } from "../../packages/reading/src/attribution/find.ts";
import { roleFeatures } from "../../packages/reading/src/attribution/role-features.ts";
import { trainChain } from "../linear/chain.ts";
import { type Example, seeded, shuffle, trainSoftmax } from "../linear/softmax.ts";
import { type Lesson, prepareLesson, readDocuments } from "./dev-set.ts";

const BENCH = "../shared/bench/attribution";
const { score, format } = await import(pathToFileURL(`${BENCH}/score.mjs`).href);
const lexicon = compileCues(parseLexicons("lexicons").speech ?? []);
const analyser = createAnalyser(new Uint8Array(readFileSync("models/analyser.bin")));
const lessons = readDocuments(`${BENCH}/dev.jsonl`).map((d) => prepareLesson(d, analyser, lexicon));
const folds = Number(process.argv[2] ?? 5);
const order = shuffle(
  lessons.map((_, i) => i),
  seeded(7),
);
const material = lessons.map((lesson) => ({
  cues: lesson.scenes.flatMap((scene, s) =>
    scene.tokens.flatMap((_, i): Example[] => {
      const label = lesson.cues[s]![i]!;
      return label < 0 || !isCandidate(scene, i)
        ? []
        : [{ features: Uint32Array.from(cueFeatures(scene, i)), label }];
    }),
  ),
  chains: lesson.roles.map((r) => ({
    input: roleFeatures(lesson.scenes[r.sentence]!, r.head),
    roles: r.roles,
  })),
}));
const parts: { models: Models; test: Lesson[] }[] = [];
for (let fold = 0; fold < folds; fold++) {
  const train = order.filter((_, i) => i % folds !== fold).map((i) => material[i]!);
  const t0 = performance.now();
  const cue = trainSoftmax(
    train.flatMap((m) => m.cues),
    { labels: ["none", "cue"], bits: 18, epochs: 8, rate: 0.1, l2: 0.0005, seed: 1 },
  );
  const t1 = performance.now();
  const chain = trainChain(
    train.flatMap((m) => m.chains),
    { bits: 17, epochs: 4, rate: 0.1, l2: 0.0005, seed: 1 },
  );
  console.error("fold", fold, Math.round(t1 - t0), Math.round(performance.now() - t1));
  parts.push({
    models: { cue, chain, temperature: 1, threshold: 0.5, contentBonus: 0 },
    test: order.filter((_, i) => i % folds === fold).map((i) => lessons[i]!),
  });
}
const gold = lessons.map((l) => l.document);
for (const threshold of [0.25, 0.35, 0.45])
  for (const contentBonus of [0, 0.7]) {
    const predictions = parts.flatMap(({ models, test }) =>
      test.map((l) => ({
        id: l.document.id,
        attributions: findAttributions(
          { ...models, threshold, contentBonus },
          { text: l.document.text, sentences: l.sentences, quotations: l.quotations },
          l.scenes,
        ),
      })),
    );
    const r = score(gold, predictions);
    console.log(
      threshold,
      contentBonus,
      format(r)
        .split("\n")
        .map((l: string) => l.replace(/ \(.*/, ""))
        .slice(1)
        .join(" | "),
    );
  }
