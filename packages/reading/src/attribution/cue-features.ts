/** Features by which a word is taken for the head of a cue or not. */
import { combine, hashText } from "../linear/hash.ts";
import type { Token } from "../sentence.ts";
import { coarseAt, fineAt, type Hashes, type Scene } from "./scene.ts";

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
    (scene.children[i] as readonly number[]).some((c) => CLAUSAL.has((scene.tokens[c] as Token).rel))
  );
}

const isQuoteMark = (text: string): boolean =>
  text.length === 1 ? '"“”«»„'.includes(text) : text === "''" || text === "``";

const PRONOUN = hashText("p:");

const shapeOf = (token: Token, { upos }: Hashes): number =>
  token.upos === "PRON" ? hashText(token.lower, PRONOUN) : upos;

/** Relations whose lack below the cue is told. */
const WANTED = ["nsubj", "ccomp", "xcomp", "obj", "nsubj:pass", "mark"].map((rel) => ({
  rel,
  hash: hashText(rel),
}));

const NEAR = [
  { step: -2, template: 30 },
  { step: -1, template: 31 },
  { step: 1, template: 32 },
  { step: 2, template: 33 },
];

/** The list of one word's features in the making. */
class Features {
  readonly list: number[] = [1];
  readonly lemma: number;
  readonly upos: number;
  readonly classes: readonly number[];
  readonly fine: number;
  readonly coarse: number;

  constructor(scene: Scene, i: number) {
    const { lemma, upos } = scene.hashes[i] as Hashes;
    this.lemma = lemma;
    this.upos = upos;
    this.classes = scene.classes[i] as readonly number[];
    this.fine = fineAt(scene, i);
    this.coarse = coarseAt(scene, i);
  }

  put(template: number, value: number): void {
    this.list.push(combine(template, value));
  }

  /** The value alone, and with the word itself and its classes. */
  putWithWord(template: number, value: number): void {
    const { list, lemma, upos, classes } = this;
    list.push(combine(template, value), combine(combine(template + 100, value), lemma));
    if (classes.length === 0) list.push(combine(combine(template + 300, value), upos));
    else {
      const base = combine(template + 200, value);
      for (let c = 0; c < classes.length; c++) list.push(combine(base, classes[c] as number));
    }
  }
}

/** Unordered use. */
export function cueFeatures(scene: Scene, i: number): number[] {
  const { tokens, hashes, children } = scene;
  const token = tokens[i] as Token;
  const own = hashes[i] as Hashes;
  const features = new Features(scene, i);
  const { lemma, classes, fine, coarse } = features;
  features.put(2, lemma);
  features.put(3, combine(lemma, own.xpos));
  features.put(4, combine(lemma, own.rel));
  features.put(5, own.xpos);
  features.put(6, combine(own.upos, own.rel));
  features.put(7, own.lower);
  for (const cls of classes) {
    features.put(8, cls);
    features.put(9, combine(cls, own.rel));
    features.put(10, combine(cls, own.xpos));
  }
  features.put(11, classes.length === 0 ? own.upos : 0);

  features.put(61, combine(fine, own.upos));
  features.put(62, combine(coarse, own.upos));
  features.put(63, combine(coarse, own.rel));
  features.put(64, combine(fine, own.xpos));

  const below = children[i] as readonly number[];
  for (let k = 0; k < below.length; k++) putChild(features, scene, i, below[k] as number);
  for (const { rel, hash } of WANTED)
    if (!below.some((c) => (tokens[c] as Token).rel === rel)) features.putWithWord(23, hash);
  if (token.head >= 0) putHead(features, scene, i, token.head);
  for (const { step, template } of NEAR) {
    const near = tokens[i + step];
    if (!near) {
      features.put(template, 0);
      continue;
    }
    const { lower, upos } = hashes[i + step] as Hashes;
    features.put(template, lower);
    features.putWithWord(template + 10, upos);
    if (isQuoteMark(near.text)) features.put(34, combine(step + 5, 1));
  }
  const next = hashes[i + 1];
  if (next) features.put(35, combine(lemma, next.lower));
  putPlace(features, scene, i);
  return features.list;
}

/** What the child `c` of the word `i` tells. */
function putChild(features: Features, scene: Scene, i: number, c: number): void {
  const { tokens, hashes, children } = scene;
  const child = tokens[c] as Token;
  const own = hashes[c] as Hashes;
  const side = c < i ? 1 : 2;
  if (child.rel === "punct") {
    features.put(12, combine(hashText(child.text), side));
    return;
  }
  const { rel } = own;
  const { fine, coarse } = features;
  const classes = scene.classes[c] as readonly number[];
  const isSubject = child.rel.startsWith("nsubj");
  const isObject = child.rel === "obj";
  features.putWithWord(13, combine(rel, side));
  features.putWithWord(14, combine(rel, shapeOf(child, own)));
  features.put(65, combine(combine(rel, fine), side));
  features.put(66, combine(combine(rel, coarse), features.upos));
  if (isSubject || isObject) {
    features.put(67, combine(combine(rel, coarseAt(scene, c)), coarse));
    features.put(68, combine(rel, fineAt(scene, c)));
  }
  if (isSubject || isObject || child.rel === "mark" || child.rel === "advmod" || child.rel.startsWith("aux"))
    features.put(15, combine(rel, own.lemma));
  if (child.rel === "ccomp" || child.rel === "xcomp") {
    for (const g of children[c] as readonly number[])
      if ((tokens[g] as Token).rel === "mark")
        features.putWithWord(16, combine(rel, (hashes[g] as Hashes).lower));
    features.put(17, combine(features.lemma, own.xpos));
    if (scene.quote[c] !== -1) features.putWithWord(18, rel);
  }
  if (isSubject) for (const cls of classes) features.putWithWord(19, cls);
  if (isObject || child.rel.startsWith("obl") || child.rel.startsWith("nmod")) {
    for (const cls of classes) features.putWithWord(20, combine(rel, cls));
    for (const g of children[c] as readonly number[])
      if ((tokens[g] as Token).rel === "case")
        features.putWithWord(21, combine(rel, (hashes[g] as Hashes).lower));
  }
  if (child.rel === "compound:prt" || child.rel === "case")
    features.put(22, combine(features.lemma, own.lower));
}

/** What the head of the word `i` tells. */
function putHead(features: Features, scene: Scene, i: number, head: number): void {
  const { rel } = scene.hashes[i] as Hashes;
  const up = scene.hashes[head] as Hashes;
  features.put(24, combine(rel, up.lemma));
  features.put(25, combine(combine(rel, up.upos), features.lemma));
  for (const cls of scene.classes[head] as readonly number[]) {
    features.put(26, combine(rel, cls));
    for (const mine of features.classes) features.put(27, combine(combine(rel, cls), mine));
  }
  features.put(28, combine(combine(rel, up.upos), head < i ? 1 : 2));
}

/** Where the word stands: in or beside quotations, and how deep in what sentence. */
function putPlace(features: Features, scene: Scene, i: number): void {
  const { tokens, quote, firstQuoted, lastQuoted } = scene;
  const quoted = quote[i] !== -1;
  features.putWithWord(36, quoted ? 1 : firstQuoted >= 0 ? 2 : 3);
  if (quoted) features.put(37, features.lemma);
  const before = firstQuoted >= 0 && firstQuoted < i ? 1 : 0;
  const after = lastQuoted > i ? 2 : 0;
  features.put(38, combine(quoted ? 1 : 0, before + after));
  features.put(39, Math.min(scene.depth[i] as number, 6));
  features.put(60, combine(Math.min(tokens.length >> 3, 6), (scene.hashes[i] as Hashes).rel));
}
