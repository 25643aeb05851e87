/** The best tree without crossing arcs and with exactly one root (Eisner 1996), from scores of single arcs. */
import type { Address, Kernel } from "./kernel.ts";

/** A decoder for sentences of at most `longest` tokens, 256 at most. */
export class TreeDecoder {
  private readonly tables: Address;
  private readonly joints: Address;

  constructor(
    private readonly kernel: Kernel,
    longest: number,
  ) {
    this.tables = kernel.room(24 * longest * longest);
    this.joints = kernel.room(3 * longest * longest);
  }

  /** Bytes of the kernel's memory that a decoder takes. */
  static size(longest: number): number {
    return 28 * longest * longest;
  }

  /**
   * Heads by token, −1 for the root. At the address lies a row of floats per dependent: first the root's score, then
   * every token's. Mostly the best heads are such a tree already, which takes a look at every score; else it is cubic.
   */
  decode(address: Address, count: number): Int32Array {
    const scores = this.kernel.floats.subarray(address / 4, address / 4 + count * (count + 1));
    const heads = bestHeads(scores, count);
    if (count === 0 || (isTree(heads) && !crosses(heads))) return heads;
    const root = this.kernel.run.chart(address, count, this.tables, this.joints);
    return followed(this.kernel.bytes.subarray(this.joints, this.joints + 3 * count * count), root, count);
  }
}

function bestHeads(scores: Float32Array, count: number): Int32Array {
  const heads = new Int32Array(count);
  for (let d = 0; d < count; d++) {
    const row = d * (count + 1);
    let best = 0;
    for (let h = 1; h <= count; h++) if (h !== d + 1 && scores[row + h]! > scores[row + best]!) best = h;
    heads[d] = best - 1;
  }
  return heads;
}

/** Whether there is one root and every way up leads to it. */
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
  return roots === 1;
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

/** The tree of the chart's joints, from the root down. */
function followed(joints: Uint8Array, root: number, n: number): Int32Array {
  const heads = new Int32Array(n).fill(-1);
  const open: [number, number, "left" | "right"][] = [
    [0, root, "left"],
    [root, n - 1, "right"],
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const [s, t, side] = next;
    if (s === t) continue;
    const r = joints[(side === "left" ? n * n : 2 * n * n) + s * n + t]!;
    const [from, to] = side === "left" ? [r, t] : [s, r];
    if (side === "left") {
      heads[from] = to;
      open.push([s, r, "left"]);
    } else {
      heads[to] = from;
      open.push([r, t, "right"]);
    }
    const middle = joints[from * n + to]!;
    open.push([from, middle, "right"], [middle + 1, to, "left"]);
  }
  return heads;
}
