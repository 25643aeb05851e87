import { expect, test } from "vitest";
import type { GoldSentence } from "./conllu.ts";
import { goldNames, nameClasses } from "./gold-names.ts";

function gold(rows: [form: string, xpos: string, misc: string][]): GoldSentence {
  return {
    text: "",
    opens: false,
    forms: rows.map(([form]) => form),
    xpos: rows.map(([, xpos]) => xpos),
    misc: rows.map(([, , misc]) => misc),
    upos: [],
    lemmas: [],
    heads: [],
    rels: [],
  };
}

test("reduces entities to their names", () => {
  const sentence = gold([
    ["President", "NNP", "Entity=(1-person-new-nnnnn-cf1-1,2,3-sgl"],
    ["Ana", "NNP", "_"],
    ["Ruiz", "NNP", "Entity=1)"],
    ["left", "VBD", "_"],
    ["the", "DT", "Entity=(2-organization-new-nnnnn-cf2-2,3,4-sgl"],
    ["University", "NNP", "_"],
    ["of", "IN", "_"],
    ["Lima", "NNP", "Entity=(3-place-new-nnnnn-cf3-1-sgl)2)"],
    ["in", "IN", "_"],
    ["anger", "NN", "Entity=(4-abstract-new-nnnnn-cf4-1-sgl)"],
  ]);
  expect(goldNames(sentence)).toEqual([
    { first: 1, last: 2, type: "person" },
    { first: 5, last: 7, type: "organisation" },
  ]);
  expect([...nameClasses(sentence)]).toEqual([0, 1, 2, 0, 0, 5, 6, 6, 0, 0]);
});

test("knows nothing of sentences without an entity layer", () => {
  const sentence = gold([["Lima", "NNP", "_"]]);
  expect(goldNames(sentence)).toBeNull();
  expect([...nameClasses(sentence)]).toEqual([-1]);
});
