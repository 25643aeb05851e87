/**
 * Remembers what was worked out for a word, by its letters where they stand in a text: no string is made for a word
 * that was met before. A table of fixed size with two places for each hash; of two words, the one met last stays.
 */
import { detached } from "./analyse/detached.ts";

/** Four units in each of four 32-bit numbers are the key, so equal keys are equal words. */
const LONGEST = 16;
const HASHES = 1 << 14;

export class SpellingTable<T> {
  /** Four numbers a place, two places a hash; all zero where none is. */
  readonly #keys = new Int32Array(8 * HASHES);
  readonly #values: (T | undefined)[] = new Array(2 * HASHES).fill(undefined);
  /** Words that are too long for a key, or not of Latin letters and ASCII marks. */
  readonly #others = new Map<string, T>();
  readonly #make: (word: string) => T;

  /** `make` must depend on the word alone. */
  constructor(make: (word: string) => T) {
    this.#make = make;
  }

  /** What `make` gives for the word between the offsets; it is given a string of its own, which it may keep. */
  at(text: string, start: number, end: number): T {
    if (end - start > LONGEST) return this.#other(text.slice(start, end));
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code > 0xff || code === 0) return this.#other(text.slice(start, end));
      if (at < start + 4) a = (a << 8) | code;
      else if (at < start + 8) b = (b << 8) | code;
      else if (at < start + 12) c = (c << 8) | code;
      else d = (d << 8) | code;
    }
    const hash = Math.imul(a ^ Math.imul(b ^ Math.imul(c ^ Math.imul(d, PRIME), PRIME), PRIME), PRIME);
    const place = 2 * ((hash ^ (hash >>> 15)) & (HASHES - 1));
    const keys = this.#keys;
    const values = this.#values;
    const at = 4 * place;
    if (keys[at] === a && keys[at + 1] === b && keys[at + 2] === c && keys[at + 3] === d)
      return values[place] as T;
    const found = keys[at + 4] === a && keys[at + 5] === b && keys[at + 6] === c && keys[at + 7] === d;
    const value = found ? (values[place + 1] as T) : this.#make(detached(text.slice(start, end)));
    for (let i = at; i < at + 4; i++) keys[i + 4] = keys[i]!;
    keys[at] = a;
    keys[at + 1] = b;
    keys[at + 2] = c;
    keys[at + 3] = d;
    values[place + 1] = values[place];
    values[place] = value;
    return value;
  }

  #other(word: string): T {
    const known = this.#others.get(word);
    if (known !== undefined) return known;
    if (this.#others.size >= HASHES) this.#others.clear();
    const own = detached(word);
    const made = this.#make(own);
    this.#others.set(own, made);
    return made;
  }
}

/** Odd, with its bits spread (the golden ratio of 2³²). */
const PRIME = 0x9e3779b1;
