/** The trained analyser: sentences, tags and lemmas, trees, names. Each level is worked out once per sentence. */
import type { Analyser, NameSpan, Sentence } from "../sentence.ts";
import { unpack } from "./container.ts";
import { type LemmaRules, lemmatise } from "./lemma.ts";
import type { LinearWeights } from "./linear.ts";
import { findNames } from "./names.ts";
import { chooseArcs, type ParserWeights } from "./parser.ts";
import { segment } from "./segment.ts";
import { chooseTags, wordsOf } from "./tagger.ts";
import { WordTable } from "./word-features.ts";

interface Header {
  /** "UPOS XPOS" by class number. */
  tags: string[];
  relations: string[];
  lemmas: LemmaRules;
  bits: { tags: number; actions: number; labels: number };
}

/** An analyser over the bytes of `models/analyser.bin`. Throws on bytes that are no weight file. */
export function createAnalyser(weights: Uint8Array): Analyser {
  const { header, arrays } = unpack(weights);
  const { tags: tagNames, relations, lemmas, bits } = header as unknown as Header;
  const rowsOf = (name: "tags" | "actions" | "labels", classes: number): LinearWeights => ({
    rows: arrays[name] as Int8Array,
    bits: bits[name],
    classes,
  });
  const tagger = rowsOf("tags", 64);
  const parser: ParserWeights = {
    actions: rowsOf("actions", 4),
    labels: rowsOf("labels", 64),
    root: relations.indexOf("root"),
    parataxis: relations.indexOf("parataxis"),
  };
  const split = tagNames.map((name) => name.split(" "));
  const numbers = new Map(tagNames.map((name, number) => [name, number]));
  const table = new WordTable();

  function tag(sentence: Sentence): Sentence {
    if (sentence.level !== "tokens") return sentence;
    const chosen = chooseTags(tagger, wordsOf(table, sentence));
    sentence.tokens.forEach((token, i) => {
      const [upos, xpos] = split[chosen[i]!]!;
      token.upos = upos!;
      token.xpos = xpos!;
      token.lemma = lemmatise(lemmas, token);
    });
    sentence.level = "tagged";
    return sentence;
  }

  function parse(sentence: Sentence): Sentence {
    if (sentence.level === "parsed") return sentence;
    tag(sentence);
    const { heads, rels } = chooseArcs(parser, {
      forms: Int32Array.from(sentence.tokens, (token) => table.get(token.text, token.lower).form),
      tags: Int32Array.from(sentence.tokens, (token) => numbers.get(`${token.upos} ${token.xpos}`) ?? 0),
    });
    sentence.tokens.forEach((token, i) => {
      token.head = heads[i]!;
      token.rel = relations[rels[i]!]!;
    });
    sentence.level = "parsed";
    return sentence;
  }

  function names(sentence: Sentence): NameSpan[] {
    sentence.names ??= findNames(tag(sentence));
    return sentence.names;
  }

  return { segment, tag, parse, names };
}
