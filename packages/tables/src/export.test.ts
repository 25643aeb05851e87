import type { Occurrence, RecordFile } from "@parley/protocol";
import { expect, test } from "vitest";
import { dyads } from "./dyad.ts";
import { exportTable } from "./export.ts";

const occurrence = (more: Partial<Occurrence>): Occurrence => ({
  id: "occ:1",
  kind: "contact",
  type: "call",
  status: "happened",
  background: false,
  when: {
    edtf: "2022-05-04",
    asWorded: "on 4 May 2022",
    zone: null,
    basis: "stated",
    why: "day, month and year stated",
  },
  where: null,
  actors: [
    { actor: "person:a", role: "participant", asWorded: "A" },
    { actor: "person:b", role: "participant", asWorded: "B" },
  ],
  initiator: null,
  topics: [],
  ambiguous: false,
  detail: {},
  plover: { event: "CONSULT", mode: null, quad: 1 },
  claims: ["c1"],
  accounts: [],
  judgement: "proposed",
  confidence: 0.9,
  why: "",
  ...more,
});
const record = (occurrences: Occurrence[], quote = "A spoke, by telephone, with B"): RecordFile => ({
  format: "parley-record/1",
  documents: [
    {
      ...{
        id: "d1",
        uri: null,
        title: null,
        outlet: null,
        agencies: [],
        authors: [],
        language: "en",
        published: null,
      },
      ...{ dateline: null, text: quote, sha256: "", reprintOf: null, diagnostics: [] },
    },
  ],
  actors: ["a", "b"].map((n) => ({
    ...{
      id: `person:${n}`,
      kind: "person",
      name: `Given ${n.toUpperCase()}`,
      country: n === "a" ? "ARM" : "AZE",
    },
    ...{
      offices: [{ title: "foreign minister", of: "state:ARM", from: null, to: null, source: "test" }],
      foundAs: [],
      confidence: 1,
    },
  })),
  places: [],
  occurrences,
  claims: [
    {
      id: "c1",
      document: "d1",
      start: 0,
      end: quote.length,
      quote,
      attribution: [],
      stance: "asserts",
      occurrence: "occ:1",
      confidence: 1,
    },
  ],
});
const lines = (csv: string) => csv.trimEnd().split("\r\n");

test("those who talk do it to each other, those who act do it to their target", () => {
  expect(dyads(occurrence({}))).toEqual([
    { source: "person:a", target: "person:b" },
    { source: "person:b", target: "person:a" },
  ]);
  const attack = occurrence({
    kind: "incident",
    actors: [
      { actor: "state:x", role: "actor", asWorded: "x" },
      { actor: "state:y", role: "target", asWorded: "y" },
    ],
  });
  expect(dyads(attack)).toEqual([{ source: "state:x", target: "state:y" }]);
  expect(dyads(occurrence({ actors: [] }))).toEqual([{ source: null, target: null }]);
});

test("plover and cameo rows carry codes, sides and evidence", () => {
  const [head, first] = lines(exportTable(record([occurrence({})]), "plover"));
  expect(head).toMatch(/^event_id,event_date,event_type,event_mode,quad_code,actor_id/);
  expect(first).toContain("CONSULT");
  expect(first).toContain('"A spoke, by telephone, with B"');
  const cameo = lines(exportTable(record([occurrence({})]), "cameo"));
  expect(cameo).toHaveLength(3);
  expect(cameo[1]).toContain("20220504,2022-05-04,ARMGOV,Given A,AZEGOV,Given B,04,04,1");
});

test("what was rejected is no row, and what has no date keeps an empty field", () => {
  expect(lines(exportTable(record([occurrence({ judgement: "rejected" })]), "plover"))).toHaveLength(1);
  expect(lines(exportTable(record([occurrence({ when: null })]), "cameo"))[1]).toMatch(/^occ:1\/0,,,/);
});

test("a quote cannot become a formula", () => {
  expect(exportTable(record([occurrence({})], "=HYPERLINK(1)"), "plover")).toContain(",'=HYPERLINK(1),");
});
