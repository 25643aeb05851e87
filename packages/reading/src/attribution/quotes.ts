/** Quotations of a text by their marks, paragraph by paragraph; an unclosed one may go on in the next paragraph. */

export interface Quotation {
  /** UTF-16 offsets, marks included. Quotations never overlap and come in text order. */
  start: number;
  end: number;
  /** False where the paragraph ends before the closing mark. */
  closed: boolean;
  /** The speech goes on from the quotation before: that one is unclosed and this one opens the next paragraph. */
  continues: boolean;
}

/** Longest quotation inside one paragraph; a mark that finds no partner within it stands for something else. */
const LONGEST = 4000;
const SPACE = /\s/;
const LETTER = /[\p{L}\p{N}]/u;
const CLOSERS: Record<string, string[]> = {
  "“": ["”", "“", '"'],
  "„": ["“", "”", '"'],
  "«": ["»"],
  '"': ['"', "”"],
  "''": ["''"],
  "``": ["''", "``"],
  "‘": ["’"],
};

/** A mark, or the first half of one that is made of two; a single curly mark inside a word is an apostrophe. */
const MARK = /["“”„«»‘’]|'(?=')|`(?=`)/g;

/** Where marks stand, in text order. Three straight marks in a row are two pairs that overlap. */
function placesOfMarks(text: string): number[] {
  const places: number[] = [];
  MARK.lastIndex = 0;
  while (MARK.test(text)) places.push(MARK.lastIndex - 1);
  return places;
}

function markAt(text: string, at: number): string {
  const char = text.charAt(at);
  return char === "'" || char === "`" ? char + char : char;
}

const mayOpen = (text: string, at: number, mark: string): boolean => {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + mark.length);
  if (after === "" || SPACE.test(after)) return false;
  return !LETTER.test(before) || mark === "“" || mark === "«";
};

/** A single closing mark must follow a word or its punctuation and be followed by none. */
const mayClose = (text: string, at: number, mark: string): boolean =>
  mark !== "’" || !LETTER.test(text.charAt(at + 1) || " ");

/** The end of the quotation that the mark with number `nth` opens; null where none closes it before `stop`. */
function closingEnd(text: string, places: readonly number[], nth: number, stop: number): number | null {
  const start = places[nth] as number;
  const mark = markAt(text, start);
  const closers = CLOSERS[mark] ?? [];
  for (let n = nth + 1; n < places.length; n++) {
    const at = places[n] as number;
    if (at >= stop || at >= start + LONGEST) return null;
    if (at < start + mark.length) continue;
    const found = markAt(text, at);
    if (!closers.includes(found) || !mayClose(text, at, found)) continue;
    return found === "“" && mark === "“" ? null : at + found.length;
  }
  return null;
}

/** Paragraphs are lines with something on them. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  const places = placesOfMarks(text);
  let next = 0;
  let stop = 0;
  for (let nth = 0; nth < places.length; nth++) {
    const at = places[nth] as number;
    if (at < next) continue;
    const mark = markAt(text, at);
    next = at + mark.length;
    if (!(mark in CLOSERS) || !mayOpen(text, at, mark)) continue;
    if (at >= stop) {
      const newline = text.indexOf("\n", at);
      stop = newline < 0 ? text.length : newline;
    }
    const last = found.at(-1);
    const end = closingEnd(text, places, nth, stop);
    if (end === null && (mark === "‘" || stop - at > LONGEST)) continue;
    next = end ?? stop;
    found.push({
      start: at,
      end: next,
      closed: end !== null,
      continues: last?.closed === false && text.slice(last.end, at).trim() === "",
    });
  }
  return found;
}
