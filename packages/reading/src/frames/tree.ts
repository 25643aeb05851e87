/** A parsed sentence as a tree that can be walked down as well as up. Built once per sentence. */
import type { Sentence, Token } from "../sentence.ts";
import { reattach } from "./reattach.ts";

export class Tree {
  readonly tokens: Token[];
  readonly sentence: Sentence;
  private readonly kids: number[][];

  constructor(sentence: Sentence) {
    this.sentence = sentence;
    this.tokens = reattach(sentence.tokens);
    this.kids = this.tokens.map(() => []);
    for (const token of this.tokens) if (token.head >= 0) this.kids[token.head]?.push(token.i);
  }

  token(i: number): Token {
    return this.tokens[i]!;
  }

  /** In text order; with relations given, only those ("obl" also matches "obl:agent"). */
  children(i: number, ...rels: string[]): number[] {
    const kids = this.kids[i] ?? [];
    return rels.length === 0 ? kids : kids.filter((kid) => rels.some((rel) => this.is(kid, rel)));
  }

  child(i: number, ...rels: string[]): number | undefined {
    return this.children(i, ...rels)[0];
  }

  /** Whether the relation of `i` to its head is `rel` or a subtype of it. */
  is(i: number, rel: string): boolean {
    const own = this.tokens[i]!.rel;
    return own === rel || own.startsWith(`${rel}:`);
  }

  head(i: number): number {
    return this.tokens[i]!.head;
  }

  lemma(i: number): string {
    const token = this.tokens[i]!;
    return token.lemma ? token.lemma.toLowerCase() : token.lower;
  }

  /** Token indexes under `i`, itself included, in text order; `stop` cuts a branch off. */
  subtree(i: number, stop?: (kid: number) => boolean): number[] {
    const found = [i];
    const open = [i];
    while (open.length > 0)
      for (const kid of this.kids[open.pop()!] ?? [])
        if (!stop?.(kid)) {
          found.push(kid);
          open.push(kid);
        }
    return found.sort((a, b) => a - b);
  }

  /** The prepositions of an oblique or nominal modifier, as one lower-case string ("between", "because of"). */
  preposition(i: number): string | null {
    const cases = this.children(i, "case").filter((kid) => !/^['’]s?$/.test(this.tokens[kid]!.text));
    if (cases.length === 0) return null;
    const first = cases[0]!;
    return [first, ...this.children(first, "fixed")].map((kid) => this.tokens[kid]!.lower).join(" ");
  }

  /** `i` and what is coordinated with it. */
  conjuncts(i: number): number[] {
    return [i, ...this.children(i, "conj").flatMap((kid) => this.conjuncts(kid))];
  }

  /** Heads from `i` upward, nearest first. */
  ancestors(i: number): number[] {
    const up: number[] = [];
    for (let at = this.head(i); at >= 0 && up.length < 60; at = this.head(at)) up.push(at);
    return up;
  }

  isVerb(i: number): boolean {
    const { upos, xpos } = this.tokens[i]!;
    return upos === "VERB" || (upos === "AUX" && !this.is(i, "aux")) || /^VB/.test(xpos);
  }

  isPassive(i: number): boolean {
    return (
      this.children(i, "nsubj:pass", "csubj:pass", "aux:pass").length > 0 ||
      (this.tokens[i]!.xpos === "VBN" && this.is(i, "acl") && this.children(i, "aux").length === 0)
    );
  }
}

const trees = new WeakMap<Sentence, Tree>();

/** The sentence must be parsed. */
export function treeOf(sentence: Sentence): Tree {
  const known = trees.get(sentence);
  if (known) return known;
  const tree = new Tree(sentence);
  trees.set(sentence, tree);
  return tree;
}
