/** Light tokens of the place stage: words with their folded key, and marks. */
import { detached } from "../analyse/detached.ts";
import { isSpace, spaceEnd } from "../white-space.ts";
import { WordTable } from "../word-table.ts";
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
  /(?:[A-Z]\.){2,}|[A-Za-z\u00c0-\u024f\u02bb\u02bc]+(?:['’ʻʼ](?![sS]\b)[A-Za-z\u00c0-\u024f]+)*|\d[\d.,:]*|[^\s]/y;

export function placeTokens(text: string): PlaceToken[] {
  const tokens: PlaceToken[] = [];
  let opening = true;
  for (let end = 0; end < text.length; ) {
    const start = end;
    const code = text.charCodeAt(start);
    if (code === 32) end++;
    else if (isLatin(code)) {
      const read = isAscii(code) ? words.read(text, start) : null;
      const whole = read && isWhole(text, start, words.end) ? read : null;
      end = whole ? words.end : tokenEnd(text, start);
      const { text: form, key, capital } = whole ?? spelled(text.slice(start, end));
      tokens.push({ start, end, text: form, key, capital, opening });
      opening = false;
    } else if (code < 128 && ASCII_MARKS[code] !== null) {
      const mark = ASCII_MARKS[code]!;
      tokens.push({ start, end: ++end, text: mark, key: "", capital: false, opening });
      if (code === 46 || code === 33 || code === 63 || code === 58) opening = true;
    } else if (isSpace(code)) {
      end = spaceEnd(text, start);
      const blank = text.slice(start, end);
      if (blank.indexOf("\n") < blank.lastIndexOf("\n")) opening = true;
    } else {
      end = tokenEnd(text, start);
      tokens.push({ start, end, text: text.slice(start, end), key: "", capital: false, opening });
      if (code >= 48 && code <= 57) opening = false;
    }
  }
  return tokens;
}

const isAscii = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isLatin = (code: number) => isAscii(code) || (code >= 0xc0 && code < 0x250);
/** Marks by their code; null for white space, letters and digits. */
const ASCII_MARKS = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[\sa-zA-Z\d]/.test(char) ? null : char;
});

/** Whether the run of ASCII letters is a word of its own: not in "U.S.", "O’Neill", "Ağrı", "Ra'anana". */
function isWhole(text: string, start: number, end: number): boolean {
  const after = end < text.length ? text.charCodeAt(end) : 0;
  return after !== 39 && !(after >= 0xc0) && !(after === 46 && end === start + 1);
}

function tokenEnd(text: string, start: number): number {
  TOKEN.lastIndex = start;
  TOKEN.test(text);
  return TOKEN.lastIndex;
}

interface Spelled {
  text: string;
  key: string;
  capital: boolean;
}

const words = new WordTable(spelled);

function spelled(word: string): Spelled {
  const text = detached(word);
  return { text, key: fold(text), capital: isCapital(text) };
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code <= 90 : word[0] !== word[0]!.toLowerCase();
}
