/** Features by which a word is taken for the head of a cue or not. */
import { combine } from "../linear/hash.ts";
import type { Token } from "../sentence.ts";
import { hashOf, type Scene } from "./scene.ts";

const NOMINAL = new Set(["NOUN", "ADJ"]);
const CLAUSAL = new Set(["ccomp", "xcomp", "acl", "csubj", "parataxis"]);

/** Words that can head a cue: verbs, and those nouns, adjectives and prepositions that the lexicon lists or that take a clause. */
export function isCandidate(scene: Scene, i: number): boolean {
  const token = scene.tokens[i] as Token;
  if (token.upos === "VERB") return true;
  if ((scene.classes[i] as readonly number[]).length > 0 && token.upos !== "PROPN") return true;
  if (token.upos === "AUX") return token.rel !== "aux" && token.rel !== "aux:pass" && token.rel !== "cop";
  return (
    NOMINAL.has(token.upos) &&
    (scene.children[i] as number[]).some((c) => CLAUSAL.has((scene.tokens[c] as Token).rel))
  );
}

const isQuoteMark = (text: string) => /^["“”«»„]$|^''$|^``$/.test(text);

function shapeOf(token: Token): number {
  if (token.upos === "PRON") return hashOf(`p:${token.lower}`);
  return hashOf(token.upos);
}

/** Unordered use. */
export function cueFeatures(scene: Scene, i: number): number[] {
  const { tokens, hashes, children, classes, quote } = scene;
  const token = tokens[i] as Token;
  const own = hashes[i] as Scene["hashes"][number];
  const out: number[] = [1];
  const lemma = own.lemma;
  const put = (template: number, value: number) => {
    out.push(combine(template, value));
  };
  const withWord = (template: number, value: number) => {
    put(template, value);
    out.push(combine(combine(template + 100, value), lemma));
    for (const cls of classes[i] as readonly number[]) out.push(combine(combine(template + 200, value), cls));
    if ((classes[i] as readonly number[]).length === 0)
      out.push(combine(combine(template + 300, value), own.upos));
  };
  put(2, lemma);
  put(3, combine(lemma, own.xpos));
  put(4, combine(lemma, own.rel));
  put(5, own.xpos);
  put(6, combine(own.upos, own.rel));
  put(7, hashOf(token.lower));
  for (const cls of classes[i] as readonly number[]) {
    put(8, cls);
    put(9, combine(cls, own.rel));
    put(10, combine(cls, own.xpos));
  }
  put(11, (classes[i] as readonly number[]).length === 0 ? own.upos : 0);

  const fine = scene.fine[i] as number;
  const coarse = scene.coarse[i] as number;
  put(61, combine(fine, own.upos));
  put(62, combine(coarse, own.upos));
  put(63, combine(coarse, own.rel));
  put(64, combine(fine, own.xpos));

  const rels = new Set<string>();
  for (const c of children[i] as number[]) {
    const child = tokens[c] as Token;
    if (child.rel === "punct") {
      put(12, combine(hashOf(child.text), c < i ? 1 : 2));
      continue;
    }
    rels.add(child.rel);
    const rel = (hashes[c] as Scene["hashes"][number]).rel;
    withWord(13, combine(rel, c < i ? 1 : 2));
    withWord(14, combine(rel, shapeOf(child)));
    put(65, combine(combine(rel, fine), c < i ? 1 : 2));
    put(66, combine(combine(rel, coarse), own.upos));
    if (child.rel.startsWith("nsubj") || child.rel === "obj") {
      put(67, combine(combine(rel, scene.coarse[c] as number), coarse));
      put(68, combine(rel, scene.fine[c] as number));
    }
    if (
      child.rel.startsWith("nsubj") ||
      child.rel === "obj" ||
      child.rel === "mark" ||
      child.rel === "advmod" ||
      child.rel.startsWith("aux")
    )
      put(15, combine(rel, (hashes[c] as Scene["hashes"][number]).lemma));
    if (child.rel === "ccomp" || child.rel === "xcomp") {
      for (const g of children[c] as number[]) {
        const grand = tokens[g] as Token;
        if (grand.rel === "mark") withWord(16, combine(rel, hashOf(grand.lower)));
      }
      put(17, combine(lemma, (hashes[c] as Scene["hashes"][number]).xpos));
      if (quote[c] !== -1) withWord(18, rel);
    }
    if (child.rel.startsWith("nsubj")) for (const cls of classes[c] as readonly number[]) withWord(19, cls);
    if (child.rel === "obj" || child.rel.startsWith("obl") || child.rel.startsWith("nmod")) {
      for (const cls of classes[c] as readonly number[]) withWord(20, combine(rel, cls));
      for (const g of children[c] as number[]) {
        const grand = tokens[g] as Token;
        if (grand.rel === "case") withWord(21, combine(rel, hashOf(grand.lower)));
      }
    }
    if (child.rel === "compound:prt" || child.rel === "case") put(22, combine(lemma, hashOf(child.lower)));
  }
  for (const rel of ["nsubj", "ccomp", "xcomp", "obj", "nsubj:pass", "mark"])
    if (!rels.has(rel)) withWord(23, hashOf(rel));
  if (token.head >= 0) {
    const head = tokens[token.head] as Token;
    const up = hashes[token.head] as Scene["hashes"][number];
    put(24, combine(own.rel, up.lemma));
    put(25, combine(combine(own.rel, up.upos), lemma));
    for (const cls of classes[token.head] as readonly number[]) {
      put(26, combine(own.rel, cls));
      for (const mine of classes[i] as readonly number[]) put(27, combine(combine(own.rel, cls), mine));
    }
    put(28, combine(combine(own.rel, up.upos), head.i < i ? 1 : 2));
  }
  for (const [step, template] of [
    [-2, 30],
    [-1, 31],
    [1, 32],
    [2, 33],
  ] as const) {
    const near = tokens[i + step];
    if (!near) {
      put(template, 0);
      continue;
    }
    put(template, hashOf(near.lower));
    withWord(template + 10, hashOf(near.upos));
    if (isQuoteMark(near.text)) put(34, combine(step + 5, 1));
  }
  const next = tokens[i + 1];
  if (next) put(35, combine(lemma, hashOf(next.lower)));
  const quoted = quote[i] !== -1;
  const hasQuote = quote.some((q) => q !== -1);
  withWord(36, quoted ? 1 : hasQuote ? 2 : 3);
  if (quoted) put(37, lemma);
  const before = tokens.slice(0, i).some((_, k) => quote[k] !== -1);
  const after = tokens.slice(i + 1).some((_, k) => quote[i + 1 + k] !== -1);
  put(38, combine(quoted ? 1 : 0, (before ? 1 : 0) + (after ? 2 : 0)));
  put(39, Math.min(scene.depth[i] as number, 6));
  put(60, combine(Math.min(tokens.length >> 3, 6), own.rel));
  return out;
}
