/** The best tree without crossing arcs and with exactly one root (Eisner 1996), from scores of single arcs. */

const NONE = Number.NEGATIVE_INFINITY;

/**
 * Heads by token, −1 for the root. `scores` holds a row per dependent: first the root's score, then every token's.
 * Mostly the best heads are such a tree already, which takes a look at every score; else cubic in the tokens.
 */
export function decodeTree(scores: Float32Array, count: number): Int32Array {
  const heads = bestHeads(scores, count);
  return count === 0 || (isTree(heads) && !crosses(heads)) ? heads : decodeProjective(scores, count);
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

/** Eisner's chart: spans whose head stands at their left or right end, complete, or still waiting for that end's arc. */
function decodeProjective(scores: Float32Array, count: number): Int32Array {
  const n = count;
  const at = (s: number, t: number): number => s * n + t;
  const score = (head: number, dependent: number): number => scores[dependent * (n + 1) + head + 1]!;
  // Complete and incomplete spans; "right" spans have their head at the left end.
  const left = new Float32Array(n * n);
  const right = new Float32Array(n * n);
  const arcLeft = new Float32Array(n * n);
  const arcRight = new Float32Array(n * n);
  const splitArc = new Int32Array(n * n);
  const splitLeft = new Int32Array(n * n);
  const splitRight = new Int32Array(n * n);
  for (let width = 1; width < n; width++) {
    for (let s = 0; s + width < n; s++) {
      const t = s + width;
      let best = NONE;
      for (let r = s; r < t; r++) {
        const sum = right[at(s, r)]! + left[at(r + 1, t)]!;
        if (sum > best) {
          best = sum;
          splitArc[at(s, t)] = r;
        }
      }
      arcLeft[at(s, t)] = best + score(t, s);
      arcRight[at(s, t)] = best + score(s, t);
      best = NONE;
      for (let r = s; r < t; r++) {
        const sum = left[at(s, r)]! + arcLeft[at(r, t)]!;
        if (sum > best) {
          best = sum;
          splitLeft[at(s, t)] = r;
        }
      }
      left[at(s, t)] = best;
      best = NONE;
      for (let r = s + 1; r <= t; r++) {
        const sum = arcRight[at(s, r)]! + right[at(r, t)]!;
        if (sum > best) {
          best = sum;
          splitRight[at(s, t)] = r;
        }
      }
      right[at(s, t)] = best;
    }
  }
  let root = 0;
  let most = NONE;
  for (let r = 0; r < n; r++) {
    const sum = left[at(0, r)]! + right[at(r, n - 1)]! + scores[r * (n + 1)]!;
    if (sum > most) {
      most = sum;
      root = r;
    }
  }
  const heads = new Int32Array(n).fill(-1);
  const open: [number, number, "left" | "right"][] = [
    [0, root, "left"],
    [root, n - 1, "right"],
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const [s, t, side] = next;
    if (s === t) continue;
    const r = (side === "left" ? splitLeft : splitRight)[at(s, t)]!;
    const [from, to] = side === "left" ? [r, t] : [s, r];
    if (side === "left") {
      heads[from] = to;
      open.push([s, r, "left"]);
    } else {
      heads[to] = from;
      open.push([r, t, "right"]);
    }
    const middle = splitArc[at(from, to)]!;
    open.push([from, middle, "right"], [middle + 1, to, "left"]);
  }
  return heads;
}
