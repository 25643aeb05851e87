// @ts-nocheck AssemblyScript, compiled by build-kernels.ts
/**
 * The arithmetic of analysing: 8-bit weights times 16-bit activations, summed in 32 bits. A weight matrix (k × n) lies in
 * blocks of 16 outputs; within a block, pairs of inputs one after another; within a pair, each output's two weights.
 */
import { sigmoid4, tanh4 } from "./numeric";

/** Outputs of an LSTM lie in (−1, 1) and are kept as multiples of 1/8192. */
const UNIT: f32 = 8192;

@inline
function pair(sum: v128, weights: usize, x: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(v128.load_ext<i8>(weights), x));
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

/** Writes x (n floats) as 16-bit integers and returns what one of them is worth. */
export function quantise(x: usize, n: i32, out: usize): f32 {
  let top = f32x4.splat(1e-9);
  const end = x + <usize>(n << 2);
  for (let at = x; at < end; at += 16) top = f32x4.max(top, f32x4.abs(v128.load(at)));
  const most: f32 = max(max(f32x4.extract_lane(top, 0), f32x4.extract_lane(top, 1)), max(f32x4.extract_lane(top, 2), f32x4.extract_lane(top, 3)));
  const factor = f32x4.splat(UNIT / most);
  let to = out;
  for (let at = x; at < end; at += 32) {
    const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at), factor)));
    const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at, 16), factor)));
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
  const blockBytes = <usize>(k << 4);
  const pairs = k >> 1;
  for (let block = 0; block < n; block += 16) {
    const w0 = weights + <usize>(block >> 4) * blockBytes;
    const column = <usize>(block << 2);
    const s = scales + column;
    let i = 0;
    // Two rows at a time, so that a weight is widened once for both.
    for (; i + 1 < rows; i += 2) {
      let s0 = i32x4.splat(0), s1 = i32x4.splat(0), s2 = i32x4.splat(0), s3 = i32x4.splat(0);
      let t0 = i32x4.splat(0), t1 = i32x4.splat(0), t2 = i32x4.splat(0), t3 = i32x4.splat(0);
      let px = x + <usize>i * ldx;
      let py = px + ldx;
      let pw = w0;
      for (let p = 0; p < pairs; p++) {
        const v = v128.load32_splat(px);
        const u = v128.load32_splat(py);
        const a = v128.load_ext<i8>(pw);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(a, v));
        t0 = i32x4.add(t0, i32x4.dot_i16x8_s(a, u));
        const b = v128.load_ext<i8>(pw + 8);
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(b, v));
        t1 = i32x4.add(t1, i32x4.dot_i16x8_s(b, u));
        const c = v128.load_ext<i8>(pw + 16);
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(c, v));
        t2 = i32x4.add(t2, i32x4.dot_i16x8_s(c, u));
        const d = v128.load_ext<i8>(pw + 24);
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(d, v));
        t3 = i32x4.add(t3, i32x4.dot_i16x8_s(d, u));
        px += 4;
        py += 4;
        pw += 32;
      }
      const b = base + <usize>i * ldb + column;
      const o = out + <usize>i * ldo + column;
      finish(s0, s1, s2, s3, worthOf(worths, i), s, b, o);
      finish(t0, t1, t2, t3, worthOf(worths, i + 1), s, b + ldb, o + ldo);
    }
    if (i < rows) {
      let s0 = i32x4.splat(0), s1 = i32x4.splat(0), s2 = i32x4.splat(0), s3 = i32x4.splat(0);
      let px = x + <usize>i * ldx;
      let pw = w0;
      for (let p = 0; p < pairs; p++) {
        const v = v128.load32_splat(px);
        s0 = pair(s0, pw, v);
        s1 = pair(s1, pw + 8, v);
        s2 = pair(s2, pw + 16, v);
        s3 = pair(s3, pw + 24, v);
        px += 4;
        pw += 32;
      }
      finish(s0, s1, s2, s3, worthOf(worths, i), s, base + <usize>i * ldb + column, out + <usize>i * ldo + column);
    }
  }
}

/**
 * One direction of a coupled-gate LSTM over a sentence. `projected` holds the inputs' share of the gates (byte stride
 * `ldp`), `out` takes 16-bit outputs (byte stride `ldo`), `gates` and `cell` are room for 3h and h floats.
 */
export function recur(projected: usize, ldp: usize, weights: usize, scales: usize, gates: usize, cell: usize, out: usize, ldo: usize, count: i32, h: i32, backwards: i32): void {
  const one = f32x4.splat(1);
  const unit = f32x4.splat(UNIT);
  const width = <usize>(h << 2);
  memory.fill(cell, 0, width);
  for (let step = 0; step < count; step++) {
    const t = backwards ? count - 1 - step : step;
    let p = projected + <usize>t * ldp;
    const o = out + <usize>t * ldo;
    if (step > 0) {
      multiply(backwards ? o + ldo : o - ldo, 0, h, weights, scales, p, 0, 0, gates, 0, 1, 3 * h);
      p = gates;
    }
    for (let j: usize = 0; j < width; j += 32) {
      const f0 = sigmoid4(v128.load(p + j));
      const g0 = sigmoid4(v128.load(p + width + j));
      const c0 = f32x4.add(f32x4.mul(f0, v128.load(cell + j)), f32x4.mul(f32x4.sub(one, f0), tanh4(v128.load(p + 2 * width + j))));
      v128.store(cell + j, c0);
      const f1 = sigmoid4(v128.load(p + j, 16));
      const g1 = sigmoid4(v128.load(p + width + j, 16));
      const c1 = f32x4.add(f32x4.mul(f1, v128.load(cell + j, 16)), f32x4.mul(f32x4.sub(one, f1), tanh4(v128.load(p + 2 * width + j, 16))));
      v128.store(cell + j, c1, 16);
      const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(f32x4.mul(g0, tanh4(c0)), unit)));
      const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(f32x4.mul(g1, tanh4(c1)), unit)));
      v128.store(o + (j >> 1), i16x8.narrow_i32x4_s(low, high));
    }
  }
}

/** Rows of n floats: negative values times 0.1, then 16-bit with one worth per row. */
export function rectifyQuantise(x: usize, ldx: usize, n: i32, rows: i32, out: usize, worths: usize): void {
  for (let i = 0; i < rows; i++) {
    const row = x + <usize>i * ldx;
    for (let j: usize = 0; j < <usize>(n << 2); j += 16) {
      const v = v128.load(row + j);
      v128.store(row + j, f32x4.max(v, f32x4.mul(v, f32x4.splat(0.1))));
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

/** The largest of a[i] + b[i] over `count` floats, and where it is; the first of equals. */
let largestSum: f32 = 0;
function bestSum(a: usize, b: usize, count: i32): i32 {
  let at = 0;
  let top = -f32.MAX_VALUE;
  let i = 0;
  if (count >= 4) {
    let best = f32x4.splat(-f32.MAX_VALUE);
    let where = i32x4.splat(0);
    let now = i32x4(0, 1, 2, 3);
    const four = i32x4.splat(4);
    for (; i + 4 <= count; i += 4) {
      const offset = <usize>(i << 2);
      const sum = f32x4.add(v128.load(a + offset), v128.load(b + offset));
      const more = f32x4.gt(sum, best);
      best = v128.bitselect(sum, best, more);
      where = v128.bitselect(now, where, more);
      now = i32x4.add(now, four);
    }
    top = f32x4.extract_lane(best, 0);
    at = i32x4.extract_lane(where, 0);
    let value = f32x4.extract_lane(best, 1);
    let index = i32x4.extract_lane(where, 1);
    if (value > top || (value == top && index < at)) { top = value; at = index; }
    value = f32x4.extract_lane(best, 2);
    index = i32x4.extract_lane(where, 2);
    if (value > top || (value == top && index < at)) { top = value; at = index; }
    value = f32x4.extract_lane(best, 3);
    index = i32x4.extract_lane(where, 3);
    if (value > top || (value == top && index < at)) { top = value; at = index; }
  }
  for (; i < count; i++) {
    const offset = <usize>(i << 2);
    const sum = load<f32>(a + offset) + load<f32>(b + offset);
    if (sum > top) {
      top = sum;
      at = i;
    }
  }
  largestSum = top;
  return at;
}

/**
 * The chart of Eisner (1996) over `scores` (row per dependent: the root's score, then every token's): spans whose head
 * stands at their left or right end, complete, or waiting for that end's arc. `tables` is room for 6 n² floats, every table
 * kept by the end that stays the same in the loop that reads it. Into `joints` (3 n² bytes: waiting, head at the right,
 * head at the left) goes where the best span of each pair of ends is joined. Returns the root of the best tree.
 */
export function chart(scores: usize, n: i32, tables: usize, joints: usize): i32 {
  const row = <usize>(n << 2);
  const size = <usize>n * row;
  const cells = <usize>(n * n);
  const leftFrom = tables, leftTo = tables + size, rightFrom = leftTo + size, rightTo = rightFrom + size;
  const arcLeftTo = rightTo + size, arcRightFrom = arcLeftTo + size;
  memory.fill(tables, 0, 6 * size);
  for (let length = 1; length < n; length++) {
    for (let s = 0; s + length < n; s++) {
      const t = s + length;
      const fromS = <usize>s * row, toT = <usize>t * row;
      const sAt = <usize>(s << 2), tAt = <usize>(t << 2);
      const cell = joints + <usize>(s * n + t);
      let at = bestSum(rightFrom + fromS + sAt, leftTo + toT + sAt + 4, length);
      store<u8>(cell, <u8>(s + at));
      store<f32>(arcLeftTo + toT + sAt, largestSum + load<f32>(scores + <usize>((s * (n + 1) + t + 1) << 2)));
      store<f32>(arcRightFrom + fromS + tAt, largestSum + load<f32>(scores + <usize>((t * (n + 1) + s + 1) << 2)));
      at = bestSum(leftFrom + fromS + sAt, arcLeftTo + toT + sAt, length);
      store<u8>(cell + cells, <u8>(s + at));
      store<f32>(leftFrom + fromS + tAt, largestSum);
      store<f32>(leftTo + toT + sAt, largestSum);
      at = bestSum(arcRightFrom + fromS + sAt + 4, rightTo + toT + sAt + 4, length);
      store<u8>(cell + 2 * cells, <u8>(s + 1 + at));
      store<f32>(rightFrom + fromS + tAt, largestSum);
      store<f32>(rightTo + toT + sAt, largestSum);
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
  return root;
}
