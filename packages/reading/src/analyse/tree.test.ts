import { describe, expect, test } from "vitest";
import {
  ancestors,
  children,
  conjuncts,
  offsets,
  path,
  phraseSpan,
  preposition,
  subtree,
  yieldSpan,
} from "./tree.ts";
import { sampleTree } from "./tree-sample.ts";

// Ministers of Norway and Chad , both tired , met in view of the storm .
const sentence = sampleTree(`
  Ministers 10 nsubj
  of 3 case
  Norway 1 nmod
  and 5 cc
  Chad 3 conj
  , 8 punct
  both 8 nsubj
  tired 1 acl
  , 8 punct
  met 0 root VBD
  in 15 case
  view 11 fixed
  of 11 fixed
  the 15 det
  storm 10 obl
  . 10 punct
`);

const words = (indexes: readonly { i: number }[]): string =>
  indexes.map(({ i }) => sentence.tokens[i]!.text).join(" ");

describe("tree", () => {
  test("children, all or by relation", () => {
    expect(words(children(sentence, 9))).toBe("Ministers storm .");
    expect(words(children(sentence, 9, "nsubj", "obl"))).toBe("Ministers storm");
    expect(children(sentence, 15)).toEqual([]);
  });

  test("subtree and its span", () => {
    expect(words(subtree(sentence, 2))).toBe("of Norway and Chad");
    expect(yieldSpan(sentence, 7)).toEqual({ first: 6, last: 7 });
    expect(yieldSpan(sentence, 0)).toEqual({ first: 0, last: 7 });
    expect(offsets(sentence, { first: 0, last: 2 })).toEqual({ start: 0, end: 19 });
  });

  test("the phrase alone leaves conjuncts, clauses and prepositions out", () => {
    expect(phraseSpan(sentence, 2)).toEqual({ first: 2, last: 2 });
    expect(phraseSpan(sentence, 0)).toEqual({ first: 0, last: 4 });
    expect(phraseSpan(sentence, 14)).toEqual({ first: 13, last: 14 });
  });

  test("path and ancestors", () => {
    expect(ancestors(sentence, 4)).toEqual([4, 2, 0, 9]);
    expect(path(sentence, 4, 14)).toEqual([4, 2, 0, 9, 14]);
    expect(path(sentence, 2, 2)).toEqual([2]);
  });

  test("conjuncts from either end", () => {
    expect(words(conjuncts(sentence, 2))).toBe("Norway Chad");
    expect(words(conjuncts(sentence, 4))).toBe("Norway Chad");
  });

  test("prepositions of several words", () => {
    expect(preposition(sentence, 14)).toBe("in view of");
    expect(preposition(sentence, 0)).toBeNull();
  });

  test("a broken tree ends no walk in a loop", () => {
    const loop = sampleTree("a 2 dep\nb 1 dep\nc 0 root");
    expect(path(loop, 0, 2)).toEqual([]);
    expect(subtree(loop, 2).map(({ i }) => i)).toEqual([2]);
    expect(yieldSpan(loop, 0)).toEqual({ first: 0, last: 1 });
  });
});
