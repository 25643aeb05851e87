/**
 * The network: words by vocabulary and spelling → two bidirectional LSTM layers; tags and names are read off the first,
 * heads (biaffine, Dozat and Manning 2017) and relations off the second.
 */
import { type Batch, type Example, Packer } from "./batch.ts";
import { layOut, type Rooms } from "./layout.ts";
import { LstmLayer } from "./lstm.ts";
import type { Address, Memory } from "./memory.ts";
import { Parameters } from "./parameters.ts";
import { type Dropout, FARTHEST, four, type Sizes, shapesOf } from "./sizes.ts";

export interface Losses {
  tags: number;
  names: number;
  arcs: number;
  relations: number;
}

export interface Guess {
  tags: Int32Array;
  names: Int32Array;
  heads: Int32Array;
  relations: Int32Array;
}

export class Network {
  readonly sizes: Sizes;
  readonly parameters: Parameters;
  readonly packer: Packer;
  private readonly memory: Memory;
  private readonly vectors: Address;
  private readonly first: LstmLayer;
  private readonly second: LstmLayer;
  private readonly at: Rooms;
  private readonly random: () => number;

  constructor(parts: {
    memory: Memory;
    vectors: Address;
    sizes: Sizes;
    limit: number;
    random: () => number;
  }) {
    const { memory, vectors, sizes, limit, random } = parts;
    const { hidden: h, word, spelling } = sizes;
    this.memory = memory;
    this.vectors = vectors;
    this.sizes = sizes;
    this.random = random;
    this.parameters = new Parameters(memory, shapesOf(sizes), random);
    for (const layer of ["first", "second"]) {
      const bias = this.parameters.numbers(`${layer}.bias`);
      bias.fill(1, 0, h);
      bias.fill(1, 3 * h, 4 * h);
    }
    this.packer = new Packer(memory, limit);
    const common = { memory, parameters: this.parameters, hidden: h, limit };
    this.first = new LstmLayer({ ...common, name: "first", input: word + spelling });
    this.second = new LstmLayer({ ...common, name: "second", input: 2 * h });
    this.at = layOut(memory, sizes, limit);
  }

  private p(name: string): Address {
    return this.parameters.get(name).at;
  }

  private g(name: string): Address {
    return this.parameters.get(name).gradient;
  }

  /** y (rows × n) = bias + x W. */
  private linear(
    name: string,
    { x, width, y, rows }: { x: Address; width: number; y: Address; rows: number },
  ): void {
    const { kernel } = this.memory;
    const { columns } = this.parameters.get(name);
    kernel.fillRows!(this.p(`${name}.bias`), y, columns, rows, columns);
    kernel.gemm!(x, width, this.p(name), columns, y, columns, rows, columns, width);
  }

  /** Gradients of `linear`; adds to `dx`. */
  private linearBack(
    name: string,
    { x, width, y: dy, rows, dx }: { x: Address; width: number; y: Address; rows: number; dx: Address },
  ): void {
    const { kernel } = this.memory;
    const { columns } = this.parameters.get(name);
    kernel.gemmT!(x, width, dy, columns, this.g(name), columns, width, columns, rows);
    kernel.addColumns!(dy, columns, rows, columns, this.g(`${name}.bias`));
    kernel.transpose!(this.p(name), columns, this.at.turned, width, width, columns);
    kernel.gemm!(dy, columns, this.at.turned, width, dx, width, rows, width, columns);
  }

  private embed(batch: Batch, dropout: Dropout | null): void {
    const { memory } = this;
    const { kernel } = memory;
    const { given, word, spelling, ownWords } = this.sizes;
    const { at } = this;
    const n = batch.size;
    const vectorRows = memory.intView(at.vectorRows, n);
    const ownRows = memory.intView(at.ownRows, n);
    const starts = memory.intView(at.starts, n + 1);
    const items = memory.intView(at.pieces, n * 48);
    const scale = memory.view(at.scale, n);
    let filled = 0;
    let row = 0;
    batch.counts.forEach((count, t) => {
      for (let s = 0; s < count; s++, row++) {
        const example = batch.examples[s]!;
        let id = example.words[t]!;
        if (dropout && this.random() < dropout.word) id = -1;
        vectorRows[row] = id;
        ownRows[row] = id < 0 ? ownWords : id < ownWords ? id : -1;
        if (dropout && id >= 0 && id < ownWords && this.random() < dropout.word) ownRows[row] = -1;
        starts[row] = filled;
        const list = example.pieces[t]!;
        for (const piece of list) items[filled++] = piece;
        scale[row] = 1 / Math.sqrt(list.length);
      }
    });
    starts[n] = filled;
    kernel.gather!(this.vectors, given, at.vectorRows, at.given, given, n, given);
    memory.clear(at.embedded, n * word);
    kernel.gemm!(at.given, given, this.p("given"), word, at.embedded, word, n, word, given);
    kernel.gatherAdd!(this.p("words"), word, at.ownRows, at.embedded, word, n, word);
    kernel.gather!(at.embedded, word, batch.own, at.x, word + spelling, n, word);
    kernel.bagForward!(
      this.p("pieces"),
      spelling,
      at.pieces,
      at.starts,
      at.scale,
      at.x + word * 4,
      word + spelling,
      n,
    );
    if (dropout) {
      kernel.dropoutMask!(at.maskInput, n * (word + spelling), dropout.input);
      kernel.multiplyInto!(at.x, at.maskInput, n * (word + spelling));
    }
  }

  private embedBack(batch: Batch): void {
    const { kernel } = this.memory;
    const { given, word, spelling } = this.sizes;
    const { at } = this;
    const n = batch.size;
    kernel.multiplyInto!(at.dx, at.maskInput, n * (word + spelling));
    kernel.bagBackward!(
      this.g("pieces"),
      spelling,
      at.pieces,
      at.starts,
      at.scale,
      at.dx + word * 4,
      word + spelling,
      n,
    );
    kernel.gather!(at.dx, word + spelling, batch.own, at.dembedded, word, n, word);
    kernel.scatterAdd!(at.dembedded, word, at.ownRows, this.g("words"), word, n, word);
    kernel.gemmT!(at.given, given, at.dembedded, word, this.g("given"), word, given, word, n);
  }

  private encode(batch: Batch, dropout: Dropout | null): void {
    const { kernel } = this.memory;
    const { at } = this;
    const h = this.sizes.hidden;
    const n = batch.size;
    const sentences = batch.examples.length;
    this.embed(batch, dropout);
    if (dropout) {
      kernel.dropoutMask!(at.maskFirst, sentences * 2 * h, dropout.recurrent);
      kernel.dropoutMask!(at.maskSecond, sentences * 2 * h, dropout.recurrent);
      kernel.dropoutMask!(at.maskOne, sentences * 2 * h, dropout.between);
      kernel.dropoutMask!(at.maskTwo, sentences * 2 * h, dropout.between);
    }
    this.first.forward(batch, { x: at.x, out: at.one, mask: dropout ? at.maskFirst : 0 });
    if (dropout)
      kernel.maskRows!(at.one, 2 * h, at.maskOne, 2 * h, batch.sentenceOf, at.one, 2 * h, n, 2 * h);
    this.second.forward(batch, { x: at.one, out: at.two, mask: dropout ? at.maskSecond : 0 });
    if (dropout)
      kernel.maskRows!(at.two, 2 * h, at.maskTwo, 2 * h, batch.sentenceOf, at.two, 2 * h, n, 2 * h);
  }

  private goldColumn(batch: Batch, key: "tags" | "names" | "relations"): Address {
    const gold = this.memory.intView(this.at.gold, batch.size);
    let row = 0;
    batch.counts.forEach((count, t) => {
      for (let s = 0; s < count; s++, row++) gold[row] = batch.examples[s]![key][t]!;
    });
    return this.at.gold;
  }

  /** Scores of one sentence: dependents by heads, the root first. Returns the padded row length. */
  private scoreArcs(batch: Batch, s: number): number {
    const { kernel } = this.memory;
    const { at, memory } = this;
    const { arc } = this.sizes;
    const n = batch.examples[s]!.words.length;
    const padded = four(n + 1);
    const rows = memory.intView(at.rows, n);
    for (let t = 0; t < n; t++) rows[t] = batch.offsets[t]! + s;
    kernel.gather!(at.arcs, 2 * arc, at.rows, at.dependents, arc, n, arc);
    memory.clear(at.heads, padded * arc);
    memory.view(at.heads, arc).set(this.parameters.numbers("arcs.root"));
    kernel.gather!(at.arcs + arc * 4, 2 * arc, at.rows, at.heads + arc * 4, arc, n, arc);
    kernel.transpose!(at.heads, arc, at.headsTurned, padded, padded, arc);
    kernel.fillRows!(this.p("biaffine.bias"), at.bent, arc, n, arc);
    kernel.gemm!(at.dependents, arc, this.p("biaffine"), arc, at.bent, arc, n, arc, arc);
    memory.clear(at.scores, n * padded);
    kernel.gemm!(at.bent, arc, at.headsTurned, padded, at.scores, padded, n, padded, arc);
    const scores = memory.view(at.scores, n * padded);
    const distance = this.parameters.numbers("distance");
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) scores[i * padded + j + 1]! += distance[distanceClass(i, j)]!;
    }
    return padded;
  }

  private arcsBack(batch: Batch, s: number, weight: number): number {
    const { kernel } = this.memory;
    const { at, memory } = this;
    const { arc } = this.sizes;
    const example = batch.examples[s]!;
    const n = example.words.length;
    const padded = this.scoreArcs(batch, s);
    const gold = memory.intView(at.goldHeads, n);
    for (let i = 0; i < n; i++) gold[i] = example.heads[i]! + 1;
    const loss = kernel.crossEntropy!(at.scores, padded, n + 1, at.goldHeads, n, weight);
    const scores = memory.view(at.scores, n * padded);
    const { gradient } = this.parameters.get("distance");
    const distance = memory.view(gradient, 2 * FARTHEST + 2);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) distance[distanceClass(i, j)]! += scores[i * padded + j + 1]!;
    }
    memory.clear(at.dbent, n * arc);
    kernel.gemm!(at.scores, padded, at.heads, arc, at.dbent, arc, n, arc, padded);
    memory.clear(at.dheads, padded * arc);
    kernel.gemmT!(at.scores, padded, at.bent, arc, at.dheads, arc, padded, arc, n);
    kernel.gemmT!(at.dependents, arc, at.dbent, arc, this.g("biaffine"), arc, arc, arc, n);
    kernel.addColumns!(at.dbent, arc, n, arc, this.g("biaffine.bias"));
    kernel.transpose!(this.p("biaffine"), arc, at.turned, arc, arc, arc);
    memory.clear(at.ddependents, n * arc);
    kernel.gemm!(at.dbent, arc, at.turned, arc, at.ddependents, arc, n, arc, arc);
    kernel.scatterAdd!(at.ddependents, arc, at.rows, at.darcs, 2 * arc, n, arc);
    kernel.scatterAdd!(at.dheads + arc * 4, arc, at.rows, at.darcs + arc * 4, 2 * arc, n, arc);
    const root = memory.view(this.g("arcs.root"), arc);
    const droot = memory.view(at.dheads, arc);
    for (let k = 0; k < arc; k++) root[k]! += droot[k]!;
    return loss;
  }

  /** Logits of the relations for the given heads; the rows of the heads are left in `headRows`. */
  private scoreRelations(batch: Batch, heads: (s: number, t: number) => number): void {
    const { kernel } = this.memory;
    const { at, memory } = this;
    const { relation } = this.sizes;
    const n = batch.size;
    const headRows = memory.intView(at.headRows, n);
    let row = 0;
    batch.counts.forEach((count, t) => {
      for (let s = 0; s < count; s++, row++) {
        const head = heads(s, t);
        headRows[row] = head < 0 ? n : batch.offsets[head]! + s;
      }
    });
    kernel.gather!(at.ends, 2 * relation, batch.own, at.pair, relation, n, relation);
    kernel.gather!(at.ends + relation * 4, 2 * relation, batch.own, at.governors, relation, n, relation);
    memory.view(at.governors + n * relation * 4, relation).set(this.parameters.numbers("ends.root"));
    kernel.gatherAdd!(at.governors, relation, at.headRows, at.pair, relation, n, relation);
    kernel.rectify!(at.pair, n * relation);
  }

  /** Forward and backward over one batch; gradients are added, mean losses returned. */
  learn(examples: readonly Example[], dropout: Dropout): Losses {
    const { kernel } = this.memory;
    const { at, memory, sizes } = this;
    const { hidden: h, arc, relation } = sizes;
    const batch = this.packer.pack(examples);
    const n = batch.size;
    const weight = 1 / n;
    this.encode(batch, dropout);
    memory.clear(at.done, n * 2 * h);
    memory.clear(at.dtwo, n * 2 * h);

    this.linear("arcs", { x: at.two, width: 2 * h, y: at.arcs, rows: n });
    kernel.rectify!(at.arcs, n * 2 * arc);
    kernel.gather!(at.arcs, 2 * arc, batch.own, at.spare, 2 * arc, n, 2 * arc);
    kernel.dropoutMask!(at.maskArcs, n * 2 * arc, dropout.heads);
    kernel.multiplyInto!(at.arcs, at.maskArcs, n * 2 * arc);
    memory.clear(at.darcs, n * 2 * arc);
    let arcs = 0;
    for (let s = 0; s < batch.examples.length; s++) arcs += this.arcsBack(batch, s, weight);
    kernel.multiplyInto!(at.darcs, at.maskArcs, n * 2 * arc);
    kernel.rectifyBackward!(at.spare, at.darcs, n * 2 * arc);
    this.linearBack("arcs", { x: at.two, width: 2 * h, y: at.darcs, rows: n, dx: at.dtwo });

    this.linear("ends", { x: at.two, width: 2 * h, y: at.ends, rows: n });
    this.scoreRelations(batch, (s, t) => batch.examples[s]!.heads[t]!);
    kernel.dropoutMask!(at.maskPair, n * relation, dropout.heads);
    kernel.multiplyInto!(at.pair, at.maskPair, n * relation);
    this.linear("relations", { x: at.pair, width: relation, y: at.logits, rows: n });
    const wide = four(sizes.relations);
    const relations = kernel.crossEntropy!(
      at.logits,
      wide,
      sizes.relations,
      this.goldColumn(batch, "relations"),
      n,
      weight,
    );
    memory.clear(at.dpair, n * relation);
    this.linearBack("relations", { x: at.pair, width: relation, y: at.logits, rows: n, dx: at.dpair });
    kernel.multiplyInto!(at.dpair, at.maskPair, n * relation);
    kernel.rectifyBackward!(at.pair, at.dpair, n * relation);
    memory.clear(at.dgovernors, (n + 1) * relation);
    kernel.scatterAdd!(at.dpair, relation, at.headRows, at.dgovernors, relation, n, relation);
    const root = memory.view(this.g("ends.root"), relation);
    const droot = memory.view(at.dgovernors + n * relation * 4, relation);
    for (let k = 0; k < relation; k++) root[k]! += droot[k]!;
    kernel.gather!(at.dpair, relation, batch.own, at.dends, 2 * relation, n, relation);
    kernel.gather!(at.dgovernors, relation, batch.own, at.dends + relation * 4, 2 * relation, n, relation);
    this.linearBack("ends", { x: at.two, width: 2 * h, y: at.dends, rows: n, dx: at.dtwo });

    kernel.maskRows!(at.dtwo, 2 * h, at.maskTwo, 2 * h, batch.sentenceOf, at.dtwo, 2 * h, n, 2 * h);
    this.second.backward(batch, { x: at.one, dout: at.dtwo, dx: at.done, mask: at.maskSecond });

    const losses: Losses = { tags: 0, names: 0, arcs, relations };
    for (const head of ["tags", "names"] as const) {
      this.linear(head, { x: at.one, width: 2 * h, y: at[head]!, rows: n });
      losses[head] = kernel.crossEntropy!(
        at[head]!,
        four(sizes[head]),
        sizes[head],
        this.goldColumn(batch, head),
        n,
        weight,
      );
      this.linearBack(head, { x: at.one, width: 2 * h, y: at[head]!, rows: n, dx: at.done });
    }
    kernel.maskRows!(at.done, 2 * h, at.maskOne, 2 * h, batch.sentenceOf, at.done, 2 * h, n, 2 * h);
    this.first.backward(batch, { x: at.x, dout: at.done, dx: at.dx, mask: at.maskFirst });
    this.embedBack(batch);
    return losses;
  }

  /** Best classes, heads taken one by one without regard to the tree. In the order given. */
  guess(examples: readonly Example[]): Map<Example, Guess> {
    const { kernel } = this.memory;
    const { at, memory, sizes } = this;
    const { hidden: h, arc, relation } = sizes;
    const batch = this.packer.pack(examples);
    const n = batch.size;
    this.encode(batch, null);
    const guesses = batch.examples.map(
      ({ words: { length } }): Guess => ({
        tags: new Int32Array(length),
        names: new Int32Array(length),
        heads: new Int32Array(length),
        relations: new Int32Array(length),
      }),
    );
    const read = (key: "tags" | "names" | "relations", address: Address): void => {
      const stride = four(sizes[key]);
      const logits = memory.view(address, n * stride);
      let row = 0;
      batch.counts.forEach((count, t) => {
        for (let s = 0; s < count; s++, row++)
          guesses[s]![key][t] = largest(logits, row * stride, sizes[key]);
      });
    };
    this.linear("tags", { x: at.one, width: 2 * h, y: at.tags, rows: n });
    read("tags", at.tags);
    this.linear("names", { x: at.one, width: 2 * h, y: at.names, rows: n });
    read("names", at.names);
    this.linear("arcs", { x: at.two, width: 2 * h, y: at.arcs, rows: n });
    kernel.rectify!(at.arcs, n * 2 * arc);
    batch.examples.forEach((example, s) => {
      const padded = this.scoreArcs(batch, s);
      const scores = memory.view(at.scores, example.words.length * padded);
      for (let i = 0; i < example.words.length; i++)
        guesses[s]!.heads[i] = largest(scores, i * padded, example.words.length + 1) - 1;
    });
    this.linear("ends", { x: at.two, width: 2 * h, y: at.ends, rows: n });
    this.scoreRelations(batch, (s, t) => guesses[s]!.heads[t]!);
    this.linear("relations", { x: at.pair, width: relation, y: at.logits, rows: n });
    read("relations", at.logits);
    return new Map(batch.examples.map((example, s) => [example, guesses[s]!]));
  }
}

export function distanceClass(dependent: number, head: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, head - dependent)) + FARTHEST;
}

function largest(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let k = 1; k < count; k++) if (values[from + k]! > values[from + best]!) best = k;
  return best;
}
