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

/** The quotation mark at `at`, if one stands there. A single curly mark inside a word is an apostrophe. */
function markAt(text: string, at: number): string | null {
  const char = text.charAt(at);
  if (char === "'" || char === "`") {
    const pair = text.slice(at, at + 2);
    return pair === "''" || pair === "``" ? pair : null;
  }
  return '“”„«»"‘’'.includes(char) ? char : null;
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

interface Stretch {
  start: number;
  end: number;
}

function findClosing(text: string, opening: Stretch, stop: number): Stretch | null {
  const mark = text.slice(opening.start, opening.end);
  const closers = CLOSERS[mark] ?? [];
  for (let at = opening.end; at < Math.min(stop, opening.start + LONGEST); at++) {
    const found = markAt(text, at);
    if (!found || !closers.includes(found) || !mayClose(text, at, found)) continue;
    if (found === "“" && mark === "“") return null;
    return { start: at, end: at + found.length };
  }
  return null;
}

/** Paragraphs are lines with something on them. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open = false;
  for (const line of text.matchAll(/[^\n]+/g)) {
    if (!/\S/.test(line[0])) continue;
    const stop = line.index + line[0].length;
    const first = line.index + (line[0].length - line[0].trimStart().length);
    let at = line.index;
    let unclosed = false;
    while (at < stop) {
      const mark = markAt(text, at);
      if (!mark || !(mark in CLOSERS) || !mayOpen(text, at, mark)) {
        at += mark?.length ?? 1;
        continue;
      }
      const opening = { start: at, end: at + mark.length };
      const closing = findClosing(text, opening, stop);
      const continues = open && at === first;
      if (closing) {
        found.push({ start: at, end: closing.end, closed: true, continues });
        at = closing.end;
      } else if (mark === "‘" || stop - at > LONGEST) {
        at = opening.end;
      } else {
        found.push({ start: at, end: stop, closed: false, continues });
        unclosed = true;
        at = stop;
      }
    }
    open = unclosed;
  }
  return found;
}
