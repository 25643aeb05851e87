import { expect, test } from "vitest";
import { verbForms } from "./verbs.ts";

test.each([
  ["expel", "expelled expelled expelling expels"],
  ["shell", "shelled shelled shelling shells"],
  ["deny", "denied denied denying denies"],
  ["tie", "tied tied tying ties"],
  ["clash", "clashed clashed clashing clashes"],
  ["flee", "fled fled fleeing flees"],
  ["withdraw", "withdrew withdrawn withdrawing withdraws"],
])("%s", (lemma, forms) => {
  expect(
    verbForms()
      .filter((verb) => verb.lemma === lemma)
      .map(({ form }) => form)
      .join(" "),
  ).toBe(forms);
});
