/** The best tree without crossing arcs and with exactly one root (Eisner 1996), from scores of single arcs. */
import type { Address, Kernel } from "./kernel.ts";

/** A decoder for sentences of at most `longest` tokens, 256 at most. */
export class TreeDecoder {
  private readonly tables: Address;
  private readonly open: Address;
  private readonly heads: Address;

  constructor(
    private readonly kernel: Kernel,
    longest: number,
  ) {
    this.tables = kernel.room(24 * longest * longest);
    this.open = kernel.room(8 * longest);
    this.heads = kernel.room(4 * longest);
  }

  /** Bytes of the kernel's memory that a decoder takes. */
  static size(longest: number): number {
    return 24 * longest * longest + 12 * longest + 192;
  }

  /**
   * Heads by token, −1 for the root. At the address lies a row of floats per dependent: first the root's score, then
   * every token's. Mostly the best heads are such a tree already, which takes a look at every score; else it is cubic.
   */
  decode(scores: Address, count: number): Int32Array {
    const { kernel, tables, open, heads } = this;
    const found = kernel.ints.subarray(heads / 4, heads / 4 + count);
    kernel.run.bestHeads(scores, count, heads);
    if (!isTree(found) || crosses(found)) kernel.run.bestTree(scores, count, tables, open, heads);
    return found.slice();
  }
}

/** Whether there is one root and every way up leads to it; so it is where there is no token. */
function isTree(heads: Int32Array): boolean {
  let roots = 0;
  const seen = new Int32Array(heads.length);
  for (let start = 0; start < heads.length; start++) {
    if (heads[start]! < 0) roots++;
    let at = start;
    while (at >= 0 && seen[at] === 0) {
      seen[at] = start + 1;
      at = heads[at]!;
    }
    if (at >= 0 && seen[at] === start + 1) return false;
  }
  return roots === 1 || heads.length === 0;
}

/** Whether two arcs cross, or one spans the root. */
function crosses(heads: Int32Array): boolean {
  for (let a = 0; a < heads.length; a++) {
    const head = heads[a]!;
    if (head < 0) continue;
    const low = Math.min(a, head);
    const high = Math.max(a, head);
    for (let b = low + 1; b < high; b++) if (heads[b]! < low || heads[b]! > high) return true;
  }
  return false;
}
