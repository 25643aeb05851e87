import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { given } from "../../test/given.ts";
import { canSee, replay, seated } from "../index.ts";
import * as contact from "./contact.ts";
import * as notes from "./contact-notes.ts";
import type { ContactFact, Proposal } from "./contact-state.ts";
import * as workingTimes from "./working-times.ts";

const own = (by: string) => ({ by, recordedBy: null });
const monday = { id: "mon", start: "2026-03-02T12:00:00Z", end: "2026-03-02T13:00:00Z" };
const tuesday = { id: "tue", start: "2026-03-03T12:00:00Z", end: "2026-03-03T13:00:00Z" };
const wednesday = { id: "wed", start: "2026-03-04T12:00:00Z", end: "2026-03-04T13:00:00Z" };
const proposal: Proposal = {
  ...{ id: "c", process: "p", type: "call", title: "Call on the crossing", convener: "med" },
  ...{ persons: [], times: [monday, tuesday], zone: "Asia/Yerevan", place: null, join: null },
  ...{ agenda: [{ id: "i0", by: "med", text: "Opening hours" }], topics: [], reminders: [60] },
  invited: [
    { delegation: "north", persons: ["Ada"] },
    { delegation: "south", persons: [] },
  ],
};
const proposed: ContactFact = { type: "contact-proposed", payload: { ...proposal, ...own("med") } };
const answered = (
  by: string,
  answer: "accepted" | "declined" | "other-times",
  suits: string[],
  offers: (typeof monday)[] = [],
): ContactFact => ({
  type: "invitation-answered",
  payload: { answer, suits, offers, reason: "", ...own(by) },
});
const settled = (time: typeof monday): ContactFact => ({
  type: "time-settled",
  payload: { time, zone: "Asia/Yerevan", ...own("med") },
});
const agreed = [proposed, answered("north", "accepted", ["mon"]), settled(monday)];
const held: ContactFact = {
  type: "contact-held",
  payload: {
    ...{ from: monday.start, to: monday.end, ...own("med") },
    attended: [
      { delegation: "med", persons: [] },
      { delegation: "north", persons: ["Ada"] },
    ],
  },
};
const cancelled: ContactFact = { type: "contact-cancelled", payload: { reason: "rain", ...own("med") } };
const standing = (...facts: ContactFact[]) => {
  const state = replay(facts, contact.evolve, contact.initialState);
  if (state.status === "absent") throw new Error("there is no contact");
  return state;
};
const when = (...past: ContactFact[]) => given(contact, ...past);

describe("proposing", () => {
  it("[R30] a contact is proposed once, with no delegation named twice and no time reversed", () => {
    const command = { type: "propose-contact" as const, proposal, ...own("med") };
    when().when(command).yields(proposed);
    when(proposed).when(command).refused("contact-exists");
    const twice = { ...proposal, invited: [{ delegation: "med", persons: [] }] };
    when()
      .when({ ...command, proposal: twice })
      .refused("delegation-invited-twice");
    const reversed = { ...proposal, times: [{ ...monday, end: monday.start }] };
    when()
      .when({ ...command, proposal: reversed })
      .refused("times-reversed");
    when()
      .when({ type: "cancel-contact", reason: "x", ...own("med") })
      .refused("contact-absent");
  });

  it("[R30] nobody has answered yet, and times stand in their order", () => {
    const state = standing({
      type: "contact-proposed",
      payload: { ...proposal, times: [monday, tuesday], ...own("med") },
    });
    expect(state).toMatchObject({ state: "proposed", agreed: null, sequence: 0 });
    expect(state.invited.map((one) => one.answer)).toEqual(["none", "none"]);
  });
});

describe("who decides", () => {
  const convening: contact.Command[] = [
    { type: "change-contact", change: { title: "Other" }, ...own("north") },
    { type: "invite-delegation", delegation: "east", persons: [], ...own("north") },
    { type: "withdraw-delegation", delegation: "south", reason: "", ...own("north") },
    { type: "settle-time", time: "mon", ...own("north") },
    { type: "adjourn-contact", until: null, reason: "x", ...own("north") },
    { type: "fail-contact", reason: "x", ...own("north") },
    { type: "cancel-contact", reason: "x", ...own("north") },
    { type: "reopen-contact", reason: "x", ...own("north") },
  ];
  it.each(convening)("[R31] $type is the convener's", (command) => {
    when(...agreed)
      .when(command)
      .refused("convener-decides");
  });

  it("[R31] a side answers for itself, and nobody outside does anything", () => {
    when(proposed)
      .when({
        type: "answer-invitation",
        answer: "accepted",
        suits: ["mon"],
        offers: [],
        reason: "",
        ...own("med"),
      })
      .refused("convener-decides");
    when(proposed)
      .when({
        type: "answer-invitation",
        answer: "accepted",
        suits: ["mon"],
        offers: [],
        reason: "",
        ...own("east"),
      })
      .refused("delegation-uninvited");
    when(proposed)
      .when({ type: "name-persons", delegation: "south", persons: ["Eve"], ...own("north") })
      .refused("convener-decides");
    when(proposed)
      .when({ type: "name-persons", delegation: "south", persons: ["Eve"], ...own("south") })
      .yields({ type: "persons-named", payload: { delegation: "south", persons: ["Eve"], ...own("south") } });
  });

  it("[R31] what the third party writes down for a side is marked", () => {
    const state = standing(proposed, {
      type: "invitation-answered",
      payload: {
        ...{ answer: "accepted", suits: ["mon"], offers: [], reason: "by telephone" },
        ...{ by: "north", recordedBy: "secretariat" },
      },
    });
    expect(state.invited[0]).toMatchObject({ answer: "accepted", recordedBy: "secretariat" });
  });
});

describe("who sees it", () => {
  const sees = (delegation: string, state: contact.State) =>
    canSee(
      seated("v", [{ process: "p", delegation, capacity: "party", lead: true }]),
      contact.audienceOf(state),
    );
  it("[R32] the convener and those invited, and no other delegation of the process", () => {
    const state = standing(proposed);
    expect(["med", "north", "south"].map((one) => sees(one, state))).toEqual([true, true, true]);
    expect(sees("east", state)).toBe(false);
  });

  it("[R32] who is withdrawn sees nothing after, who is invited sees what stands", () => {
    const withdrawn: ContactFact = {
      type: "delegation-withdrawn",
      payload: { delegation: "south", reason: "", ...own("med") },
    };
    const invited: ContactFact = {
      type: "delegation-invited",
      payload: { delegation: "east", persons: [], ...own("med") },
    };
    const state = standing(proposed, withdrawn, invited);
    expect([sees("south", state), sees("east", state)]).toEqual([false, true]);
    when(proposed, withdrawn)
      .when({ type: "withdraw-delegation", delegation: "north", reason: "", ...own("med") })
      .refused("last-invited");
  });
});

describe("answers and times", () => {
  const accepting = (suits: string[]) => ({
    ...{ type: "answer-invitation" as const, answer: "accepted" as const },
    ...{ suits, offers: [], reason: "", ...own("north") },
  });
  it("[R33] a side accepts times that stand, and says which", () => {
    when(proposed)
      .when(accepting(["mon"]))
      .yields(answered("north", "accepted", ["mon"]));
    when(proposed)
      .when(accepting(["sun"]))
      .refused("time-absent");
    when(proposed).when(accepting([])).refused("time-missing");
    when(proposed)
      .when({ ...accepting([]), answer: "other-times" })
      .refused("time-missing");
  });

  it("[R33] a yes to a time that the convener takes back is none", () => {
    const moved: ContactFact = {
      type: "contact-changed",
      payload: { change: { times: [tuesday] }, ...own("med") },
    };
    const state = standing(
      proposed,
      answered("north", "accepted", ["mon"]),
      answered("south", "accepted", ["mon", "tue"]),
      moved,
    );
    expect(state.invited.map(({ answer, suits }) => [answer, suits])).toEqual([
      ["none", []],
      ["accepted", ["tue"]],
    ]);
  });

  it("[R34] a time is settled that another side accepted or offered, and no other", () => {
    when(proposed)
      .when({ type: "settle-time", time: "mon", ...own("med") })
      .refused("time-unaccepted");
    when(proposed, answered("north", "accepted", ["mon"]))
      .when({ type: "settle-time", time: "tue", ...own("med") })
      .refused("time-unaccepted");
    when(proposed, answered("north", "accepted", ["mon"]))
      .when({ type: "settle-time", time: "mon", ...own("med") })
      .yields(settled(monday));
    when(...agreed)
      .when({ type: "settle-time", time: "mon", ...own("med") })
      .refused("nothing-changed");
    when(proposed, answered("south", "other-times", ["wed"], [wednesday]))
      .when({ type: "settle-time", time: "wed", ...own("med") })
      .yields(settled(wednesday));
  });

  it("[R34] who said yes to another time is asked again, who declined is not", () => {
    const state = standing(
      proposed,
      answered("north", "declined", []),
      answered("south", "other-times", ["wed"], [wednesday]),
      settled(wednesday),
    );
    expect(state.invited.map((one) => one.answer)).toEqual(["declined", "accepted"]);
    const moved = standing(...agreed, answered("south", "accepted", ["tue"]), settled(tuesday));
    expect(moved.invited.map((one) => one.answer)).toEqual(["none", "accepted"]);
    expect(moved.agreed).toMatchObject({ id: "tue", zone: "Asia/Yerevan" });
  });
});

describe("what came of it", () => {
  const holding = {
    ...{ type: "hold-contact" as const, from: monday.start, to: monday.end, ...own("med") },
    attended: [
      { delegation: "med", persons: [] },
      { delegation: "north", persons: ["Ada"] },
    ],
    now: "2026-03-02T13:00:00Z",
  };
  it("[R35] held: over, and at least two delegations of it came", () => {
    when(...agreed)
      .when(holding)
      .yields(held);
    when(...agreed)
      .when({ ...holding, now: "2026-03-02T12:59:59Z" })
      .refused("not-over");
    when(...agreed)
      .when({ ...holding, to: monday.start })
      .refused("times-reversed");
    when(...agreed)
      .when({ ...holding, attended: holding.attended.slice(1) })
      .refused("too-few-came");
    when(...agreed)
      .when({ ...holding, attended: [...holding.attended, { delegation: "east", persons: [] }] })
      .refused("delegation-uninvited");
  });

  it("[R35] only what was agreed is adjourned; its time can be settled again", () => {
    const adjourning = { type: "adjourn-contact" as const, until: null, reason: "fog", ...own("med") };
    when(proposed).when(adjourning).refused("contact-unagreed");
    const adjourned: ContactFact = {
      type: "contact-adjourned",
      payload: { until: null, reason: "fog", ...own("med") },
    };
    when(...agreed)
      .when(adjourning)
      .yields(adjourned);
    when(...agreed, adjourned)
      .when({ type: "settle-time", time: "mon", ...own("med") })
      .yields(settled(monday));
    expect(standing(...agreed, adjourned)).toMatchObject({ state: "adjourned", reason: "fog" });
  });

  it.each(["held", "failed", "cancelled"] as const)(
    "[R36] what is %s stays, unless it is taken back",
    (end) => {
      const ended: ContactFact =
        end === "held" ? held : { type: `contact-${end}`, payload: { reason: "no line", ...own("med") } };
      const late: contact.Command[] = [
        { type: "change-contact", change: { title: "Other" }, ...own("med") },
        { type: "answer-invitation", answer: "declined", suits: [], offers: [], reason: "", ...own("north") },
        { type: "add-item", item: { id: "x", by: "north", text: "x" }, ...own("north") },
        { type: "cancel-contact", reason: "x", ...own("med") },
      ];
      for (const command of late)
        when(...agreed, ended)
          .when(command)
          .refused("contact-ended");
      when(...agreed, ended)
        .when({ type: "reopen-contact", reason: "wrong one", ...own("med") })
        .yields({ type: "contact-reopened", payload: { reason: "wrong one", ...own("med") } });
      const again = standing(...agreed, ended, {
        type: "contact-reopened",
        payload: { reason: "wrong one", ...own("med") },
      });
      expect(again).toMatchObject({ state: "agreed", held: null, attended: [], agreed: { id: "mon" } });
    },
  );

  it("[R36] what never had a time goes back to a proposal, and what is open is not taken back", () => {
    const reopening = { type: "reopen-contact" as const, reason: "x", ...own("med") };
    when(proposed).when(reopening).refused("contact-open");
    const back = standing(proposed, cancelled, {
      type: "contact-reopened",
      payload: { reason: "x", ...own("med") },
    });
    expect(back.state).toBe("proposed");
  });
});

describe("agenda", () => {
  it("[R37] an item is of the side that put it", () => {
    const added: ContactFact = {
      type: "agenda-item-added",
      payload: { item: { id: "i1", by: "north", text: "Grazing" }, ...own("north") },
    };
    for (const by of ["med", "south"])
      when(proposed, added)
        .when({ type: "change-item", item: "i1", text: "Other", ...own(by) })
        .refused("item-of-another");
    when(proposed, added)
      .when({ type: "drop-item", item: "i1", ...own("north") })
      .yields({ type: "agenda-item-dropped", payload: { item: "i1", ...own("north") } });
    when(proposed)
      .when({ type: "drop-item", item: "i9", ...own("north") })
      .refused("item-absent");
  });

  it("[R38] what a side notes for itself is that side's alone", () => {
    const of = { process: "p", contact: "c", delegation: "north" };
    const added: notes.NoteFact = {
      type: "private-item-added",
      payload: { ...of, item: { id: "n", text: "Hold back" } },
    };
    given(notes)
      .when({ type: "add-item", of, item: { id: "n", text: "Hold back" } })
      .yields(added);
    given(notes).when({ type: "drop-item", of, item: "n" }).refused("item-absent");
    const state = replay([added], notes.evolve, notes.initialState);
    expect(notes.audienceOf(state)).toEqual({ kind: "delegations", delegations: ["north"] });
    const mediator = seated("m", [{ process: "p", delegation: "med", capacity: "mediator", lead: true }]);
    const member = seated("n", [{ process: "p", delegation: "north", capacity: "party", lead: false }]);
    expect([canSee(mediator, notes.audienceOf(state)), canSee(member, notes.audienceOf(state))]).toEqual([
      false,
      true,
    ]);
  });

  it("[R40] working times are seen by those who know the delegation", () => {
    const times = { process: "p", delegation: "north", knownTo: null, zone: "UTC", week: [], off: [] };
    const stated: workingTimes.WorkingTimesFact = { type: "working-times-stated", payload: times };
    given(workingTimes).when({ type: "state-working-times", times }).yields(stated);
    given(workingTimes, stated).when({ type: "state-working-times", times }).refused("nothing-changed");
    expect(workingTimes.audienceOf({ status: "stated", ...times })).toEqual({
      kind: "process",
      process: "p",
    });
    expect(workingTimes.audienceOf({ status: "stated", ...times, knownTo: ["med"] })).toEqual({
      kind: "delegations",
      delegations: ["med", "north"],
    });
  });
});

/** Whatever a careless crowd commands. */
const side = fc.constantFrom("med", "med", "med", "north", "south", "east");
const option = fc.constantFrom(monday, tuesday, wednesday);
const commands: fc.Arbitrary<contact.Command> = fc
  .tuple(
    side,
    fc.oneof(
      fc.record({
        type: fc.constant("change-contact" as const),
        change: fc.record({ times: fc.uniqueArray(option, { selector: (one) => one.id }) }),
      }),
      fc.record({
        type: fc.constant("invite-delegation" as const),
        delegation: side,
        persons: fc.constant([]),
      }),
      fc.record({
        type: fc.constant("withdraw-delegation" as const),
        delegation: side,
        reason: fc.constant(""),
      }),
      {
        weight: 6,
        arbitrary: fc.record({
          type: fc.constant("answer-invitation" as const),
          answer: fc.constantFrom("accepted" as const, "declined" as const, "other-times" as const),
          suits: fc.subarray(["mon", "tue", "wed"]),
          offers: fc.constantFrom([], [wednesday]),
          reason: fc.constant(""),
        }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          type: fc.constant("settle-time" as const),
          time: fc.constantFrom("mon", "tue", "wed"),
        }),
      },
      fc.record({
        ...{
          type: fc.constant("hold-contact" as const),
          from: fc.constant(monday.start),
          to: fc.constant(monday.end),
        },
        attended: fc.constant([
          { delegation: "med", persons: [] },
          { delegation: "north", persons: [] },
        ]),
        now: fc.constant("2027-01-01T00:00:00Z"),
      }),
      fc.record({
        type: fc.constant("adjourn-contact" as const),
        until: fc.constant(null),
        reason: fc.constant("x"),
      }),
      fc.record({
        type: fc.constantFrom("fail-contact" as const, "cancel-contact" as const, "reopen-contact" as const),
        reason: fc.constant("x"),
      }),
    ),
  )
  .map(([by, command]) => ({ ...command, ...own(by) }) as contact.Command);

describe("whatever is commanded", () => {
  it("[R3] [R34] [R39] replay is the fold; what is agreed was accepted; the sequence never falls", () => {
    let settledOnes = 0;
    fc.assert(
      fc.property(fc.array(commands, { minLength: 30, maxLength: 90 }), (crowd) => {
        let state = replay([proposed], contact.evolve, contact.initialState);
        const log: ContactFact[] = [proposed];
        for (const command of crowd) {
          const decision = contact.decide(command, state);
          if (decision.outcome === "rejected") continue;
          for (const fact of decision.facts) {
            const before = state;
            state = contact.evolve(state, fact);
            log.push(fact);
            if (before.status === "absent" || state.status === "absent") throw new Error("it vanished");
            expect(state.sequence).toBeGreaterThanOrEqual(before.sequence);
            const told = before.state === "agreed" && state.state !== "agreed" && state.state !== "held";
            if (told || fact.type === "time-settled") expect(state.sequence).toBeGreaterThan(before.sequence);
            if (fact.type === "time-settled") {
              settledOnes++;
              const { id } = fact.payload.time;
              expect(state.invited.some((one) => one.answer === "accepted" && one.suits.includes(id))).toBe(
                true,
              );
            }
            if (state.state === "agreed") expect(state.agreed).not.toBeNull();
            expect(state.invited.length).toBeGreaterThan(0);
          }
        }
        expect(replay(log, contact.evolve, contact.initialState)).toEqual(state);
      }),
      { numRuns: 400, seed: 20260203 },
    );
    expect(settledOnes).toBeGreaterThan(100);
  });
});
