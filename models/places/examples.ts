/** Labelled spots for the place-or-not decision: the development articles, and GUM's named entities. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCities } from "../../lexicons/cities.ts";
import { parseLexicons } from "../../lexicons/load.ts";
import { createDecider } from "../../packages/reading/src/places/decide.ts";
import type { WordLists } from "../../packages/reading/src/places/features.ts";
import { judgeSpots } from "../../packages/reading/src/places/find-places.ts";
import { createGazetteer, type Gazetteer } from "../../packages/reading/src/places/gazetteer.ts";
import { fold } from "../../packages/reading/src/places/tokens.ts";
import { type GoldSentence, readConllu } from "../analyser/conllu.ts";

export const root = join(import.meta.dirname, "../..");

export interface Example {
  features: string[];
  place: boolean;
  weight: number;
}
export interface LabelledText {
  id: string;
  examples: Example[];
  /** Gold names, and those that no spot touches. */
  gold: number;
  unspotted: number;
}

interface Span {
  start: number;
  end: number;
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

export const gazetteer = (): Gazetteer =>
  createGazetteer({
    cities: loadCities(join(root, "lexicons")),
    lexicons: parseLexicons(join(root, "lexicons")),
  });

/** Given names, and words that English writes small more often than not (counted in EWT and GUM). */
export function wordLists(): { firstNames: string[]; commonWords: string[] } {
  const firstNames = readFileSync(join(import.meta.dirname, "given-names.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(fold);
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  for (const sentence of treebank())
    sentence.forms.forEach((form, i) => {
      if (!/^[A-Za-z]+$/.test(form)) return;
      const key = fold(form);
      if (form === form.toLowerCase()) small.set(key, (small.get(key) ?? 0) + 1);
      else if (i > 0 && /^NNP/.test(sentence.xpos[i] ?? "")) large.set(key, (large.get(key) ?? 0) + 1);
    });
  const commonWords = [...small]
    .filter(([key, n]) => n >= 2 && n > (large.get(key) ?? 0))
    .map(([key]) => key)
    .sort();
  return { firstNames, commonWords };
}

const treebank = (): GoldSentence[] =>
  ["ewt-train", "gum-train"].flatMap((name) =>
    readConllu(join(root, `../shared/treebank/${name}.conllu.gz`)),
  );

export function articles(names: Gazetteer, lists: WordLists): LabelledText[] {
  const lines = readFileSync(join(root, "../shared/bench/places/dev.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => {
    const doc = JSON.parse(line) as { id: string; text: string; toponyms: Span[] };
    return label(doc.id, doc.text, doc.toponyms, names, lists, 1);
  });
}

/** GUM's documents as texts; its named places, nested ones too, are the gold, and adjectives of states count. */
export function gum(names: Gazetteer, lists: WordLists, weight: number): LabelledText[] {
  const documents: GoldSentence[][] = [];
  for (const sentence of readConllu(join(root, "../shared/treebank/gum-train.conllu.gz"))) {
    if (sentence.opens || documents.length === 0) documents.push([]);
    documents.at(-1)!.push(sentence);
  }
  return documents.map((sentences, i) => {
    let text = "";
    const gold: Span[] = [];
    const adjectives: Span[] = [];
    for (const sentence of sentences) {
      const starts: number[] = [];
      const ends: number[] = [];
      sentence.forms.forEach((form, k) => {
        starts.push(text.length);
        text += form;
        ends.push(text.length);
        if (!/SpaceAfter=No/.test(sentence.misc[k] ?? "")) text += " ";
        if (/^JJ/.test(sentence.xpos[k] ?? "") && /^[A-Z]/.test(form))
          adjectives.push({ start: starts[k]!, end: ends[k]! });
      });
      for (const [first, last] of namedPlaces(sentence))
        gold.push({ start: starts[first]!, end: ends[last]! });
      text += "\n";
    }
    return label(`gum-${i}`, text, gold, names, lists, weight, adjectives);
  });
}

/** Spans of place entities that carry an identity or consist of proper nouns. */
function namedPlaces(sentence: GoldSentence): [number, number][] {
  const open: { id: string; type: string; named: boolean; from: number }[] = [];
  const spans: [number, number][] = [];
  sentence.misc.forEach((misc, k) => {
    const marks = /Entity=([^|]*)/.exec(misc)?.[1] ?? "";
    for (const m of marks.matchAll(
      /\((?<id>\d+)-(?<type>[a-z]+)(?<rest>[^()]*)(?<close>\))?|(?<end>\d+)\)/g,
    )) {
      const { id, type, rest, close, end } = m.groups as Record<string, string | undefined>;
      if (end !== undefined) {
        const at = open.findLastIndex((e) => e.id === end);
        if (at < 0) continue;
        const [entity] = open.splice(at, 1);
        if (entity!.type === "place" && isNamed(sentence, entity!.from, k, entity!.named))
          spans.push([entity!.from, k]);
      } else if (id !== undefined && type !== undefined) {
        const named = /-(?:sgl|coref|appos|pred|ana)-\S/.test(rest ?? "");
        if (close !== undefined) {
          if (type === "place" && isNamed(sentence, k, k, named)) spans.push([k, k]);
        } else open.push({ id, type, named, from: k });
      }
    }
  });
  return spans;
}

const isNamed = (s: GoldSentence, from: number, to: number, named: boolean): boolean => {
  const tags = s.xpos.slice(from, to + 1);
  return (
    to - from < 5 &&
    tags.some((t) => /^NNP/.test(t)) &&
    (named || tags.every((t) => /^(?:NNP|DT|IN|HYPH)/.test(t)))
  );
};

function label(
  id: string,
  text: string,
  gold: Span[],
  names: Gazetteer,
  lists: WordLists,
  weight: number,
  adjectives: Span[] = [],
): LabelledText {
  const blank = createDecider({
    weights: {},
    threshold: 0.5,
    firstNames: [...lists.firstNames],
    commonWords: [...lists.commonWords],
  });
  const { judged } = judgeSpots(text, names, blank);
  const examples = judged.flatMap(({ spot, features }) => {
    const demonym = spot.references[0]?.form === "demonym";
    if (
      adjectives.length > 0 &&
      demonym &&
      !gold.some((g) => overlaps(g, spot)) &&
      !adjectives.some((a) => overlaps(a, spot))
    )
      return [];
    const place =
      gold.some((g) => overlaps(g, spot)) || (demonym && adjectives.some((a) => overlaps(a, spot)));
    return [{ features, place, weight }];
  });
  const unspotted = gold.filter((g) => !judged.some(({ spot }) => overlaps(g, spot))).length;
  return { id, examples, gold: gold.length, unspotted };
}
