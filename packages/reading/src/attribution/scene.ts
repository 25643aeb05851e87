/** A parsed sentence with its tree turned round (children), its cue classes and the quotations its tokens stand in. */
import type { Cluster, Clusters } from "../linear/clusters.ts";
import { combine, hashText } from "../linear/hash.ts";
import type { Sentence, Token } from "../sentence.ts";
import { type CueLexicon, classesOf } from "./cues.ts";
import type { Quotation } from "./quotes.ts";
import { raiseReporting } from "./reporting.ts";

export interface Hashes {
  lemma: number;
  lower: number;
  upos: number;
  xpos: number;
  rel: number;
}

export interface Scene {
  sentence: Sentence;
  tokens: Token[];
  children: (readonly number[])[];
  depth: number[];
  /** Index of the quotation each token stands in, -1 outside. */
  quote: number[];
  /** The first and the last token inside a quotation, -1 where none is. */
  firstQuoted: number;
  lastQuoted: number;
  classes: (readonly number[])[];
  hashes: Hashes[];
  clusters: Clusters;
  /** Filled by `clausesOf`, since few sentences are asked for them. */
  clauses: number[] | null;
}

export interface Setting {
  lexicon: CueLexicon;
  clusters: Clusters;
  quotations: readonly Quotation[];
}

const CLAUSES = new Set([
  "advcl",
  "acl",
  "acl:relcl",
  "ccomp",
  "xcomp",
  "conj",
  "parataxis",
  "csubj",
  "appos",
  "advcl:relcl",
]);
const CLAUSE_HEADS = new Set(["VERB", "AUX", "ADJ"]);

/** Relations of the clauses each token stands in below the main one, innermost two, as a hash; 0 in the main clause. */
export function clausesOf(scene: Scene): readonly number[] {
  const { tokens, hashes } = scene;
  if (scene.clauses) return scene.clauses;
  const clauses: number[] = [];
  for (let from = 0; from < tokens.length; from++) {
    let hash = 0;
    let found = 0;
    let at = from;
    for (let steps = 0; at >= 0 && found < 2 && steps <= tokens.length; steps++) {
      const { rel, upos, head } = tokens[at] as Token;
      if (CLAUSES.has(rel) && (rel !== "conj" || CLAUSE_HEADS.has(upos))) {
        hash = combine(hash, (hashes[at] as Hashes).rel);
        found++;
      }
      at = head;
    }
    clauses.push(hash);
  }
  scene.clauses = clauses;
  return clauses;
}

const clusterAt = ({ clusters, hashes }: Scene, i: number): Cluster | undefined =>
  clusters.get((hashes[i] as Hashes).lower);

/** Number of the word's fine cluster, 0 where it has none. */
export function fineAt(scene: Scene, i: number): number {
  const cluster = clusterAt(scene, i);
  return cluster ? cluster.fine + 1 : 0;
}

/** Number of the word's coarse cluster, 0 where it has none. */
export function coarseAt(scene: Scene, i: number): number {
  const cluster = clusterAt(scene, i);
  return cluster ? cluster.coarse + 1 : 0;
}

const NONE: readonly number[] = [];

function childrenOf(tokens: readonly Token[]): (readonly number[])[] {
  const children: (readonly number[])[] = new Array(tokens.length).fill(NONE);
  for (const { i, head } of tokens) {
    if (head < 0 || head >= tokens.length) continue;
    const own = children[head] as number[];
    if (own === NONE) children[head] = [i];
    else own.push(i);
  }
  return children;
}

/** `sentence` must be parsed. `firstQuote` is the index of the first quotation that ends after the sentence's start. */
export function openScene(sentence: Sentence, setting: Setting, firstQuote: number): Scene {
  const { lexicon, clusters, quotations } = setting;
  const given = childrenOf(sentence.tokens);
  const classes: (readonly number[])[] = [];
  for (const token of sentence.tokens) classes.push(classesOf(lexicon, token));
  const tokens = raiseReporting(sentence.tokens, { children: given, classes, names: lexicon.names });
  const scene: Scene = {
    sentence,
    tokens,
    children: tokens === sentence.tokens ? given : childrenOf(tokens),
    depth: [],
    quote: [],
    firstQuoted: -1,
    lastQuoted: -1,
    classes,
    hashes: [],
    clusters,
    clauses: null,
  };
  let q = firstQuote;
  for (const { i, start, end, lemma, lower, upos, xpos, rel, head } of tokens) {
    let steps = 0;
    for (let at = head; at >= 0 && steps < tokens.length; at = tokens[at]?.head ?? -1) steps++;
    scene.depth.push(steps);
    while (q < quotations.length && (quotations[q] as Quotation).end <= start) q++;
    const quotation = quotations[q];
    const inside = quotation !== undefined && start >= quotation.start && end <= quotation.end;
    scene.quote.push(inside ? q : -1);
    if (inside) {
      if (scene.firstQuoted < 0) scene.firstQuoted = i;
      scene.lastQuoted = i;
    }
    scene.hashes.push({
      lemma: hashText(lemma),
      lower: hashText(lower),
      upos: hashText(upos),
      xpos: hashText(xpos),
      rel: hashText(rel),
    });
  }
  return scene;
}

/** Scenes of parsed sentences in text order. */
export function openScenes(sentences: readonly Sentence[], setting: Setting): Scene[] {
  let firstQuote = 0;
  return sentences.map((sentence) => {
    while ((setting.quotations[firstQuote]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) firstQuote++;
    return openScene(sentence, setting, firstQuote);
  });
}
