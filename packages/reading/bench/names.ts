/**
 * Names of persons, places and organisations on GUM dev, from the raw words of each sentence, beside compromise; and word
 * classes beside wink-nlp, whose English model knows no such names: its runs of proper nouns stand for spans without type.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type GoldSentence, readConllu } from "../../../models/analyser/conllu.ts";
import { goldNames } from "../../../models/analyser/gold-names.ts";
import { scoreNames } from "../../../models/analyser/scores.ts";
import { loadWeights } from "../../../models/load.ts";
import { createAnalyser } from "../src/analyse/analyser.ts";
import { ROOT } from "./dev-set.ts";
import { loadPeer, loadTools } from "./peers.ts";
import { type Measured, type Row, timed } from "./row.ts";

/** UTF-16 offsets into the sentence's text; `type` is empty where the tool tells none. */
interface Span {
  start: number;
  end: number;
  type: string;
}
interface Answer {
  names: Span[];
  /** Universal word classes; null where the tool has others. */
  tags: { start: number; end: number; upos: string }[] | null;
}
type Tool = (text: string) => Answer;

/** Where each gold token stands in the sentence's own text; null where they do not fit together. */
function placeTokens({ text, forms }: GoldSentence): { start: number; end: number }[] | null {
  let at = 0;
  const placed: { start: number; end: number }[] = [];
  for (const form of forms) {
    const start = text.indexOf(form, at);
    if (start < 0) return null;
    at = start + form.length;
    placed.push({ start, end: at });
  }
  return placed;
}

type CompromiseSpan = { offset: { start: number; length: number } };
type Compromise = (
  text: string,
) => Record<"people" | "places" | "organizations", () => { json(o: { offset: boolean }): CompromiseSpan[] }>;

interface Wink {
  readDoc(text: string): { tokens(): { out(value: unknown): string[] } };
  its: Record<"value" | "pos", unknown>;
}

/** A peer takes what stands around a name with it; that is not held against it. */
function bare(text: string, start: number, length: number, type: string): Span {
  const words = text.slice(start, start + length);
  const before = /^[\s"“‘'(]*(?:the\s+)?/i.exec(words)![0].length;
  const after = /(?:['’]s?)?[\s.,;:!?"”’)]*$/.exec(words)![0].length;
  return { start: start + before, end: start + length - after, type };
}

const PEERS: Record<string, () => Promise<Tool | string>> = {
  async compromise() {
    const nlp = await loadPeer<{ default: Compromise }>("compromise");
    if (typeof nlp === "string") return nlp;
    return (text) => {
      const doc = nlp.default(text);
      const spans = (kind: "people" | "places" | "organizations", type: string) =>
        doc[kind]()
          .json({ offset: true })
          .map(({ offset }) => bare(text, offset.start, offset.length, type));
      return {
        names: [
          ...spans("people", "person"),
          ...spans("places", "place"),
          ...spans("organizations", "organisation"),
        ],
        tags: null,
      };
    };
  },
  async "wink-nlp"() {
    const wink = await loadPeer<{ default(model: unknown, pipe: string[]): Wink }>("wink-nlp");
    const model = await loadPeer<{ default: unknown }>("wink-eng-lite-web-model");
    if (typeof wink === "string") return wink;
    if (typeof model === "string") return model;
    const nlp = wink.default(model.default, ["sbd", "pos"]);
    return (text) => {
      const tokens = nlp.readDoc(text).tokens();
      const [values, classes] = [tokens.out(nlp.its.value), tokens.out(nlp.its.pos)];
      let at = 0;
      const tags = values.map((value, i) => {
        const start = text.indexOf(value, at);
        at = start + value.length;
        return { start, end: at, upos: classes[i]! };
      });
      return { names: properNouns(tags), tags };
    };
  },
};

function properNouns(tags: NonNullable<Answer["tags"]>): Span[] {
  const spans: Span[] = [];
  tags.forEach(({ start, end, upos }, i) => {
    if (upos !== "PROPN") return;
    const last = spans.at(-1);
    if (last && tags[i - 1]?.upos === "PROPN") last.end = end;
    else spans.push({ start, end, type: "" });
  });
  return spans;
}

const SET = join(ROOT, "../shared/treebank/gum-dev.conllu.gz");

export async function measureNames(): Promise<Measured> {
  if (!existsSync(SET)) return { rows: [], skipped: ["names, tags: ../shared/treebank is not there"] };
  const analyser = createAnalyser(loadWeights(join(ROOT, "models")).analyser as Uint8Array);
  const ours: Tool = (text) => {
    const sentences = analyser.segment(text);
    return {
      names: sentences.flatMap((sentence) =>
        analyser.names(analyser.tag(sentence)).map(({ first, last, type }) => ({
          start: sentence.tokens[first]!.start,
          end: sentence.tokens[last]!.end,
          type,
        })),
      ),
      tags: sentences.flatMap(({ tokens }) => tokens),
    };
  };
  const all = readConllu(SET);
  const gold = all.flatMap((sentence) => {
    const names = goldNames(sentence);
    const places = names && placeTokens(sentence);
    if (!places) return [];
    const spans = names.map(({ first, last, type }) => ({
      start: places[first]!.start,
      end: places[last]!.end,
      type,
    }));
    const tags = places.map((place, i) => ({ ...place, upos: sentence.upos[i]! }));
    return [{ text: sentence.text, names: spans, tags }];
  });
  const data = `UD English GUM dev, ${gold.length} sentences`;
  const { tools, skipped } = await loadTools(PEERS);
  const rows: Row[] = [];
  for (const [system, read] of Object.entries({ Parley: ours, ...tools })) {
    for (const { text } of gold.slice(0, 50)) read(text);
    const { value, milliseconds } = await timed(() => gold.map(({ text }) => read(text)));
    const f1 = (typed: boolean) =>
      spanF1(
        gold.map(({ names }) => names),
        value.map(({ names }) => names),
        typed,
      );
    const typed = value.some(({ names }) => names.some(({ type }) => type !== ""));
    rows.push({
      stage: "names",
      system,
      data,
      scores: { ...(typed ? { "span and type": f1(true) } : {}), span: f1(false) },
      origin: "run",
      milliseconds,
      ...(typed ? {} : { note: "runs of proper nouns; its English model has no such names" }),
    });
    if (!value[0]!.tags) continue;
    rows.push({
      stage: "tags",
      system,
      data,
      scores: { UPOS: tagAccuracy(gold, value) },
      origin: "run",
      milliseconds,
      note: "gold tokens that the tool cuts otherwise count as wrong",
    });
  }
  rows.push({
    stage: "names",
    system: "Parley, gold tokens",
    data,
    scores: { "span and type": scoreNames(analyser, all).f1 / 100 },
    origin: "run",
  });
  return { rows, skipped };
}

function spanF1(gold: readonly Span[][], found: readonly Span[][], typed: boolean): number {
  const key = ({ start, end, type }: Span) => `${start} ${end}${typed ? ` ${type}` : ""}`;
  let [right, said, wanted] = [0, 0, 0];
  gold.forEach((spans, i) => {
    const want = new Set(spans.map(key));
    const got = new Set(found[i]!.map(key));
    wanted += want.size;
    said += got.size;
    for (const one of got) if (want.has(one)) right++;
  });
  return (2 * right) / (said + wanted);
}

function tagAccuracy(
  gold: readonly { tags: NonNullable<Answer["tags"]> }[],
  found: readonly Answer[],
): number {
  let [right, count] = [0, 0];
  gold.forEach(({ tags }, i) => {
    const got = new Map(found[i]!.tags!.map(({ start, end, upos }) => [`${start} ${end}`, upos]));
    for (const { start, end, upos } of tags) {
      count++;
      if (got.get(`${start} ${end}`) === upos) right++;
    }
  });
  return right / count;
}
