/** From roles of tokens to spans of text, with quotations taken whole and followed into neighbouring sentences. */
import type { Sentence, Token } from "../sentence.ts";
import type { Quotation } from "./quotes.ts";
import type { Scene } from "./scene.ts";

export type Span = [start: number, end: number];

export interface Roles {
  /** Number of the sentence the cue stands in, and the cue's head token there. */
  sentence: number;
  head: number;
  /** One role number per token of that sentence (`ROLES`). */
  roles: number[];
}

export interface Passage {
  text: string;
  sentences: readonly Sentence[];
  quotations: readonly Quotation[];
}

/** Sorted, joined where nothing but space lies between; unique. */
export function joinSpans(text: string, spans: readonly Span[]): Span[] {
  if (spans.length < 2) return spans.map(([start, end]): Span => [start, end]);
  const joined: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && (start <= last[1] || /^\s*$/.test(text.slice(last[1], start))))
      last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Spans of the tokens with `role`, without a comma or full stop left over at an edge. */
export function spansOf(passage: Passage, found: Roles, role: number): Span[] {
  const { tokens } = passage.sentences[found.sentence] as Sentence;
  const spans: Span[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (found.roles[i] !== role) continue;
    let last = i;
    while (last + 1 < tokens.length && found.roles[last + 1] === role) last++;
    let [from, to] = [i, last];
    const bare = (at: number) => /^[,;:.–—-]$/.test((tokens[at] as Token).text);
    while (to > from && bare(to) && role !== 2) to--;
    while (from < to && bare(from)) from++;
    if (!(from === to && bare(from))) spans.push([(tokens[from] as Token).start, (tokens[to] as Token).end]);
    i = last;
  }
  return joinSpans(passage.text, spans);
}

const overlaps = (span: Span, quotation: Quotation) => span[0] < quotation.end && span[1] > quotation.start;

/** How much of a quotation must be content already for all of it to be. */
const SHARE = 0.3;

/** Content spans grown to the whole of every quotation they take up much of, unless the cue itself is inside it. */
export function growIntoQuotations(passage: Passage, scene: Scene, found: Roles, content: Span[]): Span[] {
  const cue = scene.tokens[found.head] as Token;
  const grown = [...content];
  for (const quotation of passage.quotations) {
    if (quotation.end < (content[0]?.[0] ?? 0)) continue;
    if (quotation.start >= scene.sentence.end) break;
    if (cue.start >= quotation.start && cue.end <= quotation.end) continue;
    const inside = scene.tokens.filter(
      (token) => token.start >= quotation.start && token.end <= quotation.end,
    );
    const taken = inside.filter((token) => found.roles[token.i] === 3);
    if (taken.length === 0 || !content.some((span) => overlaps(span, quotation))) continue;
    if (taken.length / inside.length >= SHARE) grown.push([quotation.start, quotation.end]);
  }
  return joinSpans(passage.text, grown);
}

/** Whether words of the sentence stand outside every quotation, apart from punctuation. */
export function isAllQuoted(sentence: Sentence, quotations: readonly Quotation[]): boolean {
  return sentence.tokens.every(
    (token) =>
      !/[\p{L}\p{N}]/u.test(token.text) ||
      quotations.some((quotation) => token.start >= quotation.start && token.end <= quotation.end),
  );
}

/** Most sentences that a quotation is followed over, so that a text of nothing but quotations stays linear. */
const FOLLOWED = 40;

/**
 * Quotations after the cue's sentence in the same paragraph that go on in the same voice: sentences wholly in
 * quotation marks, up to the first that is not.
 */
export function followQuotations(passage: Passage, found: Roles, content: Span[]): Span[] {
  const { sentences, quotations, text } = passage;
  const home = sentences[found.sentence] as Sentence;
  if (
    !quotations.some(
      (quotation) => quotation.end > home.start && content.some((span) => overlaps(span, quotation)),
    )
  )
    return content;
  const near = quotations.filter((quotation) => quotation.end > home.start);
  const grown = [...content];
  for (let at = found.sentence + 1; at <= found.sentence + FOLLOWED && at < sentences.length; at++) {
    const next = sentences[at] as Sentence;
    if (next.paragraph !== home.paragraph || !isAllQuoted(next, near)) break;
    grown.push([next.start, next.end]);
  }
  return joinSpans(text, grown);
}
