import { describe, expect, test } from "vitest";
import { edtfIsOpen, edtfWords } from "./edtf-words.ts";

describe("edtfWords", () => {
  test.each([
    ["XXXX-09-30", "30 September, year not stated"],
    ["2020-09-30", "30 September 2020"],
    ["2020-11", "November 2020"],
    ["2020-11-XX", "November 2020, day not stated"],
    ["2020-XX-10", "day 10 2020, month not stated"],
    ["XXXX", "year not stated"],
    ["XXXX-XX-09", "day 9, month and year not stated"],
    ["199X", "the 1990s"],
    ["19XX", "between 1900 and 1999"],
    ["2020~", "about 2020"],
    ["2020-10-10?", "10 October 2020 (uncertain)"],
    ["2021-21", "spring 2021"],
    ["2020-11-10T00:00+03:00", "10 November 2020, 00:00 UTC+3"],
    ["2020-10-10T12:00:00+04:30", "10 October 2020, 12:00 UTC+4:30"],
    ["2020-10-17T20:00Z", "17 October 2020, 20:00 UTC"],
    ["2020-11-09T21:00", "9 November 2020, 21:00"],
    ["2020-09-27/2020-11-10", "27 September – 10 November 2020"],
    ["2020-10-09/2020-10-10", "9 – 10 October 2020"],
    ["2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021"],
    ["2020-11-10/..", "from 10 November 2020"],
    ["../2021-02", "until February 2021"],
  ])("%s reads %s", (edtf, words) => {
    expect(edtfWords(edtf)).toBe(words);
  });
});

test("only strings that leave something open are open", () => {
  expect(["XXXX-09-30", "2020~", "2020-11-10/..", "/2021"].every(edtfIsOpen)).toBe(true);
  expect(["2020-09-30", "2020-09-27/2020-11-10", "2020-11-10T00:00+03:00"].some(edtfIsOpen)).toBe(false);
});
