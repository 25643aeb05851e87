/** Evaluates boosted decision trees. The trees come from models/extract/train.ts. */

/**
 * A tree in preorder: an inner node is `feature, threshold` followed by its two subtrees (values up to the threshold
 * first), a leaf is `-1, value`.
 */
export type Tree = number[];

export interface Forest {
  /** Log-odds before any tree. */
  base: number;
  trees: Tree[];
}

export interface Compiled {
  base: number;
  roots: number[];
  feature: Int16Array;
  value: Float64Array;
  /** Index of the second subtree; the first follows its node. */
  other: Int32Array;
}

export function compile(forest: Forest): Compiled {
  const size = forest.trees.reduce((sum, tree) => sum + tree.length / 2, 0);
  const compiled: Compiled = {
    base: forest.base,
    roots: [],
    feature: new Int16Array(size),
    value: new Float64Array(size),
    other: new Int32Array(size),
  };
  let at = 0;
  for (const tree of forest.trees) {
    compiled.roots.push(at);
    let read = 0;
    const place = (): void => {
      const here = at++;
      compiled.feature[here] = tree[read++]!;
      compiled.value[here] = tree[read++]!;
      if (compiled.feature[here]! < 0) return;
      place();
      compiled.other[here] = at;
      place();
    };
    place();
  }
  return compiled;
}

/** Probability between 0 and 1 for the row of `width` numbers that starts at `offset`. */
export function probability(forest: Compiled, matrix: Float32Array, offset: number): number {
  const { feature, value, other } = forest;
  let sum = forest.base;
  for (const root of forest.roots) {
    let node = root;
    while (feature[node]! >= 0)
      node = matrix[offset + feature[node]!]! <= value[node]! ? node + 1 : other[node]!;
    sum += value[node]!;
  }
  return 1 / (1 + Math.exp(-sum));
}
