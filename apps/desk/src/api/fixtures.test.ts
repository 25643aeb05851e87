/** The fixtures keep the contract, so that a page which works on them works on the server's answers too. */
import {
  ActorView,
  DocumentView,
  OccurrencePage,
  OccurrenceView,
  Overview,
  RecordFile,
  SearchAnswer,
  Timeline,
} from "@parley/protocol";
import { describe, expect, test } from "vitest";
import * as answers from "../../fixtures/answers.ts";
import { manyOccurrences } from "../../fixtures/many.ts";
import { RECORD, unmark } from "../../fixtures/record.ts";

test("marks come off and leave their offsets, nested ones too", () => {
  expect(unmark("a [[x|b [[y|c]] d]] e")).toEqual({
    text: "a b c d e",
    spans: [
      { id: "y", start: 4, end: 5 },
      { id: "x", start: 2, end: 7 },
    ],
  });
});

test("every claim slices to its quote and belongs to an occurrence there is", () => {
  const texts = new Map(RECORD.documents.map((document) => [document.id, document.text]));
  const known = new Set(RECORD.occurrences.map((occurrence) => occurrence.id));
  for (const claim of RECORD.claims) {
    expect(texts.get(claim.document)?.slice(claim.start, claim.end)).toBe(claim.quote);
    expect(claim.occurrence === null || known.has(claim.occurrence), claim.id).toBe(true);
  }
  expect(RECORD.claims.length).toBeGreaterThan(50);
});

test("every occurrence has a claim", () => {
  expect(RECORD.occurrences.filter((one) => one.claims.length === 0).map((one) => one.id)).toEqual([]);
});

describe("answers fit the contract", () => {
  test("the record", () => expect(RecordFile.safeParse(RECORD).error).toBeUndefined());
  test("overview", () => expect(Overview.safeParse(answers.overview()).error).toBeUndefined());
  test("timeline", () => expect(Timeline.safeParse(answers.timeline()).error).toBeUndefined());
  test("many", () => expect(Timeline.safeParse(manyOccurrences(50)).error).toBeUndefined());
  test("lists", () =>
    expect(OccurrencePage.safeParse(answers.occurrencePage(new URLSearchParams())).error).toBeUndefined());
  test("search", () => expect(SearchAnswer.safeParse(answers.searchAnswer("Lavrov")).error).toBeUndefined());
  test.each(RECORD.documents.map((one) => one.id))("report %s", (id) =>
    expect(DocumentView.safeParse(answers.documentView(id)).error).toBeUndefined(),
  );
  test.each(RECORD.occurrences.map((one) => one.id))("occurrence %s", (id) =>
    expect(OccurrenceView.safeParse(answers.occurrenceView(id)).error).toBeUndefined(),
  );
  test.each(RECORD.actors.map((one) => one.id))("actor %s", (id) =>
    expect(ActorView.safeParse(answers.actorView(id)).error).toBeUndefined(),
  );
});
