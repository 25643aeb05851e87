/** The mentions settled so far, by sentence, for everything that points back at them. */
import type { Draft, Page } from "./page.ts";

export class Discourse {
  readonly #bySentence: Draft[][];

  constructor(readonly page: Page) {
    this.#bySentence = page.input.sentences.map(() => []);
    for (const draft of page.drafts) this.add(draft);
  }

  add(draft: Draft): void {
    const here = this.#bySentence[this.sentenceOf(draft.from)] as Draft[];
    const at = here.findIndex((other) => other.from > draft.from);
    if (at < 0) here.push(draft);
    else here.splice(at, 0, draft);
  }

  sentenceOf(word: number): number {
    return (this.page.words[word] as { sentence: number }).sentence;
  }

  /** Mentions of one sentence in text order, only those that begin before the word where one is given. */
  inSentence(sentence: number, before = Number.POSITIVE_INFINITY): Draft[] {
    return (this.#bySentence[sentence] ?? []).filter((draft) => draft.from < before);
  }

  /** From the word's own sentence backwards, mentions of each sentence before the word; at most `reach` sentences. */
  *backwards(word: number, reach: number): Generator<Draft[]> {
    const sentence = this.sentenceOf(word);
    for (let at = sentence; at >= 0 && at >= sentence - reach; at--) yield this.inSentence(at, word);
  }

  /** All mentions in text order. */
  all(): Draft[] {
    return this.#bySentence.flat();
  }
}

/** Distinct actors of the mentions that satisfy, in order of first mention. */
export function distinct(drafts: Draft[], fits: (id: string, draft: Draft) => boolean): string[] {
  const ids: string[] = [];
  for (const draft of drafts)
    for (const id of draft.actors) if (fits(id, draft) && !ids.includes(id)) ids.push(id);
  return ids;
}
