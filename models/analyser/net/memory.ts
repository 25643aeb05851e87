/** The kernel's linear memory: everything is laid out once, at addresses that never move. */

export type Address = number;

type Call = (...numbers: number[]) => number;

/** The functions of `kernel/train-kernel.ts`. */
export interface Kernel {
  memory: WebAssembly.Memory;
  [name: string]: Call | WebAssembly.Memory;
}

export class Memory {
  readonly kernel: Record<string, Call>;
  readonly floats: Float32Array;
  readonly ints: Int32Array;
  private next = 65_536;

  constructor(wasm: Uint8Array, megabytes: number) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm as BufferSource), {
      env: { abort: () => undefined },
    });
    const memory = instance.exports.memory as WebAssembly.Memory;
    memory.grow(megabytes * 16);
    this.kernel = instance.exports as unknown as Record<string, Call>;
    this.floats = new Float32Array(memory.buffer);
    this.ints = new Int32Array(memory.buffer);
  }

  /** Room for `count` four-byte numbers, zeroed, at a multiple of 64. */
  room(count: number): Address {
    const address = this.next;
    this.next = Math.ceil((address + count * 4) / 64) * 64;
    if (this.next > this.floats.length * 4)
      throw new RangeError("training needs more memory than was set aside");
    return address;
  }

  view(address: Address, count: number): Float32Array {
    return this.floats.subarray(address / 4, address / 4 + count);
  }

  intView(address: Address, count: number): Int32Array {
    return this.ints.subarray(address / 4, address / 4 + count);
  }

  clear(address: Address, count: number): void {
    this.view(address, count).fill(0);
  }
}
