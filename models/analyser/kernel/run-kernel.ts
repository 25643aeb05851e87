// @ts-nocheck AssemblyScript, compiled by build-kernels.ts
/**
 * The arithmetic of analysing: 8-bit weights, widened to 16 bits when they are placed, times 16-bit activations, summed in
 * 32 bits. A weight matrix (k × n) lies in blocks of 16 outputs; within a block, pairs of inputs one after another; within
 * a pair, each output's two weights. V8 unrolls the inner loops itself, and worse what is unrolled by hand.
 */
import { sigmoid4, tanh4 } from "./numeric";

/** Outputs of an LSTM lie in (−1, 1) and are kept as multiples of 1/8192. */
const UNIT: f32 = 8192;

@inline
function pair(sum: v128, weights: usize, x: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(weights), x));
}

@inline
function worthOf(worths: usize, row: i32): v128 {
  return f32x4.splat(worths ? load<f32>(worths + <usize>(row << 2)) : <f32>1 / UNIT);
}

/** o = b + s · worth · sums, 16 outputs. */
@inline
function finish(s0: v128, s1: v128, s2: v128, s3: v128, worth: v128, s: usize, b: usize, o: usize): void {
  v128.store(o, f32x4.add(v128.load(b), f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(s0), worth), v128.load(s))));
  v128.store(o, f32x4.add(v128.load(b, 16), f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(s1), worth), v128.load(s, 16))), 16);
  v128.store(o, f32x4.add(v128.load(b, 32), f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(s2), worth), v128.load(s, 32))), 32);
  v128.store(o, f32x4.add(v128.load(b, 48), f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(s3), worth), v128.load(s, 48))), 48);
}

/** The nearest integers to floats below 2²²: added to 1.5 · 2²³, a float holds them in its last bits. */
@inline
function rounded(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}

/** Writes x (n floats) as 16-bit integers and returns what one of them is worth. */
export function quantise(x: usize, n: i32, out: usize): f32 {
  let top = f32x4.splat(1e-9);
  const end = x + <usize>(n << 2);
  for (let at = x; at < end; at += 16) top = f32x4.pmax(top, f32x4.abs(v128.load(at)));
  const most: f32 = max(max(f32x4.extract_lane(top, 0), f32x4.extract_lane(top, 1)), max(f32x4.extract_lane(top, 2), f32x4.extract_lane(top, 3)));
  const factor = f32x4.splat(UNIT / most);
  let to = out;
  for (let at = x; at < end; at += 32) {
    const low = rounded(f32x4.mul(v128.load(at), factor));
    const high = rounded(f32x4.mul(v128.load(at, 16), factor));
    v128.store(to, i16x8.narrow_i32x4_s(low, high));
    to += 16;
  }
  return most / UNIT;
}

/**
 * out (rows × outputs, stride ldo) = base + worth · scale · (x W). `x` has the byte stride `ldx`; `base` is a bias row
 * (`ldb` 0) or a matrix with the byte stride `ldb`. n is a multiple of 16, k of 2. `worths` holds one factor per row, 0 for
 * that of LSTM outputs.
 */
export function multiply(x: usize, ldx: usize, k: i32, weights: usize, scales: usize, base: usize, ldb: usize, worths: usize, out: usize, ldo: usize, rows: i32, n: i32): void {
  const blockBytes = <usize>(k << 5);
  for (let block = 0; block < n; block += 16) {
    const first = weights + <usize>(block >> 4) * blockBytes;
    const after = first + blockBytes;
    const column = <usize>(block << 2);
    const s = scales + column;
    let i = 0;
    // Two rows at a time, so that a weight is loaded once for both.
    for (; i + 1 < rows; i += 2) {
      let s0 = i32x4.splat(0), s1 = i32x4.splat(0), s2 = i32x4.splat(0), s3 = i32x4.splat(0);
      let t0 = i32x4.splat(0), t1 = i32x4.splat(0), t2 = i32x4.splat(0), t3 = i32x4.splat(0);
      let px = x + <usize>i * ldx;
      let py = px + ldx;
      for (let pw = first; pw < after; pw += 64) {
        const v = v128.load32_splat(px);
        const u = v128.load32_splat(py);
        const a = v128.load(pw);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(a, v));
        t0 = i32x4.add(t0, i32x4.dot_i16x8_s(a, u));
        const b = v128.load(pw, 16);
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(b, v));
        t1 = i32x4.add(t1, i32x4.dot_i16x8_s(b, u));
        const c = v128.load(pw, 32);
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(c, v));
        t2 = i32x4.add(t2, i32x4.dot_i16x8_s(c, u));
        const d = v128.load(pw, 48);
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(d, v));
        t3 = i32x4.add(t3, i32x4.dot_i16x8_s(d, u));
        px += 4;
        py += 4;
      }
      const b = base + <usize>i * ldb + column;
      const o = out + <usize>i * ldo + column;
      finish(s0, s1, s2, s3, worthOf(worths, i), s, b, o);
      finish(t0, t1, t2, t3, worthOf(worths, i + 1), s, b + ldb, o + ldo);
    }
    if (i < rows) {
      let s0 = i32x4.splat(0), s1 = i32x4.splat(0), s2 = i32x4.splat(0), s3 = i32x4.splat(0);
      let px = x + <usize>i * ldx;
      for (let pw = first; pw < after; pw += 64) {
        const v = v128.load32_splat(px);
        s0 = pair(s0, pw, v);
        s1 = pair(s1, pw + 16, v);
        s2 = pair(s2, pw + 32, v);
        s3 = pair(s3, pw + 48, v);
        px += 4;
      }
      finish(s0, s1, s2, s3, worthOf(worths, i), s, base + <usize>i * ldb + column, out + <usize>i * ldo + column);
    }
  }
}

/**
 * One direction of a coupled-gate LSTM over a sentence. At `inputs` lie addresses, one a word; `skip` bytes behind each lies
 * the word's share of the gates (3h floats). `out` takes 16-bit outputs (byte stride `ldo`), `gates` and `cell` are room for
 * 3h and h floats.
 */
export function recur(inputs: usize, skip: usize, weights: usize, scales: usize, gates: usize, cell: usize, out: usize, ldo: usize, count: i32, h: i32, backwards: i32): void {
  const one = f32x4.splat(1);
  const unit = f32x4.splat(UNIT);
  const width = <usize>(h << 2);
  memory.fill(cell, 0, width);
  for (let step = 0; step < count; step++) {
    const t = backwards ? count - 1 - step : step;
    let p = load<usize>(inputs + <usize>(t << 2)) + skip;
    const o = out + <usize>t * ldo;
    if (step > 0) {
      multiply(backwards ? o + ldo : o - ldo, 0, h, weights, scales, p, 0, 0, gates, 0, 1, 3 * h);
      p = gates;
    }
    // Cells first and outputs after them: an output waits long for its cell, and no cell waits for another.
    for (let j: usize = 0; j < width; j += 16) {
      const f = sigmoid4(v128.load(p + j));
      const c = f32x4.add(f32x4.mul(f, v128.load(cell + j)), f32x4.mul(f32x4.sub(one, f), tanh4(v128.load(p + 2 * width + j))));
      v128.store(cell + j, c);
    }
    for (let j: usize = 0; j < width; j += 32) {
      const low = f32x4.mul(f32x4.mul(sigmoid4(v128.load(p + width + j)), tanh4(v128.load(cell + j))), unit);
      const high = f32x4.mul(f32x4.mul(sigmoid4(v128.load(p + width + j, 16)), tanh4(v128.load(cell + j, 16))), unit);
      v128.store(o + (j >> 1), i16x8.narrow_i32x4_s(rounded(low), rounded(high)));
    }
  }
}

/** Rows of n floats: negative values times 0.1, then 16-bit with one worth per row. */
export function rectifyQuantise(x: usize, ldx: usize, n: i32, rows: i32, out: usize, worths: usize): void {
  for (let i = 0; i < rows; i++) {
    const row = x + <usize>i * ldx;
    for (let j: usize = 0; j < <usize>(n << 2); j += 16) {
      const v = v128.load(row + j);
      v128.store(row + j, f32x4.pmax(v, f32x4.mul(v, f32x4.splat(0.1))));
    }
    store<f32>(worths + <usize>(i << 2), quantise(row, n, out + <usize>(i * n * 2)));
  }
}

/** scores (rows × columns, stride columns) = A Bᵀ over `width` floats; byte strides. */
export function dots(a: usize, lda: usize, b: usize, ldb: usize, width: i32, out: usize, rows: i32, columns: i32): void {
  let to = out;
  for (let i = 0; i < rows; i++) {
    const x = a + <usize>i * lda;
    for (let j = 0; j < columns; j++) {
      const y = b + <usize>j * ldb;
      let s0 = f32x4.splat(0), s1 = f32x4.splat(0);
      for (let k: usize = 0; k < <usize>(width << 2); k += 32) {
        s0 = f32x4.add(s0, f32x4.mul(v128.load(x + k), v128.load(y + k)));
        s1 = f32x4.add(s1, f32x4.mul(v128.load(x + k, 16), v128.load(y + k, 16)));
      }
      s0 = f32x4.add(s0, s1);
      store<f32>(to, f32x4.extract_lane(s0, 0) + f32x4.extract_lane(s0, 1) + f32x4.extract_lane(s0, 2) + f32x4.extract_lane(s0, 3));
      to += 4;
    }
  }
}

/** x row i (n floats) += y row index[i]; byte strides. */
export function addRows(x: usize, ldx: usize, y: usize, ldy: usize, index: usize, rows: i32, n: i32): void {
  for (let i = 0; i < rows; i++) {
    const to = x + <usize>i * ldx;
    const from = y + <usize>load<i32>(index + <usize>(i << 2)) * ldy;
    for (let j: usize = 0; j < <usize>(n << 2); j += 16) v128.store(to + j, f32x4.add(v128.load(to + j), v128.load(from + j)));
  }
}

/** out[i] = number of the largest of the first n floats of row i; byte stride. */
export function largest(x: usize, ldx: usize, n: i32, rows: i32, out: usize): void {
  for (let i = 0; i < rows; i++) {
    const row = x + <usize>i * ldx;
    let best = 0;
    let top = load<f32>(row);
    for (let j = 1; j < n; j++) {
      const v = load<f32>(row + <usize>(j << 2));
      if (v > top) {
        top = v;
        best = j;
      }
    }
    store<i32>(out + <usize>(i << 2), best);
  }
}

/** Adds to each score of an arc (row per dependent: the root's score, then every token's) that of its length, `farthest` at most. */
export function addDistances(scores: usize, n: i32, distances: usize, farthest: i32): void {
  for (let i = 0; i < n; i++) {
    let at = scores + <usize>((i * (n + 1) + 1) << 2);
    for (let j = 0; j < n; j++) {
      const distance = max(-farthest, min(farthest, j - i)) + farthest;
      store<f32>(at, load<f32>(at) + load<f32>(distances + <usize>(distance << 2)));
      at += 4;
    }
  }
}

/** out[i] = the highest scored head of token i, −1 for the root; the first of equals. */
export function bestHeads(scores: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i++) {
    const row = scores + <usize>((i * (n + 1)) << 2);
    let best = 0;
    let top = load<f32>(row);
    for (let head = 1; head <= n; head++) {
      const score = load<f32>(row + <usize>(head << 2));
      if (score > top && head != i + 1) {
        top = score;
        best = head;
      }
    }
    store<i32>(out + <usize>(i << 2), best - 1);
  }
}

/** The largest of a[i] + b[i] over `count` floats. */
@inline
function largestSum(a: usize, b: usize, count: i32): f32 {
  let top = -f32.MAX_VALUE;
  let i: usize = 0;
  const end = <usize>(count << 2);
  if (count >= 4) {
    let best = f32x4.add(v128.load(a), v128.load(b));
    for (i = 16; i + 16 <= end; i += 16) best = f32x4.pmax(best, f32x4.add(v128.load(a + i), v128.load(b + i)));
    best = f32x4.pmax(best, v128.shuffle<i32>(best, best, 2, 3, 0, 1));
    best = f32x4.pmax(best, v128.shuffle<i32>(best, best, 1, 0, 3, 2));
    top = f32x4.extract_lane(best, 0);
  }
  for (; i < end; i += 4) {
    const sum = load<f32>(a + i) + load<f32>(b + i);
    if (sum > top) top = sum;
  }
  return top;
}

/** Where the largest of a[i] + b[i] is; the first of equals. */
function bestSum(a: usize, b: usize, count: i32): i32 {
  let best = 0;
  let top = load<f32>(a) + load<f32>(b);
  for (let i = 1; i < count; i++) {
    const sum = load<f32>(a + <usize>(i << 2)) + load<f32>(b + <usize>(i << 2));
    if (sum > top) {
      top = sum;
      best = i;
    }
  }
  return best;
}

/** A span of the tree under way: its ends, and whether its head stands at the left one. */
@inline
function opened(open: usize, s: i32, t: i32, headLeft: i32): usize {
  if (s < t) {
    store<i32>(open, s | (t << 8) | (headLeft << 16));
    return open + 4;
  }
  return open;
}

/**
 * The chart of Eisner (1996) over `scores` (row per dependent: the root's score, then every token's): spans whose head
 * stands at their left or right end, complete, or waiting for that end's arc. `tables` is room for 6 n² floats, every table
 * kept by the end that stays the same in the loop that reads it. Where the best span of each pair of ends is joined is
 * asked again on the way down, of the few spans that the tree has; `open` is room for 8n bytes of that way. n is 256 at
 * most. heads[i] = the head of token i in the best tree, −1 for the root.
 */
export function bestTree(scores: usize, n: i32, tables: usize, open: usize, heads: usize): void {
  const row = <usize>(n << 2);
  const size = <usize>n * row;
  const leftFrom = tables, leftTo = tables + size, rightFrom = leftTo + size, rightTo = rightFrom + size;
  const arcLeftTo = rightTo + size, arcRightFrom = arcLeftTo + size;
  memory.fill(tables, 0, 6 * size);
  for (let length = 1; length < n; length++) {
    for (let s = 0; s + length < n; s++) {
      const t = s + length;
      const fromS = <usize>s * row, toT = <usize>t * row;
      const sAt = <usize>(s << 2), tAt = <usize>(t << 2);
      const waiting = largestSum(rightFrom + fromS + sAt, leftTo + toT + sAt + 4, length);
      store<f32>(arcLeftTo + toT + sAt, waiting + load<f32>(scores + <usize>((s * (n + 1) + t + 1) << 2)));
      store<f32>(arcRightFrom + fromS + tAt, waiting + load<f32>(scores + <usize>((t * (n + 1) + s + 1) << 2)));
      const left = largestSum(leftFrom + fromS + sAt, arcLeftTo + toT + sAt, length);
      store<f32>(leftFrom + fromS + tAt, left);
      store<f32>(leftTo + toT + sAt, left);
      const right = largestSum(arcRightFrom + fromS + sAt + 4, rightTo + toT + sAt + 4, length);
      store<f32>(rightFrom + fromS + tAt, right);
      store<f32>(rightTo + toT + sAt, right);
    }
  }
  let root = 0;
  let top = -f32.MAX_VALUE;
  for (let r = 0; r < n; r++) {
    const at = <usize>(r << 2);
    const sum = load<f32>(leftFrom + at) + load<f32>(rightTo + <usize>(n - 1) * row + at) + load<f32>(scores + <usize>((r * (n + 1)) << 2));
    if (sum > top) {
      top = sum;
      root = r;
    }
  }
  store<i32>(heads + <usize>(root << 2), -1);
  let next = opened(open, 0, root, 0);
  next = opened(next, root, n - 1, 1);
  while (next > open) {
    next -= 4;
    const span = load<i32>(next);
    const s = span & 255, t = (span >> 8) & 255;
    const fromS = <usize>s * row, toT = <usize>t * row;
    const sAt = <usize>(s << 2);
    let from = s, to = t;
    if (span >> 16) {
      to = s + 1 + bestSum(arcRightFrom + fromS + sAt + 4, rightTo + toT + sAt + 4, t - s);
      store<i32>(heads + <usize>(to << 2), s);
      next = opened(next, to, t, 1);
    } else {
      from = s + bestSum(leftFrom + fromS + sAt, arcLeftTo + toT + sAt, t - s);
      store<i32>(heads + <usize>(from << 2), t);
      next = opened(next, s, from, 0);
    }
    const middle = from + bestSum(rightFrom + <usize>from * row + <usize>(from << 2), leftTo + <usize>to * row + <usize>(from << 2) + 4, to - from);
    next = opened(next, from, middle, 1);
    next = opened(next, middle + 1, to, 0);
  }
}
