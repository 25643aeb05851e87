import { describe, expect, it } from "vitest";
import { given } from "../../test/given.ts";
import { canSee, NOBODY, publication, readout, readoutRule, seated } from "../index.ts";

const AT = "2026-03-02T12:00:00.000Z";
const LATER = "2026-03-02T18:00:00.000Z";
const author = { by: "ada", at: AT, recordedBy: null };
const other = { ...author, by: "bo" };
const texts = [{ language: "en", title: "On the call", text: "The ministers spoke." }];
const drafting = {
  ...{ id: "r1", process: "talks", contact: "c1", delegation: "north", texts },
  approval: "lead" as const,
};
const drafted: readout.ReadoutFact = { type: "readout-drafted", payload: { ...drafting, ...author } };
const submitted: readout.ReadoutFact = {
  type: "readout-submitted",
  payload: { approval: "lead", ...author },
};
const approved: readout.ReadoutFact = { type: "readout-approved", payload: other };
const toSides = { id: "p1", to: "sides" as const, delegations: ["south"], at: AT };
const toAll = { id: "p2", to: "process" as const, delegations: [], at: LATER };
const planned = (...all: readout.Planned[]): readout.ReadoutFact => ({
  type: "readout-scheduled",
  payload: {
    publications: all.map((one) => ({ ...one, published: null, version: 1, corrects: null })),
    ...other,
  },
});
const out = (id: string, at = AT): readout.ReadoutFact => ({
  type: "readout-published",
  payload: { publication: id, ...author, at },
});
const schedule = (publications: readout.Planned[], more: object = {}): readout.Command => ({
  ...{ type: "schedule-readout", publications, approval: "lead", leads: true },
  ...other,
  ...more,
});
const stateAfter = (...facts: readout.ReadoutFact[]) =>
  facts.reduce(readout.evolve, readout.initialState) as readout.Standing;

describe("a readout", () => {
  it("[R70] is drafted once", () => {
    given(readout)
      .when({ type: "draft-readout", ...drafting, ...author })
      .yields(drafted);
    given(readout, drafted)
      .when({ type: "draft-readout", ...drafting, ...author })
      .refused("readout-exists");
  });
  it("[R70] counts its versions, and refuses one that changes nothing", () => {
    const revised: readout.ReadoutFact = {
      type: "readout-revised",
      payload: { texts: [{ ...texts[0]!, text: "They spoke." }], ...author },
    };
    expect(stateAfter(drafted, revised)).toMatchObject({ version: 2, state: "draft" });
    given(readout, drafted)
      .when({ type: "revise-readout", texts, ...author })
      .refused("nothing-changed");
  });
  it("[R71] stays its delegation's alone, also when it is out", () => {
    const state = stateAfter(drafted, submitted, approved, planned(toAll), out("p2", LATER));
    const seat = (delegation: string, capacity: "party" | "mediator") =>
      seated("x", [{ process: "talks", delegation, capacity, lead: true }]);
    expect(canSee(seat("north", "party"), readout.audienceOf(state))).toBe(true);
    for (const viewer of [seat("south", "party"), seat("mediator", "mediator"), NOBODY])
      expect(canSee(viewer, readout.audienceOf(state))).toBe(false);
  });

  const approve = (by: typeof author, leads: boolean): readout.Command => ({
    type: "approve-readout",
    leads,
    ...by,
  });
  const bySecond: readout.ReadoutFact = {
    type: "readout-submitted",
    payload: { approval: "second-person", ...author },
  };
  it("[R72] is approved by who leads", () => {
    given(readout, drafted, submitted).when(approve(other, false)).refused("approval-of-another");
    given(readout, drafted, submitted)
      .when(approve(author, true))
      .yields({ type: "readout-approved", payload: author });
  });
  it("[R72] is approved by a second person where that is the rule, leading or not", () => {
    given(readout, drafted, bySecond).when(approve(author, true)).refused("approval-of-another");
    given(readout, drafted, bySecond)
      .when(approve(other, false))
      .yields({ type: "readout-approved", payload: other });
  });
  it("[R72] is approved once it is submitted, and not before", () =>
    given(readout, drafted).when(approve(other, true)).refused("readout-misplaced"));
  it("[R72] loses its approval with a revision", () => {
    const revised: readout.ReadoutFact = {
      type: "readout-revised",
      payload: { texts: [{ ...texts[0]!, title: "Other" }], ...author },
    };
    given(readout, drafted, submitted, approved, revised)
      .when(schedule([toAll]))
      .refused("readout-unapproved");
  });
  it("[R72] comes back with a reason", () => {
    const returned: readout.ReadoutFact = {
      type: "readout-returned",
      payload: { reason: "too long", ...other },
    };
    given(readout, drafted, submitted)
      .when({ type: "return-readout", reason: "too long", leads: true, ...other })
      .yields(returned);
    expect(stateAfter(drafted, submitted, returned)).toMatchObject({
      state: "returned",
      reason: "too long",
    });
  });
  it("[R72] needs no approval where the rule asks for none", () => {
    given(readout, drafted)
      .when(schedule([toAll], { approval: "none" }))
      .yields(planned(toAll));
    given(readout, drafted)
      .when(schedule([toAll]))
      .refused("readout-unapproved");
  });
  it("[R72] is not submitted empty", () =>
    given(readout, { ...drafted, payload: { ...drafted.payload, texts: [{ ...texts[0]!, text: " " }] } })
      .when({ type: "submit-readout", approval: "lead", ...author })
      .refused("readout-empty"));

  const ready = [drafted, submitted, approved];
  it("[R73] is scheduled for the sides first and for all later", () =>
    given(readout, ...ready)
      .when(schedule([toAll, toSides]))
      .yields(planned(toSides, toAll)));
  it.each([
    ["in the past", [{ ...toSides, at: "2026-03-02T11:00:00.000Z" }], "instant-past"],
    [
      "wide before narrow",
      [
        { ...toSides, at: LATER },
        { ...toAll, at: AT },
      ],
      "embargo-reversed",
    ],
    ["twice for one readership", [toAll, { ...toAll, id: "p3" }], "embargo-reversed"],
  ])("[R73] is not scheduled %s", (_, publications, code) =>
    given(readout, ...ready)
      .when(schedule(publications))
      .refused(code),
  );
  it("[R73] goes to more people later, and to the same not again", () => {
    const history = [...ready, planned(toSides), out("p1")];
    given(readout, ...history)
      .when(schedule([toAll]))
      .yields(planned(toAll));
    given(readout, ...history)
      .when(schedule([{ ...toSides, id: "p9" }]))
      .refused("publication-exists");
  });
  it("[R74] goes out at its instant, once", () => {
    const history = [...ready, planned(toSides, toAll)];
    const publish = (id: string, at: string): readout.Command => ({
      type: "publish-readout",
      publication: id,
      ...author,
      at,
    });
    given(readout, ...history)
      .when(publish("p2", AT))
      .refused("publication-early");
    given(readout, ...history)
      .when(publish("p1", AT))
      .yields(out("p1"));
    given(readout, ...history, out("p1"))
      .when(publish("p1", AT))
      .refused("publication-exists");
    expect(stateAfter(...history, out("p1")).state).toBe("scheduled");
    expect(stateAfter(...history, out("p1"), out("p2", LATER)).state).toBe("published");
  });
  it("[R75] is not withdrawn once it is out; what did not go out is taken back", () => {
    const history = [...ready, planned(toSides, toAll), out("p1")];
    given(readout, ...history)
      .when({ type: "withdraw-readout", reason: "no", ...author })
      .refused("readout-published");
    const state = stateAfter(...history, { type: "readout-unscheduled", payload: author });
    expect(state).toMatchObject({ state: "published", publications: [{ id: "p1" }] });
  });
  it("[R75] names what it corrects", () => {
    const state = stateAfter(
      ...ready,
      planned(toSides),
      out("p1"),
      { type: "readout-revised", payload: { texts: [{ ...texts[0]!, text: "Mended." }], ...author } },
      submitted,
      approved,
    );
    const decided = readout.decide(schedule([{ ...toSides, id: "p4" }]), state);
    expect(decided).toMatchObject({
      facts: [{ payload: { publications: [{ id: "p4", version: 2, corrects: "p1" }] } }],
    });
  });
  it("[R77] is approved on paper where the secretariat writes it down", () =>
    given(readout, drafted, bySecond)
      .when(approve({ ...author, recordedBy: "secretariat" as never }, false))
      .yields({ type: "readout-approved", payload: { ...author, recordedBy: "secretariat" } }));
});

describe("a publication", () => {
  const published: publication.Published = {
    ...{ id: "p1", process: "talks", contact: "c1", delegation: "north", account: "r1", to: "sides", texts },
    ...{ recordedBy: null, published: AT, corrects: null, documents: [], delegations: ["south"] },
  };
  it("[R76] is for the sides that were named, for the process, or for all", () => {
    const seen = (to: publication.Published["to"]) => publication.readershipOf({ ...published, to });
    expect(seen("sides")).toEqual({ kind: "delegations", delegations: ["north", "south"] });
    expect(seen("process")).toEqual({ kind: "process", process: "talks" });
    expect(seen("public")).toEqual({ kind: "public" });
  });
  it("[R74] is put out once", () =>
    given(publication, { type: "put-out", payload: published })
      .when({ type: "put-out", ...published })
      .refused("publication-exists"));
});

it("[R72] the rule of a delegation is its own; the usual one need not be set", () => {
  const rule = { process: "talks", delegation: "north", approval: "second-person" as const };
  given(readoutRule)
    .when({ type: "set-readout-rule", ...rule })
    .yields({ type: "readout-rule-set", payload: rule });
  given(readoutRule)
    .when({ type: "set-readout-rule", ...rule, approval: readoutRule.USUAL })
    .refused("nothing-changed");
  expect(readoutRule.audienceOf({ status: "standing", ...rule })).toEqual({
    kind: "delegations",
    delegations: ["north"],
  });
});
