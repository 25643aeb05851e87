/** Reads CoNLL-U: basic trees only; multiword ranges and empty nodes are left out. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Sentence, Token } from "../../packages/reading/src/sentence.ts";

export interface GoldName {
  first: number;
  last: number;
  type: string;
}

export interface GoldSentence {
  /** The raw text as annotated. */
  text: string;
  /** Begins a document. */
  opens: boolean;
  forms: string[];
  lemmas: string[];
  upos: string[];
  xpos: string[];
  heads: number[];
  rels: string[];
  misc: string[];
}

export function readConllu(path: string): GoldSentence[] {
  const raw = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(raw) : raw).toString("utf8");
  return text
    .split("\n\n")
    .filter((block) => block.trim() !== "")
    .map(readBlock);
}

function readBlock(block: string): GoldSentence {
  const gold: GoldSentence = {
    text: "",
    opens: false,
    forms: [],
    lemmas: [],
    upos: [],
    xpos: [],
    heads: [],
    rels: [],
    misc: [],
  };
  for (const line of block.split("\n")) {
    if (line.startsWith("# text = ")) gold.text = line.slice(9);
    if (line.startsWith("# newdoc")) gold.opens = true;
    const columns = line.split("\t");
    if (line.startsWith("#") || !/^\d+$/u.test(columns[0] ?? "")) continue;
    gold.forms.push(columns[1]!);
    gold.lemmas.push(columns[2]!);
    gold.upos.push(columns[3]!);
    gold.xpos.push(columns[4]!);
    gold.heads.push(Number(columns[6]) - 1);
    gold.rels.push(columns[7]!);
    gold.misc.push(columns[9]!);
  }
  return gold;
}

/** The gold tokens as an unanalysed sentence, as if the segmenter had found them. */
export function bareSentence(gold: GoldSentence): Sentence {
  let at = 0;
  const tokens = gold.forms.map((text, i): Token => {
    const start = at;
    at += text.length + 1;
    return {
      i,
      start,
      end: start + text.length,
      text,
      lower: text.toLowerCase(),
      lemma: "",
      upos: "",
      xpos: "",
      head: -2,
      rel: "",
    };
  });
  return { i: 0, paragraph: 0, start: 0, end: at, tokens, level: "tokens", names: null };
}
