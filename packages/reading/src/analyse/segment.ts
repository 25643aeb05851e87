/**
 * Paragraphs, sentences and tokens of a text. A paragraph break always ends a sentence; no sentence is longer than
 * `MAX_TOKENS`, so that every later stage is linear in the text. Never throws.
 */
import type { Sentence, Token } from "../sentence.ts";
import { SpellingTable } from "../spelling-table.ts";
import { BEGINNERS, mayEndSentence } from "./abbreviations.ts";
import { paragraphs } from "./paragraphs.ts";
import { tokenise } from "./tokenise.ts";

/** Longer stretches are cut, at punctuation where there is some in their second half. */
export const MAX_TOKENS = 160;

/** Sentences in text order. */
export function segment(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  const emit = (from: number, to: number, paragraph: number): void => {
    if (to <= from) return;
    const own = tokens.slice(from, to);
    for (let i = 0; i < own.length; i++) own[i]!.i = i;
    sentences.push({
      i: sentences.length,
      paragraph,
      start: own[0]!.start,
      end: own[own.length - 1]!.end,
      tokens: own,
      level: "tokens",
      names: null,
    });
  };
  const push = (start: number, end: number): void => {
    const form = forms.at(text, start, end);
    tokens.push({
      i: 0,
      start,
      end,
      text: form.text,
      lower: form.lower,
      lemma: "",
      upos: "",
      xpos: "",
      head: -2,
      rel: "",
    });
  };
  paragraphs(text).forEach((paragraph, number) => {
    tokens.length = 0;
    tokenise(text, paragraph.start, paragraph.end, push);
    let done = 0;
    for (const end of sentenceEnds(tokens)) {
      while (end - done > MAX_TOKENS) {
        const cut = cutLong(tokens, done);
        emit(done, cut, number);
        done = cut;
      }
      emit(done, end, number);
      done = end;
    }
  });
  return sentences;
}

/** One string for all tokens of a spelling: what later stages look up by it, they find without reading its letters. */
const forms = new SpellingTable((text) => ({ text, lower: lowerCase(text) }));

function lowerCase(word: string): string {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code > 127 || (code >= 65 && code <= 90)) return word.toLowerCase();
  }
  return word;
}

/** Where to cut the over-long stretch that begins at the token `from`. */
function cutLong(tokens: readonly Token[], from: number): number {
  for (const marks of [";", ":—–", ","]) {
    for (let at = from + MAX_TOKENS - 1; at >= from + MAX_TOKENS / 2; at--) {
      const token = tokens[at]!;
      if (token.text.length === 1 && marks.includes(token.text)) return at + 1;
    }
  }
  return from + MAX_TOKENS;
}

const STOPS = /^[.!?…。]+$/u;
const CLOSING = /^(?:["”’»)\]]|''|')$/u;

/** For each sentence of the paragraph, the number of the token after its last; ascending, ends with the token count. */
export function sentenceEnds(tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  const dateline = datelineEnd(tokens);
  if (dateline > 0) ends.push(dateline);
  let depth = 0;
  for (let at = dateline; at < tokens.length; at++) {
    const { text } = tokens[at]!;
    if (text === "(" || text === "[") depth++;
    else if ((text === ")" || text === "]") && depth > 0) depth--;
    if (!endsSentence(tokens, at, depth) || isListNumber(tokens, ends.at(-1) ?? 0, at)) continue;
    let next = at + 1;
    while (next < tokens.length && isClosing(tokens, next)) {
      if ((tokens[next]!.text === ")" || tokens[next]!.text === "]") && depth > 0) depth--;
      next++;
    }
    while (
      next < tokens.length &&
      isStop(tokens[next]!.text) &&
      tokens[next]!.start === tokens[next - 1]!.end
    )
      next++;
    if (next < tokens.length && !beginsSentence(tokens, next, tokens[at]!.text)) continue;
    depth = 0;
    ends.push(next);
    at = next - 1;
  }
  if (tokens.length > 0 && ends[ends.length - 1] !== tokens.length) ends.push(tokens.length);
  return ends;
}

/** Whether the stop at `at` belongs to the number or letter of an article ("2. The parties …") that begins the sentence. */
function isListNumber(tokens: readonly Token[], begun: number, at: number): boolean {
  if (at !== begun + 1 || at + 1 >= tokens.length) return false;
  return /^(?:\d{1,3}|[a-z]|[ivx]{1,5})$/iu.test(tokens[begun]!.text) && tokens[begun]!.text !== "I";
}

function isStop(text: string): boolean {
  const code = text.charCodeAt(0);
  return (
    (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026 || code === 0x3002) &&
    (text.length === 1 || STOPS.test(text))
  );
}

/** A straight quote closes when it stands against the word before it. */
function isClosing(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  return CLOSING.test(token.text) && token.start === tokens[at - 1]!.end;
}

function endsSentence(tokens: readonly Token[], at: number, depth: number): boolean {
  const { text, lower } = tokens[at]!;
  if (isStop(text))
    return (
      depth === 0 ||
      text !== "." ||
      at + 1 >= tokens.length ||
      depth > 2 ||
      isClosing(tokens, at + 1) ||
      !insideBracket(tokens, at)
    );
  if (text.length > 1 && text.charCodeAt(text.length - 1) === 0x2e) {
    const next = tokens[at + 1];
    return (
      next !== undefined &&
      mayEndSentence(lower) &&
      /^\p{Lu}/u.test(next.text) &&
      BEGINNERS.has(next.lower) &&
      next.start > tokens[at]!.end
    );
  }
  return false;
}

/** Whether a closing bracket comes soon: brackets that are never closed must not glue a paragraph together. */
function insideBracket(tokens: readonly Token[], at: number): boolean {
  for (let ahead = at + 1; ahead < tokens.length && ahead < at + 60; ahead++) {
    const { text } = tokens[ahead]!;
    if (text === ")" || text === "]") return true;
  }
  return false;
}

function beginsSentence(tokens: readonly Token[], at: number, stop: string): boolean {
  const token = tokens[at]!;
  const first = token.text;
  // "MOSCOW, October 28. /TASS/." is one dateline.
  if (first === "/") return false;
  if (/^[,;:)\]%]/u.test(first)) return false;
  if (/^\p{Ll}/u.test(first))
    return stop === "." && token.start === tokens[at - 1]!.end ? false : isLowerBeginning(tokens, at, stop);
  return true;
}

/** "iPhone" and the like aside, a small letter continues the sentence. */
function isLowerBeginning(tokens: readonly Token[], at: number, stop: string): boolean {
  return stop === "." && /^\p{Ll}\p{Lu}/u.test(tokens[at]!.text);
}

const DASH = /^(?:[–—―]|-{1,3})$/u;

/** Token count of a dateline at the beginning of a paragraph: "BAKU, Azerbaijan (AP) —", "Agency, Baku, May 5 (Reporter N)"; 0 where there is none. */
function datelineEnd(tokens: readonly Token[]): number {
  const first = tokens[0];
  const signed = signedDatelineEnd(tokens);
  if (signed > 0) return signed;
  if (!first || !/^\p{Lu}{2,}[\p{Lu}.'’-]*$/u.test(first.text)) return 0;
  for (let at = 1; at < Math.min(tokens.length - 1, 16); at++) {
    const token = tokens[at]!;
    if (DASH.test(token.text)) {
      const spaced = token.start > tokens[at - 1]!.end || tokens[at + 1]!.start > token.end;
      if (!spaced) continue;
      return tokens.slice(0, at).every(isDatelineWord) ? at + 1 : 0;
    }
  }
  return 0;
}

const LONGEST_DATELINE = 24;

/** The dateline that ends with its writer in brackets, as Chinese agencies write. */
function signedDatelineEnd(tokens: readonly Token[]): number {
  const reach = Math.min(tokens.length - 1, LONGEST_DATELINE);
  for (let at = 1; at < reach; at++) {
    if (tokens[at]!.text !== "(") continue;
    if (!/^(?:reporters?|correspondents?|journalists?|by)$/u.test(tokens[at + 1]!.lower)) continue;
    for (let end = at + 2; end < reach; end++)
      if (tokens[end]!.text === ")") return tokens.slice(0, end).every(isDatelineWord) ? end + 1 : 0;
    return 0;
  }
  return 0;
}

function isDatelineWord(token: Token): boolean {
  return /^[\p{Lu}\p{Nd}(),./&-]/u.test(token.text) && !isStop(token.text);
}
