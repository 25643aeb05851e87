/** The WebAssembly kernel and its memory: rooms are set aside once and hold until the analyser goes. */
import { KERNEL } from "./kernel.generated.ts";

export type Address = number;

/** Signatures in models/analyser/kernel/run-kernel.ts; strides are in bytes. */
interface Functions {
  memory: WebAssembly.Memory;
  quantise(x: Address, n: number, out: Address): number;
  multiply(...numbers: number[]): void;
  recur(...numbers: number[]): void;
  rectifyQuantise(x: Address, stride: number, n: number, rows: number, out: Address, worths: Address): void;
  dots(...numbers: number[]): void;
  addRows(...numbers: number[]): void;
  addDistances(scores: Address, n: number, distances: Address, farthest: number): void;
  bestHeads(scores: Address, n: number, out: Address): void;
  bestTree(scores: Address, n: number, tables: Address, open: Address, heads: Address): void;
  largest(x: Address, stride: number, n: number, rows: number, out: Address): void;
}

const PAGE = 65_536;

export class Kernel {
  readonly run: Functions;
  readonly bytes: Uint8Array;
  readonly floats: Float32Array;
  readonly ints: Int32Array;
  private next = PAGE;

  constructor(size: number) {
    const code = Uint8Array.from(atob(KERNEL), (character) => character.charCodeAt(0));
    const instance = new WebAssembly.Instance(new WebAssembly.Module(code), {
      env: { abort: () => undefined },
    });
    this.run = instance.exports as unknown as Functions;
    this.run.memory.grow(Math.ceil(size / PAGE) + 2);
    const { buffer } = this.run.memory;
    this.bytes = new Uint8Array(buffer);
    this.floats = new Float32Array(buffer);
    this.ints = new Int32Array(buffer);
  }

  /** Room for so many bytes at a multiple of 64. */
  room(size: number): Address {
    const address = this.next;
    this.next = Math.ceil((address + size) / 64) * 64;
    if (this.next > this.bytes.length) throw new RangeError("the kernel's memory is too small");
    return address;
  }

  /** A copy of the numbers in the kernel's memory. */
  place(numbers: Float32Array | Int16Array): Address {
    const address = this.room(numbers.byteLength);
    this.bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), address);
    return address;
  }
}
