/** Parsed sentences written out by hand, for tests: one token per line as "word head relation [xpos]", heads from 1, 0 the root. */
import type { Sentence, Token } from "../sentence.ts";

export function sampleTree(lines: string): Sentence {
  let at = 0;
  const tokens = lines
    .trim()
    .split("\n")
    .map((line, i): Token => {
      const [text, head, rel, xpos] = line.trim().split(/\s+/u) as [string, string, string, string?];
      const start = at;
      at += text.length + 1;
      const upos = rel === "punct" ? "PUNCT" : (xpos ?? "").startsWith("V") ? "VERB" : "NOUN";
      return {
        i,
        start,
        end: start + text.length,
        text,
        lower: text.toLowerCase(),
        lemma: text.toLowerCase(),
        upos,
        xpos: xpos ?? "NN",
        head: Number(head) - 1,
        rel,
      };
    });
  return { i: 0, paragraph: 0, start: 0, end: at - 1, tokens, level: "parsed", names: null };
}
