/** Finds every phrase of the lexicons in the words of a document: longest match, left to right, no overlaps. */
import type { ActorLexicon, Sense } from "./lexicon.ts";
import type { Word } from "./words.ts";

export interface Item {
  /** Word indexes, inclusive. */
  from: number;
  to: number;
  /** What the phrase may mean; at least one. */
  senses: Sense[];
}

// Abbreviated titles that are other words in small letters ("10 pm").
const SHORT_TITLE = 4;

function survives(sense: Sense, words: Word[], from: number, to: number): boolean {
  const first = words[from] as Word;
  if (sense.exact !== undefined) {
    return from === to && first.text.replaceAll(".", "") === sense.exact;
  }
  // "PM" before a name, not "3 p.m. EDT"
  if (sense.as === "title" && from === to && first.text.length <= SHORT_TITLE && first.text.endsWith("."))
    return false;
  if (sense.as === "title" && from === to && first.key === "pm" && /^\d/.test(words[from - 1]?.text ?? ""))
    return false;
  if (sense.as === "title" || sense.as === "ministry")
    return first.capital || (!sense.title?.honorific && (from !== to || first.text.length >= SHORT_TITLE));
  if (sense.proper && !(words[to] as Word).capital) return false;
  for (let at = from; at <= to; at++) if ((words[at] as Word).capital) return true;
  return false;
}

export interface Scan {
  words: Word[];
  items: Item[];
  /** For each word the item that covers it. */
  at: (Item | undefined)[];
  /** Words that the document also writes in small letters: capitals in a heading make no name of them. */
  common: Set<string>;
}

export function scan(words: Word[], lexicon: ActorLexicon): Scan {
  const items: Item[] = [];
  const at: (Item | undefined)[] = new Array(words.length);
  const continues = (index: number) => {
    const { joint } = words[index] as Word;
    return joint === "space" || joint === "hyphen";
  };
  for (let from = 0; from < words.length; ) {
    if (!words[from]!.begins) {
      from++;
      continue;
    }
    let next = from + 1;
    for (const hit of lexicon.trie.hits(words, from, continues)) {
      const to = from + hit.length - 1;
      const senses = hit.values.filter((sense) => survives(sense, words, from, to));
      if (senses.length === 0) continue;
      const item: Item = { from, to, senses };
      items.push(item);
      for (let covered = from; covered <= to; covered++) at[covered] = item;
      next = to + 1;
      break;
    }
    from = next;
  }
  const common = new Set<string>();
  for (const word of words) if (!word.capital) common.add(word.key);
  return { words, items, at, common };
}

/** The first sense of one of the given sorts. */
export function senseAs(item: Item | undefined, ...sorts: Sense["as"][]): Sense | undefined {
  if (!item) return undefined;
  for (const sense of item.senses) if (sorts.includes(sense.as)) return sense;
  return undefined;
}
