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

export interface ClusterInput {
  /** Of each candidate, whether only a second reader has it: such a one never is the tie between two clusters of the reader's own. */
  proposed: boolean[];
  links: Link[];
  /** Candidates of one class exclude the same others, so one of them stands for all. */
  classOf: number[];
  /** Asked of every pair that a join would bring together, also of those that blocking did not propose. */
  excludes: (a: number, b: number) => boolean;
}

export function cluster({ proposed, links, classOf, excludes }: ClusterInput): Clustering {
  const memberOf = proposed.map((_, i) => i);
  const members = new Map(memberOf.map((i) => [i, [i]]));
  /** Of each cluster, one member of every class in it. */
  const kinds = new Map(memberOf.map((i) => [i, new Map([[classOf[i]!, i]])]));
  /** Of each cluster, whether it has a claim of the reader's own. */
  const own = new Map(memberOf.map((i) => [i, !proposed[i]]));
  const apart = (x: number, y: number) =>
    [...kinds.get(x)!.values()].some((a) => [...kinds.get(y)!.values()].some((b) => excludes(a, b)));
  const weakest = new Map<number, Link>();
  for (const link of links.filter((l) => l.verdict === "same").sort(byScore)) {
    const [x, y] = [memberOf[link.a]!, memberOf[link.b]!];
    if (x === y) continue;
    const [into, from] = x < y ? [x, y] : [y, x];
    // A score above 1 is a person's word, which may tie what it likes.
    const byProposal = link.score <= 1 && (proposed[link.a]! || proposed[link.b]!);
    if (byProposal && own.get(x) && own.get(y)) continue;
    if (apart(x, y)) continue;
    for (const m of members.get(from)!) {
      memberOf[m] = into;
      members.get(into)!.push(m);
    }
    for (const [number, m] of kinds.get(from)!) kinds.get(into)!.set(number, m);
    own.set(into, own.get(into)! || own.get(from)!);
    members.delete(from);
    kinds.delete(from);
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
