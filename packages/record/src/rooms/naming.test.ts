import type { Wording } from "@parley/protocol";
import { describe, expect, it } from "vitest";
import { given } from "../../test/given.ts";
import { canSee, naming, replay, seated } from "../index.ts";

const named = (more: Partial<naming.Named> = {}): naming.NamingFact => ({
  type: "named",
  payload: { process: "talks", scope: null, of: "place:hill", language: "en", name: "The Hill", ...more },
});
const name = (more: Partial<naming.Named> = {}): naming.Command => ({
  ...{ type: "name", process: "talks", scope: null, of: "place:hill", language: "en", name: "The Hill" },
  ...more,
});

describe("naming", () => {
  it("[R28] gives a thing a name in a language, and another later", () => {
    given(naming).when(name()).yields(named());
    given(naming, named())
      .when(name({ name: "Old Hill" }))
      .yields(named({ name: "Old Hill" }));
  });
  it("[R28] refuses the name it has, and taking back what is not there", () => {
    given(naming, named()).when(name()).refused("nothing-changed");
    given(naming)
      .when(name({ name: null }))
      .refused("nothing-changed");
    given(naming, named({ language: "fr" }))
      .when(name({ name: null }))
      .refused("nothing-changed");
  });
  it("[R28] shows a delegation's own words to itself alone", () => {
    const audience = naming.audienceOf(
      replay([named({ scope: "north" })], naming.evolve, naming.initialState),
    );
    const sees = (delegation: string, capacity: "party" | "secretariat") =>
      canSee(seated("a", [{ process: "talks", delegation, capacity, lead: true }]), audience);
    expect([sees("north", "party"), sees("south", "party"), sees("host", "secretariat")]).toEqual([
      true,
      false,
      false,
    ]);
  });
  it("[R28] calls a thing as the own delegation does, before the process, in the language asked for", () => {
    const wording = (more: Partial<Wording>): Wording => ({
      ...{ of: "place:hill", language: "en", name: "x", scope: null },
      ...more,
    });
    const all = [
      wording({ name: "Hill of the process" }),
      wording({ name: "Northern Hill", scope: "north" }),
      wording({ name: "Southern Hill", scope: "south" }),
      wording({ name: "La colline", language: "fr", scope: "north" }),
      wording({ of: "state:X", name: "Republic of X" }),
    ];
    const of = (language: string, ...scopes: (string | null)[]) => naming.namesFor(all, { language, scopes });
    expect(of("en", "north", null)).toEqual([
      { id: "place:hill", name: "Northern Hill" },
      { id: "state:X", name: "Republic of X" },
    ]);
    expect(of("fr-CH", "north", null)).toEqual([{ id: "place:hill", name: "La colline" }]);
    expect(of("en", null)[0]!.name).toBe("Hill of the process");
    expect(of("de", "north", null)).toEqual([]);
  });
});
