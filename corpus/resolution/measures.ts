/** How well machine clusters agree with judged pairs. Pure; knows nothing of documents or claims. */

export type JudgedAs = "same" | "different" | "announced" | "unsure";

/** A judgement on two items, by their names. */
export interface JudgedPair {
  a: string;
  b: string;
  judgement: JudgedAs;
}

/** Shares from 0 to 1; NaN where there is nothing to measure. */
export interface Score {
  precision: number;
  recall: number;
  f1: number;
}

const score = (precision: number, recall: number): Score => ({
  precision,
  recall,
  f1: (2 * precision * recall) / (precision + recall) || 0,
});

/** Over pairs judged same or different: of those joined, how many are the same; of the same, how many are joined. */
export function pairwise(pairs: JudgedPair[], joined: (a: string, b: string) => boolean): Score {
  const same = pairs.filter(({ judgement }) => judgement === "same");
  const found = same.filter(({ a, b }) => joined(a, b)).length;
  const wrong = pairs.filter(({ a, b, judgement }) => judgement === "different" && joined(a, b)).length;
  return score(found / (found + wrong), found / same.length);
}

/** The gold clusters: the transitive closure of what was judged the same. Throws where judgements contradict each other. */
export function goldClusters(pairs: JudgedPair[]): Map<string, string> {
  const parent = new Map<string, string>();
  const root = (item: string): string => {
    const above = parent.get(item) ?? item;
    return above === item ? item : root(above);
  };
  for (const { a, b, judgement } of pairs) {
    for (const item of [a, b]) if (!parent.has(item)) parent.set(item, item);
    if (judgement === "same") parent.set(root(a), root(b));
  }
  for (const { a, b, judgement } of pairs)
    if ((judgement === "different" || judgement === "announced") && root(a) === root(b))
      throw new Error(`judged ${judgement}, and the same by way of others: ${a} and ${b}`);
  return new Map([...parent.keys()].map((item) => [item, root(item)]));
}

/**
 * B³ over the items of `machine` (item → its cluster), each item counted once, after Bagga and Baldwin, "Algorithms for
 * scoring coreference chains" (1998). Two gold clusters between which somebody was unsure, or of which one announces the
 * other, are not held against each other; all others not judged the same count as different.
 */
export function bCubed(pairs: JudgedPair[], machine: Map<string, string>): Score {
  const gold = goldClusters(pairs);
  const open = new Set<string>();
  for (const { a, b, judgement } of pairs)
    if (judgement === "unsure" || judgement === "announced")
      for (const [x, y] of [
        [a, b],
        [b, a],
      ] as const)
        open.add(`${gold.get(x)}\n${gold.get(y)}`);
  const items = [...machine.keys()].filter((item) => gold.has(item));
  const mean = (share: (item: string) => number) =>
    items.reduce((sum, item) => sum + share(item), 0) / items.length;
  const together = (x: string, y: string) => gold.get(x) === gold.get(y);
  const joined = (x: string, y: string) => machine.get(x) === machine.get(y);
  const both = (item: string) => items.filter((other) => together(item, other) && joined(item, other)).length;
  return score(
    mean(
      (item) =>
        both(item) /
        items.filter(
          (other) =>
            joined(item, other) &&
            (together(item, other) || !open.has(`${gold.get(item)}\n${gold.get(other)}`)),
        ).length,
    ),
    mean((item) => both(item) / items.filter((other) => together(item, other)).length),
  );
}
