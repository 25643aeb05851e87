/** Where given words stand in a text, letter by letter. */

export interface Span {
  /** UTF-16 offsets, half-open. */
  start: number;
  end: number;
}

/** Marks that programs exchange for one another, each for a single code unit, so that offsets stay. */
const MARKS: [RegExp, string][] = [
  [/[‘’‚‛′]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—―−]/g, "-"],
  [/[\u00a0\u202f\u2007\n]/g, " "],
];

/** `text` with one form for each sort of quotation mark, dash and space; as long as before. */
export const plainMarks = (text: string): string =>
  MARKS.reduce((plain, [marks, mark]) => plain.replace(marks, mark), text);

/**
 * The whole words `words` in `text`, the occurrence nearest to `near`, else the first; null where they do not stand
 * there. Both are `plainMarks`.
 */
export function findWords(text: string, words: string, near: Span | null = null): Span | null {
  const wanted = words.trim();
  if (!wanted) return null;
  let best: Span | null = null;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const found = { start: at, end: at + wanted.length };
    if (!isWhole(text, found)) continue;
    if (!near) return found;
    if (!best || distance(found, near) < distance(best, near)) best = found;
  }
  return best;
}

const LETTER = /[\p{L}\p{N}]/u;

function isWhole(text: string, { start, end }: Span): boolean {
  const joined = (at: number) =>
    at > 0 && at < text.length && LETTER.test(text[at - 1]!) && LETTER.test(text[at]!);
  return !joined(start) && !joined(end);
}

const distance = (a: Span, b: Span): number => Math.max(0, b.start - a.end, a.start - b.end);
