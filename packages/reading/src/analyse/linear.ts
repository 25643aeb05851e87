/** A hashed linear classifier: a feature picks a row of class weights, rows add up. */

export interface LinearWeights {
  /** Row-major, 2^bits rows of `classes` weights. */
  rows: Int8Array | Float32Array;
  bits: number;
  classes: number;
}

/** Adds the rows of the first `count` features into `scores`. */
export function addScores(
  weights: LinearWeights,
  features: Int32Array,
  count: number,
  scores: Float32Array,
): void {
  const { rows, bits, classes } = weights;
  const shift = 32 - bits;
  scores.fill(0);
  for (let at = 0; at < count; at++) {
    const row = (Math.imul(features[at]!, 0x9e3779b1) >>> shift) * classes;
    for (let k = 0; k < classes; k++) scores[k]! += rows[row + k]!;
  }
}

export function bestOf(scores: Float32Array, classes: number): number {
  let best = 0;
  for (let k = 1; k < classes; k++) if (scores[k]! > scores[best]!) best = k;
  return best;
}
