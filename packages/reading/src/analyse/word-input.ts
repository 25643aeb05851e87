/** How a word form enters the network: by its entry in the vocabulary and by the pieces it is spelt with. */
import { hashText } from "./hash.ts";

/** Rows of the table of spelling pieces. */
export const PIECE_BITS = 14;

/** Longer words are shortened in the middle before they are cut into pieces. */
const LONGEST = 24;

/** The spelling of a word in the vocabulary: lower case, plain quotes. */
export function vocabularyKey(lower: string): string {
  return lower.replace(/[’`‘]/gu, "'").replace(/[“”]/gu, '"');
}

/** Second try for words that the vocabulary lacks: digits all alike. */
export function digitless(key: string): string {
  return key.replace(/\p{Nd}/gu, "0");
}

/** Row numbers below 2^PIECE_BITS: beginnings, endings, trigrams, shape. Never empty. */
export function pieces(text: string, lower: string): number[] {
  const key = digitless(vocabularyKey(lower));
  const word = key.length > LONGEST ? key.slice(0, LONGEST / 2) + key.slice(-LONGEST / 2) : key;
  const rows: number[] = [];
  const add = (piece: string, kind: number): void => {
    rows.push((Math.imul(hashText(piece, kind), 0x9e3779b1) >>> (32 - PIECE_BITS)) | 0);
  };
  for (let length = 1; length <= Math.min(5, word.length); length++) add(word.slice(-length), 11);
  for (let length = 1; length <= Math.min(4, word.length); length++) add(word.slice(0, length), 12);
  const marked = `^${word}$`;
  for (let at = 0; at + 3 <= marked.length; at++) add(marked.slice(at, at + 3), 13);
  add(shapeOf(text.slice(0, LONGEST)), 14);
  add(caseOf(text), 15);
  return rows;
}

/** "Xx", "XX", "xXx", "00,0": runs longer than two collapsed. */
function shapeOf(text: string): string {
  let shape = "";
  for (const character of text) {
    const kind = /\p{Lu}/u.test(character)
      ? "X"
      : /\p{L}/u.test(character)
        ? "x"
        : /\p{Nd}/u.test(character)
          ? "0"
          : character;
    if (!shape.endsWith(kind + kind)) shape += kind;
  }
  return shape;
}

function caseOf(text: string): string {
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(text)) return text.length === 1 ? "single" : "title";
  if (/^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(text)) return "upper";
  if (/\p{Lu}/u.test(text)) return "mixed";
  return /\p{L}/u.test(text) ? "lower" : "none";
}
