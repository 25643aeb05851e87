import { describe, expect, it } from "vitest";
import { claimsIn, reader, tellings } from "./read-sample.ts";

describe("contacts and who takes part", () => {
  it.each([
    [
      "Foreign Minister Sergey Lavrov spoke by phone with Turkish Foreign Minister Mevlut Cavusoglu on Tuesday.",
      "contact/call happened mevlut-cavusoglu/participant sergey-lavrov/participant",
    ],
    [
      "Vladimir Putin met with Emmanuel Macron in Paris yesterday.",
      "contact/meeting happened emmanuel-macron/participant vladimir-putin/participant",
    ],
    [
      "Vladimir Putin had a telephone conversation with President of Azerbaijan Ilham Aliyev.",
      "contact/call happened ilham-aliyev/participant vladimir-putin/participant",
    ],
    [
      "Antony Blinken held a video conference with Sergey Lavrov.",
      "contact/video happened antony-blinken/participant sergey-lavrov/participant",
    ],
    [
      "Ilham Aliyev and Nikol Pashinyan will meet in Brussels on July 14.",
      "contact/meeting planned ilham-aliyev/participant nikol-pashinyan/participant",
    ],
    [
      "Vladimir Putin sent a letter to Nikol Pashinyan.",
      "contact/letter happened nikol-pashinyan/participant vladimir-putin/participant",
    ],
  ])("%s", (text, expected) => {
    expect(tellings(text)).toContain(expected);
  });

  it("makes one contact of each counterpart where the words part them", () => {
    const claims = claimsIn(
      "Antony Blinken spoke separately with Ilham Aliyev and Nikol Pashinyan on Monday.",
    );
    const calls = claims.filter(({ told }) => told.kind === "contact");
    // Claims are in the order of their ids, which follow from the text's hash.
    expect(calls.map(({ told }) => told.actors.map(({ actor }) => actor).sort()).sort()).toEqual([
      ["person:antony-blinken", "person:ilham-aliyev"],
      ["person:antony-blinken", "person:nikol-pashinyan"],
    ]);
    expect(calls.every(({ apart }) => apart !== undefined)).toBe(true);
  });

  it("leaves open whether one call or two", () => {
    const [call] = claimsIn(
      "Sergey Lavrov had a phone conversation with Azerbaijani Foreign Minister Jeyhun Bayramov and Armenian Foreign Minister Zohrab Mnatsakanyan.",
      null,
    );
    expect(call?.told.ambiguous).toBe(true);
    expect(call?.told.actors).toHaveLength(3);
  });

  it("tells a repeated call apart by its words", () => {
    const calls = claimsIn(
      "Antony Blinken spoke with Sergey Lavrov this morning and again in the afternoon.",
    ).filter(({ told }) => told.kind === "contact");
    expect(calls).toHaveLength(2);
    expect(calls.some(({ apart }) => apart?.includes("again"))).toBe(true);
  });

  it("names who initiated it", () => {
    const [call] = claimsIn(
      "Vladimir Putin had a telephone conversation with Nikol Pashinyan at the initiative of the Armenian side.",
    );
    expect(call?.told.initiator).toBe("person:nikol-pashinyan");
  });
});

describe("status", () => {
  it.each([
    ["Russia will deploy peacekeepers in Nagorno-Karabakh.", "deployment/peacekeepers planned"],
    ["Turkey called on Armenia to withdraw its troops from the region.", "deployment/withdrawal demanded"],
    ["Azerbaijan released 12 Armenian prisoners of war on Saturday.", "exchange/prisoners happened"],
    ["We urge Azerbaijan to release all Armenian prisoners of war.", "exchange/prisoners demanded"],
    ["Armenia accused Azerbaijan of violating the ceasefire.", "incident/violation alleged"],
    ["Armenia denied having troops in the area.", "deployment/forces denied"],
    ["Azerbaijan has imposed martial law in several districts.", "measure/martial-law happened"],
    [
      "The Armenian defence ministry said that a Turkish F-16 had downed an Armenian SU-25 on Tuesday.",
      "incident/attack alleged",
    ],
    [
      "Ilham Aliyev said that a ceasefire was only possible if Armenian forces withdrew.",
      "agreement/ceasefire conditional",
    ],
  ])("%s", (text, expected) => {
    expect(tellings(text).some((telling) => telling.startsWith(expected))).toBe(true);
  });

  it("takes a call for restraint as a position, not as an agreement or incident", () => {
    const claims = claimsIn("Russia called on Armenia and Azerbaijan to cease hostilities.");
    expect(claims.map(({ told }) => `${told.kind}/${told.type}`)).toEqual(["position/call-for"]);
  });
});

describe("background", () => {
  it.each([
    ["In 1994, Armenia and Azerbaijan reached an agreement on a ceasefire.", true],
    ["Armenia and Azerbaijan signed a ceasefire agreement on Tuesday.", false],
    [
      "Vladimir Putin discussed the trilateral statement signed on November 9, 2020, with Emmanuel Macron.",
      true,
    ],
  ])("%s", (text, expected) => {
    const agreement = claimsIn(text).find(({ told }) => told.kind === "agreement");
    expect(agreement?.told.background).toBe(expected);
  });
});

describe("dates", () => {
  it("counts a weekday from the page's date", () => {
    const [meeting] = claimsIn("Vladimir Putin met with Emmanuel Macron in Paris on Monday.", "2021-06-16");
    expect(meeting?.told.when?.edtf).toBe("2021-06-14");
  });

  it("leaves the year open where nothing tells it", () => {
    const [call] = claimsIn("On September 30, Vladimir Putin spoke by phone with Ilham Aliyev.", null);
    expect(call?.told.when?.edtf).toBe("XXXX-09-30");
  });

  it("finds the year in which both held their offices, and says why", () => {
    const [call] = claimsIn(
      "On September 30, Azerbaijani Foreign Minister Jeyhun Bayramov had a phone call with Armenian Foreign Minister Zohrab Mnatsakanyan.",
      null,
    );
    expect(call?.told.when).toMatchObject({ edtf: "2020-09-30", basis: "inferred" });
    expect(call?.told.when?.why).toMatch(/Mnatsakanyan/);
  });

  it("gives a readout without a day no certain one", () => {
    const [call] = claimsIn("Vladimir Putin had a telephone conversation with Ilham Aliyev.", "2021-06-16");
    expect(call?.told.when).toMatchObject({ edtf: "2021-06-16~", basis: "metadata" });
  });

  it("knows from which minute a ceasefire holds, in the zone as worded", () => {
    const agreement = claimsIn(
      "On November 9, 2020, the leaders of Russia, Azerbaijan and Armenia signed a statement announcing a complete ceasefire from 00:00 on November 10, 2020, Moscow time.",
      "2020-11-12",
    ).find(({ told }) => told.kind === "agreement");
    expect(agreement?.told.when?.edtf).toBe("2020-11-09");
    expect(agreement?.told.detail).toMatchObject({
      effective: { edtf: "2020-11-10T00:00+03:00", zone: "Europe/Moscow" },
      provisions: [{ type: "ceasefire", text: "complete ceasefire" }],
    });
  });
});

describe("who says it", () => {
  it("records a silence about the contact just told", () => {
    const silence = claimsIn(
      "Sergey Lavrov and Mevlut Cavusoglu spoke by phone on Thursday. Turkey did not publish a statement on the call.",
    ).find(({ silentSource }) => silentSource !== null);
    expect(silence?.silentSource).toBe("state:TUR");
    expect(silence?.told.kind).toBe("contact");
  });
});

describe("any page", () => {
  const page = [
    "Armenian and Azerbaijani ministers meet in Geneva",
    "Armenian Foreign Minister Ara Ayvazyan met with Azerbaijani Foreign Minister Jeyhun Bayramov in Geneva on Monday.",
    "The Armenian side said that Azerbaijani forces had shelled a village. Azerbaijan will release 15 Armenian prisoners of war.",
  ].join("\n\n");

  it("quotes its own words", () => {
    const { document, claims } = reader.read({ text: page, published: "2021-03-03" });
    expect(claims.length).toBeGreaterThan(3);
    for (const { start, end, quote, attribution } of claims) {
      expect(document.text.slice(start, end)).toBe(quote);
      for (const link of attribution)
        if (link.end > 0) expect(document.text.slice(link.start, link.end)).toBe(link.asWorded);
    }
  });

  it("gives the same bytes twice", () => {
    const once = JSON.stringify(reader.read({ text: page, published: "2021-03-03" }));
    expect(JSON.stringify(reader.read({ text: page, published: "2021-03-03" }))).toBe(once);
  });

  it("has unique claim ids", () => {
    const ids = reader.read({ text: page }).claims.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(["", "\u0000\u0000", "!!! ??? …", "a ".repeat(300)])("never fails on %j", (text) => {
    expect(reader.read({ text }).claims).toEqual([]);
  });
});

describe("both sides are read alike", () => {
  const SWAP: Record<string, string> = {
    Armenia: "Azerbaijan",
    Azerbaijan: "Armenia",
    Armenian: "Azerbaijani",
    Azerbaijani: "Armenian",
    "state:ARM": "state:AZE",
    "state:AZE": "state:ARM",
  };
  const swap = (words: string) =>
    words.replace(/state:(?:ARM|AZE)|Armenian|Azerbaijani|Armenia|Azerbaijan/g, (word) => SWAP[word]!);

  it.each([
    "Armenia accused Azerbaijan of violating the ceasefire.",
    "Azerbaijani forces shelled Armenian positions on Monday.",
    "Azerbaijan released 12 Armenian prisoners of war.",
    "Armenia called on Azerbaijan to withdraw its troops from the border.",
    "Armenia denied having troops in the area.",
    "Armenia and Azerbaijan signed a ceasefire agreement on Tuesday.",
  ])("%s", (text) => {
    const sorted = (tells: string[]) => tells.map((tell) => tell.split(" ").sort().join(" ")).sort();
    const other = tellings(swap(text));
    const back = other.map((telling) =>
      telling.replace(/\b(ARM|AZE)\b/g, (code) => (code === "ARM" ? "AZE" : "ARM")),
    );
    expect(tellings(text).length).toBeGreaterThan(0);
    expect(sorted(back)).toEqual(sorted(tellings(text)));
  });
});

describe("accusations", () => {
  it.each([
    [
      "Azerbaijan's Defence Ministry accused Armenian forces of breaking the ceasefire by shelling the town of Terter.",
      "incident/attack alleged ARM/actor ministry:AZE-defence/accuser",
    ],
    [
      "Armenian Foreign Minister Ararat Mirzoyan accused Azerbaijan of violating the trilateral statement.",
      "incident/violation alleged AZE/actor ararat-mirzoyan/accuser",
    ],
    ["Armenia accused Azerbaijan of an attack on Goris.", "incident/attack alleged ARM/accuser AZE/actor"],
    [
      "The Armenian Defence Ministry said its army had answered Azerbaijani shelling of villages along the front.",
      "incident/attack alleged AZE/actor ministry:ARM-defence/accuser",
    ],
  ])("the accused acts, not the accuser: %s", (text, expected) => {
    expect(tellings(text)).toContain(expected);
  });
});

describe("contacts that did not come about", () => {
  it.each([
    [
      "Ilham Aliyev cancelled the meeting with Nikol Pashinyan in Brussels.",
      "contact/meeting denied ilham-aliyev/participant nikol-pashinyan/participant",
    ],
    [
      "The meeting between Aliyev and Pashinyan that was planned for Thursday did not take place.",
      "contact/meeting denied ilham-aliyev/participant nikol-pashinyan/participant",
    ],
    [
      "The talks between Ilham Aliyev and Nikol Pashinyan were postponed.",
      "contact/talks planned ilham-aliyev/participant nikol-pashinyan/participant",
    ],
  ])("%s", (text, expected) => {
    expect(tellings(text)).toContain(expected);
  });
});

describe("what is only asked", () => {
  it.each([
    "Will Vladimir Putin meet with Joe Biden in Geneva in June?",
    "Q Vladimir Putin met with Joe Biden in Geneva yesterday. What is your comment?",
    "QUESTION: Armenia accused Azerbaijan of an attack on Goris. Do you agree?",
  ])("makes no claim: %s", (text) => {
    expect(claimsIn(text)).toEqual([]);
  });

  it("leaves the answer a claim", () => {
    expect(
      tellings("Q What about Geneva?\n\nMR PRICE: Vladimir Putin met with Joe Biden in Geneva."),
    ).toEqual(["contact/meeting happened joe-biden/participant vladimir-putin/participant"]);
  });
});
