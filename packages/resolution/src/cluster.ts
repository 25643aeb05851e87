/** Joins claims into occurrences: best pairs first, and never across a pair that excludes itself. */
import type { PairScore } from "./pair.ts";

export interface Link extends PairScore {
  a: number;
  b: number;
}

export interface Clustering {
  /** Cluster number of each candidate; numbers are dense and follow the smallest member. */
  of: number[];
  /** The pair with the lowest score that held each cluster together, none where a claim stands alone. */
  weakest: Map<number, Link>;
  /** Pairs the score left open, between clusters that stayed apart; best first. */
  open: Link[];
}

/**
 * `compare` judges a pair that blocking did not propose, when a join would bring it together. `proposed` says of each
 * candidate whether only a second reader has it: such a one never is the tie between two clusters of the reader's own.
 */
export function cluster(
  proposed: boolean[],
  links: Link[],
  compare: (a: number, b: number) => PairScore,
): Clustering {
  const size = proposed.length;
  const memberOf = Array.from({ length: size }, (_, i) => i);
  const members = new Map(memberOf.map((i) => [i, [i]]));
  const known = new Map(links.map((l) => [l.a * size + l.b, l as PairScore]));
  const pair = (a: number, b: number) => {
    const key = Math.min(a, b) * size + Math.max(a, b);
    const score = known.get(key) ?? compare(Math.min(a, b), Math.max(a, b));
    known.set(key, score);
    return score;
  };
  const weakest = new Map<number, Link>();
  for (const link of links.filter((l) => l.verdict === "same").sort(byScore)) {
    const [x, y] = [memberOf[link.a]!, memberOf[link.b]!];
    if (x === y) continue;
    const [into, from] = x < y ? [x, y] : [y, x];
    // A score above 1 is a person's word, which may tie what it likes.
    const byProposal = link.score <= 1 && (proposed[link.a]! || proposed[link.b]!);
    if (byProposal && [x, y].every((root) => members.get(root)!.some((m) => !proposed[m]))) continue;
    const conflict = members.get(x)!.some((a) => members.get(y)!.some((b) => pair(a, b).score === 0));
    if (conflict) continue;
    for (const m of members.get(from)!) memberOf[m] = into;
    members.set(into, [...members.get(into)!, ...members.get(from)!]);
    members.delete(from);
    const low = [weakest.get(into), weakest.get(from), link].filter((l) => l !== undefined).sort(byScore);
    weakest.set(into, low.at(-1)!);
    weakest.delete(from);
  }
  const numbers = new Map([...members.keys()].sort((a, b) => a - b).map((root, n) => [root, n]));
  const of = memberOf.map((root) => numbers.get(root)!);
  return {
    of,
    weakest: new Map([...weakest].map(([root, link]) => [numbers.get(root)!, link])),
    open: links.filter((l) => l.verdict !== "different" && of[l.a] !== of[l.b]).sort(byScore),
  };
}

const byScore = (x: Link, y: Link) => y.score - x.score || x.a - y.a || x.b - y.b;
