/** The mentions settled so far, by sentence, for everything that points back at them. */
import type { Draft, Page } from "./page.ts";

// No sentence that a person wrote holds more mentions than the first, no report more than the second.
const NEAR = 60;
const WHOLE = 2000;
const NONE: readonly Draft[] = [];

/** Index of the first mention that begins at the word or after it. */
function firstFrom(drafts: readonly Draft[], word: number): number {
  let [low, high] = [0, drafts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (drafts[middle]!.from >= word) high = middle;
    else low = middle + 1;
  }
  return low;
}

export class Discourse {
  readonly #bySentence: (Draft[] | undefined)[];
  #count = 0;

  constructor(readonly page: Page) {
    this.#bySentence = new Array(page.input.sentences.length);
    for (const draft of page.drafts) this.add(draft);
  }

  add(draft: Draft): void {
    const sentence = this.sentenceOf(draft.from);
    const here = this.#bySentence[sentence];
    this.#count++;
    if (!here) {
      this.#bySentence[sentence] = [draft];
      return;
    }
    const place = firstFrom(here, draft.from);
    if (place === here.length) here.push(draft);
    else here.splice(place, 0, draft);
  }

  sentenceOf(word: number): number {
    return this.page.words[word]!.sentence;
  }

  /** Mentions of one sentence in text order, the last 60 at most, only those that begin before the word. */
  before(word: number, sentence: number): readonly Draft[] {
    const here = this.#bySentence[sentence];
    if (!here) return NONE;
    const end = firstFrom(here, word);
    return end === here.length && end <= NEAR ? here : here.slice(Math.max(0, end - NEAR), end);
  }

  /** From the word's own sentence backwards, mentions of each sentence before the word; `reach` sentences before it at most. */
  backwards(word: number, reach: number): (readonly Draft[])[] {
    const found: (readonly Draft[])[] = [];
    const sentence = this.sentenceOf(word);
    for (let at = sentence; at >= 0 && at >= sentence - reach; at--) found.push(this.before(word, at));
    return found;
  }

  /** The last mention that begins before the word and satisfies; null where there is none, or as `all` says. */
  last(word: number, fits: (draft: Draft) => boolean): Draft | null {
    if (this.#count > WHOLE) return null;
    for (let at = this.sentenceOf(word); at >= 0; at--) {
      const here = this.#bySentence[at];
      if (!here) continue;
      for (let i = here.length - 1; i >= 0; i--) if (here[i]!.from < word && fits(here[i]!)) return here[i]!;
    }
    return null;
  }

  /** All mentions in text order; none where they are more than one report has, so that reading stays linear. */
  all(): Draft[] {
    const all: Draft[] = [];
    if (this.#count <= WHOLE) for (const here of this.#bySentence) if (here) all.push(...here);
    return all;
  }
}

/** Whether the id is that of a state or of one who acts like a state. */
export const isParty = (id: string): boolean =>
  id.startsWith("state:") || id.startsWith("entity:") || id.startsWith("group:");

/** Distinct actors of the mentions that satisfy, in order of first mention. */
export function distinct(drafts: readonly Draft[], fits: (id: string, draft: Draft) => boolean): string[] {
  const ids: string[] = [];
  for (const draft of drafts)
    for (const id of draft.actors) if (fits(id, draft) && !ids.includes(id)) ids.push(id);
  return ids;
}
