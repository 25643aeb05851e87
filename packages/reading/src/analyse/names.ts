/** Names from runs of proper nouns, typed by the words in and around them. */
import type { NameSpan, Sentence, Token } from "../sentence.ts";

const TITLE =
  /^(?:mr\.?|mrs\.?|ms\.?|dr\.?|gen\.?|general|president|minister|secretary|ambassador|chancellor|king|prince|sheikh|spokesman|spokeswoman|spokesperson|envoy|commander|colonel|representative|leader|premier|chairman|chief|counterpart|senator|director)$/u;
const BODY =
  /^(?:ministry|department|group|agency|council|union|organization|organisation|committee|commission|party|army|forces|parliament|university|bank|court|company|corporation|inc\.?|news|office|service|government|administration|league|alliance|fund|institute|association|assembly|congress|senate|house|movement|front)$/u;
const PLACE_PREPOSITION = /^(?:in|at|near|from|to|into|toward|towards|across|through|around)$/u;

export function findNames(sentence: Sentence): NameSpan[] {
  const { tokens } = sentence;
  const found: NameSpan[] = [];
  for (let first = 0; first < tokens.length; first++) {
    if (tokens[first]!.upos !== "PROPN") continue;
    let last = first;
    while (last + 1 < tokens.length && (tokens[last + 1]!.upos === "PROPN" || joins(tokens, last + 1)))
      last++;
    let begin = first;
    while (begin < last && TITLE.test(tokens[begin]!.lower)) begin++;
    found.push({ first: begin, last, type: typeOf(tokens, begin, last), score: 0.5 });
    first = last;
  }
  return found;
}

function joins(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]!.text === "-" && next?.upos === "PROPN" && next.start === tokens[at]!.end;
}

function typeOf(tokens: readonly Token[], first: number, last: number): NameSpan["type"] {
  const before = tokens[first - 1]?.lower ?? "";
  if (tokens.slice(first, last + 1).some((token) => BODY.test(token.lower))) return "organisation";
  if (TITLE.test(before)) return "person";
  if (PLACE_PREPOSITION.test(before)) return "place";
  if (last === first && /^\p{Lu}{2,}$/u.test(tokens[first]!.text)) return "organisation";
  return last > first ? "person" : "place";
}
