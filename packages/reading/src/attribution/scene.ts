/** A parsed sentence with its tree turned round (children), its cue classes and the quotations its tokens stand in. */
import { hashText } from "../linear/hash.ts";
import type { Sentence, Token } from "../sentence.ts";
import { type CueLexicon, classesOf } from "./cues.ts";
import type { Quotation } from "./quotes.ts";

export interface Scene {
  sentence: Sentence;
  tokens: Token[];
  children: number[][];
  depth: number[];
  /** Index of the quotation each token stands in, -1 outside. */
  quote: number[];
  classes: (readonly number[])[];
  hashes: { lemma: number; upos: number; xpos: number; rel: number }[];
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

/** `sentence` must be parsed. `firstQuote` is the index of the first quotation that ends after the sentence's start. */
export function openScene(
  sentence: Sentence,
  {
    lexicon,
    quotations,
    firstQuote,
  }: { lexicon: CueLexicon; quotations: readonly Quotation[]; firstQuote: number },
): Scene {
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  for (const token of tokens) if (token.head >= 0) children[token.head]?.push(token.i);
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
  };
}
