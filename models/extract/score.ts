/** The benchmark's measure (evaluate.py of scrapinghub/article-extraction-benchmark, MIT): F1 of 4-gram shingles with counts. */
import { tokensOf } from "./labels.ts";

export interface Score {
  f1: number;
  precision: number;
  recall: number;
}

export interface PageScore {
  precision: number | null;
  recall: number | null;
}

function shingles(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const key = words.slice(i, i + 4).join(" ");
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Precision is null where nothing was predicted, recall where nothing was wanted. */
export function scorePage(article: string, text: string): PageScore {
  const want = shingles(tokensOf(article));
  const got = shingles(tokensOf(text));
  let hit = 0;
  let all = 0;
  let wanted = 0;
  for (const [key, n] of got) {
    hit += Math.min(n, want.get(key) ?? 0);
    all += n;
  }
  for (const n of want.values()) wanted += n;
  return { precision: all ? hit / all : null, recall: wanted ? hit / wanted : null };
}

/** Means over pages, and their harmonic mean. */
export function meanScore(pages: readonly PageScore[]): Score {
  const mean = (values: (number | null)[]) => {
    const there = values.filter((value) => value !== null);
    return there.length ? there.reduce((sum, value) => sum + value, 0) / there.length : 0;
  };
  const precision = mean(pages.map((page) => page.precision));
  const recall = mean(pages.map((page) => page.recall));
  return { f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0, precision, recall };
}
