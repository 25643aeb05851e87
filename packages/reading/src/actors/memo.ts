/** What was worked out for strings: a bounded number is remembered, and no document through its slices. */
import { detached } from "../analyse/detached.ts";

/** Forgets everything when full: names come in stretches, one conflict's after another's. */
const MOST = 20_000;

export class Memo<T> {
  readonly #known = new Map<string, T>();
  readonly #make: (text: string) => T;

  /** `make` must depend on the string alone. */
  constructor(make: (text: string) => T) {
    this.#make = make;
  }

  of(text: string): T {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST) this.#known.clear();
    const own = detached(text);
    const made = this.#make(own);
    this.#known.set(own, made);
    return made;
  }
}
