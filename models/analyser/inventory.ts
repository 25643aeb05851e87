/** What the network counts in: tags, relations, and the vocabulary with its given vectors. */
import { vocabularyKey } from "../../packages/reading/src/analyse/word-input.ts";
import type { GoldSentence } from "./conllu.ts";
import type { Vectors } from "./vectors.ts";

export interface Inventory {
  /** "UPOS XPOS" */
  tags: string[];
  relations: string[];
  /** Words with an entry of their own first, then words that only have a given vector. */
  words: string[];
  ownWords: number;
}

/** Frequency in training from which a word has an entry of its own. */
const OWN_FROM = 2;

export function takeInventory(train: readonly GoldSentence[], vectors: Vectors, size: number): Inventory {
  const tags = ranked(train.flatMap((gold) => gold.upos.map((upos, i) => `${upos} ${gold.xpos[i]}`)));
  const relations = ranked(train.flatMap((gold) => gold.rels));
  const own = ranked(
    train.flatMap((gold) => gold.forms.map((form) => vocabularyKey(form.toLowerCase()))),
    OWN_FROM,
  );
  const words = new Set(own);
  for (const word of vectors.words) {
    if (words.size >= size) break;
    words.add(word);
  }
  return { tags, relations, words: [...words], ownWords: own.length };
}

function ranked(items: readonly string[], from = 1): string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= from)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([item]) => item);
}
