/**
 * Gradient boosting of decision trees for two classes (Friedman 2001; histograms and leaf-wise growth after LightGBM,
 * Ke et al. 2017). Deterministic for a seed.
 */
import type { Forest, Tree } from "../../packages/reading/src/extract/block-trees.ts";

export interface Rows {
  matrix: Float32Array;
  width: number;
  labels: Uint8Array;
  weights: Float64Array;
  /** Rows of one group (page) are drawn together. */
  groups: Int32Array;
}

export interface Settings {
  trees: number;
  leaves: number;
  rate: number;
  /** Least sum of hessians in a leaf. */
  leafWeight: number;
  lambda: number;
  /** Shares of groups and of features drawn for each tree. */
  groupShare: number;
  featureShare: number;
  seed: number;
}

const BINS = 32;

export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function boost(rows: Rows, settings: Settings): Forest {
  const { labels, weights, width } = rows;
  const n = labels.length;
  const random = randomFrom(settings.seed);
  const { bins, edges } = quantise(rows);
  let positive = 0;
  let all = 0;
  for (let i = 0; i < n; i++) {
    all += weights[i]!;
    positive += weights[i]! * labels[i]!;
  }
  const base = Math.log(positive / (all - positive));
  const score = new Float64Array(n).fill(base);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n);
  const groupCount = rows.groups.reduce((most, group) => Math.max(most, group), 0) + 1;
  const trees: Tree[] = [];
  for (let t = 0; t < settings.trees; t++) {
    const drawn = Array.from({ length: groupCount }, () => random() < settings.groupShare);
    const chosen: number[] = [];
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-score[i]!));
      gradient[i] = weights[i]! * (p - labels[i]!);
      hessian[i] = weights[i]! * p * (1 - p);
      if (drawn[rows.groups[i]!]) chosen.push(i);
    }
    const features = [...Array(width).keys()].filter(() => random() < settings.featureShare);
    const tree = grow({ bins, edges, gradient, hessian, n, features, settings }, Int32Array.from(chosen));
    trees.push(tree.flat);
    for (let i = 0; i < n; i++) score[i]! += leafValue(tree.root, bins, n, i);
  }
  return { base: round(base), trees };
}

interface Node {
  feature: number;
  bin: number;
  value: number;
  left: Node | null;
  right: Node | null;
}

interface Work {
  bins: Uint8Array;
  edges: number[][];
  gradient: Float64Array;
  hessian: Float64Array;
  n: number;
  features: number[];
  settings: Settings;
}

interface Leaf {
  node: Node;
  rows: Int32Array;
  /** Gradient and hessian sums of each drawn feature and bin, alternating. */
  histogram: Float64Array;
  split: { gain: number; feature: number; bin: number } | null;
}

function grow(work: Work, all: Int32Array): { root: Node; flat: Tree } {
  const root = emptyNode();
  const leaves: Leaf[] = [leafOf(work, root, all, histogramOf(work, all))];
  while (leaves.length < work.settings.leaves) {
    const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
    if (!best.split) break;
    const { feature, bin } = best.split;
    const column = work.bins.subarray(feature * work.n, (feature + 1) * work.n);
    const left = best.rows.filter((row) => column[row]! <= bin);
    const right = best.rows.filter((row) => column[row]! > bin);
    Object.assign(best.node, { feature, bin, left: emptyNode(), right: emptyNode() });
    // Only the smaller half is counted; the larger is the difference.
    const smaller = histogramOf(work, left.length < right.length ? left : right);
    const larger = best.histogram.map((sum, i) => sum - smaller[i]!);
    const [forLeft, forRight] = left.length < right.length ? [smaller, larger] : [larger, smaller];
    leaves.splice(
      leaves.indexOf(best),
      1,
      leafOf(work, best.node.left!, left, forLeft),
      leafOf(work, best.node.right!, right, forRight),
    );
  }
  const flat: Tree = [];
  const write = (node: Node) => {
    if (!node.left) flat.push(-1, round(node.value));
    else {
      flat.push(node.feature, work.edges[node.feature]![node.bin]!);
      write(node.left);
      write(node.right!);
    }
  };
  write(root);
  return { root, flat };
}

function histogramOf({ features, bins, gradient, hessian, n }: Work, rows: Int32Array): Float64Array {
  const histogram = new Float64Array(features.length * BINS * 2);
  features.forEach((feature, f) => {
    const column = feature * n;
    const base = f * BINS * 2;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const at = base + bins[column + row]! * 2;
      histogram[at]! += gradient[row]!;
      histogram[at + 1]! += hessian[row]!;
    }
  });
  return histogram;
}

function leafOf(work: Work, node: Node, rows: Int32Array, histogram: Float64Array): Leaf {
  let g = 0;
  let h = 0;
  for (const row of rows) {
    g += work.gradient[row]!;
    h += work.hessian[row]!;
  }
  node.value = (-work.settings.rate * g) / (h + work.settings.lambda);
  return { node, rows, histogram, split: bestSplit(work, histogram, g, h) };
}

function bestSplit(work: Work, histogram: Float64Array, g: number, h: number): Leaf["split"] {
  const { lambda, leafWeight } = work.settings;
  if (h < 2 * leafWeight) return null;
  const parent = (g * g) / (h + lambda);
  let best: Leaf["split"] = null;
  work.features.forEach((feature, f) => {
    let gl = 0;
    let hl = 0;
    for (let bin = 0; bin < work.edges[feature]!.length; bin++) {
      gl += histogram[(f * BINS + bin) * 2]!;
      hl += histogram[(f * BINS + bin) * 2 + 1]!;
      const hr = h - hl;
      if (hl < leafWeight || hr < leafWeight) continue;
      const gr = g - gl;
      const gain = (gl * gl) / (hl + lambda) + (gr * gr) / (hr + lambda) - parent;
      if (gain > (best?.gain ?? 1e-9)) best = { gain, feature, bin };
    }
  });
  return best;
}

/** Values of each feature as numbers of bins; `edges[f][b]` is the highest value of bin b. */
function quantise({ matrix, width, labels }: Rows): { bins: Uint8Array; edges: number[][] } {
  const n = labels.length;
  const bins = new Uint8Array(n * width);
  const edges: number[][] = [];
  for (let f = 0; f < width; f++) {
    const column = new Float32Array(n);
    for (let i = 0; i < n; i++) column[i] = matrix[i * width + f]!;
    const sorted = column.slice().sort();
    const cuts: number[] = [];
    for (let b = 1; b < BINS; b++) {
      const below = sorted[Math.floor((b * n) / BINS) - 1]!;
      let next = Math.floor((b * n) / BINS);
      while (next < n && sorted[next]! <= below) next++;
      if (next === n) break;
      const above = sorted[next]!;
      const cut = round((below + above) / 2);
      if (cut >= below && cut < above && cut > (cuts.at(-1) ?? -Infinity)) cuts.push(cut);
    }
    edges.push(cuts);
    for (let i = 0; i < n; i++) {
      let bin = 0;
      while (bin < cuts.length && column[i]! > cuts[bin]!) bin++;
      bins[f * n + i] = bin;
    }
  }
  return { bins, edges };
}

function leafValue(root: Node, bins: Uint8Array, n: number, row: number): number {
  let node = root;
  while (node.left) node = bins[node.feature * n + row]! <= node.bin ? node.left : node.right!;
  return node.value;
}

function emptyNode(): Node {
  return { feature: -1, bin: -1, value: 0, left: null, right: null };
}

/** Weights are written with five significant digits. */
function round(value: number): number {
  return Number(value.toPrecision(5));
}
