import { expect, test } from "vitest";
import { rangeWords } from "./range-words.ts";

test.each([
  [null, "not stated"],
  [{ low: null, best: null, high: null }, "not stated"],
  [{ low: 5, best: 5, high: 5 }, "5"],
  [{ low: 3, best: 5, high: 9 }, "at least 3, 5 as best count, at most 9"],
  [{ low: 3, best: null, high: 9 }, "between 3 and 9, no best count"],
  [{ low: 2300, best: null, high: null }, "at least 2,300"],
  [{ low: null, best: 4, high: 6 }, "4 as best count, at most 6"],
])("%o reads “%s”", (range, words) => expect(rangeWords(range)).toBe(words));
