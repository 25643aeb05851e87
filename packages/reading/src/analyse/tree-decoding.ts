/** The best tree with exactly one root (Chu and Liu 1965, Edmonds 1967) from scores of single arcs. */

/**
 * Heads by token, −1 for the root. `scores` holds a row per dependent: first the root's score, then every token's.
 * The result is always a tree. Quadratic in the usual case, cubic at worst.
 */
export function decodeTree(scores: Float32Array, count: number): Int32Array {
  const width = count + 1;
  const size = width;
  const best = bestHeads(scores, count);
  // Mostly the best heads are a tree already.
  if (rootsOf(best).length === 1 && isTree(best)) return best.subarray(1).map((head) => head - 1);
  // Node 0 is the root; matrix[d * size + h].
  const matrix = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  for (let d = 1; d < size; d++) {
    for (let h = 0; h < size; h++) if (h !== d) matrix[d * size + h] = scores[(d - 1) * width + h]!;
  }
  let heads = isTree(best) ? best : edmonds(matrix, size);
  const roots = rootsOf(heads);
  if (roots.length !== 1) heads = edmonds(keepRoot(matrix, size, chooseRoot(matrix, size, roots)), size);
  return Int32Array.from({ length: count }, (_, i) => heads[i + 1]! - 1);
}

function rootsOf(heads: Int32Array): number[] {
  const roots: number[] = [];
  for (let d = 1; d < heads.length; d++) if (heads[d] === 0) roots.push(d);
  return roots;
}

/** As `greedy`, straight from the scores. */
function bestHeads(scores: Float32Array, count: number): Int32Array {
  const heads = new Int32Array(count + 1).fill(-1);
  for (let d = 1; d <= count; d++) {
    const row = (d - 1) * (count + 1);
    let best = 0;
    for (let h = 1; h <= count; h++) if (h !== d && scores[row + h]! > scores[row + best]!) best = h;
    heads[d] = best;
  }
  return heads;
}

function greedy(matrix: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let d = 1; d < size; d++) {
    let best = -1;
    for (let h = 0; h < size; h++) {
      if (h !== d && (best < 0 || matrix[d * size + h]! > matrix[d * size + best]!)) best = h;
    }
    heads[d] = best;
  }
  return heads;
}

function isTree(heads: Int32Array): boolean {
  return findCycle(heads) === null;
}

/** Nodes of one cycle, null where there is none. */
function findCycle(heads: Int32Array): number[] | null {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let at = start;
    while (at > 0 && seen[at] === 0) {
      seen[at] = start;
      at = heads[at]!;
    }
    if (at <= 0 || seen[at] !== start) continue;
    const cycle = [at];
    for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next);
    return cycle;
  }
  return null;
}

/** Of several roots, the one that would lose most as a dependent. */
function chooseRoot(matrix: Float64Array, size: number, roots: readonly number[]): number {
  const candidates = roots.length > 0 ? roots : Array.from({ length: size - 1 }, (_, i) => i + 1);
  let best = candidates[0]!;
  let most = Number.NEGATIVE_INFINITY;
  for (const d of candidates) {
    let other = Number.NEGATIVE_INFINITY;
    for (let h = 1; h < size; h++) if (h !== d) other = Math.max(other, matrix[d * size + h]!);
    const margin = matrix[d * size]! - (other === Number.NEGATIVE_INFINITY ? -1e9 : other);
    if (margin > most) {
      most = margin;
      best = d;
    }
  }
  return best;
}

function keepRoot(matrix: Float64Array, size: number, root: number): Float64Array {
  const kept = matrix.slice();
  for (let d = 1; d < size; d++) if (d !== root) kept[d * size] = -1e12;
  return kept;
}

/** Maximum spanning arborescence by repeated contraction. */
function edmonds(matrix: Float64Array, size: number): Int32Array {
  const heads = greedy(matrix, size);
  const cycle = findCycle(heads);
  if (!cycle) return heads;
  const inside = new Uint8Array(size);
  for (const node of cycle) inside[node] = 1;
  const outside: number[] = [];
  for (let node = 0; node < size; node++) if (!inside[node]) outside.push(node);
  // The cycle becomes one node, numbered last.
  const merged = outside.length;
  const small = merged + 1;
  const contracted = new Float64Array(small * small).fill(Number.NEGATIVE_INFINITY);
  const entry = new Int32Array(small);
  const exit = new Int32Array(small);
  for (let a = 0; a < merged; a++) {
    const node = outside[a]!;
    for (let b = 0; b < merged; b++) contracted[a * small + b] = matrix[node * size + outside[b]!]!;
    for (const member of cycle) {
      const out = matrix[node * size + member]!;
      if (out > contracted[a * small + merged]!) {
        contracted[a * small + merged] = out;
        exit[a] = member;
      }
      const into = matrix[member * size + node]! - matrix[member * size + heads[member]!]!;
      if (into > contracted[merged * small + a]!) {
        contracted[merged * small + a] = into;
        entry[a] = member;
      }
    }
  }
  const inner = edmonds(contracted, small);
  const result = heads.slice();
  for (let a = 1; a < merged; a++) {
    const head = inner[a]!;
    result[outside[a]!] = head === merged ? exit[a]! : outside[head]!;
  }
  const from = inner[merged]!;
  result[entry[from]!] = outside[from]!;
  return result;
}
