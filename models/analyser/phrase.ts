/** Phrases as small trees, put together by head and turned into annotated sentences. */
import type { GoldSentence } from "./conllu.ts";

export interface Phrase {
  form: string;
  /** "UPOS XPOS" */
  tag: string;
  rel: string;
  left: Phrase[];
  right: Phrase[];
  /** Type of the name this word begins or continues. */
  name: string | null;
}

export function word(
  form: string,
  tag: string,
  rel = "dep",
  parts: { left?: Phrase[]; right?: Phrase[]; name?: string } = {},
): Phrase {
  return { form, tag, rel, left: parts.left ?? [], right: parts.right ?? [], name: parts.name ?? null };
}

/** The same phrase in another function. */
export function as(rel: string, phrase: Phrase): Phrase {
  return { ...phrase, rel };
}

/** The phrase with dependents before everything it has so far. */
export function led(phrase: Phrase, ...left: Phrase[]): Phrase {
  return { ...phrase, left: [...left, ...phrase.left] };
}

/** The phrase with dependents after everything it has so far. */
export function followed(phrase: Phrase, ...right: Phrase[]): Phrase {
  return { ...phrase, right: [...phrase.right, ...right] };
}

export const mark = (form: string): Phrase =>
  word(form, `PUNCT ${form === "," ? "," : form === "“" ? "``" : form === "”" ? "''" : "."}`, "punct");
export const det = (form: string): Phrase => word(form, "DET DT", "det");
export const prep = (form: string): Phrase => word(form, "ADP IN", "case");
export const adj = (form: string): Phrase => word(form, "ADJ JJ", "amod");
export const noun = (form: string, ...left: Phrase[]): Phrase => word(form, "NOUN NN", "dep", { left });
export const nouns = (form: string, ...left: Phrase[]): Phrase => word(form, "NOUN NNS", "dep", { left });

/** "A, B and C" under the first. */
export function coordinated(first: Phrase, ...rest: Phrase[]): Phrase {
  return followed(
    first,
    ...rest.map((phrase, i) =>
      led(as("conj", phrase), i === rest.length - 1 ? word("and", "CCONJ CC", "cc") : mark(",")),
    ),
  );
}

/** The annotated sentence; `opens` as for a document of its own. The entity layer is written as GUM writes it. */
export function sentenceOf(root: Phrase): GoldSentence {
  const gold: GoldSentence = {
    text: "",
    opens: true,
    forms: [],
    lemmas: [],
    upos: [],
    xpos: [],
    heads: [],
    rels: [],
    misc: [],
  };
  const names: (string | null)[] = [];
  const write = (phrase: Phrase): number => {
    const before = phrase.left.map(write);
    const at = gold.forms.length;
    const [upos, xpos] = phrase.tag.split(" ");
    gold.forms.push(phrase.form);
    gold.lemmas.push("_");
    gold.upos.push(upos!);
    gold.xpos.push(xpos!);
    gold.heads.push(-1);
    gold.rels.push(phrase.rel);
    names.push(phrase.name);
    for (const child of [...before, ...phrase.right.map(write)]) gold.heads[child] = at;
    return at;
  };
  gold.rels[write(root)] = "root";
  gold.misc = names.map((name, i) => entityMarks(names, name, i));
  gold.text = gold.forms.join(" ");
  return gold;
}

function entityMarks(names: readonly (string | null)[], name: string | null, i: number): string {
  const type = (value: string | null | undefined): string | null => value?.replace(/^[BI]-/u, "") ?? null;
  if (!name) return "Discourse=_";
  const begins = name.startsWith("B-");
  const next = names[i + 1];
  const ends = !next?.startsWith("I-") || type(next) !== type(name);
  let length = 1;
  while (names[i + length]?.startsWith("I-")) length++;
  const core = Array.from({ length }, (_, k) => k + 1).join(",");
  return `Discourse=_|Entity=${begins ? `(1-${type(name)}-new-nnnnn-cf1-${core}-sgl` : ""}${ends ? (begins ? ")" : "1)") : ""}`;
}
