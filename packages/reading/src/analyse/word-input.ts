/** How a word form enters the network: by its entry in the vocabulary and by the pieces it is spelt with. */
import { hashBetween } from "./hash.ts";

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
  const add = (within: string, start: number, end: number, kind: number): void => {
    rows.push((Math.imul(hashBetween(within, start, end, kind), 0x9e3779b1) >>> (32 - PIECE_BITS)) | 0);
  };
  const { length } = word;
  for (let ending = 1; ending <= Math.min(5, length); ending++) add(word, length - ending, length, 11);
  for (let beginning = 1; beginning <= Math.min(4, length); beginning++) add(word, 0, beginning, 12);
  const marked = `^${word}$`;
  for (let at = 0; at + 3 <= marked.length; at++) add(marked, at, at + 3, 13);
  const shape = shapeOf(text.slice(0, LONGEST));
  add(shape, 0, shape.length, 14);
  const letters = caseOf(text);
  add(letters, 0, letters.length, 15);
  return rows;
}

/** "Xx", "XX", "xXx", "00,0": runs longer than two collapsed. */
function shapeOf(text: string): string {
  let shape = "";
  for (const character of text) {
    const kind = kindOf(character);
    if (!shape.endsWith(kind + kind)) shape += kind;
  }
  return shape;
}

/** What was found for the first code points, which is most of what texts are written in. */
const kinds: (string | undefined)[] = new Array(0x600).fill(undefined);

function kindOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= kinds.length) return askUnicode(character);
  kinds[code] ??= askUnicode(character);
  return kinds[code];
}

function askUnicode(character: string): string {
  if (/\p{Lu}/u.test(character)) return "X";
  if (/\p{L}/u.test(character)) return "x";
  return /\p{Nd}/u.test(character) ? "0" : character;
}

function caseOf(text: string): string {
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(text)) return text.length === 1 ? "single" : "title";
  if (/^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(text)) return "upper";
  if (/\p{Lu}/u.test(text)) return "mixed";
  return /\p{L}/u.test(text) ? "lower" : "none";
}
