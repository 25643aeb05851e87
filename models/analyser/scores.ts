/** Scores of an analyser on gold tokens, counted as the CoNLL 2018 shared task does: every token, punctuation included. */
import type { Analyser } from "../../packages/reading/src/sentence.ts";
import { bareSentence, type GoldSentence } from "./conllu.ts";
import { goldNames } from "./gold-names.ts";

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

export interface NameScores {
  precision: number;
  recall: number;
  f1: number;
  /** Exact spans with their type, by type. */
  byType: Record<string, number>;
}

/** Names by exact span and type, on the sentences that have an entity layer. */
export function scoreNames(analyser: Analyser, gold: readonly GoldSentence[]): NameScores {
  const counts: Record<string, { right: number; found: number; gold: number }> = {};
  const of = (type: string) => (counts[type] ??= { right: 0, found: 0, gold: 0 });
  for (const sentence of gold) {
    const names = goldNames(sentence);
    if (!names) continue;
    const keys = new Set(names.map(({ first, last, type }) => `${first} ${last} ${type}`));
    for (const { type } of names) of(type).gold++;
    for (const { first, last, type } of analyser.names(bareSentence(sentence))) {
      of(type).found++;
      if (keys.has(`${first} ${last} ${type}`)) of(type).right++;
    }
  }
  const share = (n: number, total: number): number => (total === 0 ? 0 : Math.round((1000 * n) / total) / 10);
  const f1 = ({ right, found, gold: all }: { right: number; found: number; gold: number }): number =>
    share(2 * right, found + all);
  const total = { right: 0, found: 0, gold: 0 };
  for (const count of Object.values(counts))
    for (const key of ["right", "found", "gold"] as const) total[key] += count[key];
  return {
    precision: share(total.right, total.found),
    recall: share(total.right, total.gold),
    f1: f1(total),
    byType: Object.fromEntries(Object.entries(counts).map(([type, count]) => [type, f1(count)])),
  };
}
