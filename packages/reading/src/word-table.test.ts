import { expect, test } from "vitest";
import { WordTable } from "./word-table.ts";

test("gives every word its own value, tells where it ends, and works it out once", () => {
  const made: string[] = [];
  const table = new WordTable((word) => {
    made.push(word);
    return word.toUpperCase();
  });
  const text = "sea tea Sea seas responsibilities internationalisation sea";
  const spans = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => [index, index + word.length] as const);
  for (const [start, end] of spans) {
    expect(table.read(text, start)).toBe(text.slice(start, end).toUpperCase());
    expect(table.end).toBe(end);
  }
  expect(made.filter((word) => word === "sea")).toHaveLength(1);
});

test.each([
  ["U.S.", "U"],
  ["O’Neill", "O"],
  ["Ağrı", "A"],
  ["12", ""],
  ["", ""],
])("ends a word of %j where its ASCII letters end", (text, word) => {
  const table = new WordTable((known) => known);
  expect(table.read(` ${text}`, 1)).toBe(word);
  expect(table.end).toBe(1 + word.length);
});

test("stays right when there are more words than places", () => {
  const letters = (i: number) =>
    [...String(i)].map((digit) => "abcdefghij"[Number(digit)]).join("") + (i % 3 ? "" : "ABCDEFGHI");
  const table = new WordTable((word) => `<${word}>`);
  for (let round = 0; round < 2; round++)
    for (let i = 0; i < 40_000; i++) expect(table.read(letters(i), 0)).toBe(`<${letters(i)}>`);
});
