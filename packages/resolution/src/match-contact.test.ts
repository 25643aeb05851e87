import type { ActorName, ContactType } from "@parley/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  matchAmong,
  matchContact,
  type OrganisedContact,
  type OrganisedSide,
  type ReportedContact,
} from "./match-contact.ts";

const person = (id: string, name: string, country: string | null): [string, ActorName] => [
  id,
  { id, name, kind: "person", country },
];
const state = (code: string): [string, ActorName] => [
  `state:${code}`,
  { id: `state:${code}`, name: code, kind: "state", country: code },
];
const NAMES = new Map([
  person("person:ada", "Ada Ostrova", "NRT"),
  person("person:eve", "Eve Ostberg", "NRT"),
  person("person:bo", "Bo Sünder", "STH"),
  person("person:cy", "Cy Weston", "WST"),
  person("person:una", "Una Envoy", null),
  ...["NRT", "STH", "WST"].map(state),
]);

const side = (actors: string[], persons: string[] = [], third = false): OrganisedSide => ({
  actors,
  persons,
  third,
});
const call: OrganisedContact = {
  ...{ id: "c1", type: "call", state: "held" },
  time: { start: "2026-03-02T12:00:00Z", end: "2026-03-02T13:00:00Z" },
  days: { first: "2026-03-02", last: "2026-03-02" },
  sides: [side(["org:envoy"], [], true), side(["state:NRT"], ["Ada Ostrova"]), side(["state:STH"])],
};
const when = (edtf: string) => ({ edtf, asWorded: null, zone: null, basis: "stated" as const, why: "" });
const actors = (...ids: string[]) =>
  ids.map((actor) => ({ actor, role: "participant" as const, asWorded: NAMES.get(actor)?.name ?? actor }));
const told: ReportedContact = {
  ...{ kind: "contact", type: "call", status: "happened" },
  when: when("2026-03-02"),
  actors: actors("person:ada", "person:bo"),
};
const match = (report: Partial<ReportedContact>, contact: Partial<OrganisedContact> = {}) =>
  matchContact({ ...call, ...contact }, { ...told, ...report }, NAMES);

describe("[R44] a report of a contact that was held here", () => {
  const cases: [string, Partial<ReportedContact>, Partial<OrganisedContact>, string][] = [
    ["names the persons of that day", {}, {}, "same"],
    ["names the states instead", { actors: actors("state:NRT", "state:STH") }, {}, "same"],
    ["is a day off, by its own zone", { when: when("2026-03-03") }, {}, "same"],
    ["tells the hour", { when: when("2026-03-02T16:00+04:00") }, {}, "same"],
    ["tells another hour of the day", { when: when("2026-03-02T22:00Z"), type: null }, {}, "unsure"],
    ["says talks", { type: "talks" }, {}, "same"],
    ["is of another day", { when: when("2026-03-06") }, {}, "different"],
    ["is a meeting", { type: "meeting" }, {}, "different"],
    ["is a letter", { type: "letter" }, {}, "different"],
    ["has another counterpart", { actors: actors("person:ada", "person:cy") }, {}, "different"],
    ["has nobody of it", { actors: actors("state:WST") }, {}, "different"],
    ["names one side only", { actors: actors("person:ada") }, {}, "unsure"],
    ["names nobody", { actors: [] }, {}, "different"],
    ["names a third as well", { actors: actors("state:NRT", "state:STH", "state:WST") }, {}, "unsure"],
    ["is not dated", { when: null }, {}, "unsure"],
    ["says a month", { when: when("2026-03") }, {}, "same"],
    ["says another month", { when: when("2026-05") }, {}, "different"],
    ["says somebody else of that side", { actors: actors("person:eve", "person:bo") }, {}, "unsure"],
    [
      "says somebody else of both",
      { actors: actors("person:eve", "person:bo") },
      { sides: [side(["state:NRT"], ["Ada Ostrova"]), side(["state:STH"], ["Dee South"])] },
      "different",
    ],
    [
      "says whom the side itself represents",
      {},
      { sides: [side(["person:ada"], ["Ada of the North"]), side(["state:STH"])] },
      "same",
    ],
    ["is no contact", { kind: "position" }, {}, "different"],
    ["tells of it as demanded", { status: "demanded", type: "talks" }, {}, "unsure"],
    ["tells that it happened, though it was cancelled", { type: "talks" }, { state: "cancelled" }, "unsure"],
    ["announces it", { status: "planned" }, { state: "agreed" }, "same"],
    [
      "spells a name without its marks",
      { actors: [...actors("state:NRT"), { actor: "person:x", role: "participant", asWorded: "Bo Sunder" }] },
      { sides: [side(["state:NRT"]), side([], ["Minister Bo Sünder"])] },
      "same",
    ],
  ];
  it.each(cases)("that %s", (_, report, contact, verdict) => {
    const found = match(report, contact);
    expect([found.verdict, found.why]).toEqual([verdict, found.why]);
    expect(found.score > 0).toBe(!/exclude|takes no part|not a|other persons|report of/.test(found.why));
  });

  it("is explained", () => {
    expect(match({}).why).toBe(
      "+0.40 sides agree 1.00; +0.10 named persons agree; +0.30 same day; +0.10 both call",
    );
    expect(match({ actors: actors("person:ada", "person:cy") }).why).toBe(
      "names Cy Weston, who takes no part",
    );
  });

  it("two calls on one day with different counterparts stay two", () => {
    const other: OrganisedContact = { ...call, id: "c2", sides: [side(["state:NRT"]), side(["state:WST"])] };
    const found = matchAmong([call, other], told, NAMES);
    expect([found.get("c1")?.verdict, found.get("c2")?.verdict]).toEqual(["same", "different"]);
    const second = matchAmong([call, other], { ...told, actors: actors("person:ada", "person:cy") }, NAMES);
    expect([second.get("c1")?.verdict, second.get("c2")?.verdict]).toEqual(["different", "same"]);
  });

  it("two calls of the same sides on one day are unsure, unless the hour tells them apart", () => {
    const evening: OrganisedContact = {
      ...{ ...call, id: "c2" },
      time: { start: "2026-03-02T19:00:00Z", end: "2026-03-02T20:00:00Z" },
    };
    const found = matchAmong([call, evening], told, NAMES);
    expect([found.get("c1")?.verdict, found.get("c2")?.verdict]).toEqual(["unsure", "unsure"]);
    const timed = matchAmong([call, evening], { ...told, when: when("2026-03-02T19:30Z") }, NAMES);
    expect([timed.get("c1")?.verdict, timed.get("c2")?.verdict]).toEqual(["unsure", "same"]);
  });
});

describe("[R44] generated pairs", () => {
  const CODES = ["AAA", "BBB", "CCC", "DDD", "EEE"];
  const MANNERS: [ContactType, string][] = [
    ["call", "call"],
    ["video", "video"],
    ["ministers-meeting", "meeting"],
    ["proximity-talks", "talks"],
  ];
  const names = new Map(CODES.map(state));
  interface Pair {
    sides: string[];
    manner: [ContactType, string];
    day: number;
    held: boolean;
  }
  const pair: fc.Arbitrary<Pair> = fc.record({
    sides: fc.shuffledSubarray(CODES, { minLength: 2, maxLength: 3 }),
    manner: fc.constantFrom(...MANNERS),
    day: fc.integer({ min: 1, max: 28 }),
    held: fc.boolean(),
  });
  const make = ({ sides, manner, day, held }: Pair) => {
    const date = `2026-03-${String(day).padStart(2, "0")}`;
    const contact: OrganisedContact = {
      ...{ id: "c", type: manner[0], state: held ? "held" : "agreed" },
      time: { start: `${date}T09:00:00Z`, end: `${date}T10:00:00Z` },
      days: { first: date, last: date },
      sides: sides.map((code) => side([`state:${code}`])),
    };
    const report: ReportedContact = {
      ...{ kind: "contact", type: manner[1], status: held ? "happened" : "planned", when: when(date) },
      actors: sides.map((code) => ({ actor: `state:${code}`, role: "participant", asWorded: code })),
    };
    return { contact, report };
  };

  it("what tells of it is the same, in whatever order it names them", () => {
    fc.assert(
      fc.property(pair, fc.func(fc.integer()), (given, order) => {
        const { contact, report } = make(given);
        const mixed = [...report.actors].sort((a, b) => order(a.actor) - order(b.actor));
        const found = matchContact(contact, { ...report, actors: mixed }, names);
        expect(found).toEqual(matchContact(contact, report, names));
        expect(found.verdict).toBe("same");
      }),
      { numRuns: 200, seed: 20260204 },
    );
  });

  it("another counterpart, another week or another manner is never the same", () => {
    let tried = 0;
    fc.assert(
      fc.property(pair, pair, (one, other) => {
        const { contact } = make(one);
        const { report } = make(other);
        const [a, b] = [new Set(one.sides), new Set(other.sides)];
        const foreign = other.sides.some((code) => !a.has(code)) && one.sides.some((code) => !b.has(code));
        const far = Math.abs(one.day - other.day) > 2;
        if (!foreign && !far) return;
        tried++;
        expect(matchContact(contact, report, names).verdict).not.toBe("same");
      }),
      { numRuns: 500, seed: 20260205 },
    );
    expect(tried).toBeGreaterThan(400);
  });
});
