/** Light tokens of the place stage: words with their folded key, and marks. */

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
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(text); m; m = TOKEN.exec(text)) {
    const word = m[0];
    const code = word.charCodeAt(0);
    if (code === 10) {
      opening ||= word.lastIndexOf("\n") > 0;
      continue;
    }
    const letter = isLetter(code);
    const {
      text: form,
      key,
      capital,
    } = letter ? spellingOf(word, code) : { text: word, key: "", capital: false };
    tokens.push({ start: m.index, end: m.index + word.length, text: form, key, capital, opening });
    if (letter || (code >= 48 && code <= 57)) opening = false;
    else if (word === "." || word === "!" || word === "?" || word === ":") opening = true;
  }
  return tokens;
}

/** Spellings by the word: text repeats itself. Only short ones, so that no document is held. */
const spellings = new Map<string, Spelling>();
const SHORT_WORD = 12;
const REMEMBERED = 50_000;

interface Spelling {
  text: string;
  key: string;
  capital: boolean;
}

function spellingOf(text: string, code: number): Spelling {
  const known = spellings.get(text);
  if (known) return known;
  const spelling = { text, key: fold(text), capital: isCapital(text, code) };
  if (text.length <= SHORT_WORD) {
    if (spellings.size >= REMEMBERED) spellings.clear();
    spellings.set(text, spelling);
  }
  return spelling;
}

const isLetter = (code: number) =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f);

const isCapital = (word: string, code: number): boolean =>
  code < 128 ? code <= 90 : word[0] !== word[0]!.toLowerCase();

const PLAIN = /^[A-Za-z]+$/;

/** One spelling for the letters that names are written with in many ways: "Türkiye" and "Turkiye", "Xi'an" and "Xian". */
export function fold(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f.'’ʻʼ‘]/g, "")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/ə/g, "a")
    .replace(/[-–‑]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
