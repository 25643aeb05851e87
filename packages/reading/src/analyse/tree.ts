/**
 * Questions to a parsed sentence. Token indexes count within the sentence; every answer is ascending and without
 * repeats. All are safe on unparsed sentences: they then find nothing.
 */
import type { Sentence, Token } from "../sentence.ts";

/** First and last token index, inclusive. */
export interface TokenSpan {
  first: number;
  last: number;
}

/** Tokens whose head is `i`; with `rels`, only those whose relation is one of these ("obl" also means "obl:agent"). */
export function children(sentence: Sentence, i: number, ...rels: string[]): Token[] {
  const found: Token[] = [];
  for (const token of sentence.tokens)
    if (token.head === i && (rels.length === 0 || hasRelation(token, rels))) found.push(token);
  return found;
}

/** Whether the token's relation is one of `rels` or a subtype of one. */
export function hasRelation({ rel: own }: Token, rels: readonly string[]): boolean {
  for (const rel of rels)
    if (own.startsWith(rel) && (own.length === rel.length || own.charCodeAt(rel.length) === COLON))
      return true;
  return false;
}

const COLON = 0x3a;

/** The token and everything below it. */
export function subtree(sentence: Sentence, i: number): Token[] {
  return climbing(sentence, i, () => false);
}

/** Tokens whose way up reaches `i` without an edge that is `barred`; every edge is looked at once. */
function climbing({ tokens }: Sentence, i: number, barred: (token: Token) => boolean): Token[] {
  const [reaches, strays] = [1, 2];
  const known = new Uint8Array(tokens.length);
  if (i >= 0 && i < tokens.length) known[i] = reaches;
  const found: Token[] = [];
  for (const token of tokens) {
    let at = token.i;
    // Marked as astray until the way is known, so that a broken tree's circle ends here.
    const way: number[] = [];
    while (at >= 0 && known[at] === 0) {
      known[at] = strays;
      way.push(at);
      const next = tokens[at]!;
      at = next.head === i && barred(next) ? -1 : next.head;
    }
    if (at >= 0 && known[at] === reaches) for (const on of way) known[on] = reaches;
    if (known[token.i] === reaches) found.push(token);
  }
  return found;
}

/** Whether `i` is `ancestor` or below it. */
export function isBelow(sentence: Sentence, i: number, ancestor: number): boolean {
  let at = i;
  for (let steps = 0; at >= 0 && steps <= sentence.tokens.length; steps++) {
    if (at === ancestor) return true;
    at = sentence.tokens[at]?.head ?? -1;
  }
  return false;
}

/** From the first to the last token of the subtree of `i`, without the marks at its edges. */
export function yieldSpan(sentence: Sentence, i: number): TokenSpan {
  return trimmed(sentence, edges(subtree(sentence, i), i));
}

const OUTSIDE = "conj cc appos acl advcl parataxis case mark ccomp cop nsubj punct".split(" ");

/** The noun phrase headed by `i` alone: no conjuncts, appositions, clauses or marks at its edges. */
export function phraseSpan(sentence: Sentence, i: number): TokenSpan {
  const own = climbing(sentence, i, (token) => hasRelation(token, OUTSIDE));
  return trimmed(sentence, edges(own, i));
}

function edges(tokens: readonly Token[], i: number): TokenSpan {
  return { first: tokens[0]?.i ?? i, last: tokens.at(-1)?.i ?? i };
}

function trimmed(sentence: Sentence, { first, last }: TokenSpan): TokenSpan {
  while (first < last && sentence.tokens[first]!.upos === "PUNCT") first++;
  while (last > first && sentence.tokens[last]!.upos === "PUNCT") last--;
  return { first, last };
}

/** UTF-16 offsets of a token span into the document's text. */
export function offsets(sentence: Sentence, { first, last }: TokenSpan): { start: number; end: number } {
  return { start: sentence.tokens[first]!.start, end: sentence.tokens[last]!.end };
}

/** Tokens from `from` up to the lowest common ancestor and down to `to`, both included; empty where the tree is broken. */
export function path(sentence: Sentence, from: number, to: number): number[] {
  const up = ancestors(sentence, from);
  const down = ancestors(sentence, to);
  const meet = up.find((i) => down.includes(i));
  if (meet === undefined) return [];
  return [...up.slice(0, up.indexOf(meet) + 1), ...down.slice(0, down.indexOf(meet)).reverse()];
}

/** `i`, its head, that one's head, … the root. */
export function ancestors(sentence: Sentence, i: number): number[] {
  const chain: number[] = [];
  for (let at = i; at >= 0 && chain.length <= sentence.tokens.length; at = sentence.tokens[at]?.head ?? -1)
    chain.push(at);
  return chain;
}

/** `i` and everything coordinated with it to its right; for a later conjunct, the whole coordination. */
export function conjuncts(sentence: Sentence, i: number): Token[] {
  let first = i;
  while (sentence.tokens[first]?.rel.startsWith("conj") && sentence.tokens[first]!.head >= 0)
    first = sentence.tokens[first]!.head;
  const found = new Set([first]);
  for (const token of sentence.tokens)
    if (token.rel.startsWith("conj") && found.has(token.head)) found.add(token.i);
  return sentence.tokens.filter((token) => found.has(token.i));
}

/** The preposition of a nominal ("with", "according to" as "according to"), lower case; null where it has none. */
export function preposition(sentence: Sentence, i: number): string | null {
  const words = children(sentence, i, "case").filter((token) => token.xpos !== "POS");
  const word = words[0];
  if (!word) return null;
  return [word, ...children(sentence, word.i, "fixed")].map((token) => token.lower).join(" ");
}
