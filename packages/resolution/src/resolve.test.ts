import type { Judgement } from "@parley/protocol";
import type { Reading, Told } from "@parley/reading";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reading, said, told } from "./reading-sample.ts";
import { resolve } from "./resolve.ts";

describe("one contact told twice", () => {
  test("two readouts of one call are one occurrence with two accounts", () => {
    const { occurrences } = resolve([
      reading("a", [{ ...told(["lavrov", "bayramov"], "2022-05-10"), attribution: said("ministry:RUS") }]),
      reading("b", [{ ...told(["lavrov", "bayramov"], "2022-05-10"), attribution: said("ministry:AZE") }]),
    ]);
    expect(occurrences).toHaveLength(1);
    expect(occurrences[0]!.accounts.map((a) => a.by)).toEqual(["ministry:AZE", "ministry:RUS"]);
    expect(occurrences[0]!.why).toContain("parties agree 1.00");
  });
  test("a state gives way to the person who stands for it", () => {
    const { occurrences } = resolve([
      reading("a", [told(["lavrov", "bayramov"], "2022-05-10")]),
      reading("b", [told(["state:RUS", "bayramov"], "2022-05-10")]),
    ]);
    expect(occurrences.map((o) => o.actors.map((a) => a.actor))).toEqual([
      ["person:bayramov", "person:lavrov"],
    ]);
  });
  test("a date without year meets the dated one and takes its year", () => {
    const { occurrences } = resolve([
      reading("a", [told(["lavrov", "bayramov"], "XXXX-05-10")]),
      reading("b", [told(["lavrov", "bayramov"], "2022-05-10")]),
    ]);
    expect(occurrences.map((o) => o.when?.edtf)).toEqual(["2022-05-10"]);
  });
});

describe("contacts that stay apart", () => {
  test.each([
    [
      "other counterparts on one day",
      told(["lavrov", "bayramov"], "2022-05-10"),
      told(["lavrov", "mirzoyan"], "2022-05-10"),
    ],
    ["other days", told(["lavrov", "bayramov"], "2022-05-10"), told(["lavrov", "bayramov"], "2022-05-14")],
    [
      "a letter and a call",
      told(["lavrov", "bayramov"], "2022-05-10"),
      told(["lavrov", "bayramov"], "2022-05-10", { type: "letter" }),
    ],
    [
      "two persons of one country",
      told(["lavrov", "bayramov"], "2022-05-10"),
      told(["putin", "bayramov"], "2022-05-10"),
    ],
  ])("%s", (_, x, y) => {
    expect(resolve([reading("a", [x]), reading("b", [y])]).occurrences).toHaveLength(2);
  });
  test("each side releases the other's men", () => {
    const release = (from: string, to: string) =>
      told([], "2022-05-10", {
        kind: "exchange",
        type: "prisoners",
        actors: [
          { actor: from, role: "provider", asWorded: from },
          { actor: to, role: "recipient", asWorded: to },
        ],
      });
    const both = [release("state:ARM", "state:AZE"), release("state:AZE", "state:ARM")];
    expect(resolve([reading("a", both)]).occurrences).toHaveLength(2);
  });
  test("the text says that it is another one", () => {
    const twice = [
      told(["lavrov", "bayramov"], "2022-05-10"),
      { ...told(["lavrov", "bayramov"], "2022-05-10"), apart: "again" },
    ];
    expect(resolve([reading("a", twice)]).occurrences).toHaveLength(2);
  });
});

test("an announced meeting and a held one are put to a person", () => {
  const [planned, held] = ["planned", "happened"].map((status) =>
    told(["lavrov", "bayramov"], "2022-05-10", { type: "meeting", status: status as Told["status"] }),
  );
  const { occurrences, possiblySame } = resolve([reading("a", [planned!]), reading("b", [held!])]);
  expect(occurrences).toHaveLength(2);
  expect(possiblySame.map((pair) => pair.why)).toEqual([expect.stringContaining("planned and happened")]);
});

test("a reprint adds a document and no account", () => {
  const text =
    "The ministers spoke by telephone on Tuesday and agreed that the commission on the border would meet again before the month was out in one of the two capitals.";
  const claim = () => ({ ...told(["lavrov", "bayramov"], "2022-05-10"), attribution: said("ministry:RUS") });
  const { documents, occurrences } = resolve([
    reading("a", [claim()], text),
    reading("b", [claim()], `${text} More follows.`),
  ]);
  expect(documents.map((d) => d.reprintOf)).toEqual([null, "a"]);
  expect(occurrences[0]!.accounts).toHaveLength(1);
  expect(occurrences[0]!.confidence).toBe(0.8);
});

test("a silence is an account that published nothing", () => {
  const { occurrences } = resolve([
    reading("a", [
      told(["lavrov", "bayramov"], "2022-05-10"),
      { ...told(["lavrov", "bayramov"], null), silentSource: "ministry:AZE" },
    ]),
  ]);
  expect(occurrences[0]!.accounts.at(-1)).toMatchObject({ by: "ministry:AZE", published: false });
});

describe("judgements", () => {
  const readings = [
    reading("a", [told(["lavrov", "bayramov"], "2022-05-10")]),
    reading("b", [told(["lavrov", "mirzoyan"], "2022-05-10")]),
  ];
  const [a, b] = readings.map((r) => r.claims[0]!.id) as [string, string];
  const judgement = (more: Partial<Judgement>): Judgement => ({
    id: "j1",
    claims: [a],
    verdict: "accept",
    reason: "",
    author: "me",
    at: "2022-06-01T00:00:00Z",
    correction: null,
    others: [],
    undoes: null,
    ...more,
  });
  test("merge puts together what the score parts, and an undo parts it again", () => {
    const merge = judgement({ verdict: "merge", others: [b] });
    expect(resolve(readings, [merge]).occurrences).toHaveLength(1);
    const undo = judgement({ id: "j2", at: "2022-06-02T00:00:00Z", undoes: "j1" });
    expect(resolve(readings, [merge, undo]).occurrences).toHaveLength(2);
    const redo = judgement({ id: "j3", at: "2022-06-03T00:00:00Z", undoes: "j2" });
    expect(resolve(readings, [merge, undo, redo]).occurrences).toHaveLength(1);
  });
  test("correct replaces only the fields it names", () => {
    const fix = judgement({ verdict: "correct", correction: { status: "planned" } });
    const fixed = resolve(readings, [fix]).occurrences.find((o) => o.claims.includes(a))!;
    expect([fixed.status, fixed.judgement, fixed.type]).toEqual(["planned", "corrected", "call"]);
  });
});

describe("what a second reader proposes", () => {
  const proposedBy = "model at llm.example";
  const own = told(["lavrov", "bayramov"], "2022-05-10", { status: "alleged" });
  const proposed = {
    ...told(["lavrov", "bayramov", "putin"], "2022-05-10", { topics: ["oil"] }),
    proposedBy,
  };

  test("joins the reader's occurrence and changes nothing of it but its evidence", () => {
    const alone = resolve([reading("a", [own])]).occurrences[0]!;
    const { occurrences, claims } = resolve([reading("a", [own]), reading("b", [proposed])]);
    expect(occurrences).toHaveLength(1);
    const { id: _, claims: evidence, accounts, why, ...rest } = occurrences[0]!;
    expect(alone).toMatchObject(rest);
    expect([evidence.length, accounts.length]).toEqual([2, 2]);
    expect(why).toContain("joined from 2 claims");
    expect(claims.map((claim) => claim.proposedBy)).toEqual([undefined, proposedBy]);
  });

  test("is an occurrence of its own where the reader has none", () => {
    const { occurrences } = resolve([reading("a", [proposed])]);
    expect(occurrences.map(({ topics, confidence }) => [topics, confidence])).toEqual([[["oil"], 0.4]]);
  });

  test("ties no two occurrences of the reader's together; a person may, by it", () => {
    const undated = (id: string, day: string, more: object): Reading => {
      const made = reading(id, [{ ...told(["lavrov", "bayramov"], null), ...more }]);
      made.document.published!.edtf = day;
      return made;
    };
    const [one, two] = [undated("a", "2022-05-10", {}), undated("b", "2022-05-14", {})];
    const tie = undated("c", "2022-05-12", { proposedBy });
    const { occurrences } = resolve([one, two, tie]);
    expect(resolve([one, two, undated("c", "2022-05-12", {})]).occurrences).toHaveLength(1);
    const readers = [one.claims[0]!.id, two.claims[0]!.id];
    expect(occurrences.filter(({ claims }) => readers.every((id) => claims.includes(id)))).toEqual([]);
    const merge = (id: string, claims: string[], others: string[]): Judgement => ({
      ...{ id, claims, others, verdict: "merge", reason: "", author: "me" },
      ...{ at: "2022-06-01T00:00:00Z", correction: null, undoes: null },
    });
    const by = tie.claims[0]!.id;
    const merged = resolve(
      [one, two, tie],
      [merge("j1", [readers[0]!], [by]), merge("j2", [by], [readers[1]!])],
    );
    expect(merged.occurrences.map(({ claims }) => claims.length)).toEqual([3]);
  });
});

test("claims read in translation are compared by their English words, and carry them", () => {
  const translation = { from: "ru", by: "LibreTranslate at t.example", quote: "text" };
  const position = (more: object) => ({
    ...told(["lavrov"], null, { kind: "position", type: "state" }),
    ...more,
  });
  const both = [
    reading("a", [position({})], "text in English"),
    reading("b", [position({ translation })], "по-русски"),
  ];
  const { occurrences, claims } = resolve(both);
  expect(occurrences).toHaveLength(1);
  expect(claims.map((claim) => [claim.quote, claim.translation])).toEqual([
    ["text", undefined],
    ["по-р", translation],
  ]);
  const { translation: _, ...untranslated } = both[1]!.claims[0]!;
  expect(resolve([both[0]!, { ...both[1]!, claims: [untranslated] }]).occurrences).toHaveLength(2);
});

test("the order of documents changes nothing", () => {
  const people = ["lavrov", "bayramov", "mirzoyan", "putin"];
  const claim = fc
    .record({
      who: fc.uniqueArray(fc.constantFrom(...people), { minLength: 1, maxLength: 3 }),
      day: fc.constantFrom("2022-05-10", "2022-05-11", "XXXX-05-10", "2022", null),
      type: fc.constantFrom("call", "meeting", "talks", null),
    })
    .map(({ who, day, type }) => told(who, day, { type }));
  fc.assert(
    fc.property(
      fc.array(fc.array(claim, { maxLength: 3 }), { maxLength: 6 }),
      fc.nat(),
      (documents, turn) => {
        const readings = documents.map((claims, i) => reading(`d${i}`, claims));
        const turned = [
          ...readings.slice(turn % (readings.length || 1)),
          ...readings.slice(0, turn % (readings.length || 1)),
        ].reverse();
        expect(JSON.stringify(resolve(turned))).toBe(JSON.stringify(resolve(readings)));
      },
    ),
    { numRuns: 150, seed: 7 },
  );
});
