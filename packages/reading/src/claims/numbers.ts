/** Counts as worded, never rounder than they are: "over 100" has a low end, "dozens" only one too. */
import type { Range } from "@parley/protocol";
import type { Tree } from "../frames/tree.ts";

const WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  hundred: 100,
  thousand: 1000,
};

/** The number that a noun is counted by; null where the words give none. */
export function numberAt(tree: Tree, noun: number): Range | null {
  const token = tree.token(noun);
  if (/^dozens$/.test(token.lower)) return { low: 24, best: null, high: null };
  if (/^hundreds$/.test(token.lower)) return { low: 200, best: null, high: null };
  for (const kid of tree.children(noun, "nummod")) {
    const number = value(tree.token(kid).lower);
    if (number === null) continue;
    const before = tree.tokens
      .slice(Math.max(0, kid - 3), kid)
      .map(({ lower }) => lower)
      .join(" ");
    if (/(over|more than|at least|exceeding)$/.test(before)) return { low: number, best: null, high: null };
    if (/(up to|fewer than|less than|at most)$/.test(before)) return { low: null, best: null, high: number };
    return /(about|around|some|nearly|almost|approximately)$/.test(before)
      ? { low: null, best: number, high: null }
      : { low: number, best: number, high: number };
  }
  return null;
}

function value(word: string): number | null {
  if (word in WORDS) return WORDS[word]!;
  const digits = word.replace(/[,\s]/g, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
