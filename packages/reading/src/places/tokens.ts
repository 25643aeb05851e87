/** Light tokens of the place stage: words with their folded key, and marks. */

import { plainWord } from "../plain-word.ts";
import { SpellingTable } from "../spelling-table.ts";
import { fold } from "./fold.ts";

export { fold };

export interface PlaceToken {
  start: number;
  end: number;
  text: string;
  /** Lower case, no accents, no apostrophes or full stops; "" for marks. */
  key: string;
  /** Starts with a capital letter. */
  capital: boolean;
  /** First word of a sentence or a line, as far as marks tell. */
  opening: boolean;
}

const TOKEN =
  /(?:[A-Z]\.){2,}|[A-Za-z\u00c0-\u024f\u02bb\u02bc]+(?:['’ʻʼ](?![sS]\b)[A-Za-z\u00c0-\u024f]+)*|\d[\d.,:]*|\n\s*|[^\s]/g;

export function placeTokens(text: string): PlaceToken[] {
  const tokens: PlaceToken[] = [];
  let opening = true;
  const bounds = { start: 0, end: 0 };
  while (nextToken(text, bounds)) {
    const { start, end } = bounds;
    const code = text.charCodeAt(start);
    if (code === 10) {
      opening ||= text.lastIndexOf("\n", end - 1) > start;
      continue;
    }
    const { text: form, key, capital } = spellings.at(text, start, end);
    tokens.push({ start, end, text: form, key, capital, opening });
    if (isLetter(code) || (code >= 48 && code <= 57)) opening = false;
    else if (form === "." || form === "!" || form === "?" || form === ":") opening = true;
  }
  return tokens;
}

/** Moves `bounds` to the next token as `TOKEN` cuts it; false at the end. */
function nextToken(text: string, bounds: { start: number; end: number }): boolean {
  if (plainWord(text, bounds)) return true;
  TOKEN.lastIndex = bounds.start;
  const found = TOKEN.exec(text);
  if (!found) return false;
  bounds.start = found.index;
  bounds.end = TOKEN.lastIndex;
  return true;
}

const spellings = new SpellingTable((text) => {
  const code = text.charCodeAt(0);
  const letter = isLetter(code);
  return { text, key: letter ? fold(text) : "", capital: letter && isCapital(text, code) };
});

const isLetter = (code: number) =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f);

const isCapital = (word: string, code: number): boolean =>
  code < 128 ? code <= 90 : word[0] !== word[0]!.toLowerCase();
