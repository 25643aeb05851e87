import { expect, test } from "vitest";
import { createLemmatiser } from "./lemma.ts";

const rules = { "VERB VBD": { "": "0|", ed: "2|", ied: "3|y", "^met": "2|eet" }, "NOUN NNS": { s: "1|" } };

test.each([
  ["Carried", "VERB", "VBD", "carry"],
  ["talked", "VERB", "VBD", "talk"],
  ["Met", "VERB", "VBD", "meet"],
  ["put", "VERB", "VBD", "put"],
  ["Sides", "NOUN", "NNS", "side"],
  ["Baku", "PROPN", "NNP", "Baku"],
  ["I", "PRON", "PRP", "I"],
  ["The", "DET", "DT", "the"],
])("%s as %s is %s", (text, upos, xpos, lemma) => {
  const word = { text, lower: text.toLowerCase(), upos, xpos };
  expect(createLemmatiser(rules)(word, 0, { tags: [], lemmas: [] })).toBe(lemma);
});

test("remembers per tag", () => {
  const lemmaOf = createLemmatiser(rules);
  const met = { text: "met", lower: "met", upos: "VERB", xpos: "VBD" };
  const known = { tags: [], lemmas: [] };
  expect([
    lemmaOf(met, 0, known),
    lemmaOf({ ...met, xpos: "VBN" }, 1, known),
    lemmaOf(met, 0, known),
  ]).toEqual(["meet", "met", "meet"]);
  expect(known).toEqual({ tags: [0, 1], lemmas: ["meet", "met"] });
});
