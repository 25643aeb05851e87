import { expect, it } from "vitest";
import { parseLexicons } from "../../../../lexicons/load.ts";
import { compose } from "./compose.ts";
import { compileConcepts } from "./concepts.ts";
import { frameSentence } from "./frame.ts";

const vocabulary = {
  concepts: compileConcepts(parseLexicons("lexicons").plover ?? []),
  clusters: new Map(),
  seen: new Map(),
};
const root = (text: string) =>
  compose(frameSentence({ text, source: null, target: null }, vocabulary).items).root;

it.each([
  ["imposed sanctions", "COERCE"],
  ["lifted the sanctions", "YIELD"],
  ["refuses to lift the sanctions", "REJECT"],
  ["agreed to lift the sanctions", "AGREE"],
  ["will provide assistance", "AGREE"],
  ["suspended the assistance", "SANCTION"],
  ["threatened to attack", "THREATEN"],
  ["on March the fifth", null],
])("%s → %s", (words, expected) => {
  expect(root(`it ${words}`)).toBe(expected);
});
