/** Macro-F1 as the PLV benchmark defines it: plain mean over the classes that occur in gold. */

export interface ClassScore {
  name: string;
  precision: number;
  recall: number;
  f1: number;
  count: number;
}

export function scoreClasses(gold: readonly string[], predicted: readonly string[]): ClassScore[] {
  return [...new Set(gold)].sort().map((name) => {
    const count = gold.filter((label) => label === name).length;
    const guessed = predicted.filter((label) => label === name).length;
    const right = gold.filter((label, i) => label === name && predicted[i] === name).length;
    return {
      name,
      precision: guessed ? right / guessed : 0,
      recall: right / count,
      f1: right ? (2 * right) / (count + guessed) : 0,
      count,
    };
  });
}

export function macroF1(gold: readonly string[], predicted: readonly string[]): number {
  const scores = scoreClasses(gold, predicted);
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}
