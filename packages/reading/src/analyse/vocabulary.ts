/**
 * The words of the network's vocabulary, looked up in the bytes that they are stored as: 70,000 strings in a map would take
 * a start longer to make and each garbage collection longer to walk.
 */

const LINE_FEED = 10;
/** A power of two; at 70,000 words three places in four are free. */
const PLACES = 1 << 18;
/** Longer words are not in it. */
const LONGEST = 256;

export class Vocabulary {
  /** The number of words. */
  readonly size: number;
  readonly #bytes: Uint8Array;
  /** By word where it begins; one more for the end. */
  readonly #starts: Uint32Array;
  /** By hash the number of a word plus one, 0 where there is none; where a place is taken, the next free one. */
  readonly #places = new Uint32Array(PLACES);
  readonly #asked = new Uint8Array(3 * LONGEST);
  readonly #encoder = new TextEncoder();

  /** `bytes`: UTF-8, each word once, a line feed between two. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const starts = [0];
    let hash = SEED;
    for (let at = 0; at <= bytes.length; at++) {
      if (at < bytes.length && bytes[at] !== LINE_FEED) {
        hash = hashed(hash, bytes[at]!);
        continue;
      }
      let place = placeOf(hash);
      while (this.#places[place] !== 0) place = (place + 1) & (PLACES - 1);
      this.#places[place] = starts.length;
      starts.push(at + 1);
      hash = SEED;
    }
    this.#starts = Uint32Array.from(starts);
    this.size = starts.length - 1;
  }

  /** Its number in the order of the bytes, -1 where it is unknown. */
  rowOf(word: string): number {
    if (word.length > LONGEST) return -1;
    const { written } = this.#encoder.encodeInto(word, this.#asked);
    let hash = SEED;
    for (let at = 0; at < written; at++) hash = hashed(hash, this.#asked[at]!);
    for (let place = placeOf(hash); this.#places[place] !== 0; place = (place + 1) & (PLACES - 1)) {
      const row = this.#places[place]! - 1;
      if (this.#isAt(row, written)) return row;
    }
    return -1;
  }

  #isAt(row: number, length: number): boolean {
    const start = this.#starts[row]!;
    if (this.#starts[row + 1]! - 1 - start !== length) return false;
    for (let at = 0; at < length; at++) if (this.#bytes[start + at] !== this.#asked[at]) return false;
    return true;
  }
}

/** FNV-1a. */
const SEED = 0x811c9dc5;
const hashed = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);
const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) & (PLACES - 1);
