/**
 * The sentence as the coder sees it: both sides replaced by marks, the rest as stems with their concepts.
 * No name and no capitalised word outside the lexicon gets any further, so who the sides are cannot change the answer.
 */
import type { Clusters } from "../linear/clusters.ts";
import { hashText } from "../linear/hash.ts";
import type { Concept, Concepts } from "./concepts.ts";
import { splitWords, stemWord, type Word } from "./words.ts";

export interface Marked {
  text: string;
  source: { start: number; end: number } | null;
  target: { start: number; end: number } | null;
}

export interface Item {
  kind: "word" | "name" | "number" | "mark" | "source" | "target";
  lower: string;
  stem: string;
  /** Hash of the stem, or of the kind where the item stands for any name or number. */
  hash: number;
  /** Of the lower-case form: keeps tense and voice. */
  form: number;
  concepts: readonly Concept[];
  /** Numbers of the word's fine and coarse cluster; 0 where it has none. */
  fine: number;
  coarse: number;
  /** Words that grammar needs and content does not. */
  light: boolean;
}

export interface Frame {
  items: Item[];
  /** Position of the marks in `items`; null where a side is nobody named. */
  source: number | null;
  target: number | null;
  sourceWords: Item[];
  targetWords: Item[];
}

export interface Vocabulary {
  concepts: Concepts;
  clusters: Clusters;
  /** Filled as words are met, dropped when large. */
  seen: Map<string, Item>;
}

const SEEN_AT_MOST = 50_000;
const NONE: readonly Concept[] = [];
const LIGHT = new Set(
  "a an the of 's ’s its his her their our my this that these those which who whom whose and or also has have had be is are was were been being it he she they as on in at by for from to with into over against between under after before about some any all more most other such , . ; : ( ) \" ' “ ” - –".split(
    " ",
  ),
);
const fixed = (kind: Item["kind"]): Item => ({
  kind,
  lower: kind,
  stem: kind,
  hash: hashText(`<${kind}>`),
  form: hashText(`<${kind}>`),
  concepts: NONE,
  fine: 0,
  coarse: 0,
  light: false,
});
const SOURCE = fixed("source");
const TARGET = fixed("target");
const NAME = fixed("name");
const NUMBER = fixed("number");

/** A capitalised word is a name unless the lexicon knows it for what an act is about ("Police"): "March" is a month. */
function toItem(vocabulary: Vocabulary, word: string): Item {
  const { concepts, clusters, seen } = vocabulary;
  const known = seen.get(word);
  if (known) return known;
  const first = word.charAt(0);
  const lower = word.toLowerCase();
  const stem = stemWord(lower, concepts.irregular);
  const capital = first !== first.toLowerCase();
  const all = concepts.words.get(stem) ?? NONE;
  const found = capital ? all.filter(({ role }) => role === "object") : all;
  const light = LIGHT.has(lower);
  let item: Item;
  if (/\d/.test(first)) item = NUMBER;
  else if (first.toLowerCase() === first.toUpperCase())
    item = { ...fixed("mark"), lower, stem: lower, hash: hashText(lower), form: hashText(lower), light };
  else if (capital && !light && found.length === 0) item = NAME;
  else {
    const form = hashText(lower);
    const cluster = light ? undefined : clusters.get(form);
    item = {
      kind: "word",
      lower,
      stem,
      hash: hashText(stem),
      form,
      concepts: found,
      fine: cluster ? cluster.fine + 1 : 0,
      coarse: cluster ? cluster.coarse + 1 : 0,
      light,
    };
  }
  if (seen.size > SEEN_AT_MOST) seen.clear();
  seen.set(word, item);
  return item;
}

const within = (word: { start: number; end: number }, side: { start: number; end: number } | null) =>
  side !== null && word.start < side.end && word.end > side.start;

/** Adds a phrase's concept to the item of its first word. One other word may stand between two of its words. */
function addPhrases(items: Item[], { phrases }: Concepts): void {
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    const candidates = item.kind === "word" ? phrases.get(item.stem) : undefined;
    if (!candidates) continue;
    const found = candidates.filter(({ rest }) => {
      let at = i;
      return rest.every((stem) => {
        if (items[at + 1]?.stem === stem) at += 1;
        else if (items[at + 2]?.stem === stem) at += 2;
        else return false;
        return true;
      });
    });
    if (found.length > 0)
      items[i] = { ...item, concepts: [...found.map(({ concept }) => concept), ...item.concepts] };
  }
}

/** Headlines capitalise their verbs too: every longer word outside the two sides. */
function isHeadline(words: readonly Word[], { source, target }: Marked): boolean {
  const longer = words.filter(
    (word) => word.text.length > 3 && !within(word, source) && !within(word, target),
  );
  return longer.length > 1 && longer.every(({ text }) => !/^\p{Ll}/u.test(text));
}

/** Where the sides overlap, the words in both belong to the target. */
export function frameSentence(marked: Marked, vocabulary: Vocabulary): Frame {
  const { text, source, target } = marked;
  const frame: Frame = { items: [], source: null, target: null, sourceWords: [], targetWords: [] };
  const words = splitWords(text);
  const headline = isHeadline(words, marked);
  for (const [at, word] of words.entries()) {
    const side = within(word, target) || within(word, source);
    const lowered =
      !side &&
      (headline ||
        (at === 0 &&
          vocabulary.concepts.words.has(stemWord(word.text.toLowerCase(), vocabulary.concepts.irregular))));
    const item = toItem(vocabulary, lowered ? word.text.toLowerCase() : word.text);
    if (within(word, target)) {
      frame.target ??= frame.items.push(TARGET) - 1;
      frame.targetWords.push(item);
    } else if (within(word, source)) {
      frame.source ??= frame.items.push(SOURCE) - 1;
      frame.sourceWords.push(item);
    } else frame.items.push(item);
  }
  addPhrases(frame.items, vocabulary.concepts);
  addPhrases(frame.targetWords, vocabulary.concepts);
  return frame;
}
