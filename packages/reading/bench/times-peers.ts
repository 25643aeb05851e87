/**
 * The time stage beside chrono-node and compromise-dates on ../shared/bench/dates: spans, values, processor time.
 * Both peers give instants, not TIMEX3 values: a known day, month or year is written as one, the rest counts as found only.
 */
import { findTimes } from "../src/times/find-times.ts";
import { openDevSet } from "./dev-set.ts";
import { loadPeer, loadTools } from "./peers.ts";
import { publishedOf } from "./published.ts";
import { type Measured, type Row, timed } from "./row.ts";

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
type Tool = (document: Document) => Timex[];

interface Chrono {
  parse(
    text: string,
    today: Date,
  ): {
    index: number;
    text: string;
    start: { get(part: string): number | null; isCertain(part: string): boolean };
  }[];
}
interface CompromiseDate {
  offset: { start: number; length: number };
  dates: { start: string | null; unit?: string };
}
type Compromise = (text: string) => {
  dates(context: { today: string }): { json(options: { offset: boolean }): CompromiseDate[] };
};

const pad = (n: number | null) => String(n ?? 0).padStart(2, "0");

const PEERS: Record<string, () => Promise<Tool | string>> = {
  async "chrono-node"() {
    const chrono = await loadPeer<Chrono>("chrono-node");
    if (typeof chrono === "string") return chrono;
    return ({ text, published }) =>
      chrono
        .parse(text, new Date(`${published.slice(0, 10)}T12:00:00`))
        .map(({ index, text: words, start }) => {
          const known = (part: "day" | "weekday" | "month" | "hour") => start.isCertain(part);
          let value = `${start.get("year")}`;
          if (known("month") || known("day") || known("weekday")) value += `-${pad(start.get("month"))}`;
          if (known("day") || known("weekday")) value += `-${pad(start.get("day"))}`;
          if (known("hour")) value += `T${pad(start.get("hour"))}:${pad(start.get("minute"))}`;
          return { start: index, end: index + words.length, type: known("hour") ? "TIME" : "DATE", value };
        });
  },
  async "compromise-dates"() {
    const nlp = await loadPeer<{ default: { extend(plugin: unknown): Compromise } }>("compromise");
    const dates = await loadPeer<{ default: unknown }>("compromise-dates");
    if (typeof nlp === "string") return nlp;
    if (typeof dates === "string") return dates;
    const compromise = nlp.default.extend(dates.default);
    return ({ text, published }) =>
      compromise(text)
        .dates({ today: published.slice(0, 10) })
        .json({ offset: true })
        .map(({ offset, dates: { start } }) => ({
          start: offset.start,
          end: offset.start + offset.length,
          type: "DATE",
          value: start?.slice(0, 10) ?? "",
        }));
  },
};

/** Our stage is rules; no weights have seen these texts. */
export async function measureTimes(): Promise<Measured> {
  const set = await openDevSet<Document, { all: { relaxedF1: number; strictF1: number; valueF1: number } }>(
    "dates",
  );
  if (!set) return { rows: [], skipped: ["times: ../shared/bench/dates is not there"] };
  const { tools, skipped } = await loadTools(PEERS);
  const ours: Tool = ({ text, published }) => findTimes({ text, published });
  const rows: Row[] = [];
  for (const [system, read] of Object.entries({ Parley: ours, ...tools })) {
    for (const doc of set.gold.slice(0, 5)) answer(read, doc);
    const { value, milliseconds } = await timed(() => set.gold.map((doc) => answer(read, doc)));
    const died = value.filter((timexes) => timexes === null).length;
    const { all } = set.score(
      set.gold,
      value.map((timexes, i) => ({ id: set.gold[i]!.id, timexes: timexes ?? [] })),
    );
    rows.push({
      stage: "times",
      system,
      data: `TimeBank and AQUAINT dev, ${set.gold.length} documents`,
      scores: { value: all.valueF1, relaxed: all.relaxedF1, strict: all.strictF1 },
      origin: "run",
      milliseconds,
      ...(died ? { note: `died on ${died} texts` } : {}),
    });
  }
  return { rows: [...rows, ...publishedOf("times")], skipped };
}

/** Null where the library throws: compromise-dates does on some sentences, and the text then counts as unanswered. */
function answer(read: Tool, document: Document): Timex[] | null {
  try {
    return read(document);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return null;
  }
}
