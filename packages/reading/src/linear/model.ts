/**
 * A linear classifier over hashed features: one row of weights per slot, one column per label.
 * In files the weights are 8-bit, scaled by one factor, so a model is (2^bits × labels) bytes and a small header.
 */

export interface LinearModel {
  labels: string[];
  /** Slots are the low `bits` bits of a feature's hash. */
  bits: number;
  /** `weights[slot * labels.length + label]` */
  weights: Float32Array;
}

export const emptyModel = (labels: string[], bits: number): LinearModel => ({
  labels,
  bits,
  weights: new Float32Array(labels.length << bits),
});

/** Adds up the rows of `features` into `out` from `at` on (one number per label, cleared first). */
export function addScores(
  model: LinearModel,
  features: ArrayLike<number>,
  out: Float64Array,
  at = 0,
): Float64Array {
  const { weights } = model;
  const width = model.labels.length;
  const mask = (1 << model.bits) - 1;
  for (let c = 0; c < width; c++) out[at + c] = 0;
  for (let f = 0; f < features.length; f++) {
    const row = ((features[f] as number) & mask) * width;
    for (let c = 0; c < width; c++) out[at + c] = (out[at + c] as number) + (weights[row + c] as number);
  }
  return out;
}

/** In place: scores become probabilities that sum to 1. */
export function toProbabilities(scores: Float64Array, temperature = 1): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score / temperature);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const raised = Math.exp((scores[c] as number) / temperature - top);
    scores[c] = raised;
    sum += raised;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum;
  return scores;
}

export function encodeModel(model: LinearModel): Uint8Array {
  let largest = 1e-9;
  for (const weight of model.weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 127;
  const header = new TextEncoder().encode(JSON.stringify({ labels: model.labels, bits: model.bits, scale }));
  const bytes = new Uint8Array(4 + header.length + model.weights.length);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  const body = new Int8Array(bytes.buffer, 4 + header.length);
  model.weights.forEach((weight, i) => {
    body[i] = Math.round(weight / scale);
  });
  return bytes;
}

export function decodeModel(bytes: Uint8Array): LinearModel {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header: { labels: string[]; bits: number; scale: number } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(4, 4 + length)),
  );
  const body = new Int8Array(
    bytes.buffer,
    bytes.byteOffset + 4 + length,
    header.labels.length << header.bits,
  );
  // Not Float32Array.from with a function: it takes twenty times as long.
  const weights = new Float32Array(body.length);
  for (let i = 0; i < body.length; i++) weights[i] = body[i]! * header.scale;
  return { labels: header.labels, bits: header.bits, weights };
}
