import { describe, expect, it } from "vitest";
import { tellings } from "../read-sample.ts";

const TURNS =
  "President of Russia Vladimir Putin: I should say that our talks today were very constructive.\n\n" +
  "President of Azerbaijan Ilham Aliyev: Thank you. This is our second meeting; the first one was held in January.";

describe("transcripts", () => {
  it('"our talks" are of those who take turns, and so is the first of them', () => {
    const told = tellings(TURNS).filter((telling) => telling.startsWith("contact/"));
    expect(told).toContain("contact/talks happened ilham-aliyev/participant vladimir-putin/participant");
    expect(told).toContain(
      "contact/meeting happened background ilham-aliyev/participant vladimir-putin/participant",
    );
  });

  it("of one speaker alone tell of nobody else", () => {
    expect(
      tellings(
        "President of Russia Vladimir Putin: I should say that our talks today were very constructive.",
      ),
    ).toEqual([]);
  });

  it("are none where a report quotes two people", () => {
    expect(
      tellings(
        'Vladimir Putin said: "Our talks today were constructive." Ilham Aliyev said: "Our talks today were long."',
      ).filter((telling) => telling.startsWith("contact/")),
    ).toEqual([]);
  });
});
