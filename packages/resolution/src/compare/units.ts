/**
 * An account cut into the smallest stretches that state something by themselves: sentences, their halves at a semicolon,
 * and the items of "discussed A, B and C". Every unit slices to its words.
 */
import { type ReadClaim, type Sentence, segment } from "@parley/reading";
import { type GivenAccount, holds, type Stretch, stretches } from "./given-account.ts";
import { type Word, wordsIn } from "./stems.ts";

export interface Unit {
  account: string;
  /** Into the text of the document. */
  start: number;
  end: number;
  quote: string;
  /** The words compared: the quote, or its translation. */
  english: string;
  /** What stands before it in its sentence, where it is an item of a list: "did not discuss". */
  lead: string;
  translated: boolean;
  words: Word[];
  /** Names in it or, where it has none, in its paragraph before it: "two civilians were killed" there. */
  names: string[];
  claims: ReadClaim[];
  /** Whether it is a point though nobody else speaks of it. */
  stands: boolean;
}

/** Of one account; what comes after is a book, and would be compared with every sentence of the others. */
const MOST = 120;

/** In text order, `MOST` at most; none for an account that was not read. */
export function unitsOf(account: GivenAccount, isSide: (stem: string) => boolean): Unit[] {
  if (account.unread !== null) return [];
  const { document } = account.reading;
  const title = document.title?.trim() ?? "";
  /** A page's text may begin with its title, which repeats what the text says. */
  const begin = document.text.startsWith(title) ? title.length : 0;
  const found: Unit[] = [];
  for (const stretch of stretches(document)) {
    let paragraph = -1;
    let last: string[] = [];
    for (const sentence of segment(stretch.text)) {
      if (found.length >= MOST) return found.slice(0, MOST);
      if (sentence.paragraph !== paragraph) last = [];
      paragraph = sentence.paragraph;
      if (stretch.start + sentence.end <= begin) continue;
      for (const part of partsOf(stretch.text, sentence)) {
        const unit = unitFrom(account, stretch, part);
        const names = unit.words
          .filter(({ name, date, stem }) => name && !date && !isSide(stem))
          .map(({ stem }) => stem);
        if (names.length) last = names;
        unit.names = last;
        if (unit.words.length > 0 || unit.claims.length > 0) found.push(unit);
      }
    }
  }
  return found.slice(0, MOST);
}

/** Both name something, and nothing that the other names. */
export const elsewhere = (a: Unit, b: Unit): boolean =>
  a.names.length > 0 && b.names.length > 0 && !a.names.some((name) => b.names.includes(name));

interface Part {
  start: number;
  end: number;
  lead: string;
}

function unitFrom(account: GivenAccount, { text, start, paragraph }: Stretch, part: Part): Unit {
  const english = text.slice(part.start, part.end);
  const span = paragraph ?? { start: start + part.start, end: start + part.end };
  const claims = account.reading.claims.filter((claim) => holds(claim, span, paragraph ? english : null));
  return {
    account: account.id,
    ...span,
    quote: account.reading.document.text.slice(span.start, span.end),
    english,
    lead: part.lead,
    translated: paragraph !== null,
    words: wordsIn(text, part.start, part.end).map((word) => ({
      ...word,
      start: word.start - part.start,
      end: word.end - part.start,
    })),
    names: [],
    claims,
    stands: account.whole || claims.some(({ told }) => !told.background && told.kind === "contact"),
  };
}

/** After such a verb a list of commas names things one by one. */
const LISTING =
  /\b(?:discuss(?:ed|ing)?|exchanged (?:views|opinions)|touched(?: upon)?|talked|spoke about|addressed|considered|reviewed|covered|focus(?:ed|ing)?|concerned)(?: (?:up)?on| about)?\s+/iu;

function partsOf(text: string, sentence: Sentence): Part[] {
  const parts: Part[] = [];
  for (const half of halves(text, sentence)) {
    const words = text.slice(half.start, half.end);
    const cue = LISTING.exec(words);
    const items = cue ? itemsOf(text, half.start + cue.index + cue[0].length, half.end) : [];
    if (cue && items.length > 1) {
      const lead = words.slice(0, cue.index + cue[0].length);
      parts.push(...items.map((item) => ({ ...item, lead })));
    } else parts.push(...repeated(text, half));
  }
  return parts;
}

interface Span {
  start: number;
  end: number;
}

function halves(text: string, { start, end }: Span): Span[] {
  return trimmed(text, cut(text, { start, end }, /;\s+/gu));
}

/** Commas and a last "and" part the items; alone an "and" parts them only before an article or "on" ("peace and security"). */
function itemsOf(text: string, start: number, end: number): Span[] {
  const listed = cut(text, { start, end }, /,?\s+as well as\s+|,\s+(?:and\s+)?/gu);
  const last = listed.at(-1)!;
  const words = text.slice(last.start, last.end);
  const both = /\s+and\s+(?:(?:up)?on\s+|(?=the\s))?/u.exec(words);
  const single = both && !words.slice(both.index + 1 + both[0].length).includes(" and ");
  if (
    both &&
    single &&
    (listed.length > 1 || /\son\s+$/u.test(both[0]) || /^\s+and\s+the\s/u.test(words.slice(both.index)))
  )
    listed.splice(
      -1,
      1,
      { start: last.start, end: last.start + both.index },
      { start: last.start + both.index + both[0].length, end: last.end },
    );
  return trimmed(text, listed);
}

/** "agreed on A and on B": the word that comes again begins another half. */
function repeated(text: string, span: Span): Part[] {
  const words = text.slice(span.start, span.end);
  const again = /,?\s+and\s+(on|to|that|not to)\s+/u.exec(words);
  if (!again || !new RegExp(`\\b${again[1]!.replace("not ", "")}\\b`, "u").test(words.slice(0, again.index)))
    return [{ ...span, lead: "" }];
  const first = { start: span.start, end: span.start + again.index };
  const second = {
    start: span.start + again.index + again[0].search(/(?:on|to|that|not)\s/u),
    end: span.end,
  };
  return [
    { ...first, lead: "" },
    { ...second, lead: "" },
  ];
}

function cut(text: string, { start, end }: Span, at: RegExp): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(at)) {
    spans.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  spans.push({ start: from, end });
  return spans;
}

/** Without white space and stops at either end; empty ones fall away. */
function trimmed(text: string, spans: Span[]): Span[] {
  return spans.flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    const before = /^[\s,;]*/u.exec(words)![0].length;
    const after = /[\s,;]*$/u.exec(words)![0].length;
    return before + after < words.length ? [{ start: start + before, end: end - after }] : [];
  });
}
