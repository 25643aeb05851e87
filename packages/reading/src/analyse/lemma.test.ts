import { expect, test } from "vitest";
import { createLemmatiser, lemmatise } from "./lemma.ts";

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
  expect(lemmatise(rules, { text, lower: text.toLowerCase(), upos, xpos })).toBe(lemma);
});

test("remembers per tag", () => {
  const remember = createLemmatiser(rules);
  const met = { text: "met", lower: "met", upos: "VERB", xpos: "VBD" };
  expect([remember(met, 0), remember(met, 0), remember({ ...met, xpos: "VBN" }, 1)]).toEqual([
    "meet",
    "meet",
    "met",
  ]);
});
