import type { Member } from "@parley/protocol";
import { describe, expect, it } from "vitest";
import { given } from "../../test/given.ts";
import { canSee, delegation, NOBODY, replay, seated } from "../index.ts";

const founding: delegation.Founding = {
  ...{ id: "north", process: "talks", name: "Delegation of the North", capacity: "party" },
  ...{ represents: ["state:N"], mandate: "", together: [], knownTo: null },
};
const founded = (more: Partial<delegation.Founding> = {}): delegation.DelegationFact => ({
  type: "delegation-founded",
  payload: { ...founding, ...more },
});
const member = (more: Partial<Member> = {}): Member => ({
  ...{ id: "m1", account: "ada", name: "Ada", function: "", lead: false, from: "2026-03-01", to: null },
  ...more,
});
const seatedFact = (more: Partial<Member> = {}): delegation.DelegationFact => ({
  type: "member-seated",
  payload: member(more),
});
const closed: delegation.DelegationFact = { type: "delegation-closed", payload: { reason: "over" } };
const stateOf = (...facts: delegation.DelegationFact[]) =>
  replay(facts, delegation.evolve, delegation.initialState);

describe("delegation", () => {
  it("[R15] is founded once, in a capacity that no change touches", () => {
    given(delegation)
      .when({ type: "found-delegation", ...founding })
      .yields(founded());
    given(delegation, founded())
      .when({ type: "found-delegation", ...founding, capacity: "mediator" })
      .refused("delegation-exists");
    const amended = stateOf(founded(), { type: "delegation-amended", payload: { name: "N" } });
    expect(amended).toMatchObject({ capacity: "party", name: "N" });
  });

  it.each<delegation.Command>([
    { type: "amend-delegation", amendment: { name: "N" } },
    { type: "seat-member", member: member() },
    { type: "unseat-member", member: "m1", to: "2026-03-02", atOnce: true },
    { type: "invite-member", invited: { id: "i", name: "A", lead: true, by: "B", administrator: false } },
    { type: "close-delegation", reason: "again" },
  ])("[R15] after its end nothing changes in it: $type", (command) => {
    given(delegation, founded(), seatedFact(), closed).when(command).refused("delegation-closed");
    given(delegation).when(command).refused("delegation-absent");
  });

  it("[R15] a change changes something", () =>
    given(delegation, founded())
      .when({ type: "amend-delegation", amendment: {} })
      .refused("nothing-changed"));

  it("[R16] is seen by all who take part, or where it is discreet by itself and those it is known to", () => {
    const at = (of: string) =>
      seated("x", [{ process: "talks", delegation: of, capacity: "party", lead: true }]);
    const open = delegation.audienceOf(stateOf(founded()));
    const discreet = delegation.audienceOf(stateOf(founded({ knownTo: ["host"] })));
    const seers = (audience: typeof open) =>
      ["north", "host", "south"].filter((of) => canSee(at(of), audience));
    expect(seers(open)).toEqual(["north", "host", "south"]);
    expect(seers(discreet)).toEqual(["north", "host"]);
    expect([open, discreet].some((audience) => canSee(NOBODY, audience))).toBe(false);
  });

  it("[R17] seats a person once at a time, and again after they left", () => {
    given(delegation, founded()).when({ type: "seat-member", member: member() }).yields(seatedFact());
    given(delegation, founded(), seatedFact())
      .when({ type: "seat-member", member: member({ id: "m2" }) })
      .refused("member-exists");
    const left: delegation.DelegationFact = {
      type: "member-unseated",
      payload: { member: "m1", to: "2026-03-05", atOnce: false },
    };
    given(delegation, founded(), seatedFact(), left)
      .when({ type: "seat-member", member: member({ id: "m2", from: "2026-04-01" }) })
      .yields(seatedFact({ id: "m2", from: "2026-04-01" }));
    given(delegation, founded(), seatedFact(), left)
      .when({ type: "unseat-member", member: "m1", to: "2026-03-06", atOnce: false })
      .refused("member-absent");
  });

  it("[R17] refuses a last day before the first", () => {
    given(delegation, founded())
      .when({ type: "seat-member", member: member({ to: "2026-02-01" }) })
      .refused("days-reversed");
    given(delegation, founded(), seatedFact())
      .when({ type: "unseat-member", member: "m1", to: "2026-02-01", atOnce: true })
      .refused("days-reversed");
  });

  it("[R23] a seat that was taken away at once is marked as gone", () => {
    const state = stateOf(founded(), seatedFact(), {
      type: "member-unseated",
      payload: { member: "m1", to: "2026-03-05", atOnce: true },
    });
    expect(state).toMatchObject({ members: [{ to: "2026-03-05", gone: true }] });
  });

  it("[R22] remembers who was invited by whom", () => {
    const invited = { id: "i", name: "Ada", lead: true, by: "Con Vener", administrator: true };
    expect(stateOf(founded(), { type: "member-invited", payload: invited })).toMatchObject({
      invited: [invited],
      members: [],
    });
  });
});
