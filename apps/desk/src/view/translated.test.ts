import type { Claim, Document } from "@parley/protocol";
import { expect, test } from "vitest";
import { translatedParagraphs } from "./translated.ts";

const TEXT = "Первый.\n\nВторой\nв две строки.\n\nТретий.";
const document = (passages: { start: number; end: number; text: string }[] | null): Document => ({
  ...{ id: "d", uri: null, title: null, outlet: null, agencies: [], authors: [], language: "ru" },
  ...{ published: null, dateline: null, text: TEXT, sha256: "", reprintOf: null, diagnostics: [] },
  ...(passages ? { translation: { from: "ru", by: "LibreTranslate", title: null, passages } } : {}),
});
const claim = (id: string, start: number, end: number, quote: string): Claim => ({
  ...{ id, document: "d", start, end, quote: TEXT.slice(start, end), attribution: [], stance: "asserts" },
  ...{ occurrence: null, confidence: 0.7, translation: { from: "ru", by: "LibreTranslate", quote } },
});

test("each paragraph has its English, and its claims where they stand in it", () => {
  const passages = [
    { start: 0, end: 7, text: "The first, and more." },
    { start: 9, end: 29, text: "The second in two lines." },
  ];
  const claims = [
    claim("b", 0, 7, "and more"),
    claim("a", 0, 7, "The first"),
    claim("c", 9, 29, "words elsewhere"),
  ];
  expect(translatedParagraphs(document(passages), claims)).toEqual([
    {
      ...{ start: 0, end: 7, english: "The first, and more." },
      claims: [
        { id: "a", start: 0, end: 9 },
        { id: "b", start: 11, end: 19 },
      ],
    },
    { start: 9, end: 29, english: "The second in two lines.", claims: [{ id: "c", start: 0, end: 24 }] },
    { start: 31, end: 38, english: null, claims: [] },
  ]);
});

test("a report in its own language has none", () => {
  expect(translatedParagraphs(document(null), [])).toEqual([]);
});
