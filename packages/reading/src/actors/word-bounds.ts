/** Where the words of names begin and end. Letters are asked of the Unicode tables once each. */

/**
 * The rule, as a pattern: dotted abbreviations ("U.S.", "H.E.") are one word; an apostrophe inside a word belongs to it
 * unless it opens a possessive. Used as it stands beside letters outside the basic plane.
 */
const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’`ʼ](?![sS](?![\p{L}\p{N}]))[\p{L}\p{M}]+)*/gu;

const UPPER = 1;
const LETTER = 2;
const MARK = 4;
const NUMBER = 8;
const SURROGATE = 16;
const KNOWN = 128;
const SORTS = new Uint8Array(0x10000);

function sortOf(code: number): number {
  const known = SORTS[code]!;
  return known !== 0 ? known : askUnicode(code);
}

function askUnicode(code: number): number {
  const character = String.fromCharCode(code);
  let sort = KNOWN;
  if (code >= 0xd800 && code <= 0xdfff) sort |= SURROGATE;
  else {
    if (/\p{Lu}/u.test(character)) sort |= UPPER;
    if (/\p{L}/u.test(character)) sort |= LETTER;
    if (/\p{M}/u.test(character)) sort |= MARK;
    if (/\p{N}/u.test(character)) sort |= NUMBER;
  }
  SORTS[code] = sort;
  return sort;
}

const STOP = 0x2e;
const isApostrophe = (code: number) => code === 0x27 || code === 0x2019 || code === 0x60 || code === 0x2bc;

/** Puts the first word from `from` on into `bounds`; false where none ends by `to`. */
export function nextWord(
  text: string,
  from: number,
  to: number,
  bounds: { start: number; end: number },
): boolean {
  for (let at = from; at < to; at++) {
    const sort = sortOf(text.charCodeAt(at));
    if ((sort & (LETTER | MARK | NUMBER | SURROGATE)) === 0) continue;
    if (sort & SURROGATE) return byPattern(text, at, to, bounds);
    const end = (sort & UPPER && dottedEnd(text, at, to)) || wordEnd(text, at, to);
    if (isRareNear(text, end, to)) return byPattern(text, at, to, bounds);
    bounds.start = at;
    bounds.end = end;
    return true;
  }
  return false;
}

/** Whether what follows a word may be letters outside the basic plane, which may belong to it. */
function isRareNear(text: string, end: number, to: number): boolean {
  for (let at = end; at < to && at <= end + 2; at++)
    if ((text.charCodeAt(at) & 0xf800) === 0xd800) return true;
  return false;
}

/** End of two or more capitals with a full stop each, 0 where there are fewer. */
function dottedEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at + 1 < to && text.charCodeAt(at + 1) === STOP && sortOf(text.charCodeAt(at)) & UPPER) at += 2;
  return at - from >= 4 ? at : 0;
}

function wordEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && sortOf(text.charCodeAt(at)) & (LETTER | MARK | NUMBER)) at++;
  while (at + 1 < to && isApostrophe(text.charCodeAt(at))) {
    const next = text.charCodeAt(at + 1);
    if ((sortOf(next) & (LETTER | MARK)) === 0) return at;
    if (
      (next === 0x73 || next === 0x53) &&
      (at + 2 >= to || (sortOf(text.charCodeAt(at + 2)) & (LETTER | NUMBER)) === 0)
    )
      return at;
    at += 2;
    while (at < to && sortOf(text.charCodeAt(at)) & (LETTER | MARK)) at++;
  }
  return at;
}

function byPattern(text: string, from: number, to: number, bounds: { start: number; end: number }): boolean {
  WORD.lastIndex = 0;
  const found = WORD.exec(text.slice(from, to));
  if (!found) return false;
  bounds.start = from + found.index;
  bounds.end = bounds.start + found[0].length;
  return true;
}
