/**
 * Remembers what was worked out for a word, by its letters where they stand in a text: no string is made for a word
 * that was met before. A table of fixed size with two places for each hash; of two words, the one met last stays.
 */
import { detached } from "./analyse/detached.ts";

/** Longer words are rare, and worked out each time. UTF-16 units. */
const LONGEST = 24;
const HASHES = 1 << 14;

export class SpellingTable<T> {
  readonly #words: string[] = new Array(2 * HASHES).fill("");
  readonly #values: (T | undefined)[] = new Array(2 * HASHES).fill(undefined);
  readonly #make: (word: string) => T;

  /** `make` must depend on the word alone. */
  constructor(make: (word: string) => T) {
    this.#make = make;
  }

  /** What `make` gives for the word between the offsets; it is given a string of its own, which it may keep. */
  at(text: string, start: number, end: number): T {
    const length = end - start;
    if (length > LONGEST || length === 0) return this.#make(detached(text.slice(start, end)));
    let hash = length;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const place = 2 * ((hash ^ (hash >>> 15)) & (HASHES - 1));
    if (standsAt(this.#words[place]!, text, start, end)) return this.#values[place] as T;
    const before = this.#words[place + 1]!;
    const found = standsAt(before, text, start, end);
    const word = found ? before : detached(text.slice(start, end));
    const value = found ? (this.#values[place + 1] as T) : this.#make(word);
    this.#words[place + 1] = this.#words[place]!;
    this.#values[place + 1] = this.#values[place];
    this.#words[place] = word;
    this.#values[place] = value;
    return value;
  }
}

function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) if (word.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  return true;
}
