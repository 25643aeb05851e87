import { expect, test } from "vitest";
import type { Token } from "../sentence.ts";
import { nameSpans } from "./names.ts";

const TYPES: Record<string, string> = { p: "person", l: "place", o: "organisation" };

/** "word/class" separated by spaces; "~" before a word glues it to the one before; capitalised words are proper nouns. */
function found(text: string): string[] {
  let at = 0;
  const classes: string[] = [];
  const tokens = text.split(" ").map((part, i): Token => {
    const [word, name] = part.split("/") as [string, string?];
    classes.push(name ? name.slice(0, 2) + TYPES[name[2]!] : "O");
    const form = word.replace("~", "");
    const start = word.startsWith("~") ? at - 1 : at;
    at = start + form.length + 1;
    const proper = /^\p{Lu}/u.test(form);
    return {
      i,
      start,
      end: start + form.length,
      text: form,
      lower: form.toLowerCase(),
      lemma: "",
      upos: proper ? "PROPN" : "X",
      xpos: proper ? "NNP" : "XX",
      head: -2,
      rel: "",
    };
  });
  return nameSpans(tokens, classes).map(
    ({ first, last, type }) =>
      `${tokens
        .slice(first, last + 1)
        .map(({ text: form }) => form)
        .join(" ")}=${type}`,
  );
}

test.each([
  ["reads beginnings and continuations", "Ana/B-p Ruiz/I-p left Lima/B-l", ["Ana Ruiz=person", "Lima=place"]],
  ["makes hyphenated names whole", "in Ust/B-l ~- ~Kamen", ["Ust - Kamen=place"]],
  ["joins halves of one hyphenated name", "Jean/B-p ~-/B-p ~Luc/B-o Roy/I-o", ["Jean - Luc Roy=person"]],
  ["takes titles off", "Minister/B-p Ana/I-p Ruiz/I-p", ["Ana Ruiz=person"]],
  ["takes in the given name that was missed", "minister Ana Ruiz/B-p spoke", ["Ana Ruiz=person"]],
  ["infers a person from a title", "President Ruiz spoke", ["Ruiz=person"]],
  ["lets a lone continuation begin a name", "Ruiz/I-p spoke", ["Ruiz=person"]],
  ["finds nothing in nothing", "nobody spoke", []],
])("%s", (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});
