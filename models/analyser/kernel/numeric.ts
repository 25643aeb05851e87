// @ts-nocheck AssemblyScript, compiled by build-kernels.ts
/** Vectorised nonlinearities; training and inference use the same approximation. */

/** tanh by the rational minimax approximation of Eigen (generic_fast_tanh_float), error below 1e-6. */
@inline
export function tanh4(value: v128): v128 {
  // Unlike min and max, pmin and pmax are one instruction each: they need not hand on what is no number.
  const x = f32x4.pmax(f32x4.pmin(value, f32x4.splat(7.9)), f32x4.splat(-7.9));
  const s = f32x4.mul(x, x);
  let p = f32x4.splat(-2.76076847742355e-16);
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(2.00018790482477e-13));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(-8.60467152213735e-11));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(5.12229709037114e-8));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(1.48572235717979e-5));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(6.37261928875436e-4));
  p = f32x4.add(f32x4.mul(p, s), f32x4.splat(4.89352455891786e-3));
  let q = f32x4.splat(1.19825839466702e-6);
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(1.18534705686654e-4));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(2.26843463243900e-3));
  q = f32x4.add(f32x4.mul(q, s), f32x4.splat(4.89352518554385e-3));
  return f32x4.div(f32x4.mul(x, p), q);
}

@inline
export function sigmoid4(value: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(value, half)), half), half);
}
