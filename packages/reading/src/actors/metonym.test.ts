import { describe, expect, it } from "vitest";
import { actorsOf, told } from "./actor-sample.ts";

describe("capitals", () => {
  it.each([
    ["Baku said that it was ready.", "Baku", "state:AZE"],
    ["Ankara has supported the proposal.", "Ankara", "state:TUR"],
    ["Talks between Yerevan and Ankara go on.", "Yerevan", "state:ARM"],
    ["The forces of Baku advanced.", "Baku", "state:AZE"],
    ["It was signed with Yerevan's support.", "Yerevan", "state:ARM"],
    ["The Kremlin denied it.", "Kremlin", "state:RUS"],
    ["They criticised Kiev's policy.", "Kiev", "state:UKR"],
    ["He spoke of the nature of Kiev's policy.", "Kiev", "state:UKR"],
  ])("acts: %s", (text, phrase, id) => {
    expect(actorsOf(text, phrase)).toEqual([id]);
  });

  it.each([
    "The delegation landed in Baku.",
    "She flew to Ankara on Monday.",
    "At 00:00 Moscow time the guns fell silent.",
    "The Minsk agreements failed.",
  ])("is a place: %s", (text) => {
    expect(told(text)).toEqual({});
  });

  it("owns an office", () => {
    expect(
      actorsOf("Moscow's UN Ambassador Vasily Nebenzya spoke.", "Moscow's UN Ambassador Vasily Nebenzya"),
    ).toEqual(["person:vasily-nebenzya"]);
  });
});
