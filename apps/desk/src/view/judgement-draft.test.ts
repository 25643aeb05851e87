import type { Occurrence } from "@parley/protocol";
import { expect, test } from "vitest";
import { correctionOf, isEdtf } from "./judgement-draft.ts";

const occurrence: Occurrence = {
  id: "o1",
  kind: "contact",
  type: "call",
  status: "happened",
  background: false,
  when: null,
  where: null,
  actors: [],
  initiator: null,
  topics: [],
  ambiguous: false,
  detail: {},
  plover: null,
  claims: ["c1"],
  accounts: [],
  judgement: "proposed",
  confidence: 0.7,
  why: "",
};
const { type, status, when, where, actors, background } = occurrence;
const same = { type, status, when, where, actors, background };

test("a correction holds only what was changed", () => {
  expect(correctionOf(occurrence, { ...same, type: "meeting" })).toEqual({ type: "meeting" });
});

test("taking the date away is a change too", () => {
  const dated = {
    ...occurrence,
    when: { edtf: "2020", asWorded: null, zone: null, basis: "stated", why: "" } as const,
  };
  expect(correctionOf(dated, { ...same, when: null })).toEqual({ when: null });
});

test("nothing changed is no correction", () => {
  expect(correctionOf(occurrence, same)).toBeNull();
});

test.each([
  "2020",
  "XXXX-09-30",
  "2020-11-10T00:00+03:00",
  "2020-09-27/2020-11-10",
  "2020~",
  "2020-11-10/..",
  "/2021",
])("%s is EDTF", (text) => expect(isEdtf(text)).toBe(true));
test.each(["", "..", "30 September", "2020-9-30", "2020/13/1", "20-11-10"])("“%s” is not", (text) =>
  expect(isEdtf(text)).toBe(false),
);
