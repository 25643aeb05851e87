/** How alike the words of two quotes are. */

/** The words of a quote in small letters, each once, without the commonest and the shortest. */
export const contentWords = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !COMMON.has(word)));

/** Jaccard: the words in both among the words in either; 0 where there are none. */
export function wordsShared(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared || 1);
}

const COMMON = new Set([
  "the",
  "and",
  "that",
  "with",
  "for",
  "has",
  "had",
  "was",
  "were",
  "said",
  "have",
  "from",
  "its",
  "his",
  "her",
  "their",
]);
