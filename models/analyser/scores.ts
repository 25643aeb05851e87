/** Scores of an analyser on gold tokens, counted as the CoNLL 2018 shared task does: every token, punctuation included. */
import type { Analyser } from "../../packages/reading/src/sentence.ts";
import { bareSentence, type GoldSentence } from "./conllu.ts";

export interface Scores {
  upos: number;
  xpos: number;
  lemma: number;
  uas: number;
  /** Universal relation, subtypes left aside. */
  las: number;
  /** With subtypes. */
  lasFull: number;
  tokens: number;
}

const universal = (relation: string): string => relation.split(":")[0]!;

export function score(analyser: Analyser, gold: readonly GoldSentence[]): Scores {
  const right = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0, lasFull: 0 };
  let count = 0;
  for (const sentence of gold) {
    const { tokens } = analyser.parse(bareSentence(sentence));
    tokens.forEach((token, i) => {
      count++;
      if (token.upos === sentence.upos[i]) right.upos++;
      if (token.xpos === sentence.xpos[i]) right.xpos++;
      if (token.lemma === sentence.lemmas[i]) right.lemma++;
      if (token.head !== sentence.heads[i]) return;
      right.uas++;
      if (universal(token.rel) === universal(sentence.rels[i]!)) right.las++;
      if (token.rel === sentence.rels[i]) right.lasFull++;
    });
  }
  const share = (n: number): number => Math.round((10_000 * n) / count) / 100;
  return {
    upos: share(right.upos),
    xpos: share(right.xpos),
    lemma: share(right.lemma),
    uas: share(right.uas),
    las: share(right.las),
    lasFull: share(right.lasFull),
    tokens: count,
  };
}
