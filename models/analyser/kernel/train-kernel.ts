// @ts-nocheck AssemblyScript, compiled by build-kernels.ts
/** The arithmetic of training: single precision, row-major matrices at addresses the caller lays out. Widths are multiples of 4. */
import { sigmoid4, tanh4 } from "./numeric";

@inline
function madd(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

/**
 * C (m × n) += A B. `rowStep` and `innerStep` are the byte steps of A along its row and inner index, so that the same
 * loop multiplies by A or by its transpose.
 */
function multiply(a: usize, rowStep: usize, innerStep: usize, b: usize, ldb: usize, c: usize, ldc: usize, m: i32, n: i32, k: i32): void {
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    const a0 = a + <usize>i * rowStep;
    const c0 = c + <usize>i * ldc;
    let j = 0;
    for (; j + 8 <= n; j += 8) {
      const bj = b + <usize>(j << 2);
      const cj = c0 + <usize>(j << 2);
      let s00 = v128.load(cj), s01 = v128.load(cj, 16);
      let s10 = v128.load(cj + ldc), s11 = v128.load(cj + ldc, 16);
      let s20 = v128.load(cj + 2 * ldc), s21 = v128.load(cj + 2 * ldc, 16);
      let s30 = v128.load(cj + 3 * ldc), s31 = v128.load(cj + 3 * ldc, 16);
      let pa = a0;
      let pb = bj;
      for (let x = 0; x < k; x++) {
        const b0 = v128.load(pb), b1 = v128.load(pb, 16);
        let av = v128.load32_splat(pa);
        s00 = madd(s00, av, b0); s01 = madd(s01, av, b1);
        av = v128.load32_splat(pa + rowStep);
        s10 = madd(s10, av, b0); s11 = madd(s11, av, b1);
        av = v128.load32_splat(pa + 2 * rowStep);
        s20 = madd(s20, av, b0); s21 = madd(s21, av, b1);
        av = v128.load32_splat(pa + 3 * rowStep);
        s30 = madd(s30, av, b0); s31 = madd(s31, av, b1);
        pa += innerStep;
        pb += ldb;
      }
      v128.store(cj, s00); v128.store(cj, s01, 16);
      v128.store(cj + ldc, s10); v128.store(cj + ldc, s11, 16);
      v128.store(cj + 2 * ldc, s20); v128.store(cj + 2 * ldc, s21, 16);
      v128.store(cj + 3 * ldc, s30); v128.store(cj + 3 * ldc, s31, 16);
    }
    for (; j < n; j += 4) {
      const bj = b + <usize>(j << 2);
      const cj = c0 + <usize>(j << 2);
      let s0 = v128.load(cj), s1 = v128.load(cj + ldc), s2 = v128.load(cj + 2 * ldc), s3 = v128.load(cj + 3 * ldc);
      let pa = a0;
      let pb = bj;
      for (let x = 0; x < k; x++) {
        const b0 = v128.load(pb);
        s0 = madd(s0, v128.load32_splat(pa), b0);
        s1 = madd(s1, v128.load32_splat(pa + rowStep), b0);
        s2 = madd(s2, v128.load32_splat(pa + 2 * rowStep), b0);
        s3 = madd(s3, v128.load32_splat(pa + 3 * rowStep), b0);
        pa += innerStep;
        pb += ldb;
      }
      v128.store(cj, s0); v128.store(cj + ldc, s1); v128.store(cj + 2 * ldc, s2); v128.store(cj + 3 * ldc, s3);
    }
  }
  for (; i < m; i++) {
    const a0 = a + <usize>i * rowStep;
    const c0 = c + <usize>i * ldc;
    for (let j = 0; j < n; j += 4) {
      const cj = c0 + <usize>(j << 2);
      let s0 = v128.load(cj);
      let pa = a0;
      let pb = b + <usize>(j << 2);
      for (let x = 0; x < k; x++) {
        s0 = madd(s0, v128.load32_splat(pa), v128.load(pb));
        pa += innerStep;
        pb += ldb;
      }
      v128.store(cj, s0);
    }
  }
}

/** C (m × n) += A (m × k) B (k × n); strides in floats. */
export function gemm(a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32, m: i32, n: i32, k: i32): void {
  multiply(a, <usize>(lda << 2), 4, b, <usize>(ldb << 2), c, <usize>(ldc << 2), m, n, k);
}

/** C (m × n) += Aᵀ B with A (k × m). */
export function gemmT(a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32, m: i32, n: i32, k: i32): void {
  multiply(a, 4, <usize>(lda << 2), b, <usize>(ldb << 2), c, <usize>(ldc << 2), m, n, k);
}

/** B (n × m) = Aᵀ with A (m × n); strides in floats. */
export function transpose(a: usize, lda: i32, b: usize, ldb: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) {
    store<f32>(b + <usize>((j * ldb + i) << 2), load<f32>(a + <usize>((i * lda + j) << 2)));
  }
}

/** Every row of C (m × n, stride ldc) becomes the bias. */
export function fillRows(bias: usize, c: usize, ldc: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) memory.copy(c + <usize>((i * ldc) << 2), bias, <usize>(n << 2));
}

/** bias gradient += column sums of C. */
export function addColumns(c: usize, ldc: i32, m: i32, n: i32, out: usize): void {
  for (let i = 0; i < m; i++) {
    const row = c + <usize>((i * ldc) << 2);
    for (let j = 0; j < n; j += 4) {
      const at = <usize>(j << 2);
      v128.store(out + at, f32x4.add(v128.load(out + at), v128.load(row + at)));
    }
  }
}

/** dst row i = src row index[i] (index −1: zeros). */
export function gather(src: usize, lds: i32, index: usize, dst: usize, ldd: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) {
    const from = load<i32>(index + <usize>(i << 2));
    const to = dst + <usize>((i * ldd) << 2);
    if (from < 0) memory.fill(to, 0, <usize>(n << 2));
    else memory.copy(to, src + <usize>((from * lds) << 2), <usize>(n << 2));
  }
}

/** dst row index[i] += scale[i] · src row i; index −1 is left out; scale 0 means 1 throughout. */
export function scatterAdd(src: usize, lds: i32, index: usize, dst: usize, ldd: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) {
    const to = load<i32>(index + <usize>(i << 2));
    if (to < 0) continue;
    const s = src + <usize>((i * lds) << 2);
    const d = dst + <usize>((to * ldd) << 2);
    for (let j = 0; j < n; j += 4) {
      const at = <usize>(j << 2);
      v128.store(d + at, f32x4.add(v128.load(d + at), v128.load(s + at)));
    }
  }
}

/** dst row i += src row index[i]. */
export function gatherAdd(src: usize, lds: i32, index: usize, dst: usize, ldd: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) {
    const from = load<i32>(index + <usize>(i << 2));
    if (from < 0) continue;
    const s = src + <usize>((from * lds) << 2);
    const d = dst + <usize>((i * ldd) << 2);
    for (let j = 0; j < n; j += 4) {
      const at = <usize>(j << 2);
      v128.store(d + at, f32x4.add(v128.load(d + at), v128.load(s + at)));
    }
  }
}

/** dst row i (zeroed first) = scale[i] · sum of the table rows listed from starts[i] to starts[i + 1]. */
export function bagForward(table: usize, width: i32, items: usize, starts: usize, scale: usize, dst: usize, ldd: i32, m: i32): void {
  for (let i = 0; i < m; i++) {
    const d = dst + <usize>((i * ldd) << 2);
    memory.fill(d, 0, <usize>(width << 2));
    const end = load<i32>(starts + <usize>((i + 1) << 2));
    const by = v128.load32_splat(scale + <usize>(i << 2));
    for (let k = load<i32>(starts + <usize>(i << 2)); k < end; k++) {
      const s = table + <usize>((load<i32>(items + <usize>(k << 2)) * width) << 2);
      for (let j = 0; j < width; j += 4) {
        const at = <usize>(j << 2);
        v128.store(d + at, f32x4.add(v128.load(d + at), f32x4.mul(by, v128.load(s + at))));
      }
    }
  }
}

export function bagBackward(table: usize, width: i32, items: usize, starts: usize, scale: usize, src: usize, lds: i32, m: i32): void {
  for (let i = 0; i < m; i++) {
    const s = src + <usize>((i * lds) << 2);
    const end = load<i32>(starts + <usize>((i + 1) << 2));
    const by = v128.load32_splat(scale + <usize>(i << 2));
    for (let k = load<i32>(starts + <usize>(i << 2)); k < end; k++) {
      const d = table + <usize>((load<i32>(items + <usize>(k << 2)) * width) << 2);
      for (let j = 0; j < width; j += 4) {
        const at = <usize>(j << 2);
        v128.store(d + at, f32x4.add(v128.load(d + at), f32x4.mul(by, v128.load(s + at))));
      }
    }
  }
}

/** dst row i = src row i · mask row index[i] (a mask per sentence or per token). */
export function maskRows(src: usize, lds: i32, mask: usize, ldm: i32, index: usize, dst: usize, ldd: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) {
    const s = src + <usize>((i * lds) << 2);
    const k = mask + <usize>((load<i32>(index + <usize>(i << 2)) * ldm) << 2);
    const d = dst + <usize>((i * ldd) << 2);
    for (let j = 0; j < n; j += 4) {
      const at = <usize>(j << 2);
      v128.store(d + at, f32x4.mul(v128.load(s + at), v128.load(k + at)));
    }
  }
}

let state: u32 = 2463534242;
export function seedRandom(seed: u32): void {
  state = seed | 1;
}
@inline
function random(): u32 {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state;
}

/** n values, each 0 with the probability `drop`, else 1 / (1 − drop). */
export function dropoutMask(out: usize, n: i32, drop: f32): void {
  const limit = <u32>(<f64>drop * 4294967295.0);
  const keep: f32 = <f32>1 / (<f32>1 - drop);
  for (let i = 0; i < n; i++) store<f32>(out + <usize>(i << 2), random() < limit ? <f32>0 : keep);
}

/**
 * One step of the coupled-gate LSTM over `rows` sentences: `pre` (rows × 3h: forget, output, candidate) becomes the gate
 * values; c and h are written. `previousC` 0 means the first step.
 */
export function lstmForward(pre: usize, previousC: usize, c: usize, h: usize, rows: i32, width: i32): void {
  const one = f32x4.splat(1);
  for (let i = 0; i < rows; i++) {
    const p = pre + <usize>((i * width * 3) << 2);
    const o = <usize>((i * width) << 2);
    const block = <usize>(width << 2);
    for (let j: usize = 0; j < block; j += 16) {
      const f = sigmoid4(v128.load(p + j));
      const g = sigmoid4(v128.load(p + block + j));
      const n = tanh4(v128.load(p + 2 * block + j));
      const before = previousC ? v128.load(previousC + o + j) : f32x4.splat(0);
      const cell = f32x4.add(f32x4.mul(f, before), f32x4.mul(f32x4.sub(one, f), n));
      v128.store(p + j, f);
      v128.store(p + block + j, g);
      v128.store(p + 2 * block + j, n);
      v128.store(c + o + j, cell);
      v128.store(h + o + j, f32x4.mul(g, tanh4(cell)));
    }
  }
}

/**
 * The step backwards: gates (rows × 3h) become the gradients of their pre-activations; `dc` (rows × h) carries the cell
 * gradient from the step after and leaves with that for the step before. `dh` is the whole gradient of h.
 */
export function lstmBackward(gates: usize, previousC: usize, c: usize, dh: usize, dc: usize, rows: i32, width: i32): void {
  const one = f32x4.splat(1);
  for (let i = 0; i < rows; i++) {
    const p = gates + <usize>((i * width * 3) << 2);
    const o = <usize>((i * width) << 2);
    const block = <usize>(width << 2);
    for (let j: usize = 0; j < block; j += 16) {
      const f = v128.load(p + j);
      const g = v128.load(p + block + j);
      const n = v128.load(p + 2 * block + j);
      const before = previousC ? v128.load(previousC + o + j) : f32x4.splat(0);
      const t = tanh4(v128.load(c + o + j));
      const d = v128.load(dh + o + j);
      const dcell = f32x4.add(v128.load(dc + o + j), f32x4.mul(f32x4.mul(d, g), f32x4.sub(one, f32x4.mul(t, t))));
      v128.store(p + j, f32x4.mul(f32x4.mul(dcell, f32x4.sub(before, n)), f32x4.mul(f, f32x4.sub(one, f))));
      v128.store(p + block + j, f32x4.mul(f32x4.mul(d, t), f32x4.mul(g, f32x4.sub(one, g))));
      v128.store(p + 2 * block + j, f32x4.mul(f32x4.mul(dcell, f32x4.sub(one, f)), f32x4.sub(one, f32x4.mul(n, n))));
      v128.store(dc + o + j, f32x4.mul(dcell, f));
    }
  }
}

const SLOPE: f32 = 0.1;

/** Leaky rectifier in place. */
export function rectify(x: usize, n: i32): void {
  for (let at = x; at < x + <usize>(n << 2); at += 16) {
    const v = v128.load(at);
    v128.store(at, f32x4.max(v, f32x4.mul(v, f32x4.splat(SLOPE))));
  }
}

/** dx · slope wherever y is negative. */
export function rectifyBackward(y: usize, dx: usize, n: i32): void {
  const end = <usize>(n << 2);
  for (let at: usize = 0; at < end; at += 16) {
    const d = v128.load(dx + at);
    const negative = f32x4.lt(v128.load(y + at), f32x4.splat(0));
    v128.store(dx + at, v128.bitselect(f32x4.mul(d, f32x4.splat(SLOPE)), d, negative));
  }
}

/** x · y into x. */
export function multiplyInto(x: usize, y: usize, n: i32): void {
  for (let at: usize = 0; at < <usize>(n << 2); at += 16) v128.store(x + at, f32x4.mul(v128.load(x + at), v128.load(y + at)));
}

/**
 * Rows of logits become weight · (softmax − truth); the loss is returned, summed. Gold −1: the row becomes zeros.
 * Only the first `classes` of the `stride` columns count, the rest becomes zeros.
 */
export function crossEntropy(logits: usize, stride: i32, classes: i32, gold: usize, rows: i32, weight: f32): f64 {
  let loss: f64 = 0;
  for (let i = 0; i < rows; i++) {
    const row = logits + <usize>((i * stride) << 2);
    const truth = load<i32>(gold + <usize>(i << 2));
    if (truth < 0) {
      memory.fill(row, 0, <usize>(stride << 2));
      continue;
    }
    let top: f32 = load<f32>(row);
    for (let j = 1; j < classes; j++) top = max(top, load<f32>(row + <usize>(j << 2)));
    let sum: f32 = 0;
    for (let j = 0; j < classes; j++) {
      const at = row + <usize>(j << 2);
      const e = Mathf.exp(load<f32>(at) - top);
      store<f32>(at, e);
      sum += e;
    }
    const by: f32 = <f32>1 / sum;
    const t = row + <usize>(truth << 2);
    loss -= Math.log(max<f64>(1e-12, <f64>(load<f32>(t) * by))) * <f64>weight;
    for (let j = 0; j < classes; j++) {
      const at = row + <usize>(j << 2);
      store<f32>(at, load<f32>(at) * by * weight);
    }
    store<f32>(t, load<f32>(t) - weight);
    for (let j = classes; j < stride; j++) store<f32>(row + <usize>(j << 2), 0);
  }
  return loss;
}

export function squaredNorm(x: usize, n: i32): f64 {
  let sum: f64 = 0;
  for (let at = x; at < x + <usize>(n << 2); at += 64) {
    const a = v128.load(at), b = v128.load(at, 16), c = v128.load(at, 32), d = v128.load(at, 48);
    const s = f32x4.add(f32x4.add(f32x4.mul(a, a), f32x4.mul(b, b)), f32x4.add(f32x4.mul(c, c), f32x4.mul(d, d)));
    sum += <f64>(f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3));
  }
  return sum;
}

/** Adam (Kingma and Ba 2015) with gradients scaled by `scale`; the gradients are zeroed. Corrected rates are the caller's. */
export function adam(x: usize, g: usize, m: usize, v: usize, n: i32, rate: f32, scale: f32, beta1: f32, beta2: f32, correction: f32): void {
  const b1 = f32x4.splat(beta1), b2 = f32x4.splat(beta2), r1 = f32x4.splat(1 - beta1), r2 = f32x4.splat(1 - beta2);
  const s = f32x4.splat(scale), r = f32x4.splat(rate), eps = f32x4.splat(1e-8), k = f32x4.splat(correction);
  const zero = f32x4.splat(0);
  for (let at: usize = 0; at < <usize>(n << 2); at += 16) {
    const grad = f32x4.mul(v128.load(g + at), s);
    const first = f32x4.add(f32x4.mul(v128.load(m + at), b1), f32x4.mul(grad, r1));
    const second = f32x4.add(f32x4.mul(v128.load(v + at), b2), f32x4.mul(f32x4.mul(grad, grad), r2));
    v128.store(m + at, first);
    v128.store(v + at, second);
    const step = f32x4.div(f32x4.mul(r, first), f32x4.add(f32x4.sqrt(f32x4.mul(second, k)), eps));
    v128.store(x + at, f32x4.sub(v128.load(x + at), step));
    v128.store(g + at, zero);
  }
}
