import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { given } from "../../test/given.ts";
import { canSee, channel, delegationsOnly, seated } from "../index.ts";

const participant = (
  id: string,
  capacity: channel.Participant["capacity"] = "party",
  knownTo: string[] | null = null,
) => ({
  id,
  capacity,
  knownTo,
});
const med = participant("med", "mediator");
const chair = participant("chair", "co-chair");
const arm = participant("arm");
const aze = participant("aze");
const watch = participant("watch", "observer");

const opening = (more: Partial<channel.Opening> = {}): channel.Opening => ({
  id: "c",
  process: "talks",
  kind: "joint",
  name: "",
  delegations: ["arm", "aze", "med"],
  openedBy: "med",
  retention: { days: null },
  readsShown: true,
  ...more,
});
const openedWith = (more: Partial<channel.Opening> = {}) => ({
  type: "channel-opened" as const,
  payload: opening(more),
});
const open = (more: Partial<channel.Opening>, participants: channel.Participant[]) =>
  given(channel).when({
    type: "open-channel",
    opening: opening({ delegations: participants.map(({ id }) => id), ...more }),
    participants,
  });
const add = (delegations: string[], participants: channel.Participant[]) =>
  ({ type: "add-delegations", delegations, withHistory: false, participants }) as const;

describe("channels", () => {
  it("[R50] is opened once", () =>
    given(channel, openedWith())
      .when({ type: "open-channel", opening: opening(), participants: [med, arm, aze] })
      .refused("channel-exists"));
  it("[R50] keeps its delegations in one order, whoever named them first", () =>
    open({}, [med, aze, arm]).yields(openedWith()));
  it("[R50] is opened by a delegation that is in it", () =>
    open({ openedBy: "other" }, [med, arm]).refused("channel-foreign"));
  it("[R50] names nobody twice", () =>
    open({ delegations: ["med", "arm", "arm"] }, [med, arm]).refused("delegation-twice"));
  it("[R50] a topic is named", () => open({ kind: "topic" }, [med, arm, aze]).refused("channel-unnamed"));

  it.each<[string, Partial<channel.Opening>, channel.Participant[], boolean]>([
    ["shuttle of mediator and side", { kind: "shuttle" }, [med, arm], true],
    ["shuttle opened by the side", { kind: "shuttle", openedBy: "arm" }, [med, arm], true],
    ["shuttle of two co-chairs and a side", { kind: "shuttle" }, [med, chair, arm], true],
    ["shuttle of both sides", { kind: "shuttle" }, [med, arm, aze], false],
    ["shuttle of two sides alone", { kind: "shuttle", openedBy: "arm" }, [arm, aze], false],
    ["shuttle of the third party with itself", { kind: "shuttle" }, [med, chair], false],
    ["internal", { kind: "internal", openedBy: "arm" }, [arm], true],
    ["internal of two", { kind: "internal" }, [med, arm], false],
    ["joint", { kind: "joint" }, [med, arm, aze], true],
    ["joint alone", { kind: "joint" }, [med], false],
    ["topic", { kind: "topic", name: "Prisoners" }, [med, arm, watch], true],
  ])("[R50] %s: fits its kind", (_, more, participants, fits) => {
    const outcome = open(more, participants);
    if (!fits) outcome.refused("channel-misfit");
    else outcome.yields(openedWith({ ...more, delegations: participants.map(({ id }) => id).sort() }));
  });

  it("[R50] the third party opens channels among several", () =>
    open({ openedBy: "arm" }, [arm, aze, med]).refused("channel-convened"));

  it("[R51] is seen by those in it and by nobody else, the third party least of all", () => {
    const state = channel.evolve(
      channel.initialState,
      openedWith({ kind: "internal", delegations: ["arm"], openedBy: "arm" }),
    );
    const sees = (delegation: string, capacity: "party" | "mediator") =>
      canSee(
        seated("x", [{ process: "talks", delegation, capacity, lead: true }]),
        channel.audienceOf(state),
      );
    expect([sees("arm", "party"), sees("aze", "party"), sees("med", "mediator")]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("[R52] delegations join joint channels, each once", () => {
    const joint = given(channel, openedWith({ delegations: ["arm", "med"] }));
    joint.when(add(["aze", "aze", "arm"], [med, arm, aze])).yields({
      type: "delegations-added",
      payload: { delegations: ["aze"], withHistory: false },
    });
    joint.when(add(["arm"], [med, arm])).refused("nothing-changed");
  });
  it.each(["shuttle", "internal"] as const)("[R52] nobody joins a channel of kind %s", (kind) =>
    given(channel, openedWith({ kind, delegations: ["arm", "med"] }))
      .when(add(["aze"], [med, arm, aze]))
      .refused("channel-misfit"),
  );
  it("[R52] no discreet delegation is given away", () => {
    const quiet = participant("quiet", "party", ["med"]);
    open({ kind: "shuttle" }, [med, quiet]).yields(
      openedWith({ kind: "shuttle", delegations: ["med", "quiet"] }),
    );
    open({}, [med, quiet, arm]).refused("delegation-discreet");
    given(channel, openedWith({ delegations: ["arm", "med"] }))
      .when(add(["quiet"], [med, arm, quiet]))
      .refused("delegation-discreet");
  });

  it("[R53] who opened it and the third party in it decide on it, and nobody else", () => {
    const seat = (delegation: string, capacity: "party" | "mediator" | "co-chair") =>
      seated("x", [{ process: "talks", delegation, capacity, lead: true }]);
    const shuttle = opening({ kind: "shuttle", delegations: ["arm", "med"], openedBy: "arm" });
    expect(channel.decidesOn(seat("arm", "party"), shuttle)).toBe(true);
    expect(channel.decidesOn(seat("med", "mediator"), shuttle)).toBe(true);
    expect(channel.decidesOn(seat("chair", "co-chair"), shuttle)).toBe(false);
    expect(channel.decidesOn(seat("arm", "party"), { ...shuttle, openedBy: "med" })).toBe(false);
  });
  it("[R53] nothing changes in a closed one", () =>
    given(channel, openedWith(), { type: "channel-closed", payload: { reason: "over" } })
      .when({ type: "rename-channel", name: "x" })
      .refused("channel-closed"));
  it("[R53] a change changes something", () => {
    const standing = given(channel, openedWith({ name: "Talks", retention: { days: 30 } }));
    standing.when({ type: "rename-channel", name: "Talks" }).refused("nothing-changed");
    standing.when({ type: "set-retention", days: 30 }).refused("nothing-changed");
    standing.when({ type: "show-reads", shown: true }).refused("nothing-changed");
    standing
      .when({ type: "set-retention", days: null })
      .yields({ type: "retention-set", payload: { days: null } });
  });
  it("[R53] there is none before it is opened", () =>
    given(channel).when({ type: "close-channel", reason: "x" }).refused("channel-absent"));

  it("[R3] [R52] folded step by step, those in it are those that were named", () => {
    const names = fc.uniqueArray(fc.constantFrom("b", "c", "d", "e"), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(names, { maxLength: 4 }), (added) => {
        let state: channel.State = channel.evolve(
          channel.initialState,
          openedWith({ delegations: ["arm", "med"] }),
        );
        for (const delegations of added) {
          const decision = channel.decide(add(delegations, []), state);
          if (decision.outcome === "accepted") state = channel.evolve(state, decision.facts[0]);
        }
        expect(channel.audienceOf(state)).toEqual(delegationsOnly(["arm", "med", ...added.flat()]));
      }),
      { seed: 20260111 },
    );
  });
});
