/** The mentions settled so far, by sentence, for everything that points back at them. */
import type { Draft, Page } from "./page.ts";

// No sentence that a person wrote holds more mentions than the first, no report more than the second.
const NEAR = 60;
const WHOLE = 2000;

/** Index of the first mention that begins at the word or after it. */
function firstFrom(drafts: Draft[], word: number): number {
  let [low, high] = [0, drafts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drafts[middle] as Draft).from >= word) high = middle;
    else low = middle + 1;
  }
  return low;
}

export class Discourse {
  readonly #bySentence: Draft[][];
  #count = 0;

  constructor(readonly page: Page) {
    this.#bySentence = page.input.sentences.map(() => []);
    for (const draft of page.drafts) this.add(draft);
  }

  add(draft: Draft): void {
    const here = this.#bySentence[this.sentenceOf(draft.from)] as Draft[];
    here.splice(firstFrom(here, draft.from), 0, draft);
    this.#count++;
  }

  sentenceOf(word: number): number {
    return (this.page.words[word] as { sentence: number }).sentence;
  }

  /** Mentions of one sentence in text order, the last 60 at most, only those that begin before the word where one is given. */
  inSentence(sentence: number, before = Number.POSITIVE_INFINITY): Draft[] {
    const here = this.#bySentence[sentence] ?? [];
    const end = firstFrom(here, before);
    return here.slice(Math.max(0, end - NEAR), end);
  }

  /** From the word's own sentence backwards, mentions of each sentence before the word; at most `reach` sentences. */
  *backwards(word: number, reach: number): Generator<Draft[]> {
    const sentence = this.sentenceOf(word);
    for (let at = sentence; at >= 0 && at >= sentence - reach; at--) yield this.inSentence(at, word);
  }

  /** All mentions in text order; none where they are more than one report has, so that reading stays linear. */
  all(): Draft[] {
    return this.#count > WHOLE ? [] : this.#bySentence.flat();
  }
}

/** Distinct actors of the mentions that satisfy, in order of first mention. */
export function distinct(drafts: Draft[], fits: (id: string, draft: Draft) => boolean): string[] {
  const ids: string[] = [];
  for (const draft of drafts)
    for (const id of draft.actors) if (fits(id, draft) && !ids.includes(id)) ids.push(id);
  return ids;
}
