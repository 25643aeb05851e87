import { expect, it } from "vitest";
import { nounForms, verbForms } from "./inflect.ts";

it.each([
  ["meet", ["meets", "met", "meeting"]],
  ["deny", ["denies", "denied", "denying"]],
  ["release", ["releases", "released", "releasing"]],
  ["swap", ["swapped", "swapping"]],
  ["free", ["freed", "freeing"]],
])("%s", (lemma, forms) => {
  expect(verbForms(lemma)).toEqual(expect.arrayContaining(forms));
});

it("does not take the adverb for the verb", () => {
  expect(verbForms("down")).not.toContain("down");
});

it.each([
  ["body", "bodies"],
  ["ceasefire", "ceasefires"],
  ["clash", "clashes"],
])("%s", (noun, plural) => {
  expect(nounForms(noun)).toEqual([noun, plural]);
});
