/** A parsed sentence as a tree that can be walked down as well as up. Built once per sentence. */
import type { Sentence, Token } from "../sentence.ts";
import { reattach } from "./reattach.ts";

const NONE: readonly number[] = [];

export class Tree {
  readonly tokens: Token[];
  readonly sentence: Sentence;
  private readonly kids: (readonly number[])[];
  /** The relations without their subtypes. */
  private readonly bases: string[];

  constructor(sentence: Sentence) {
    const tokens = reattach(sentence.tokens);
    this.sentence = sentence;
    this.tokens = tokens;
    this.kids = new Array(tokens.length).fill(NONE);
    this.bases = new Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const { head, rel } = tokens[i]!;
      this.bases[i] = baseOf(rel);
      if (head < 0 || head >= tokens.length) continue;
      const own = this.kids[head] as number[];
      if (own === NONE) this.kids[head] = [i];
      else own.push(i);
    }
  }

  token(i: number): Token {
    return this.tokens[i]!;
  }

  /** In text order; with relations given, only those ("obl" also matches "obl:agent"). */
  children(i: number, one?: string, two?: string, three?: string, four?: string): readonly number[] {
    const kids = this.kids[i] ?? NONE;
    if (one === undefined || kids.length === 0) return kids;
    let found = NONE as number[];
    for (let k = 0; k < kids.length; k++) {
      const kid = kids[k]!;
      if (
        !this.is(kid, one) &&
        !(two !== undefined && this.is(kid, two)) &&
        !(three !== undefined && this.is(kid, three)) &&
        !(four !== undefined && this.is(kid, four))
      )
        continue;
      if (found === NONE) found = [kid];
      else found.push(kid);
    }
    return found;
  }

  /** The first of the children with that relation. */
  child(i: number, rel: string): number | undefined {
    const kids = this.kids[i] ?? NONE;
    for (let k = 0; k < kids.length; k++) if (this.is(kids[k]!, rel)) return kids[k];
    return undefined;
  }

  /** Whether a child has that relation and, where one is given, is that word. */
  has(i: number, rel: string, lower?: string): boolean {
    const kids = this.kids[i] ?? NONE;
    for (let k = 0; k < kids.length; k++)
      if (this.is(kids[k]!, rel) && (lower === undefined || this.tokens[kids[k]!]!.lower === lower))
        return true;
    return false;
  }

  /** Whether a child with that relation is one of the words. */
  hasAny(i: number, rel: string, words: ReadonlySet<string>): boolean {
    const kids = this.kids[i] ?? NONE;
    for (let k = 0; k < kids.length; k++)
      if (this.is(kids[k]!, rel) && words.has(this.tokens[kids[k]!]!.lower)) return true;
    return false;
  }

  /** Whether the relation of `i` to its head is `rel` or a subtype of it. */
  is(i: number, rel: string): boolean {
    return this.bases[i] === rel || this.tokens[i]!.rel === rel;
  }

  /** The relation of `i` to its head without its subtype. */
  base(i: number): string {
    return this.bases[i]!;
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
    const found: number[] = [];
    this.gather(i, stop, found);
    for (let k = 1; k < found.length; k++) if (found[k]! < found[k - 1]!) return found.sort(ascending);
    return found;
  }

  /** Left branches first, so that only crossing branches come out of order. Sentences are short enough to recurse. */
  private gather(i: number, stop: ((kid: number) => boolean) | undefined, found: number[]): void {
    const kids = this.kids[i] ?? NONE;
    let k = 0;
    for (; k < kids.length && kids[k]! < i; k++) if (!stop?.(kids[k]!)) this.gather(kids[k]!, stop, found);
    found.push(i);
    for (; k < kids.length; k++) if (!stop?.(kids[k]!)) this.gather(kids[k]!, stop, found);
  }

  /** The prepositions of an oblique or nominal modifier, as one lower-case string ("between", "because of"). */
  preposition(i: number): string | null {
    for (const kid of this.kids[i] ?? NONE) {
      if (!this.is(kid, "case")) continue;
      const { text, lower } = this.tokens[kid]!;
      if (POSSESSIVES.has(text)) continue;
      let joined = lower;
      for (const fixed of this.kids[kid]!)
        if (this.is(fixed, "fixed")) joined = `${joined} ${this.tokens[fixed]!.lower}`;
      return joined;
    }
    return null;
  }

  /** `i` and what is coordinated with it. */
  conjuncts(i: number): number[] {
    const found = [i];
    for (const kid of this.kids[i] ?? NONE) if (this.is(kid, "conj")) found.push(...this.conjuncts(kid));
    return found;
  }

  /** Heads from `i` upward, nearest first. */
  ancestors(i: number): number[] {
    const up: number[] = [];
    for (let at = this.head(i); at >= 0 && up.length < 60; at = this.head(at)) up.push(at);
    return up;
  }

  isVerb(i: number): boolean {
    const { upos, xpos } = this.tokens[i]!;
    return upos === "VERB" || (upos === "AUX" && this.bases[i] !== "aux") || xpos.startsWith("VB");
  }

  isPassive(i: number): boolean {
    for (const kid of this.kids[i] ?? NONE) {
      const { rel } = this.tokens[kid]!;
      if (rel === "nsubj:pass" || rel === "csubj:pass" || rel === "aux:pass") return true;
    }
    return this.tokens[i]!.xpos === "VBN" && this.bases[i] === "acl" && !this.has(i, "aux");
  }
}

const POSSESSIVES = new Set(["'", "'s", "’", "’s"]);
const ascending = (a: number, b: number): number => a - b;

const bases = new Map<string, string>();

/** Relations are the parser's own and few. */
function baseOf(rel: string): string {
  let base = bases.get(rel);
  if (base === undefined) {
    base = rel.split(":")[0]!;
    bases.set(rel, base);
  }
  return base;
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
