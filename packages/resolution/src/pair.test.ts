import { describe, expect, test } from "vitest";
import { reading, type ToldClaim, told } from "./reading-sample.ts";
import { resolve } from "./resolve.ts";

/** What becomes of two claims of two documents: how many occurrences, and the questions put to a person. */
function of(x: ToldClaim, y: ToldClaim, days: [string, string] = ["2022-05-10", "2022-05-10"]) {
  const both = [x, y].map((claim, i) => {
    const made = reading(`d${i}`, [claim], claim.quote);
    made.document.published!.edtf = days[i]!;
    return made;
  });
  const { occurrences, possiblySame } = resolve(both);
  return {
    count: occurrences.length,
    asked: possiblySame.map(({ why }) => why),
    why: occurrences.map(({ why }) => why).join(),
  };
}

const page = (outlet: string) => [{ source: null, asWorded: outlet, cue: null, start: 0, end: 0 }];
const treaty = (quote: string, more: Partial<ToldClaim> = {}): ToldClaim => ({
  ...told(["state:AZE"], null, { kind: "agreement", type: "other", background: true }),
  quote,
  ...more,
});
const attack = (quote: string, who = ["state:RUS"]): ToldClaim => ({
  ...told(who, null, { kind: "incident", type: "attack" }),
  quote,
});

describe("one contact, two accounts", () => {
  test("both presidents' offices tell of one call; the score says why", () => {
    const both = ["kremlin.example", "president.example"].map((outlet) => ({
      ...told(["lavrov", "bayramov"], "2022-05-10"),
      attribution: page(outlet),
    }));
    const { count, why } = of(both[0]!, both[1]!);
    expect(count).toBe(1);
    expect(why).toContain("+0.40 parties agree 1.00; +0.30 same day; +0.10 both call");
  });
});

describe("contacts that stay apart", () => {
  test("two calls of one minister on one day, and the reason names the counterparts", () => {
    const { count, asked } = of(
      told(["lavrov", "bayramov"], "2022-05-10"),
      told(["lavrov", "mirzoyan"], "2022-05-10"),
    );
    expect([count, asked]).toEqual([2, []]);
  });

  test("a third call this week is another one than the two before", () => {
    const call = (day: string, apart?: string) => ({
      ...told(["lavrov", "bayramov"], day),
      ...(apart ? { apart } : {}),
    });
    const week = reading("a", [
      call("2022-05-09"),
      call("2022-05-10"),
      call("2022-05-10", "a third call this week"),
    ]);
    expect(resolve([week]).occurrences).toHaveLength(3);
  });

  test("one voice that brings a meeting of two and one of three as news is asked about", () => {
    const attribution = page("mfa.example");
    const two = { ...told(["lavrov", "bayramov"], "2022-05-10"), attribution };
    const three = { ...told(["lavrov", "bayramov", "mirzoyan"], "2022-05-11"), attribution };
    const { count, asked } = of(two, three);
    expect(count).toBe(2);
    expect(asked).toEqual([expect.stringContaining("one source tells of each by itself")]);
    expect(of(two, { ...three, attribution: page("agency.example") }).count).toBe(1);
  });

  test("an undated mention is measured against the other's own date, not its publication", () => {
    const long = told(["lavrov", "bayramov"], "2022-04-01", { background: true });
    const { count, asked } = of(long, told(["lavrov", "bayramov"], null));
    expect(count).toBe(2);
    expect(asked).toEqual([expect.stringContaining("told far apart")]);
  });
});

describe("a single name in common", () => {
  test("does not join two deeds of one state told in other words", () => {
    const { count, asked } = of(attack("ransomware against hospitals"), attack("shelling of the border"));
    expect(count).toBe(2);
    expect(asked).toEqual([expect.stringContaining("only state:RUS in common")]);
  });
  test("joins them where the words are the same", () => {
    const words = "shelling of the border village";
    expect(of(attack(words), attack(`${words} again`)).count).toBe(1);
  });
  test("says less of an agreement, where it is one side of two", () => {
    const signed = (quote: string): ToldClaim => ({
      ...told(["putin"], "2022-05-10", { kind: "agreement", type: "other" }),
      quote,
    });
    expect(of(signed("a gas contract with the board"), signed("new terms on aircraft")).count).toBe(2);
  });
});

describe("agreements with a name", () => {
  test("are known by it, however far apart they are named", () => {
    const { count, why } = of(
      treaty("the Almaty Declaration on Borders"),
      treaty("that Almaty Declaration on Borders"),
      ["2022-05-10", "2022-09-01"],
    );
    expect(count).toBe(1);
    expect(why).toContain("+0.30 same name");
  });
  test("are two where the names are", () => {
    const { count, asked } = of(
      treaty("the Almaty Declaration on Borders"),
      treaty("the Lachin Road Protocol"),
    );
    expect([count, asked]).toEqual([2, []]);
  });
  test("have none in the names of their parties alone", () => {
    const parties = treaty("the Azerbaijan Agreement", {
      actors: [{ actor: "state:AZE", role: "participant", asWorded: "Azerbaijan" }],
    });
    expect(of(parties, parties).why).not.toContain("same name");
  });
});

test("three thousand equal claims of one document are one occurrence in a moment", () => {
  const many = Array.from({ length: 3000 }, () => told(["lavrov", "bayramov"], "2022-05-10"));
  const began = process.cpuUsage().user;
  expect(resolve([reading("a", many)]).occurrences).toHaveLength(1);
  expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(6);
});

test("claims of 28 days in one document are 28 occurrences, however many tell of each", () => {
  const days = Array.from({ length: 28 }, (_, i) => `2022-02-${String(i + 1).padStart(2, "0")}`);
  const many = days.flatMap((day) => Array.from({ length: 50 }, () => told(["lavrov", "bayramov"], day)));
  const { occurrences } = resolve([reading("a", many)]);
  expect(occurrences.map(({ claims }) => claims.length)).toEqual(days.map(() => 50));
});
