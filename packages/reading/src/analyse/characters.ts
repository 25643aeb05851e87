/** Four classes of UTF-16 units, all that the tokeniser asks first; each unit is asked of the Unicode tables once. */

export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const SPACE = 3;

const UNKNOWN = 255;
const CLASSES = new Uint8Array(0x10000).fill(UNKNOWN);

/** Class of a UTF-16 unit. Half a surrogate pair is a letter: an emoji or a rare script stays in one run. */
export function classOf(code: number): number {
  const known = CLASSES[code]!;
  if (known !== UNKNOWN) return known;
  const found = askUnicode(code);
  CLASSES[code] = found;
  return found;
}

/** Whether the unit separates tokens without being one: white space, controls, zero-width and direction marks. */
export function isSpace(code: number): boolean {
  return classOf(code) === SPACE;
}

function askUnicode(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return LETTER;
  const character = String.fromCharCode(code);
  if (/[\s\p{Cc}\p{Cf}]/u.test(character)) return SPACE;
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return OTHER;
}
