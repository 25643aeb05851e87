/**
 * The time stage beside chrono-node and compromise-dates on ../shared/bench/dates: spans, values, processor time.
 * Both peers give instants, not TIMEX3 values: a known day, month or year is written as one, the rest counts as found only.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as chrono from "chrono-node";
import nlp from "compromise";
import dates from "compromise-dates";
import { findTimes } from "../src/times/find-times.ts";

interface Document {
  id: string;
  published: string;
  text: string;
}
interface Timex {
  start: number;
  end: number;
  type: string;
  value: string;
}

const folder = join(import.meta.dirname, "../../../../shared/bench/dates");
const gold = readFileSync(join(folder, "dev.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Document);
const { score } = (await import(join(folder, "score.mjs"))) as {
  score(gold: Document[], said: unknown[]): { all: { relaxedF1: number; strictF1: number; valueF1: number } };
};

const pad = (n: number | null) => String(n ?? 0).padStart(2, "0");

function byChrono({ text, published }: Document): Timex[] {
  return chrono
    .parse(text, new Date(`${published.slice(0, 10)}T12:00:00`))
    .map(({ index, text: words, start }) => {
      const [year, month, day, hour] = (["year", "month", "day", "hour"] as const).map((part) =>
        start.get(part),
      );
      const known = (part: "day" | "weekday" | "month" | "hour") => start.isCertain(part);
      let value = `${year}`;
      if (known("month") || known("day") || known("weekday")) value += `-${pad(month ?? null)}`;
      if (known("day") || known("weekday")) value += `-${pad(day ?? null)}`;
      if (known("hour")) value += `T${pad(hour ?? null)}:${pad(start.get("minute"))}`;
      return { start: index, end: index + words.length, type: known("hour") ? "TIME" : "DATE", value };
    });
}

const compromise = nlp.extend(dates);
interface CompromiseDate {
  offset: { start: number; length: number };
  dates: { start: string | null; unit?: string };
}

function byCompromise({ text, published }: Document): Timex[] {
  const found = (
    compromise(text) as unknown as {
      dates(context: { today: string }): { json(o: { offset: boolean }): CompromiseDate[] };
    }
  )
    .dates({ today: published.slice(0, 10) })
    .json({ offset: true });
  return found.map(({ offset, dates: { start } }) => ({
    start: offset.start,
    end: offset.start + offset.length,
    type: "DATE",
    value: start?.slice(0, 10) ?? "",
  }));
}

const peers: Record<string, (doc: Document) => Timex[]> = {
  parley: ({ text, published }) => findTimes({ text, published }),
  "chrono-node": byChrono,
  "compromise-dates": byCompromise,
};
const size = gold.reduce((n, { text }) => n + text.length, 0) / 1e6;
console.log("system            relaxed  strict   value    MB/s");
for (const [name, read] of Object.entries(peers)) {
  const begun = process.cpuUsage();
  let crashes = 0;
  const answers = gold.map((doc) => {
    try {
      return { id: doc.id, timexes: read(doc) };
    } catch (error) {
      // compromise-dates throws on some sentences; a text it dies on counts as unanswered, and is told.
      if (!(error instanceof Error)) throw error;
      crashes++;
      return { id: doc.id, timexes: [] };
    }
  });
  const { user, system } = process.cpuUsage(begun);
  const { all } = score(gold, answers);
  const figures = [all.relaxedF1, all.strictF1, all.valueF1].map((f) => f.toFixed(3).padEnd(8)).join(" ");
  console.log(
    `${name.padEnd(17)} ${figures} ${(size / ((user + system) / 1e6)).toFixed(2)}${crashes ? `  (died on ${crashes} texts)` : ""}`,
  );
}
