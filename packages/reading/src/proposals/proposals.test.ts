/** What a second reader may add to a reading, and what it may not. Texts written for this test. */
import { describe, expect, test } from "vitest";
import { reader } from "../read-sample.ts";
import type { Reading } from "../reading.ts";
import { findWords, plainMarks } from "./find-words.ts";
import type { Proposal } from "./proposal.ts";

const TEXT = [
  "Ministers talk",
  "Sergey Lavrov spoke by telephone with Ararat Mirzoyan on 4 May 2022, the Russian Foreign Ministry said.",
  "According to Elmar Vandergrift, head of the Orange Helmets, the road to the village was reopened to families on Friday. “It’s open,” he added.",
].join("\n\n");
const SOURCE = { text: TEXT, published: "2022-05-08" };
const BY = "test-model at llm.example";
const ROAD = "the road to the village was reopened to families on Friday";

const road: Proposal = {
  quote: ROAD,
  kind: "measure",
  type: "opening",
  status: "happened",
  stance: "asserts",
  background: false,
  actors: [{ asWorded: "Orange Helmets", role: "actor", kind: "organisation" }],
  time: "on Friday",
  place: null,
  speaker: "Elmar Vandergrift",
  cue: "According to",
};
const call: Proposal = {
  ...road,
  quote: "Sergey Lavrov spoke by telephone with Ararat Mirzoyan on 4 May 2022",
  kind: "contact",
  type: "call",
  actors: [
    { asWorded: "Sergey Lavrov", role: "participant", kind: "person" },
    { asWorded: "Ararat Mirzoyan", role: "participant", kind: "person" },
  ],
  time: null,
  speaker: null,
  cue: null,
};

const own = reader.read(SOURCE);
const read = (...claims: unknown[]): Reading => reader.read(SOURCE, { proposals: { by: BY, claims } });
const added = (reading: Reading) => reading.claims.filter(({ proposedBy }) => proposedBy !== undefined);
const rules = ({ document }: Reading) =>
  Object.fromEntries(
    document.diagnostics
      .filter(({ rule }) => rule.startsWith("second-reader."))
      .map(({ rule, message }) => [rule.slice("second-reader.".length), Number(/\d+/.exec(message)![0])]),
  );

describe("a proposal that quotes the text", () => {
  const reading = read(road);
  const [claim] = added(reading);

  test("is added, and says who proposed it", () => {
    expect(added(reading)).toHaveLength(1);
    expect(claim).toMatchObject({ proposedBy: BY, quote: ROAD, stance: "asserts" });
    expect(claim!.why).toContain(BY);
    expect(rules(reading)).toEqual({ read: 1 });
  });

  test("points at its words", () => {
    const { text } = reading.document;
    expect(text.slice(claim!.start, claim!.end)).toBe(claim!.quote);
    for (const link of claim!.attribution) expect(text.slice(link.start, link.end)).toBe(link.asWorded);
  });

  test("gets its date from the reader, by the words it names", () => {
    expect(claim!.told.when).toMatchObject({ edtf: "2022-05-06", basis: "relative" });
    expect(added(read({ ...road, time: "last autumn" }))[0]!.told.when).toBe(null);
  });

  test("names whom the reader knows by id, and others as worded", () => {
    expect(claim!.told.actors).toEqual([
      { actor: "org:?-orange-helmets", role: "actor", asWorded: "Orange Helmets" },
    ]);
    expect(reading.actors.find(({ id }) => id === "org:?-orange-helmets")).toMatchObject({
      kind: "organisation",
      name: "Orange Helmets",
      country: null,
    });
    const lavrov = { asWorded: "Sergey Lavrov", role: "speaker", kind: "person" };
    const known = read({
      ...road,
      quote: "the Russian Foreign Ministry said",
      kind: "position",
      type: "state",
      actors: [lavrov],
    });
    expect(added(known)[0]!.told.actors.map(({ actor }) => actor)).toEqual(["person:sergey-lavrov"]);
  });

  test("is a claim of its own beside the reader's, which all stay as they were", () => {
    expect(reading.claims.filter(({ proposedBy }) => proposedBy === undefined)).toEqual(own.claims);
    expect(own.claims.some(({ told }) => told.type === "call")).toBe(true);
    const ids = reading.claims.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(claim!.confidence).toBeLessThan(Math.min(...own.claims.map(({ confidence }) => confidence)));
  });
});

test("quotation marks, dashes and spaces of another sort are still the text's words", () => {
  const [claim] = added(read({ ...road, quote: `"It's open," he added`, actors: [], time: null, cue: null }));
  expect(claim!.quote).toBe("“It’s open,” he added");
});

describe("dropped and counted", () => {
  test.each<[string, Partial<Record<keyof Proposal, unknown>>, string]>([
    [
      "words that the text does not have",
      { quote: "the road to the village was reopened on Friday" },
      "not-verbatim",
    ],
    ["half a word", { quote: ROAD.slice(0, -2) }, "not-verbatim"],
    ["a word or two", { quote: "reopened" }, "not-verbatim"],
    [
      "an actor in words that the text does not have",
      { actors: [{ asWorded: "Red Cross", role: "actor", kind: "organisation" }] },
      "not-verbatim",
    ],
    ["a kind that is none", { kind: "rumour" }, "misshapen"],
    ["a type of another kind", { type: "call" }, "misshapen"],
    [
      "a role that is none",
      { actors: [{ asWorded: "Orange Helmets", role: "hero", kind: "organisation" }] },
      "misshapen",
    ],
    ["a quote over two paragraphs", { quote: TEXT.slice(TEXT.indexOf("the Russian")) }, "misshapen"],
    ["a missing field", { stance: undefined }, "misshapen"],
  ])("%s", (_, wrong, rule) => {
    const reading = read({ ...road, ...wrong }, road);
    expect(added(reading).map(({ quote }) => quote)).toEqual([ROAD]);
    expect(rules(reading)).toEqual({ read: 2, [rule]: 1 });
  });

  test("what the reader itself has found", () => {
    const reading = read(call);
    expect(reading.claims).toEqual(own.claims);
    expect(rules(reading)).toEqual({ read: 1, known: 1 });
  });

  test("the same proposal twice", () => {
    expect(rules(read(road, road))).toEqual({ read: 2, known: 1 });
  });

  test("no objects at all", () => {
    expect(rules(read("text", null, 7, [road]))).toEqual({ read: 4, misshapen: 4 });
  });
});

test("somebody whom the reader's claim lacks makes another claim of the same words", () => {
  const third = { asWorded: "Elmar Vandergrift", role: "participant", kind: "person" } as const;
  expect(added(read({ ...call, actors: [...call.actors, third] }))).toHaveLength(1);
});

test("a proposal on a translated text points at the original paragraph", () => {
  const text = "Дорогу в деревню открыли для семей, сообщил МИД России в четверг.";
  const english =
    "The road to the village was opened for families, the Russian Foreign Ministry said on Thursday.";
  const translation = {
    from: "ru",
    by: "LibreTranslate at t.example",
    title: null,
    passages: [{ start: 0, end: text.length, text: english }],
  };
  const proposal = {
    ...road,
    quote: "The road to the village was opened for families",
    actors: [],
    time: null,
    speaker: null,
    cue: null,
  };
  const reading = reader.read({ text }, { translation, proposals: { by: BY, claims: [proposal] } });
  expect(added(reading)[0]).toMatchObject({
    start: 0,
    end: text.length,
    quote: text,
    translation: { from: "ru", quote: proposal.quote },
    proposedBy: BY,
  });
});

test("words are found whole, nearest to where they are looked for", () => {
  const text = "recall the call, the call, and call-ups";
  expect(findWords(text, "call")).toEqual({ start: 11, end: 15 });
  expect(findWords(text, "call", { start: 25, end: 26 })).toEqual({ start: 21, end: 25 });
  expect(findWords(text, "  ")).toBe(null);
  expect(findWords(text, "called")).toBe(null);
  expect(plainMarks("“a”—‘b’\u00a0c")).toBe(`"a"-'b' c`);
});
