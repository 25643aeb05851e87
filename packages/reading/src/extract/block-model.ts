/** The trained classifier of page blocks: two looks, the second with the first one's view of the neighbourhood. */
import { withContext } from "./block-context.ts";
import weights from "./block-model.json" with { type: "json" };
import { type Compiled, compile, type Forest, probability } from "./block-trees.ts";
import type { Block } from "./page.ts";

export interface BlockModel {
  first: Forest;
  second: Forest;
}

export interface CompiledModel {
  first: Compiled;
  second: Compiled;
}

export function compileModel({ first, second }: BlockModel): CompiledModel {
  return { first: compile(first), second: compile(second) };
}

let compiled: CompiledModel | null = null;

/** Compiled on first use; the weights never change. */
export function blockModel(): CompiledModel {
  compiled ??= compileModel(weights);
  return compiled;
}

/** For each block the probability that it is part of the article, calibrated only as far as boosting is. */
export function blockProbabilities(
  blocks: readonly Block[],
  features: Float32Array,
  model: CompiledModel,
): number[] {
  const first = look(model.first, features, blocks.length);
  return look(model.second, withContext(blocks, features, first), blocks.length);
}

/** One probability for each of `n` rows. */
export function look(forest: Compiled, matrix: Float32Array, n: number): number[] {
  const width = n ? matrix.length / n : 0;
  return Array.from({ length: n }, (_, i) => probability(forest, matrix, i * width));
}
