import fc from "fast-check";
import { expect, test } from "vitest";
import { Vocabulary } from "./vocabulary.ts";

const of = (words: string[]) => new Vocabulary(new TextEncoder().encode(words.join("\n")));

test("finds every word by its number and no other", () => {
  const words = fc.uniqueArray(
    fc.string({ unit: "grapheme", minLength: 1 }).filter((word) => !word.includes("\n")),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(words, fc.string({ unit: "grapheme" }), (known, other) => {
      const vocabulary = of(known);
      expect(vocabulary.size).toBe(known.length);
      expect(known.map((word) => vocabulary.rowOf(word))).toEqual(known.map((_, row) => row));
      expect(vocabulary.rowOf(other)).toBe(known.indexOf(other));
    }),
  );
});

test("knows no beginnings and no words too long to be one", () => {
  const vocabulary = of(["sea", "seas", "ağrı"]);
  expect(["se", "", "ağr", "a".repeat(10_000)].map((word) => vocabulary.rowOf(word))).toEqual([
    -1, -1, -1, -1,
  ]);
});
