/** Sentences packed for recurrent layers: longest first, all first tokens, then all second tokens, and so on. */
import type { Address, Memory } from "./memory.ts";

export interface Example {
  /** Row in the vocabulary or −1; pieces of the spelling; gold classes (−1 where none is given). */
  words: Int32Array;
  pieces: number[][];
  tags: Int32Array;
  names: Int32Array;
  /** −1 for the root. */
  heads: Int32Array;
  relations: Int32Array;
}

export interface Batch {
  examples: readonly Example[];
  size: number;
  /** Sentences that reach the step, and the first row of the step. */
  counts: number[];
  offsets: number[];
  /** Row of token t of sentence s: `offsets[t] + s`. */
  sentenceOf: Address;
  /** Row that holds the same token when every sentence is read backwards; its own inverse. */
  mirrored: Address;
  own: Address;
}

export class Packer {
  readonly limit: number;
  private readonly memory: Memory;
  private readonly sentenceOf: Address;
  private readonly mirrored: Address;
  private readonly own: Address;

  constructor(memory: Memory, limit: number) {
    this.memory = memory;
    this.limit = limit;
    this.sentenceOf = memory.room(limit);
    this.mirrored = memory.room(limit);
    this.own = memory.room(limit);
    const own = memory.intView(this.own, limit);
    for (let i = 0; i < limit; i++) own[i] = i;
  }

  pack(unsorted: readonly Example[]): Batch {
    const examples = [...unsorted].sort((a, b) => b.words.length - a.words.length);
    const counts: number[] = [];
    const offsets: number[] = [];
    const longest = examples[0]!.words.length;
    let size = 0;
    for (let t = 0; t < longest; t++) {
      offsets.push(size);
      counts.push(examples.filter((example) => example.words.length > t).length);
      size += counts[t]!;
    }
    if (size > this.limit) throw new RangeError("batch too large");
    const sentenceOf = this.memory.intView(this.sentenceOf, size);
    const mirrored = this.memory.intView(this.mirrored, size);
    examples.forEach((example, s) => {
      const { length } = example.words;
      for (let t = 0; t < length; t++) {
        sentenceOf[offsets[t]! + s] = s;
        mirrored[offsets[t]! + s] = offsets[length - 1 - t]! + s;
      }
    });
    return {
      examples,
      size,
      counts,
      offsets,
      sentenceOf: this.sentenceOf,
      mirrored: this.mirrored,
      own: this.own,
    };
  }
}
