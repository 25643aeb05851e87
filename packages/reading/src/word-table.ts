/**
 * Finds the end of a word of ASCII letters and what was worked out for it, in one pass over its letters: no string is
 * made for a word that was met before. A table of fixed size; a new word takes the place of an old one.
 */

/** Four letters in each of four 32-bit numbers are the key, so equal keys are equal words. */
const LONGEST = 16;
const SLOTS = 1 << 14;

export class WordTable<T> {
  readonly #keys = new Int32Array(4 * SLOTS);
  readonly #values: (T | undefined)[] = new Array(SLOTS).fill(undefined);
  readonly #make: (word: string) => T;
  /** Where the word ends that was read last; where it began if no letter stood there. */
  end = 0;

  /** `make` must depend on the word alone, and not keep it: it is cut from its text. */
  constructor(make: (word: string) => T) {
    this.#make = make;
  }

  /** What `make` gives for the longest run of ASCII letters at `start`; the run may be empty. */
  read(text: string, start: number): T {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let end = start;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90))) break;
      if (end < start + 4) a = (a << 8) | code;
      else if (end < start + 8) b = (b << 8) | code;
      else if (end < start + 12) c = (c << 8) | code;
      else d = (d << 8) | code;
    }
    this.end = end;
    if (end - start > LONGEST) return this.#make(text.slice(start, end));
    const hash = Math.imul(a ^ Math.imul(b ^ Math.imul(c ^ Math.imul(d, PRIME), PRIME), PRIME), PRIME);
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const keys = this.#keys;
    const at = 4 * slot;
    const value = this.#values[slot];
    if (
      keys[at] === a &&
      keys[at + 1] === b &&
      keys[at + 2] === c &&
      keys[at + 3] === d &&
      value !== undefined
    )
      return value;
    const made = this.#make(text.slice(start, end));
    keys[at] = a;
    keys[at + 1] = b;
    keys[at + 2] = c;
    keys[at + 3] = d;
    this.#values[slot] = made;
    return made;
  }
}

/** Odd, with its bits spread (the golden ratio of 2³²). */
const PRIME = 0x9e3779b1;
