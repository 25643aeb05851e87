import { describe, expect, it } from "vitest";
import { claimsIn } from "../read-sample.ts";

const agreements = (text: string) =>
  claimsIn(text, "2021-12-20")
    .filter(({ told }) => told.kind === "agreement")
    .map(({ told, quote }) => ({ ...told, quote, day: told.when?.edtf ?? null }));
const CALL = "Vladimir Putin had a telephone conversation with Joe Biden.";

describe("which agreements are told of", () => {
  it("names one that was broken, unless it was named before", () => {
    const broken = "Vladimir Putin gave examples of violations by Kiev of the Minsk agreements.";
    expect(agreements(`${CALL} ${broken}`)).toHaveLength(1);
    expect(agreements(`${CALL} They discussed the 2015 Minsk agreements. ${broken}`)).toHaveLength(1);
    expect(agreements("Armenia accused Azerbaijan of violating the ceasefire.")).toEqual([]);
  });

  it("takes what is included beside the others, and what is laid down in statements as these", () => {
    expect(
      agreements(
        "They stressed observance of the Minsk Protocol and other accords, including the Paris Agreement.",
      ).map(({ quote }) => /Minsk|Paris/.exec(quote)?.[0]),
    ).toEqual(["Minsk", "Paris"]);
    expect(
      agreements(
        "They spoke of agreements, formalised in the statements by Russian and Armenian leaders of November 9, 2020, and January 11, 2021.",
      ).map(({ day }) => day),
    ).toEqual(["2020-11-09", "2021-01-11"]);
  });

  it("gives each date of a list its own words", () => {
    expect(
      agreements(
        "They spoke of the statements by Russian and Armenian leaders of November 9, 2020, and January 11, 2021.",
      ).map(({ quote }) => quote.replace(/^.*leaders of /, "")),
    ).toEqual(["November 9, 2020", "January 11, 2021"]);
  });

  it("takes the article before a full date for the noun's", () => {
    const [statement] = agreements(
      "Vladimir Putin told him of the anniversary of the signing of the November 9, 2020, statement on Nagorno-Karabakh.",
    );
    expect([statement?.day, statement?.background]).toEqual(["2020-11-09", true]);
    expect(statement?.quote).toContain("November 9, 2020, statement on Nagorno-Karabakh");
  });

  it("tells two tellings of one day in one text as one", () => {
    const told = agreements(
      "They will consider the November 9, 2020, and January 11, 2021, agreements between Vladimir Putin and Ilham Aliyev. The anniversary of the November 9, 2020, Statement is near.",
    ).filter(({ day }) => day === "2020-11-09");
    expect(told.map(({ type }) => type)).toEqual(["statement", "statement"]);
    expect(told[1]?.actors).toEqual(told[0]?.actors);
  });
});

describe("status and parties of agreements", () => {
  it.each([
    "Russia is eager to obtain reliable, legally binding guarantees.",
    "Vladimir Putin stressed that the negotiations needed to produce legally binding guarantees.",
  ])("takes guarantees that are asked for as demanded: %s", (sentence) => {
    const [guarantee] = agreements(`${CALL} ${sentence}`);
    expect(guarantee?.status).toBe("demanded");
    expect(guarantee?.actors.map(({ role }) => role)).toEqual(["demander"]);
  });

  it("tells of no guarantees that only exist or are spoken of", () => {
    expect(agreements(`${CALL} They discussed legally binding guarantees.`)).toEqual([]);
  });

  it("is between the states in contact where it was reached at their level", () => {
    const [agreement] = agreements(`${CALL} They noted the agreements reached at the highest level.`);
    expect(agreement?.actors.map(({ actor }) => actor).sort()).toEqual(["state:RUS", "state:USA"]);
  });

  it("is news where a confirmation tells it, its tense only following the one above", () => {
    const [ceasefire] = agreements(
      "Antony Blinken welcomed the Foreign Minister's confirmation that the parties had agreed to a ceasefire.",
    );
    expect(ceasefire?.background).toBe(false);
  });
});
