/**
 * Remembers what was worked out for a word, by its letters where they stand in a text: no string is made for a word
 * that was met before. A table of fixed size; a new word takes the place of an old one.
 */

/** Longer words are worked out each time: their slices would hold the whole text in memory. UTF-16 units. */
const LONGEST = 12;
const SLOTS = 1 << 14;

export class SpellingTable<T> {
  readonly #words: string[] = new Array(SLOTS).fill("");
  readonly #values: (T | undefined)[] = new Array(SLOTS).fill(undefined);
  readonly #make: (word: string) => T;

  /** `make` must depend on the word alone. */
  constructor(make: (word: string) => T) {
    this.#make = make;
  }

  /** What `make` gives for the word between the offsets. */
  at(text: string, start: number, end: number): T {
    const length = end - start;
    if (length > LONGEST || length === 0) return this.#make(text.slice(start, end));
    let hash = length;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const known = this.#words[slot]!;
    if (known.length === length) {
      let same = 0;
      while (same < length && known.charCodeAt(same) === text.charCodeAt(start + same)) same++;
      if (same === length) return this.#values[slot] as T;
    }
    const word = text.slice(start, end);
    const value = this.#make(word);
    this.#words[slot] = word;
    this.#values[slot] = value;
    return value;
  }
}
