/**
 * Name spans: what the network reads in the sentence, made whole by the tags. A span never begins with a title, never
 * ends within a hyphenated name, and a proper noun after a title is a person even where the network saw none.
 */
import type { NameSpan, Token } from "../sentence.ts";

/** Not calibrated: names the network found, and names inferred from a title alone. */
const FOUND = 0.8;
const INFERRED = 0.4;

const TITLE = new Set(
  `mr. mr mrs. mrs ms. ms dr. dr prof. gen. gen lt. col. maj. capt. adm. sen. rep. gov. amb. general president vice-president minister premier
  secretary ambassador chancellor king queen prince princess sheikh emir sultan ayatollah pope patriarch metropolitan archbishop bishop imam
  spokesman spokeswoman spokesperson envoy commander colonel lieutenant major captain admiral marshal representative chairman chairwoman chair
  chief counterpart senator congressman director governor mayor judge speaker commissioner coordinator negotiator colleague leader lord sir lady`.split(
    /\s+/u,
  ),
);

/** `classes` are "O", "B-person", "I-person", … by token; tokens must be tagged. Spans are in order and do not overlap. */
export function nameSpans(tokens: readonly Token[], classes: readonly string[]): NameSpan[] {
  const spans = joinHyphens(tokens, readClasses(classes)).map((span) => withoutTitle(tokens, span));
  const named = new Set<number>();
  for (const { first, last } of spans) for (let i = first; i <= last; i++) named.add(i);
  const grown = spans.map((span) => grow(tokens, span, named));
  return [...grown, ...afterTitles(tokens, named)].sort((a, b) => a.first - b.first);
}

function readClasses(classes: readonly string[]): NameSpan[] {
  const found: NameSpan[] = [];
  classes.forEach((name, i) => {
    if (name === "O") return;
    const type = name.slice(2) as NameSpan["type"];
    const open = found.at(-1);
    if (name.startsWith("I-") && open && open.last === i - 1) open.last = i;
    else found.push({ first: i, last: i, type, score: FOUND });
  });
  return found;
}

function isProper(token: Token | undefined): boolean {
  return token !== undefined && token.upos === "PROPN" && /^\p{Lu}/u.test(token.text);
}

/** Whether the token is a hyphen with words hard against it on both sides. */
function isInnerHyphen(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || !/^[-‑–]$/u.test(token.text)) return false;
  return tokens[i - 1]?.end === token.start && tokens[i + 1]?.start === token.end;
}

function joinHyphens(tokens: readonly Token[], spans: readonly NameSpan[]): NameSpan[] {
  const joined: NameSpan[] = [];
  for (const span of spans) {
    let { last } = span;
    while (
      isInnerHyphen(tokens, last)
        ? isProper(tokens[last + 1])
        : isInnerHyphen(tokens, last + 1) && isProper(tokens[last + 2])
    ) {
      last += isInnerHyphen(tokens, last) ? 1 : 2;
    }
    let { first } = span;
    const before = joined.at(-1);
    if (before && first <= before.last) {
      before.last = Math.max(before.last, last);
      continue;
    }
    while (
      first > 1 &&
      isInnerHyphen(tokens, first - 1) &&
      isProper(tokens[first - 2]) &&
      (!before || before.last < first - 2)
    )
      first -= 2;
    joined.push({ ...span, first, last });
  }
  return joined;
}

function withoutTitle(tokens: readonly Token[], span: NameSpan): NameSpan {
  let { first } = span;
  while (span.type === "person" && first < span.last && TITLE.has(tokens[first]!.lower)) first++;
  return { ...span, first };
}

/** Persons take in the proper nouns beside them that no other name holds: "Gerald" before "Darmanin". */
function grow(tokens: readonly Token[], span: NameSpan, named: Set<number>): NameSpan {
  if (span.type !== "person") return span;
  let { first, last } = span;
  const isFree = (i: number): boolean =>
    !named.has(i) &&
    isProper(tokens[i]) &&
    !TITLE.has(tokens[i]!.lower) &&
    tokens[i]!.xpos === "NNP" &&
    !/^\p{Lu}{4,}$/u.test(tokens[i]!.text);
  while (isFree(last + 1)) named.add(++last);
  while (isFree(first - 1) && isGivenName(tokens, first - 1)) named.add(--first);
  return { ...span, first, last };
}

/** Words that end in a title's or body's manner are no given names: "Foreign", "Ministry", "Parliament". */
function isGivenName(tokens: readonly Token[], i: number): boolean {
  return !/(?:ist?ry|ment|tion|ian|ish|ese|ean|ine|foreign|prime|state|affairs|council|union|house|press|news|agency)$/u.test(
    tokens[i]!.lower,
  );
}

function afterTitles(tokens: readonly Token[], named: Set<number>): NameSpan[] {
  const found: NameSpan[] = [];
  for (let i = 1; i < tokens.length; i++) {
    if (
      named.has(i) ||
      !TITLE.has(tokens[i - 1]!.lower) ||
      !isProper(tokens[i]) ||
      TITLE.has(tokens[i]!.lower)
    )
      continue;
    let last = i;
    while (!named.has(last + 1) && isProper(tokens[last + 1])) last++;
    found.push({ first: i, last, type: "person", score: INFERRED });
    i = last;
  }
  return found;
}
