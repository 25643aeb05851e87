/**
 * The network of models/analyser/net in 8-bit weights: `first` gives tags and names, `heads` the best tree and, for its
 * heads, `relations`. Each call is about one sentence and overwrites what the call before left.
 */
import { SpellingTable } from "../spelling-table.ts";
import { type Address, Kernel } from "./kernel.ts";
import type { KnownLemmas } from "./lemma.ts";
import { type Matrix, Model } from "./model.ts";
import { TreeDecoder } from "./tree-decoding.ts";
import { digitless, pieces, vocabularyKey } from "./word-input.ts";

/** Longest sentence in tokens; callers cut longer ones. */
export const LONGEST = 256;

/** Word forms whose share of the first layer is kept; beyond that all are forgotten and gathered anew. */
const REMEMBERED = 16_384;

/** Distances beyond this are one. */
const FARTHEST = 31;

interface Placed {
  weights: Address;
  scales: Address;
  bias: Address;
  inputs: number;
  outputs: number;
}

/** What is remembered of a word form. */
interface Remembered extends KnownLemmas {
  /** Where its share of the first layer's gates lies. */
  address: Address;
}

export class Network {
  readonly model: Model;
  /** The words that the first layer holds. */
  readonly held: Remembered[] = [];
  private readonly kernel: Kernel;
  private readonly matrices = new Map<string, Placed>();
  private remembered = this.noWords();
  private gathered = 0;
  private readonly at: Record<
    | "memo"
    | "x"
    | "quantised"
    | "worths"
    | "projected"
    | "rows"
    | "gates"
    | "cell"
    | "one"
    | "two"
    | "logits"
    | "arcs"
    | "bent"
    | "scores"
    | "ends"
    | "pair"
    | "index"
    | "zeros",
    Address
  >;
  private readonly decoder: TreeDecoder;
  private readonly distances: Address;
  /** The floats at `at.x`. */
  private readonly input: Float32Array;

  constructor(weights: Uint8Array) {
    this.model = new Model(weights);
    const { hidden: h, word, spelling, arc, relation } = this.model.header;
    const wide = 6 * h;
    this.kernel = new Kernel(
      weights.length +
        REMEMBERED * wide * 4 +
        LONGEST * (LONGEST + 24 * h + 2048) * 4 +
        TreeDecoder.size(LONGEST),
    );
    for (const name of [
      "first.input",
      "first.forward",
      "first.backward",
      "second.input",
      "second.forward",
      "second.backward",
      "tags",
      "names",
      "arcs",
      "biaffine",
      "ends",
      "relations",
    ]) {
      this.matrices.set(name, this.place(this.model.matrix(name)));
    }
    this.decoder = new TreeDecoder(this.kernel, LONGEST);
    this.distances = this.kernel.place(this.model.numbers("distance"));
    const floats = (count: number): Address => this.kernel.room(count * 4);
    const outputs = Math.max(...[...this.matrices.values()].map((matrix) => matrix.outputs));
    this.at = {
      memo: floats(REMEMBERED * wide),
      x: floats(word + spelling),
      quantised: floats(LONGEST * Math.max(arc, relation, word + spelling)),
      worths: floats(LONGEST),
      projected: floats(LONGEST * wide),
      rows: floats(LONGEST),
      gates: floats(wide),
      cell: floats(h),
      one: floats(LONGEST * h),
      two: floats(LONGEST * h),
      logits: floats(LONGEST * outputs),
      arcs: floats((LONGEST + 1) * 2 * arc),
      bent: floats(LONGEST * arc),
      scores: floats(LONGEST * (LONGEST + 1)),
      ends: floats((LONGEST + 1) * 2 * relation),
      pair: floats(LONGEST * relation),
      index: floats(LONGEST),
      zeros: floats(wide),
    };
    this.input = this.kernel.floats.subarray(this.at.x / 4, this.at.x / 4 + word + spelling);
  }

  private place({ weights, scales, bias, inputs, outputs }: Matrix): Placed {
    const { kernel } = this;
    return {
      weights: kernel.place(new Int16Array(weights)),
      scales: kernel.place(scales),
      bias: kernel.place(bias),
      inputs,
      outputs,
    };
  }

  /** Rows of 16-bit inputs through a matrix; `worths` 0 for LSTM outputs. */
  private apply(
    name: string,
    parts: { x: Address; worths: Address; out: Address; stride: number; rows: number },
  ): void {
    const { weights, scales, bias, inputs, outputs } = this.matrices.get(name)!;
    this.kernel.run.multiply(
      parts.x,
      inputs * 2,
      inputs,
      weights,
      scales,
      bias,
      0,
      parts.worths,
      parts.out,
      parts.stride,
      parts.rows,
      outputs,
    );
  }

  private recur(layer: string, out: Address, count: number): void {
    const { at, kernel } = this;
    const h = this.model.header.hidden;
    for (const backwards of [0, 1]) {
      const { weights, scales } = this.matrices.get(`${layer}.${backwards ? "backward" : "forward"}`)!;
      kernel.run.recur(
        at.rows,
        backwards * 12 * h,
        weights,
        scales,
        at.gates,
        at.cell,
        out + backwards * 2 * h,
        4 * h,
        count,
        h,
        backwards,
      );
    }
  }

  private noWords(): SpellingTable<Remembered> {
    return new SpellingTable((text) => this.gather(text));
  }

  private gather(text: string): Remembered {
    const { kernel, at } = this;
    const address = at.memo + this.gathered++ * 24 * this.model.header.hidden;
    this.embed(text, text.toLowerCase());
    const { inputs } = this.matrices.get("first.input")!;
    kernel.floats[at.worths / 4] = kernel.run.quantise(at.x, inputs, at.quantised);
    this.apply("first.input", { x: at.quantised, worths: at.worths, out: address, stride: 0, rows: 1 });
    return { address, tags: [], lemmas: [] };
  }

  private embed(text: string, lower: string): void {
    const { words, pieces: spelling, vocabulary } = this.model;
    const { input } = this;
    const { rows: entries, width } = words;
    const { rows: table, width: narrow } = spelling;
    const key = vocabularyKey(lower);
    const own = vocabulary.rowOf(key);
    const alike = own < 0 ? vocabulary.rowOf(digitless(key)) : own;
    const row = alike < 0 ? vocabulary.size : alike;
    const worth = words.scales[row]!;
    for (let k = 0; k < width; k++) input[k] = worth * entries[row * width + k]!;
    input.fill(0, width);
    const rows = pieces(text, lower);
    for (const piece of rows) {
      const scale = spelling.scales[piece]! / Math.sqrt(rows.length);
      const from = piece * narrow;
      for (let k = 0; k < narrow; k++) input[width + k]! += scale * table[from + k]!;
    }
  }

  /** Reads `count` of the words, from `from` on, into the first layer. At most `LONGEST`. */
  first(words: readonly { text: string }[], from: number, count: number): void {
    const { kernel, at } = this;
    // Before the sentence, not within: what it has recalled must stay where it is.
    if (this.gathered + count > REMEMBERED) {
      this.remembered = this.noWords();
      this.gathered = 0;
    }
    this.held.length = count;
    for (let i = 0; i < count; i++) {
      const { text } = words[from + i]!;
      const known = this.remembered.at(text, 0, text.length);
      this.held[i] = known;
      kernel.ints[at.rows / 4 + i] = known.address;
    }
    this.recur("first", at.one, count);
  }

  /** Class numbers by token, after `first`. */
  classes(head: "tags" | "names", count: number): Int32Array {
    const { kernel, at } = this;
    const stride = this.matrices.get(head)!.outputs * 4;
    this.apply(head, { x: at.one, worths: 0, out: at.logits, stride, rows: count });
    kernel.run.largest(at.logits, stride, this.model.header[head].length, count, at.index);
    return kernel.ints.slice(at.index / 4, at.index / 4 + count);
  }

  /** The best heads, −1 for the root, after `first`. */
  heads(count: number): Int32Array {
    const { kernel, at } = this;
    const { hidden: h, arc, relation } = this.model.header;
    this.apply("second.input", { x: at.one, worths: 0, out: at.projected, stride: 24 * h, rows: count });
    for (let i = 0; i < count; i++) kernel.ints[at.rows / 4 + i] = at.projected + i * 24 * h;
    this.recur("second", at.two, count);
    const stride = 8 * arc;
    // Row 0 is the root's: it has a head side only.
    kernel.floats.set(this.model.numbers("arcs.root"), at.arcs / 4 + arc);
    this.apply("arcs", { x: at.two, worths: 0, out: at.arcs + stride, stride, rows: count });
    kernel.run.rectifyQuantise(at.arcs + stride, stride, arc, count, at.quantised, at.worths);
    this.apply("biaffine", {
      x: at.quantised,
      worths: at.worths,
      out: at.bent,
      stride: arc * 4,
      rows: count,
    });
    // The heads' side is rectified too; its 16-bit form is not needed.
    kernel.run.rectifyQuantise(at.arcs + stride + arc * 4, stride, arc, count, at.quantised, at.worths);
    kernel.run.dots(at.bent, arc * 4, at.arcs + arc * 4, stride, arc, at.scores, count, count + 1);
    this.apply("ends", {
      x: at.two,
      worths: 0,
      out: at.ends + 8 * relation,
      stride: 8 * relation,
      rows: count,
    });
    kernel.run.addDistances(at.scores, count, this.distances, FARTHEST);
    return this.decoder.decode(at.scores, count);
  }

  /** Relation classes for the heads (−1 the root), after `heads`. */
  relations(heads: Int32Array): Int32Array {
    const { kernel, at } = this;
    const { relation, relations } = this.model.header;
    const count = heads.length;
    const stride = 8 * relation;
    kernel.floats.set(this.model.numbers("ends.root"), (at.ends + relation * 4) / 4);
    for (let i = 0; i < count; i++) {
      kernel.ints[at.index / 4 + i] = heads[i]! + 1;
      const from = at.ends + (i + 1) * stride;
      kernel.bytes.copyWithin(at.pair + i * relation * 4, from, from + relation * 4);
    }
    kernel.run.addRows(at.pair, relation * 4, at.ends + relation * 4, stride, at.index, count, relation);
    kernel.run.rectifyQuantise(at.pair, relation * 4, relation, count, at.quantised, at.worths);
    const { outputs } = this.matrices.get("relations")!;
    this.apply("relations", {
      x: at.quantised,
      worths: at.worths,
      out: at.logits,
      stride: outputs * 4,
      rows: count,
    });
    kernel.run.largest(at.logits, outputs * 4, relations.length, count, at.index);
    return kernel.ints.slice(at.index / 4, at.index / 4 + count);
  }
}
