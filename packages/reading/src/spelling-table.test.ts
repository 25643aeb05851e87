import { expect, test } from "vitest";
import { SpellingTable } from "./spelling-table.ts";

test("gives every word its own value and works a short word out once", () => {
  const made: string[] = [];
  const table = new SpellingTable((word) => {
    made.push(word);
    return word.toUpperCase();
  });
  const text = "sea tea seas a-very-long-word sea";
  const spans = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => [index, index + word.length] as const);
  expect(spans.map(([start, end]) => table.at(text, start, end))).toEqual(text.toUpperCase().split(" "));
  expect(made.filter((word) => word === "sea")).toHaveLength(1);
});

test("stays right when there are more words than places", () => {
  const table = new SpellingTable((word) => `<${word}>`);
  for (let round = 0; round < 2; round++)
    for (let i = 0; i < 40_000; i++) {
      const word = `w${i}`;
      expect(table.at(word, 0, word.length)).toBe(`<${word}>`);
    }
});
