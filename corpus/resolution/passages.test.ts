import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { locate, type Passage, readGold } from "./passages.ts";

const passage = (text: string, words: string): Passage => ({
  document: "d",
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  sha256: createHash("sha256").update(words).digest("hex").slice(0, 12),
});
const text = "The ministers met today. They spoke of water.";

it("finds a passage where it stood, and where it has moved to", () => {
  const met = passage(text, "The ministers met today");
  expect(locate(met, text)).toBe(0);
  expect(locate(met, `By our own reporter. ${text}`)).toBe(21);
});

it("notices that the words are no longer there", () => {
  expect(locate(passage(text, "met today"), text.replace("today", "again"))).toBeNull();
});

it("holds judged pairs of passages, and at least half of them are judged different", () => {
  const drawn = readGold().filter((pair) => pair.drawn !== "closure");
  const decided = drawn.filter(({ judgement }) => judgement === "same" || judgement === "different");
  expect(decided.length).toBeGreaterThanOrEqual(150);
  expect(decided.filter(({ judgement }) => judgement === "different").length * 2).toBeGreaterThanOrEqual(
    decided.length,
  );
});
