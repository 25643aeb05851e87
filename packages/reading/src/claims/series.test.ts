import { describe, expect, it } from "vitest";
import { claimsIn } from "../read-sample.ts";

/** "who @place date", one line a contact, sorted. */
const legs = (text: string): string[] =>
  claimsIn(text, "2021-12-20")
    .filter(({ told }) => told.kind === "contact")
    .map(({ told }) => {
      const who = told.actors.map(({ actor }) => actor.replace(/^\w+:/, "")).sort();
      const place = told.where?.replace(/^place:([a-z]+).*/, " @$1") ?? "";
      return `${who.join(" ")}${place} ${told.when?.edtf ?? "-"}`;
    })
    .sort();

describe("several contacts in one sentence", () => {
  it("each counterpart with a place of its own is a contact of its own", () => {
    expect(
      legs(
        "Vladimir Putin held talks on Monday. On December 1, Sergey Lavrov held talks with Antony Blinken in Stockholm, with Mevlut Cavusoglu in Ankara and with Liz Truss in London.",
      ).map((leg) => leg.replace(/ \S+$/, "")),
    ).toEqual([
      "antony-blinken sergey-lavrov @stockholm",
      "liz-truss sergey-lavrov @london",
      "mevlut-cavusoglu sergey-lavrov @ankara",
    ]);
  });

  it("each keeps the day its own words give, and a body one meets at is a counterpart", () => {
    expect(
      legs(
        "The United States will meet with Russia in Geneva on January 10, with NATO in Brussels on January 12 and at the OSCE in Vienna on January 13.",
      ),
    ).toEqual(["RUS USA @geneva 2022-01-10", "USA nato @brussels 2022-01-12", "USA osce @vienna 2022-01-13"]);
  });

  it("another day in another place is another contact of the same people", () => {
    expect(
      legs(
        "Vladimir Putin and Emmanuel Macron will meet first in Moscow on January 10 and then in Paris on January 20.",
      ),
    ).toEqual([
      "emmanuel-macron vladimir-putin @moscow 2022-01-10",
      "emmanuel-macron vladimir-putin @paris 2022-01-20",
    ]);
  });

  it.each([
    "Vladimir Putin met with Emmanuel Macron and Olaf Scholz in Berlin on December 1.",
    "Vladimir Putin met with Emmanuel Macron on December 1 and 2.",
    "Vladimir Putin met with Emmanuel Macron in Paris and with his entourage.",
  ])("leaves one contact one: %s", (text) => {
    expect(legs(text)).toHaveLength(1);
  });
});
