/** The network's dimensions and, from them, the shape of every parameter. */
import { PIECE_BITS } from "../../../packages/reading/src/analyse/word-input.ts";
import type { Shape } from "./parameters.ts";

export interface Sizes {
  /** Dimensions of the given vectors, of a word's entry, of a spelling. */
  given: number;
  word: number;
  spelling: number;
  hidden: number;
  arc: number;
  relation: number;
  tags: number;
  names: number;
  relations: number;
  /** Words with an entry of their own; the one after stands for unknown words. */
  ownWords: number;
}

export interface Dropout {
  input: number;
  between: number;
  recurrent: number;
  heads: number;
  /** Whole words. */
  word: number;
}

/** The kernel works on widths that are multiples of four. */
export const four = (n: number): number => Math.ceil(n / 4) * 4;

/** Distances between dependent and head beyond this are one. */
export const FARTHEST = 31;

export function shapesOf(sizes: Sizes): Record<string, Shape> {
  const { hidden: h, word, spelling, given, arc, relation, ownWords } = sizes;
  const glorot = (rows: number, columns: number) => ({
    rows,
    columns,
    spread: Math.sqrt(2 / (rows + columns)),
  });
  const zeros = (columns: number) => ({ rows: 1, columns, spread: 0 });
  return {
    given: { rows: given, columns: word, spread: 0.1 },
    words: { rows: ownWords + 1, columns: word, spread: 0.05 },
    pieces: { rows: 2 ** PIECE_BITS, columns: spelling, spread: 0.3 },
    "first.input": glorot(word + spelling, 6 * h),
    "first.bias": zeros(6 * h),
    "first.forward": glorot(h, 3 * h),
    "first.backward": glorot(h, 3 * h),
    "second.input": glorot(2 * h, 6 * h),
    "second.bias": zeros(6 * h),
    "second.forward": glorot(h, 3 * h),
    "second.backward": glorot(h, 3 * h),
    tags: glorot(2 * h, four(sizes.tags)),
    "tags.bias": zeros(four(sizes.tags)),
    names: glorot(2 * h, four(sizes.names)),
    "names.bias": zeros(four(sizes.names)),
    arcs: glorot(2 * h, 2 * arc),
    "arcs.bias": zeros(2 * arc),
    "arcs.root": { rows: 1, columns: arc, spread: 0.1 },
    biaffine: glorot(arc, arc),
    "biaffine.bias": zeros(arc),
    distance: zeros(2 * FARTHEST + 2),
    ends: glorot(2 * h, 2 * relation),
    "ends.bias": zeros(2 * relation),
    "ends.root": { rows: 1, columns: relation, spread: 0.1 },
    relations: glorot(relation, four(sizes.relations)),
    "relations.bias": zeros(four(sizes.relations)),
  };
}
