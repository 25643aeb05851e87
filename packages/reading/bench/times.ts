/** Prints the score of the time stage on ../shared/bench/dates, its commonest errors, and its speed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findTimes } from "../src/times/find-times.ts";

interface Gold {
  id: string;
  published: string | null;
  text: string;
  timexes: { start: number; end: number; type: string; value: string }[];
}

const folder = join(import.meta.dirname, "../../../../shared/bench/dates");
const gold = readFileSync(join(folder, "dev.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Gold);
const scorer = (await import(join(folder, "score.mjs"))) as {
  score(gold: Gold[], predictions: unknown[]): unknown;
  format(result: unknown): string;
};

const answers = gold.map(({ id, text, published }) => ({ id, timexes: findTimes({ text, published }) }));
console.log(scorer.format(scorer.score(gold, answers)));

if (process.argv.includes("--errors"))
  gold.forEach((doc, i) => {
    const predicted = answers[i]!.timexes;
    const show = (t: { start: number; end: number; value: string }) =>
      `${t.value} | ${doc.text.slice(Math.max(0, t.start - 60), t.start)}[${doc.text.slice(t.start, t.end)}]${doc.text.slice(t.end, t.end + 40)}`.replace(
        /\s+/g,
        " ",
      );
    const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
      a.start < b.end && b.start < a.end;
    for (const t of doc.timexes) {
      const p = predicted.find((q) => overlap(t, q));
      if (!p) console.log(`MISS  ${doc.published} ${show(t)}`);
      else if (p.value !== t.value) console.log(`VALUE ${doc.published} ${p.value} for ${show(t)}`);
    }
    for (const p of predicted)
      if (!doc.timexes.some((t) => overlap(t, p))) console.log(`EXTRA ${doc.published} ${p.type} ${show(p)}`);
  });

const long = gold
  .map((d) => d.text)
  .join("\n\n")
  .repeat(14);
const begun = process.cpuUsage();
const count = findTimes({ text: long, published: "1998-01-14" }).length;
const { user, system } = process.cpuUsage(begun);
const seconds = (user + system) / 1e6;
console.log(`${count} expressions, ${(long.length / 1e6 / seconds).toFixed(2)} MB/s of processor time`);
