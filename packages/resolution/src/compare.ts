/** Compares claims by their places in a list: by what people said of a pair, else by the score. */
import type { Actor } from "@parley/protocol";
import type { Candidate } from "./claim.ts";
import { exclusion, type PairScore, scorePair } from "./pair.ts";

export interface Comparison {
  /** Candidates of one class exclude the same others, and each other or not, so one of them stands for all. */
  classOf: number[];
  /** Whether two of whatever class can never be one. */
  excludes(a: number, b: number): boolean;
  compare(a: number, b: number): PairScore;
}

/** `decided` holds what people said of a pair, under `pairKey`; a claim they spoke of is a class of its own. */
export function comparison(
  all: Candidate[],
  actors: Map<string, Actor>,
  decided: Map<number, PairScore>,
): Comparison {
  const size = all.length;
  const single = new Set([...decided.keys()].flatMap((key) => [Math.floor(key / size), key % size]));
  const numbers = new Map<string, number>();
  const classOf = all.map((candidate, i) => {
    const signature = single.has(i) ? String(i) : signatureOf(candidate);
    const number = numbers.get(signature) ?? numbers.size;
    numbers.set(signature, number);
    return number;
  });
  // A long document says the same of the same hundreds of times: each pair of classes is judged once.
  const known = new Map<number, boolean>();
  return {
    classOf,
    excludes(a, b) {
      const byHand = decided.get(pairKey(a, b, size));
      if (byHand) return byHand.score === 0;
      const key = pairKey(classOf[a]!, classOf[b]!, size);
      const excluded = known.get(key) ?? exclusion(all[a]!, all[b]!, actors) !== null;
      known.set(key, excluded);
      return excluded;
    },
    compare: (a, b) => decided.get(pairKey(a, b, size)) ?? scorePair(all[a]!, all[b]!, actors),
  };
}

/** One number for two places in a list of this length, whichever comes first. */
export const pairKey = (a: number, b: number, length: number) => Math.min(a, b) * length + Math.max(a, b);

/** All that `exclusion` reads of a claim. */
function signatureOf({ claim, parties, when }: Candidate): string {
  const { kind, type, status, actors } = claim.told;
  const basis = claim.told.when?.basis ?? null;
  const roles = actors.map(({ actor, role }) => [actor, role]);
  return JSON.stringify([
    claim.document,
    claim.apart ?? null,
    kind,
    type,
    status,
    when,
    basis,
    parties,
    roles,
  ]);
}
