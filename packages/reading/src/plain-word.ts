/** The case that most of a text is: a word of plain letters after a blank. Tokenisers ask their patterns only elsewhere. */

const isPlain = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/**
 * From `bounds.end` on, past blanks: true where a word of ASCII letters stands there, then in `bounds`, that no mark,
 * digit or letter behind it can belong to. Otherwise `bounds.start` and `bounds.end` are where to look further.
 */
export function plainWord(text: string, bounds: { start: number; end: number }): boolean {
  let start = bounds.end;
  while (text.charCodeAt(start) === 32) start++;
  let end = start;
  while (isPlain(text.charCodeAt(end))) end++;
  const after = text.charCodeAt(end);
  bounds.start = start;
  // "U.S.", "a.m.", "Q3"
  const marked = end === start + 1 && (after === 46 || (after >= 48 && after <= 57));
  // "o'clock", "O’Neill", "Ağrı"
  const plain = end > start && !marked && after !== 39 && !(after >= 0xc0);
  bounds.end = plain ? end : start;
  return plain;
}
