/** The trained numbers as the weight file holds them. */
import { unpack } from "./container.ts";
import type { LemmaRules } from "./lemma.ts";
import { Vocabulary } from "./vocabulary.ts";

export interface ModelHeader {
  /** "UPOS XPOS" by class number. */
  tags: string[];
  relations: string[];
  /** "O", "B-person", … */
  names: string[];
  lemmas: LemmaRules;
  word: number;
  spelling: number;
  hidden: number;
  arc: number;
  relation: number;
}

/** An 8-bit matrix (inputs × outputs) in the kernel's layout, with one scale and one bias per output. */
export interface Matrix {
  weights: Int8Array;
  scales: Float32Array;
  bias: Float32Array;
  inputs: number;
  /** A multiple of 16; outputs that nobody asked for are zero. */
  outputs: number;
}

/** An 8-bit table with one scale per row. */
export interface Table {
  rows: Int8Array;
  scales: Float32Array;
  width: number;
}

export class Model {
  readonly header: ModelHeader;
  readonly vocabulary: Vocabulary;
  /** The row after the vocabulary's last stands for unknown words. */
  readonly words: Table;
  readonly pieces: Table;
  private readonly arrays: ReturnType<typeof unpack>["arrays"];

  /** Throws on bytes that are no weight file. */
  constructor(bytes: Uint8Array) {
    const { header, arrays } = unpack(bytes);
    this.header = header as unknown as ModelHeader;
    this.arrays = arrays;
    this.vocabulary = new Vocabulary(arrays.vocabulary as Uint8Array);
    this.words = this.table("words", this.header.word);
    this.pieces = this.table("pieces", this.header.spelling);
  }

  private table(name: string, width: number): Table {
    return { rows: this.arrays[name] as Int8Array, scales: this.numbers(`${name}.scales`), width };
  }

  numbers(name: string): Float32Array {
    return this.arrays[name] as Float32Array;
  }

  matrix(name: string): Matrix {
    const weights = this.arrays[name] as Int8Array;
    const scales = this.numbers(`${name}.scales`);
    const bias = this.numbers(`${name}.bias`) ?? new Float32Array(scales.length);
    return { weights, scales, bias, inputs: weights.length / scales.length, outputs: scales.length };
  }
}
