/** Labels the blocks of a page from the article text that people gave for it: which block is part of it. */
import type { Block } from "../../packages/reading/src/extract/page.ts";

/** The benchmark's own tokens: runs of letters, digits and underscores. */
export const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

const GRAM = 4;
const LONG = 6;

/** True for each block that the article holds, in the article's order; repetitions elsewhere on the page are false. */
export function labelBlocks(blocks: readonly Block[], article: string): boolean[] {
  const truth = tokensOf(article);
  const at = new Map<string, number[]>();
  for (let i = 0; i + GRAM <= truth.length; i++) {
    const gram = truth.slice(i, i + GRAM).join(" ");
    at.set(gram, [...(at.get(gram) ?? []), i]);
  }
  const tokens = blocks.map(({ text }) => tokensOf(text));
  const places: { block: number; from: number; to: number; weight: number }[] = [];
  tokens.forEach((words, block) => {
    if (words.length < LONG) return;
    const starts = new Map<number, number>();
    let hits = 0;
    for (let i = 0; i + GRAM <= words.length; i++) {
      const found = at.get(words.slice(i, i + GRAM).join(" "));
      if (!found) continue;
      hits++;
      for (const place of found.slice(0, 8)) starts.set(place - i, (starts.get(place - i) ?? 0) + 1);
    }
    if (hits < 0.5 * (words.length - GRAM + 1)) return;
    const best = [...starts].sort((a, b) => b[1] - a[1]).slice(0, 4);
    for (const [start, weight] of best)
      places.push({ block, from: Math.max(0, start), to: Math.max(0, start) + words.length, weight });
  });
  const chain = heaviestChain(places);
  const labels = blocks.map(() => false);
  for (const { block } of chain) labels[block] = true;
  fillGaps(tokens, truth, chain, labels);
  return labels;
}

/** Places in rising order of block and text with the greatest weight together. */
function heaviestChain<P extends { block: number; from: number; weight: number }>(places: P[]): P[] {
  const best = places.map(({ weight }) => weight);
  const before = places.map(() => -1);
  for (let i = 0; i < places.length; i++)
    for (let j = Math.max(0, i - 800); j < i; j++) {
      const ordered = places[j]!.block < places[i]!.block && places[j]!.from < places[i]!.from;
      if (ordered && best[j]! + places[i]!.weight > best[i]!) {
        best[i] = best[j]! + places[i]!.weight;
        before[i] = j;
      }
    }
  const chain: P[] = [];
  for (let i = best.indexOf(Math.max(0, ...best)); i >= 0; i = before[i]!) chain.unshift(places[i]!);
  return chain;
}

/** Short blocks count where their words stand between those of the blocks around them. */
function fillGaps(
  tokens: string[][],
  truth: string[],
  chain: { block: number; from: number; to: number }[],
  labels: boolean[],
): void {
  const ends = [
    { block: -1, from: 0, to: 0 },
    ...chain,
    { block: tokens.length, from: truth.length, to: truth.length },
  ];
  for (let g = 0; g + 1 < ends.length; g++) {
    let from = ends[g]!.to;
    const to = ends[g + 1]!.from;
    // Far before the first and after the last block of the article, a chance match is likelier than a part of it.
    const first = g === 0 ? Math.max(0, ends[1]!.block - 12) : ends[g]!.block + 1;
    const last = g + 2 === ends.length ? Math.min(tokens.length, ends[g]!.block + 40) : ends[g + 1]!.block;
    for (let block = first; block < last; block++) {
      const words = tokens[block]!;
      if (!words.length) continue;
      const place = find(truth, words, Math.max(0, from - 2), to + 2);
      if (place < 0) continue;
      labels[block] = true;
      from = place + words.length;
    }
  }
}

function find(truth: string[], words: string[], from: number, to: number): number {
  for (let i = from; i + words.length <= to; i++)
    if (words.every((word, j) => truth[i + j] === word)) return i;
  return -1;
}
