/** How alike the words of two quotes are. */

/** Jaccard of the words of two quotes, without the commonest; 0 where one has none. */
export function wordsShared(a: string, b: string): number {
  const [x, y] = [words(a), words(b)];
  const shared = [...x].filter((w) => y.has(w)).length;
  return shared / (x.size + y.size - shared || 1);
}

const words = (text: string) =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((w) => !COMMON.has(w)));

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
