/** Reads sentences with the project's lexicons, for the tests of this folder. */
import { join } from "node:path";
import { loadLexicons } from "../../../../lexicons/load.ts";
import { segment } from "../analyse/segment.ts";
import type { ActorMention } from "../mention.ts";
import type { Analyser } from "../sentence.ts";
import { createActorFinder } from "./finder.ts";

const folder = join(import.meta.dirname, "../../../../lexicons");
export const lexicons = loadLexicons(folder);
export const finder = createActorFinder({ lexicons, weights: {}, cities: new Uint8Array() });

/** Names are found on bare tokens, so the samples need no tags and no trees. */
const bare: Analyser = {
  segment,
  tag: (sentence) => sentence,
  parse: (sentence) => sentence,
  names: () => [],
};

export function read(text: string, published: string | null = null) {
  const sentences = segment(text);
  return {
    text,
    ...finder.find({ text, sentences, analyser: bare, published, title: null, dateline: null }),
  };
}

/** Each mention as `words → actors`, in text order. */
export function told(text: string, published: string | null = null): Record<string, string[]> {
  const { mentions } = read(text, published);
  const entries = mentions.map((mention): [string, string[]] => [words(text, mention), mention.actors]);
  return Object.fromEntries(entries);
}

/** The actors of the first mention with exactly these words; undefined where there is none. */
export function actorsOf(
  text: string,
  phrase: string,
  published: string | null = null,
): string[] | undefined {
  const { mentions } = read(text, published);
  return mentions.find((mention) => words(text, mention) === phrase)?.actors;
}

export const words = (text: string, { start, end }: ActorMention) => text.slice(start, end);
