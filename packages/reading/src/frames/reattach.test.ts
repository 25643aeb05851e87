import { expect, it } from "vitest";
import type { Token } from "../sentence.ts";
import { reattach } from "./reattach.ts";

/** "word/UPOS/relation>head", heads by position. */
function tokens(...words: string[]): Token[] {
  let start = 0;
  return words.map((word, i) => {
    const [text, upos, arc] = word.split("/") as [string, string, string];
    const [rel, head] = arc.split(">") as [string, string];
    const token = {
      i,
      start,
      end: start + text.length,
      text,
      lower: text.toLowerCase(),
      lemma: text.toLowerCase(),
      upos,
      xpos: "",
      head: Number(head),
      rel,
    };
    start = token.end + 1;
    return token;
  });
}

it("hangs 'of' on the noun before it", () => {
  const [, , , , prisoners] = reattach(
    tokens(
      "They/PRON/nsubj>1",
      "saw/VERB/root>-1",
      "releases/NOUN/obj>1",
      "of/ADP/case>4",
      "prisoners/NOUN/obl>1",
    ),
  );
  expect(prisoners).toMatchObject({ head: 2, rel: "nmod" });
});

it("takes what a preposition marks for no object", () => {
  const [, , , , call] = reattach(
    tokens("He/PRON/nsubj>1", "noted/VERB/root>-1", "in/ADP/case>4", "a/DET/det>4", "call/NOUN/obj>1"),
  );
  expect(call).toMatchObject({ head: 1, rel: "obl" });
});

it("changes no token in place", () => {
  const given = tokens("He/PRON/nsubj>1", "noted/VERB/root>-1", "in/ADP/case>3", "call/NOUN/obj>1");
  const before = JSON.stringify(given);
  reattach(given);
  expect(JSON.stringify(given)).toBe(before);
});
