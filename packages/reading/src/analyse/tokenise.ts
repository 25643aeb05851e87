/**
 * Cuts text into tokens as UD English EWT and GUM do: hyphenated words split except after a bound prefix,
 * clitics split off, numbers, addresses and dotted abbreviations kept whole. Linear in the length of the text;
 * tokens never overlap, never are empty and together cover every character that is not white space.
 */
import { isAbbreviation } from "./abbreviations.ts";
import { classOf, DIGIT, LETTER, OTHER, SPACE } from "./characters.ts";

/** Receives each token's offsets (UTF-16, half-open), in order. */
export type TokenSink = (start: number, end: number) => void;

const ADDRESS =
  /^(?:https?:|ftp:|mailto:|www\.)|^[\w.+-]+@[\w-]+\.[\w.-]*\w$|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|int|ru|az|am|tr|ua|ge|info|uk|de|fr)(?:\/\S*)?$/iu;
const NUMBERLIKE = /^[+#]?\d[\d.,:/]*\d$|^\d$/u;
/** Telephone numbers and all-digit dates keep their hyphens. */
const HYPHENATED_NUMBER = /^\+?\d+(?:-\d+){2,}$|^\d{3}-\d{4}$/u;
const UNIT =
  /^(\d[\d.,:]*)(am|pm|a\.m\.|p\.m\.|km|kg|mm|cm|m|mg|ml|g|lbs?|ft|mph|bn|mn|k|hrs?|min|sec|GB|MB|mA|kW|MW|GW|kWh|MWh)$/u;
const CLITIC = /^(.+)(n['’`]t|['’`](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M))$/u;
const BOUND_PREFIX =
  /^(?:anti|co|e|ex|mid|multi|neo|non|pan|post|pre|pro|re|semi|sub|trans|ultra|un|counter|cross|inter|intra|mini|socio|arch|psycho|quasi|pseudo|bi|tri|de|over|under|micro|macro|hyper|super|electro|geo|bio|eco|euro|hydro|infra|extra)$/iu;
const FUSED = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["wanna", 3],
  ["gimme", 3],
  ["lemme", 3],
  ["dunno", 2],
]);
/** Their first letters, small. */
const MAY_BE_FUSED = "cgwld";

/** Calls `sink` for every token between the two offsets. */
export function tokenise(text: string, from: number, to: number, sink: TokenSink): void {
  let at = from;
  while (at < to) {
    let kind = classOf(text.charCodeAt(at));
    if (kind === SPACE) {
      at++;
      continue;
    }
    const start = at;
    let plain = true;
    let last = kind;
    while (kind !== SPACE) {
      if (kind !== LETTER) plain = false;
      last = kind;
      at++;
      if (at >= to) break;
      kind = classOf(text.charCodeAt(at));
    }
    if (plain) cutWord(text, start, at, sink);
    else if (last === OTHER && isPlainBefore(text, start, at - 1) && isSimpleMark(text.charCodeAt(at - 1))) {
      cutWord(text, start, at - 1, sink);
      sink(at - 1, at);
    } else cutChunk(text, start, at, sink);
  }
}

/** Commas need no look at the abbreviations, which is what makes most chunks cheap. */
function isSimpleMark(code: number): boolean {
  return code === 0x2c || code === 0x3b || code === 0x3a || code === 0x3f || code === 0x21;
}

function isPlainBefore(text: string, start: number, end: number): boolean {
  if (start === end) return false;
  for (let at = start; at < end; at++) if (classOf(text.charCodeAt(at)) !== LETTER) return false;
  return true;
}

/** Letters only. */
function cutWord(text: string, start: number, end: number, sink: TokenSink): void {
  const length = end - start;
  if (length >= 5 && length <= 6 && MAY_BE_FUSED.includes(text[start]!.toLowerCase())) {
    const cut = FUSED.get(text.slice(start, end).toLowerCase());
    if (cut !== undefined) {
      sink(start, start + cut);
      start += cut;
    }
  }
  sink(start, end);
}

/** Longest run of white-space-free text that patterns are tried on; longer ones are cut by character class alone. */
const MAX_CHUNK = 200;

function cutChunk(text: string, start: number, end: number, sink: TokenSink): void {
  if (end - start > MAX_CHUNK) {
    cutByClass(text, start, end, sink);
    return;
  }
  // Opening marks.
  while (start < end && isOuterMark(text, start)) {
    const next = runEnd(text, start, end);
    if (next === end) {
      cutMarks(text, start, end, sink);
      return;
    }
    cutMarks(text, start, next, sink);
    start = next;
  }
  // Closing marks, remembered and given out after the core.
  let core = end;
  while (core > start) {
    const code = text.charCodeAt(core - 1);
    if (classOf(code) !== OTHER) break;
    const word = text.slice(start, core);
    if (code === 0x2e && keepsDot(word)) break;
    if (code === 0x2b || code === 0x2f || code === 0x23) if (ADDRESS.test(word)) break;
    core--;
  }
  if (isPlainBefore(text, start, core)) cutWord(text, start, core, sink);
  else if (core > start) cutCore(text, start, core, sink);
  if (core < end) cutMarks(text, core, end, sink);
}

const DOTTED = /^(?:\p{L}\.)+$|^\p{L}\.(?:\p{L}{1,2}\.)+$/u;

function keepsDot(word: string): boolean {
  if (word.length > 12) return false;
  const dottedSoon = word.charCodeAt(1) === 0x2e || word.charCodeAt(2) === 0x2e;
  return (dottedSoon && DOTTED.test(word)) || isAbbreviation(word);
}

function isOuterMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (classOf(code) !== OTHER) return false;
  // "#1", "@name", "+7" and ".5" begin tokens.
  if (code === 0x23 || code === 0x40 || code === 0x2b || code === 0x2e) {
    const next = at + 1 < text.length ? classOf(text.charCodeAt(at + 1)) : OTHER;
    return next === OTHER || next === SPACE || (code === 0x2e && next === LETTER);
  }
  // "'s" standing alone is a clitic.
  if ((code === 0x27 || code === 0x2019) && /^['’](?:s|re|ve|ll|d|m|\d0s)\b/iu.test(text.slice(at, at + 4)))
    return false;
  return true;
}

/** End of the run of one repeated mark that starts at `at`. */
function runEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let next = at + 1;
  while (next < end && text.charCodeAt(next) === code) next++;
  return next;
}

/** Marks only: equal dots, hyphens, asterisks and the like in a row are one token, quotes and brackets one each. */
function cutMarks(text: string, start: number, end: number, sink: TokenSink): void {
  while (start < end) {
    const code = text.charCodeAt(start);
    let next = start + 1;
    if (
      code === 0x2e ||
      code === 0x2d ||
      code === 0x21 ||
      code === 0x3f ||
      code === 0x2a ||
      code === 0x5f ||
      code === 0x3d ||
      code === 0x7e ||
      code === 0x23 ||
      code === 0x2b
    ) {
      next = runEnd(text, start, end);
    } else if ((code === 0x27 || code === 0x60) && text.charCodeAt(next) === code && next < end) next++;
    sink(start, next);
    start = next;
  }
}

const HYPHEN = /[-–—‑−]/u;

function cutCore(text: string, start: number, end: number, sink: TokenSink): void {
  const word = text.slice(start, end);
  if (NUMBERLIKE.test(word) || HYPHENATED_NUMBER.test(word) || ADDRESS.test(word)) {
    sink(start, end);
    return;
  }
  const clitic = CLITIC.exec(word);
  if (clitic) {
    const cut = clitic[1]!.length;
    cutCore(text, start, start + cut, sink);
    sink(start + cut, end);
    return;
  }
  const unit = UNIT.exec(word);
  if (unit) {
    sink(start, start + unit[1]!.length);
    sink(start + unit[1]!.length, end);
    return;
  }
  cutInside(text, start, end, sink);
}

/** Splits at inner marks: hyphens, slashes between words, brackets, currency and percent signs, ellipses. */
function cutInside(text: string, start: number, end: number, sink: TokenSink): void {
  let from = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (classOf(code) !== OTHER) continue;
    const next = markEnd(text, start, end, at);
    if (next === at) continue;
    if (at > from) cutPart(text, from, at, sink);
    cutMarks(text, at, next, sink);
    from = next;
    at = next - 1;
  }
  if (from === start && end > from) {
    cutWord(text, from, end, sink);
  } else if (end > from) cutPart(text, from, end, sink);
}

function cutPart(text: string, start: number, end: number, sink: TokenSink): void {
  const word = text.slice(start, end);
  if (/['’]/u.test(word) || UNIT.test(word)) cutCore(text, start, end, sink);
  else sink(start, end);
}

/** End of the token-making mark at `at`, or `at` itself where the mark belongs to the word. */
function markEnd(text: string, start: number, end: number, at: number): number {
  const mark = text[at]!;
  const before = at > start ? classOf(text.charCodeAt(at - 1)) : OTHER;
  const after = at + 1 < end ? classOf(text.charCodeAt(at + 1)) : OTHER;
  if (HYPHEN.test(mark)) {
    if (mark === "-" && before === LETTER && after === LETTER) {
      let from = at;
      while (from > start && classOf(text.charCodeAt(from - 1)) === LETTER) from--;
      if (BOUND_PREFIX.test(text.slice(from, at))) return at;
    }
    return runEnd(text, at, end);
  }
  switch (mark) {
    case "'":
    case "’":
    case "ʼ":
    case "&":
    case "_":
    case "@":
    case "#":
    case "`":
    case "·":
      return before === OTHER || after === OTHER ? at + 1 : at;
    case ".":
      if (text[at + 1] === ".") return runEnd(text, at, end);
      // A full stop glued to the next sentence ("ended.The") is one; "3.5", "U.S.-led" and "site.am" are not.
      return before === LETTER && after === LETTER && isGluedStop(text, start, end, at) ? at + 1 : at;
    case ",":
    case ":":
      return before === DIGIT && after === DIGIT ? at : at + 1;
    case "/":
      return before === DIGIT && after === DIGIT ? at : at + 1;
    default:
      return at + 1;
  }
}

function isGluedStop(text: string, start: number, end: number, at: number): boolean {
  const next = text[at + 1]!;
  const previous = text[at - 1]!;
  return (
    at - start >= 2 &&
    end - at > 2 &&
    /\p{Lu}/u.test(next) &&
    /\p{Ll}/u.test(previous) &&
    /\p{Ll}/u.test(text[at + 2] ?? "")
  );
}

function cutByClass(text: string, start: number, end: number, sink: TokenSink): void {
  while (start < end) {
    const kind = classOf(text.charCodeAt(start));
    let next = start + 1;
    if (kind !== OTHER) {
      while (next < end && next - start < MAX_CHUNK && classOf(text.charCodeAt(next)) === kind) next++;
    } else next = runEnd(text, start, Math.min(end, start + MAX_CHUNK));
    sink(start, next);
    start = next;
  }
}
