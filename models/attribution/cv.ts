/**
 * Cross-validates attribution by document and prints the benchmark's figures at several thresholds:
 *   npx tsx models/attribution/cv.ts [folds] [--errors]
 */
import type { Span } from "../../packages/reading/src/attribution/assemble.ts";
import { predict, readLessons, scorePredictions, trainFolds } from "./evaluate.ts";
import { DECISION } from "./trainer.ts";

const lessons = readLessons();
const folds = trainFolds(lessons, Number(process.argv[2] ?? 5));
for (const threshold of [0.25, 0.3, 0.35, 0.4, 0.45]) {
  const scores = await scorePredictions(lessons, predict(lessons, folds, { ...DECISION, threshold }));
  const figures = Object.entries(scores).flatMap(([role, { p, r, f1 }]) =>
    f1 === undefined ? [] : [`${role} P ${p.toFixed(3)} R ${r.toFixed(3)} F ${f1.toFixed(4)}`],
  );
  console.log(threshold, figures.join(" | "));
}

const size = (spans: Span[]) => spans.reduce((sum, [start, end]) => sum + end - start, 0);
const both = (a: Span[], b: Span[]) =>
  a.reduce(
    (sum, [s, e]) => sum + b.reduce((own, [f, t]) => own + Math.max(0, Math.min(e, t) - Math.max(s, f)), 0),
    0,
  );

if (process.argv.includes("--errors")) {
  const predictions = new Map(
    predict(lessons, folds, DECISION).map(({ id, attributions }) => [id, attributions]),
  );
  for (const { document } of lessons) {
    const words = (spans: Span[]) => spans.map(([start, end]) => document.text.slice(start, end)).join(" … ");
    const found = predictions.get(document.id) ?? [];
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
        console.log(`EXTRA [${words(other.source)}] [${words(other.cue)}] ${words(other.content)}`);
    });
  }
}
