/**
 * The stretches of a text that a rule may look at: core words with the words around them, as far as any rule reaches.
 * What lies between is left out, and stands in `classes` as one mark that no rule knows.
 */
import type { Word } from "./words.ts";

export interface TimeToken {
  start: number;
  end: number;
  value: number | string;
}

/** Words that the longest rule goes, or looks, beyond the last core word it has ("on the day of … and … 27"). */
export const REACH = 7;
const CUT = "|";

export class Islands {
  readonly tokens: TimeToken[] = [];
  readonly classes: string[] = [];
  /** Tokens added; tokens that are kept or left out for good; the last one that a core word before it keeps. */
  #seen = 0;
  #settled = 0;
  #last = -1;
  /** The tokens added last, by their number modulo `REACH`. */
  readonly #starts: number[] = new Array(REACH).fill(0);
  readonly #ends: number[] = new Array(REACH).fill(0);
  readonly #words: (Word | null)[] = new Array(REACH).fill(null);

  add(start: number, end: number, word: Word): void {
    const here = this.#seen++;
    if (word.core) {
      if (here > this.#settled) this.#keepBefore(here);
      this.#last = here + REACH;
    }
    if (here <= this.#last) {
      this.#keep(start, end, word);
      this.#settled = here + 1;
      return;
    }
    const slot = here % REACH;
    this.#starts[slot] = start;
    this.#ends[slot] = end;
    this.#words[slot] = word;
  }

  #keepBefore(core: number): void {
    const first = Math.max(this.#settled, core - REACH);
    if (first > this.#settled) {
      this.tokens.push({ start: this.#starts[first % REACH]!, end: this.#starts[first % REACH]!, value: 0 });
      this.classes.push(CUT);
    }
    for (let i = first; i < core; i++)
      this.#keep(this.#starts[i % REACH]!, this.#ends[i % REACH]!, this.#words[i % REACH]!);
  }

  #keep(start: number, end: number, word: Word): void {
    this.tokens.push({ start, end, value: word.value });
    this.classes.push(word.cls);
  }
}
