/** Phrases over folded words, for looking up the longest that stands in a text. */

/** What may come after some first words of a phrase. */
export interface PhraseNode<T> {
  next: Map<string, PhraseNode<T>> | null;
  /** Of the phrase that ends here; null where none does. */
  values: T[] | null;
}

export class PhraseTrie<T> {
  readonly #root: PhraseNode<T> = { next: new Map(), values: null };

  /** Adds a phrase of folded words with blanks between, as `normaliseName` gives it. Empty phrases are ignored. */
  add(phrase: string, value: T): void {
    if (phrase === "") return;
    let node = this.#root;
    for (const word of phrase.split(" ")) {
      node.next ??= new Map();
      let child = node.next.get(word);
      if (!child) {
        child = { next: null, values: null };
        node.next.set(word, child);
      }
      node = child;
    }
    node.values ??= [];
    node.values.push(value);
  }

  /** Where the phrases go on that begin with the word; null where none does. */
  opens(word: string): PhraseNode<T> | null {
    return this.#root.next?.get(word) ?? null;
  }

  /** The values of exactly that phrase. */
  at(phrase: string): readonly T[] {
    let node: PhraseNode<T> | undefined = this.#root;
    for (const word of phrase.split(" ")) {
      node = node.next?.get(word);
      if (!node) return [];
    }
    return node.values ?? [];
  }
}
