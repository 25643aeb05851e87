import { describe, expect, it } from "vitest";
import { claimsIn, tellings } from "../read-sample.ts";

const MET = "Vladimir Putin and Joe Biden met on Monday.";
const contacts = (text: string) => tellings(text).filter((telling) => telling.startsWith("contact/"));

describe("contacts without names", () => {
  it.each([
    "They agreed that their foreign ministers would meet in Geneva next week.",
    "The presidents thanked their foreign ministers and agreed that next week they will meet in Geneva.",
    "The presidents agreed to start preparing a regular session of the Joint Cooperation Council in August.",
  ])("are of the states the text is about: %s", (sentence) => {
    expect(contacts(`${MET} ${sentence}`)).toContain(
      "contact/meeting planned RUS/participant USA/participant",
    );
  });

  it.each([
    ["The previous meeting was held in Geneva on May 1.", "2021-05-01"],
    ["This was their second meeting; the first one was held in Geneva on May 1.", "2021-05-01"],
  ])("are of the people the text is about: %s", (sentence, day) => {
    const claims = claimsIn(`${MET} ${sentence}`).filter(({ told }) => told.kind === "contact");
    const other = claims.find(({ told }) => told.when?.edtf === day);
    expect(other?.told.actors.map(({ actor }) => actor)).toEqual([
      "person:vladimir-putin",
      "person:joe-biden",
    ]);
    expect(other?.told.background).toBe(true);
  });

  it("are none where nobody was told of before", () => {
    expect(contacts("The previous meeting was held in Geneva on May 1.")).toEqual([]);
  });
});

describe("status and background of contacts", () => {
  it.each([
    ["4:30 p.m. Secretary Blinken meets with Foreign Minister Sergey Lavrov.", "planned"],
    ["10:00 a.m. Meeting between Antony Blinken and Sergey Lavrov", "planned"],
    ["Antony Blinken met with Sergey Lavrov at 4:30 p.m.", "happened"],
    ["Nikol Pashinyan refused to meet with Ilham Aliyev.", "denied"],
    ["Antony Blinken not only met with Sergey Lavrov but also thanked him.", "happened"],
  ])("%s", (text, status) => {
    const told = claimsIn(text).filter(({ told }) => told.kind === "contact");
    expect(told.map(({ told }) => [told.status, told.background])).toEqual([[status, false]]);
  });

  it("takes the page's own news for news when the page is days late, and the rest of it not", () => {
    const claims = claimsIn(
      "Sergey Lavrov arrived in Yerevan on June 10. He spoke about the peace process at length. He visited Baku on June 8.",
    ).filter(({ told }) => told.kind === "contact");
    expect(claims.map(({ told }) => [told.when?.edtf, told.background])).toEqual([
      ["2021-06-10", false],
      ["2021-06-08", true],
    ]);
  });

  it("what speakers are in favour of has not taken place", () => {
    expect(
      contacts("Joe Biden spoke in favour of discussing this in talks between Russia and Ukraine."),
    ).toEqual([]);
  });

  it.each([
    "Israel and Norway met all of the minimum standards.",
    "Israel and Norway will meet the challenges of the age.",
  ])("tells of no contact where things are met: %s", (text) => {
    expect(contacts(text)).toEqual([]);
  });
});

describe("who takes part", () => {
  it("those met in the place one travels to do not travel", () => {
    expect(
      contacts(
        "Joe Biden welcomed Antony Blinken's planned travel to Europe, where he will meet with Sergey Lavrov.",
      ),
    ).toContain("contact/visit planned antony-blinken/participant");
  });

  it("an article does not part what is coordinated, unless another noun owns it", () => {
    expect(contacts("Russia and the United States will continue their dialogue.")).toEqual([
      "contact/talks planned RUS/participant USA/participant",
    ]);
  });
});

describe("contacts told of on the way", () => {
  it("ministers do not meet in the meeting of those who sent them", () => {
    const told = contacts(
      "Vladimir Putin met with Narendra Modi in New Delhi. Before the talks, the foreign ministers of the two countries held a meeting.",
    );
    expect(told).toEqual([
      "contact/meeting happened narendra-modi/participant vladimir-putin/participant",
      "contact/meeting happened IND/participant RUS/participant",
    ]);
  });

  it("what was raised at an earlier meeting tells of that meeting, by its own day", () => {
    const claims = claimsIn(
      "Vladimir Putin had a telephone conversation with Naftali Bennett. They continued discussing issues raised during their meeting in Sochi on May 22.",
    ).filter(({ told }) => told.type === "meeting");
    expect(claims.map(({ told }) => [told.when?.edtf, told.background, told.actors.length])).toEqual([
      ["2021-05-22", true, 2],
    ]);
  });

  it("whose contacts they were is the subject's", () => {
    expect(
      contacts("Sauli Niinisto spoke about his recent contacts with the leaders of Ukraine and Poland."),
    ).toEqual(["contact/talks happened POL/participant UKR/participant sauli-niinisto/participant"]);
  });

  it("finds the name at the end of an office that no lexicon knows", () => {
    expect(
      contacts(
        "Antony Blinken met today with Organization for Economic Cooperation and Development (OECD) Secretary General Mathias Cormann in Paris.",
      ),
    ).toEqual(["contact/meeting happened ?-mathias-cormann/participant antony-blinken/participant"]);
  });
});

describe("days without a year", () => {
  it.each([
    [
      "2020-12-01",
      "Vladimir Putin and Emmanuel Macron agreed to implement the October 23 agreement.",
      "2020-10-23",
    ],
    [
      "2020-03-01",
      "Vladimir Putin and Emmanuel Macron agreed to implement the October 23 agreement.",
      "2019-10-23",
    ],
    ["2020-12-20", "Vladimir Putin and Emmanuel Macron agreed to meet on January 9.", "2021-01-09"],
  ])("in a page of %s: %s", (published, text, day) => {
    expect(claimsIn(text, published).map(({ told }) => told.when?.edtf)).toContain(day);
  });
});
