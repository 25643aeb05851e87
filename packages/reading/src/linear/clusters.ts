/** Word clusters at two grains, looked up by the hash of the lower-case word. */
import { hashText } from "./hash.ts";

export interface Cluster {
  fine: number;
  coarse: number;
}

export type Clusters = ReadonlyMap<number, Cluster>;

const RECORD = 8;

/** Eight bytes a word: hash, fine and coarse number, little-endian. Where two words share a hash the first counts. */
export function encodeClusters(words: readonly ({ word: string } & Cluster)[]): Uint8Array {
  const bytes = new Uint8Array(words.length * RECORD);
  const view = new DataView(bytes.buffer);
  words.forEach(({ word, fine, coarse }, i) => {
    view.setInt32(i * RECORD, hashText(word), true);
    view.setUint16(i * RECORD + 4, fine, true);
    view.setUint16(i * RECORD + 6, coarse, true);
  });
  return bytes;
}

export function decodeClusters(bytes: Uint8Array): Clusters {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const clusters = new Map<number, Cluster>();
  for (let at = 0; at + RECORD <= bytes.byteLength; at += RECORD) {
    const hash = view.getInt32(at, true);
    if (!clusters.has(hash))
      clusters.set(hash, { fine: view.getUint16(at + 4, true), coarse: view.getUint16(at + 6, true) });
  }
  return clusters;
}
