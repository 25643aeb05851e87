import { expect, test } from "vitest";
import { countOf, languageName, until } from "./words.ts";

test("words are counted in every script", () => {
  expect(countOf("The ministers spoke, twice.")).toBe(4);
  expect(countOf("Նախարարները խոսեցին։")).toBe(2);
  expect(countOf("")).toBe(0);
});

test.each([
  ["2026-03-02T12:00:00Z", "now"],
  ["2026-03-02T12:00:40Z", "in 40 s"],
  ["2026-03-02T12:05:00Z", "in 5 min 0 s"],
  ["2026-03-02T14:05:00Z", "in 2 h 5 min"],
  ["2026-03-05T12:00:00Z", "in 3 d 0 h"],
])("how long it is until %s", (at, words) =>
  expect(until(at, Date.parse("2026-03-02T12:00:00Z"))).toBe(words),
);

test("a language is named, and an unknown code stands for itself", () => {
  expect([languageName("hy"), languageName("zz-not-one!")]).toEqual(["Armenian", "zz-not-one!"]);
});
