import { expect, test } from "vitest";
import { nextWord } from "./word-bounds.ts";

function wordsOf(text: string): string[] {
  const bounds = { start: 0, end: 0 };
  const words: string[] = [];
  for (let from = 0; nextWord(text, from, text.length, bounds); from = bounds.end)
    words.push(text.slice(bounds.start, bounds.end));
  return words;
}

test("keeps dotted abbreviations and inner apostrophes, and leaves possessives out", () => {
  expect(wordsOf("U.S. envoy Ra’anan O'Neill’s re-election in A. Town's 1990s")).toEqual(
    "U.S.|envoy|Ra’anan|O'Neill|s|re|election|in|A|Town|s|1990s".split("|"),
  );
});

test("takes an s that begins more letters as part of the word", () => {
  expect(wordsOf("d'souza's l’s")).toEqual(["d'souza", "s", "l", "s"]);
});

test("letters outside the basic plane belong to their word, pictures to none", () => {
  expect(wordsOf("Ada 😀 met 𝔅ob’𝔰 x𝔅y")).toEqual(["Ada", "met", "𝔅ob’𝔰", "x𝔅y"]);
});
