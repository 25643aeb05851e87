/** Longest-match lookup of phrases over folded words. */

interface Node<T> {
  next: Map<string, Node<T>> | null;
  values: T[] | null;
}

interface Hit<T> {
  /** Words that the phrase covers. */
  length: number;
  values: T[];
}

const NONE: [] = [];

export class PhraseTrie<T> {
  readonly #root: Node<T> = { next: new Map(), values: null };

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

  /** Whether some phrase begins with the word. */
  begins(word: string): boolean {
    return this.#root.next?.has(word) ?? false;
  }

  /** Every phrase that begins at `from`, longest first. `continues` says whether the word at an index may follow the one before. */
  hits(keys: { key: string }[], from: number, continues: (index: number) => boolean): Hit<T>[] {
    let node = this.#root.next?.get((keys[from] as { key: string }).key);
    if (!node) return NONE;
    const found: Hit<T>[] = [];
    for (let at = from; node; ) {
      if (node.values) found.push({ length: at - from + 1, values: node.values });
      at++;
      if (!node.next || at >= keys.length || !continues(at)) break;
      node = node.next.get((keys[at] as { key: string }).key);
    }
    return found.reverse();
  }
}
