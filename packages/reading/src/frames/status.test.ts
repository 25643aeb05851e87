import { describe, expect, it } from "vitest";
import { claimsIn, tellings } from "../read-sample.ts";

const told = (text: string, kind: string) =>
  tellings(text).filter((telling) => telling.startsWith(`${kind}/`));

describe("a demand", () => {
  it.each([
    ["Antony Blinken urged Abiy Ahmed to commit to the withdrawal of Eritrean forces from Tigray.", true],
    [
      "The ministers emphasized the need for calm, including the withdrawal of foreign forces from Libya.",
      true,
    ],
    ["Abiy Ahmed committed to the withdrawal of Eritrean forces from Tigray.", false],
  ])("holds for what it asks to agree to and for what it includes: %s", (text, demanded) => {
    const withdrawals = told(text, "deployment");
    expect(withdrawals).toHaveLength(1);
    expect(withdrawals[0]!.includes(" demanded")).toBe(demanded);
  });
});

describe("an allegation", () => {
  const CALL = "Vladimir Putin had a telephone conversation with Emmanuel Macron.";
  it.each([
    "Vladimir Putin stressed that Ukraine has continued its efforts to sabotage the Minsk agreements.",
    "He also expressed serious concern about Ukraine's provocative actions against Donbass.",
    "Vladimir Putin illustrated the nature of Kiev's policy to dismantle the Minsk agreements.",
  ])("is the speaker's, of what another did: %s", (sentence) => {
    expect(told(`${CALL} ${sentence}`, "incident").join()).toMatch(
      /alleged UKR\/actor .*vladimir-putin\/accuser/,
    );
  });

  it("finds who did it in a cleft that gives a reason", () => {
    expect(
      told(
        `${CALL} He warned against blaming Russia, since it was NATO that was building up its military capabilities along the border.`,
        "deployment",
      ).join(),
    ).toMatch(/alleged .*nato\/provider/);
  });

  it("is none where the text tells its own: the shelling is condemned", () => {
    const [attack] = claimsIn("Antony Blinken condemned Ethiopia's shelling of Mekelle on Monday.").filter(
      ({ told }) => told.kind === "incident",
    );
    expect(attack?.told.status).toBe("happened");
  });
});
