import { describe, expect, it } from "vitest";
import {
  type Audience,
  canSee,
  circlesOf,
  delegationsOnly,
  NOBODY,
  seated,
  tokensOf,
  united,
  type Viewer,
} from "./index.ts";

const arm: Viewer = { ...NOBODY, id: "a", capacity: "party", processes: ["talks"], delegations: ["arm"] };
const publicly: Audience = { kind: "public" };
const inTalks: Audience = { kind: "process", process: "talks" };
const forBoth: Audience = { kind: "delegations", delegations: ["arm", "aze"] };
const forAze: Audience = { kind: "delegations", delegations: ["aze"] };

describe("visibility", () => {
  it("[R11] what is public is seen by everybody, what belongs to a process by those in it, what belongs to delegations by their members", () => {
    expect([publicly, inTalks, forBoth].map((audience) => canSee(arm, audience))).toEqual([true, true, true]);
    expect(canSee(NOBODY, publicly)).toBe(true);
  });

  it("[R12] nobody sees anything through an audience that names no circle of theirs", () => {
    expect(canSee(arm, forAze)).toBe(false);
    expect(canSee(arm, { kind: "process", process: "other" })).toBe(false);
    expect([inTalks, forBoth].map((audience) => canSee(NOBODY, audience))).toEqual([false, false]);
  });

  it("[R12] a process and a delegation of one name are two circles", () => {
    const namesake: Viewer = { ...NOBODY, processes: ["aze"], delegations: ["talks"] };
    expect([inTalks, forAze].map((audience) => canSee(namesake, audience))).toEqual([false, false]);
    expect(
      circlesOf(namesake).filter((circle) => [...tokensOf(inTalks), ...tokensOf(forAze)].includes(circle)),
    ).toEqual([]);
  });

  it("[R12] only the one person of a laptop installation sees everything", () => {
    const officer: Viewer = { ...NOBODY, everything: true };
    expect([publicly, inTalks, forBoth, forAze].every((audience) => canSee(officer, audience))).toBe(true);
  });

  it("[R11] the order in which delegations are named changes nothing", () => {
    expect(tokensOf({ kind: "delegations", delegations: ["b", "a", "b"] })).toEqual(
      tokensOf({ kind: "delegations", delegations: ["a", "b"] }),
    );
  });

  it("[R14] the united audience of two is seen by whoever sees the one or the other", () => {
    // Two processes have no audience of both: what is united belongs to one process.
    const audiences: Audience[] = [publicly, inTalks, forBoth, forAze, delegationsOnly(["arm"])];
    const inside = (delegations: string[]): Viewer => ({
      ...NOBODY,
      id: "v",
      processes: ["talks"],
      delegations,
    });
    const viewers = [
      NOBODY,
      inside([]),
      inside(["arm"]),
      inside(["aze"]),
      { ...NOBODY, delegations: ["press"] },
    ];
    for (const one of audiences)
      for (const other of audiences)
        for (const viewer of viewers)
          expect(canSee(viewer, united(one, other))).toBe(canSee(viewer, one) || canSee(viewer, other));
  });

  it("[R13] whoever sits in a delegation stands in its circle and the process's; the press in its own alone", () => {
    const seat = { process: "talks", delegation: "arm", lead: false } as const;
    const party = seated("a", [{ ...seat, capacity: "party" }]);
    expect([canSee(party, inTalks), canSee(party, forBoth)]).toEqual([true, true]);
    const press = seated("a", [{ ...seat, capacity: "press" }]);
    expect([canSee(press, inTalks), canSee(press, forBoth)]).toEqual([false, true]);
    expect(canSee(seated("a", []), inTalks)).toBe(false);
  });
});
