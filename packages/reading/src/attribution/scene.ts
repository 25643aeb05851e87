/** A parsed sentence with its tree turned round (children), its cue classes and the quotations its tokens stand in. */
import type { Clusters } from "../linear/clusters.ts";
import { combine, hashText } from "../linear/hash.ts";
import type { Sentence, Token } from "../sentence.ts";
import { type CueLexicon, classesOf } from "./cues.ts";
import type { Quotation } from "./quotes.ts";
import { raiseReporting } from "./reporting.ts";

export interface Scene {
  sentence: Sentence;
  tokens: Token[];
  children: number[][];
  depth: number[];
  /** Index of the quotation each token stands in, -1 outside. */
  quote: number[];
  classes: (readonly number[])[];
  hashes: { lemma: number; upos: number; xpos: number; rel: number }[];
  /** Numbers of the words' fine and coarse clusters, 0 where they have none. */
  fine: number[];
  coarse: number[];
  /** Relations of the clauses each token stands in, innermost two, as a hash; 0 in the main clause. */
  clause: number[];
}

const known = new Map<string, number>();
const KNOWN_AT_MOST = 60_000;
/** `hashText` with a memory. */
export function hashOf(text: string): number {
  let hash = known.get(text);
  if (hash === undefined) {
    hash = hashText(text);
    if (known.size > KNOWN_AT_MOST) known.clear();
    known.set(text, hash);
  }
  return hash;
}

function quoteOf(quotations: readonly Quotation[], at: number, from: number): number {
  let q = from;
  while (q < quotations.length && (quotations[q] as Quotation).end <= at) q++;
  return q;
}

const CLAUSES = new Set([
  "advcl",
  "acl",
  "acl:relcl",
  "ccomp",
  "xcomp",
  "conj",
  "parataxis",
  "csubj",
  "appos",
  "advcl:relcl",
]);
const CLAUSE_HEADS = new Set(["VERB", "AUX", "ADJ"]);

/** Heads of the innermost two clauses that a token stands in below the main one. */
function clausesOf(tokens: readonly Token[], at: number): number {
  let hash = 0;
  let found = 0;
  let steps = 0;
  for (let i = at; i >= 0 && found < 2 && steps <= tokens.length; steps++) {
    const token = tokens[i] as Token;
    if (CLAUSES.has(token.rel) && (token.rel !== "conj" || CLAUSE_HEADS.has(token.upos))) {
      hash = combine(hash, hashOf(token.rel));
      found++;
    }
    i = token.head;
  }
  return hash;
}

function childrenOf(tokens: readonly Token[]): number[][] {
  const children: number[][] = tokens.map(() => []);
  for (const token of tokens) if (token.head >= 0) children[token.head]?.push(token.i);
  return children;
}

export interface Setting {
  lexicon: CueLexicon;
  clusters: Clusters;
  quotations: readonly Quotation[];
}

/** `sentence` must be parsed. `firstQuote` is the index of the first quotation that ends after the sentence's start. */
export function openScene(sentence: Sentence, setting: Setting, firstQuote: number): Scene {
  const { lexicon, clusters, quotations } = setting;
  const given = childrenOf(sentence.tokens);
  const tokens = raiseReporting(sentence.tokens, {
    childrenOf: (i) => given[i] as number[],
    classNamesOf: (i) =>
      classesOf(lexicon, sentence.tokens[i] as Token).map((number) => lexicon.names[number] as string),
  });
  const children = tokens === sentence.tokens ? given : childrenOf(tokens);
  const depth = tokens.map((token) => {
    let steps = 0;
    for (let at = token.head; at >= 0 && steps < tokens.length; at = tokens[at]?.head ?? -1) steps++;
    return steps;
  });
  let q = firstQuote;
  const quote = tokens.map((token) => {
    q = quoteOf(quotations, token.start, q);
    const quotation = quotations[q];
    return quotation && token.start >= quotation.start && token.end <= quotation.end ? q : -1;
  });
  const own = tokens.map((token) => clusters.get(hashOf(token.lower)));
  return {
    sentence,
    tokens,
    children,
    depth,
    quote,
    classes: tokens.map((token) => classesOf(lexicon, token)),
    hashes: tokens.map((token) => ({
      lemma: hashOf(token.lemma),
      upos: hashOf(token.upos),
      xpos: hashOf(token.xpos),
      rel: hashOf(token.rel),
    })),
    fine: own.map((cluster) => (cluster ? cluster.fine + 1 : 0)),
    coarse: own.map((cluster) => (cluster ? cluster.coarse + 1 : 0)),
    clause: tokens.map((token) => clausesOf(tokens, token.i)),
  };
}

/** Scenes of parsed sentences in text order. */
export function openScenes(sentences: readonly Sentence[], setting: Setting): Scene[] {
  let firstQuote = 0;
  return sentences.map((sentence) => {
    while ((setting.quotations[firstQuote]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) firstQuote++;
    return openScene(sentence, setting, firstQuote);
  });
}
