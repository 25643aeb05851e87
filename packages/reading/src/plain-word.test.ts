import { expect, test } from "vitest";
import { plainWord } from "./plain-word.ts";

test.each([
  ["  talks, today", "talks"],
  ["a day", "a"],
  ["end", "end"],
])("takes the plain word at the head of %j", (text, word) => {
  const bounds = { start: 0, end: 0 };
  expect(plainWord(text, bounds)).toBe(true);
  expect(text.slice(bounds.start, bounds.end)).toBe(word);
});

test.each(["U.S.", "Q3", "o'clock", "O’Neill", "Ağrı", "12", "", "(so"])(
  "leaves %j to the patterns",
  (text) => {
    const bounds = { start: 0, end: 0 };
    expect(plainWord(` ${text}`, bounds)).toBe(false);
    expect(bounds).toEqual({ start: 1, end: 1 });
  },
);
