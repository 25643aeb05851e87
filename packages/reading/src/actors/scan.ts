/** Finds every phrase of the lexicons in the words of a document: longest match, left to right, no overlaps. */
import { MINISTRY, type Sense, TITLE } from "./sense.ts";
import type { Word } from "./words.ts";

export interface Item {
  /** Word indexes, inclusive. */
  from: number;
  to: number;
  /** What the phrase may mean; at least one. */
  senses: Sense[];
  /** The sorts of all senses. */
  sorts: number;
}

// Abbreviated titles that are other words in small letters ("10 pm").
const SHORT_TITLE = 4;

function survives(sense: Sense, words: Word[], from: number, to: number): boolean {
  const first = words[from]!;
  if (sense.exact !== null)
    return (
      from === to &&
      (first.spelling.text === sense.exact || first.spelling.text.replaceAll(".", "") === sense.exact)
    );
  if (sense.as === TITLE && from === to && first.spelling.text.length <= SHORT_TITLE) {
    // "PM" before a name, not "3 p.m. EDT"
    if (first.spelling.text.endsWith(".")) return false;
    if (first.key === "pm" && /^\d/.test(words[from - 1]?.spelling.text ?? "")) return false;
  }
  if (sense.as === TITLE || sense.as === MINISTRY)
    return (
      first.capital || (!sense.title?.honorific && (from !== to || first.spelling.text.length >= SHORT_TITLE))
    );
  if (sense.proper && !words[to]!.capital) return false;
  for (let at = from; at <= to; at++) if (words[at]!.capital) return true;
  return false;
}

/** Those of a phrase's senses that hold for the words; null where none does. */
function surviving(senses: Sense[], words: Word[], from: number, to: number): Sense[] | null {
  let count = 0;
  for (const sense of senses) if (survives(sense, words, from, to)) count++;
  if (count === senses.length) return senses;
  return count === 0 ? null : senses.filter((sense) => survives(sense, words, from, to));
}

/** The longest phrase that begins at the word and means something there. */
function longestFrom(words: Word[], from: number): Item | null {
  let to = from;
  let senses: Sense[] | null = null;
  let node = words[from]!.spelling.opens;
  for (let at = from; node !== null; ) {
    const held = node.values === null ? null : surviving(node.values, words, from, at);
    if (held !== null) {
      senses = held;
      to = at;
    }
    const word = words[++at];
    if (node.next === null || !word || (word.joint !== "space" && word.joint !== "hyphen")) break;
    node = node.next.get(word.key) ?? null;
  }
  if (senses === null) return null;
  let sorts = 0;
  for (const { as } of senses) sorts |= as;
  return { from, to, senses, sorts };
}

export interface Scan {
  words: Word[];
  items: Item[];
  /** For each word the item that covers it. */
  at: (Item | undefined)[];
  /** Words written with a capital that the document also writes in small letters: in a heading, capitals make no name of them. */
  common: Set<string>;
}

const LOOKS = 2048;

/** First letter, last letter and length as one number: most words are told not to be in a small set without a look at it. */
const lookOf = (key: string): number =>
  (key.charCodeAt(0) * 37 + key.charCodeAt(key.length - 1) * 997 + key.length * 211) & (LOOKS - 1);

export function scan(words: Word[]): Scan {
  const items: Item[] = [];
  const at: (Item | undefined)[] = new Array(words.length);
  const capitals = new Set<string>();
  const looks = new Uint8Array(LOOKS);
  for (let from = 0; from < words.length; ) {
    const word = words[from]!;
    const item = word.spelling.opens === null ? null : longestFrom(words, from);
    if (item === null) {
      if (word.capital) {
        capitals.add(word.key);
        looks[lookOf(word.key)] = 1;
      }
      from++;
      continue;
    }
    items.push(item);
    for (let covered = from; covered <= item.to; covered++) at[covered] = item;
    from = item.to + 1;
  }
  const common = new Set<string>();
  for (const { capital, key } of words)
    if (!capital && looks[lookOf(key)] === 1 && capitals.has(key)) common.add(key);
  return { words, items, at, common };
}

/** The first sense of one of the given sorts. */
export function senseAs(item: Item | undefined, sorts: number): Sense | undefined {
  if (!item || (item.sorts & sorts) === 0) return undefined;
  for (const sense of item.senses) if (sense.as & sorts) return sense;
  return undefined;
}
