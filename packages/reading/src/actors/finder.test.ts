import { describe, expect, it } from "vitest";
import { actorsOf, finder, read, told } from "./actor-sample.ts";

describe("persons with a title", () => {
  it.each([
    ["Armenian Foreign Minister Mnatsa Kanyan", "person:zohrab-mnatsakanyan", "2020-10-02"],
    ["Armenian Foreign Minister Mnatsa Kanyan", "person:zohrab-mnatsakanyan", null],
    ["Azerbaijani Foreign Minister Bairamov", "person:jeyhun-bayramov", "2020-10-02"],
    ["EU High Representative for Foreign and Security Policy Borelli", "person:josep-borrell", "2020-10-02"],
    ["Russia's UN Ambassador Vassily Nebenzia", "person:vasily-nebenzya", null],
    ["Turkish Foreign Minister Mevlüt Çavuşoglu", "person:mevlut-cavusoglu", null],
    ["Turkish Minister of External Affairs Chavushoglu", "person:mevlut-cavusoglu", "2021-03-01"],
    ["President Abdel-Fattah Al-Sissi of Egypt", "person:abdel-fattah-el-sisi", null],
    ["Ukrainian President Vladimir Zelenskiy", "person:volodymyr-zelenskyy", "2022-01-20"],
    ["Foreign Minister of Belarus Vladimir Makey", "person:vladimir-makei", "2021-05-05"],
    ["Iranian Foreign Minister Hossein Amirabdollahian", "person:hossein-amir-abdollahian", "2022-05-05"],
    ["Kazakh President Kasym-Zhomart Tokayev", "person:kassym-jomart-tokayev", "2022-01-07"],
    ["Chinese Foreign Minister Wang Yi", "person:wang-yi", "2021-05-05"],
    ["Secretary of State Antony J. Blinken", "person:antony-blinken", "2021-05-05"],
    [
      "Deputy Prime Minister and Foreign Minister of Qatar Sheikh Mohammed bin Abdulrahman Al-Thani",
      "person:mohammed-bin-abdulrahman-al-thani",
      "2022-05-05",
    ],
  ])("%s", (phrase, id, published) => {
    expect(actorsOf(`On Friday ${phrase} spoke to reporters.`, phrase, published)).toEqual([id]);
  });

  it("tells two holders of one family name apart by the date", () => {
    const text = "Israeli Defence Minister Katz and Foreign Minister Cohen met.";
    expect(actorsOf(text, "Israeli Defence Minister Katz", "2024-12-01")).toEqual(["person:israel-katz"]);
  });

  it("thinks of the present holder of a name before an earlier one", () => {
    const phrase = "Azerbaijani President Aliyev";
    expect(actorsOf(`${phrase} spoke.`, phrase)).toEqual(["person:ilham-aliyev"]);
    expect(actorsOf(`${phrase} spoke.`, phrase, "2022-01-01")).toEqual(["person:ilham-aliyev"]);
    expect(actorsOf(`${phrase} spoke.`, phrase, "1999-01-01")).toEqual(["person:heydar-aliyev"]);
  });

  it("keeps an unknown person as written, with the country and without a guess", () => {
    const { mentions, actors } = read(
      "Tongan Foreign Minister Sione Tupoumalohi arrived in Suva.",
      "2021-05-05",
    );
    const person = actors.find((actor) => actor.kind === "person");
    expect(person).toMatchObject({
      id: "person:?-sione-tupoumalohi",
      name: "Sione Tupoumalohi",
      country: "TON",
      offices: [],
    });
    expect(mentions[0]?.confidence).toBeLessThan(0.6);
    expect(mentions[0]?.office).toEqual({ title: "Foreign Minister", of: "state:TON" });
  });

  it("does not take the holder of the office for somebody else of another name", () => {
    const link = actorsOf(
      "Armenian Foreign Minister Petrosyan said so.",
      "Armenian Foreign Minister Petrosyan",
      "2020-10-02",
    );
    expect(link).toEqual(["person:?-petrosyan"]);
  });

  it("gives one unknown person one id however the text shortens the name", () => {
    const text =
      "Secretary Vale's Call with Tongan Prime Minister Tupouniua\n\nTongan Prime Minister Hale Tupouniua spoke. Tupouniua agreed.";
    const { actors } = read(text);
    expect(actors.filter((actor) => actor.id.includes("tupouniua"))).toHaveLength(1);
  });

  it("reads a name beside its office", () => {
    const before = told("Abdullatif Al Zayani, Bahrain's foreign minister, left for Cairo.", "2021-05-05");
    expect(before["Abdullatif Al Zayani"]).toEqual(["person:abdullatif-bin-rashid-al-zayani"]);
    expect(before["Bahrain's foreign minister"]).toEqual(["person:abdullatif-bin-rashid-al-zayani"]);
    const after = told("Russia's foreign minister, Sergei Lavrov, left for Cairo.");
    expect(after["Russia's foreign minister, Sergei Lavrov"]).toEqual(["person:sergey-lavrov"]);
  });

  it("does not join a title to the name of another country's man after a comma", () => {
    const text = "At the request of the President of Turkey, Vladimir Putin described the talks.";
    expect(told(text)).toEqual({
      "President of Turkey": ["state:TUR"],
      "Vladimir Putin": ["person:vladimir-putin"],
    });
  });

  it("leaves out nicknames and middle initials", () => {
    const text = "Israeli Minister of Defense Benjamin “Benny” Gantz met Joseph R. Biden.";
    expect(read(text, "2021-06-03").mentions.map((mention) => mention.actors)).toEqual([
      ["person:benny-gantz"],
      ["person:joe-biden"],
    ]);
  });

  it("does not give one man another's office over an and", () => {
    const text = "The Italian foreign minister and Secretary Blinken spoke.";
    expect(actorsOf(text, "Secretary Blinken", "2021-06-03")).toEqual(["person:antony-blinken"]);
  });

  it("keeps a title that outlived its office", () => {
    expect(actorsOf("He recalled what President Obama said.", "President Obama", "2021-09-01")).toEqual([
      "person:barack-obama",
    ]);
  });
});

describe("bodies and states", () => {
  it("makes ministries from the state's name", () => {
    const text =
      "The Armenian defense ministry denied it, and the Ministry of Foreign Affairs of Georgia protested.";
    expect(told(text)).toEqual({
      "Armenian defense ministry": ["ministry:ARM-defence"],
      "Ministry of Foreign Affairs of Georgia": ["ministry:GEO-foreign-affairs"],
    });
    expect(finder.actorById("ministry:GEO-foreign-affairs")).toMatchObject({
      kind: "ministry",
      country: "GEO",
    });
  });

  it("takes the adjective with what it qualifies", () => {
    const text = "The Azerbaijani Armed Forces fired, the Armenian side said.";
    expect(told(text)).toEqual({ "Azerbaijani Armed Forces": ["state:AZE"], "Armenian side": ["state:ARM"] });
  });

  it("tells US and us apart, and an outlet from its words in small letters", () => {
    expect(told("They came to us in Russia today.")).toEqual({ Russia: ["state:RUS"] });
    expect(told("The US agreed.")).toEqual({ US: ["state:USA"] });
  });

  it("names the format, not its words", () => {
    const text = "He thanked the co-chairs of the OSCE Minsk Group.";
    expect(actorsOf(text, "co-chairs of the OSCE Minsk Group")).toEqual(["org:osce-minsk-group"]);
  });

  it("gives disputed authorities a neutral kind", () => {
    const { actors } = read("Abkhazia and the Donetsk People's Republic sent notes.");
    expect(actors.map((actor) => [actor.id, actor.kind])).toEqual([
      ["entity:abkhazia", "entity"],
      ["entity:donetsk-authorities", "entity"],
    ]);
  });
});

describe("every reading", () => {
  const text =
    "Armenian Foreign Minister Ararat Mirzoyan called Azerbaijani Foreign Minister Jeyhun Bayramov. The ministers agreed that both sides would meet in Tbilisi. He thanked Russia. The ministry gave no date.";

  it("ties each mention to its tokens and lists every actor that a mention names", () => {
    const { mentions, actors } = read(text, "2022-04-11");
    expect(mentions.length).toBeGreaterThan(5);
    for (const mention of mentions) {
      expect(mention.first).toBeLessThanOrEqual(mention.last);
      expect(mention.why).not.toBe("");
      for (const id of mention.actors) expect(actors.some((actor) => actor.id === id)).toBe(true);
    }
    for (let i = 1; i < mentions.length; i++)
      expect(mentions[i]!.start).toBeGreaterThanOrEqual(mentions[i - 1]!.end);
    expect(actors.map((actor) => actor.id)).toEqual(actors.map((actor) => actor.id).sort());
  });

  it("gives the same twice", () => {
    expect(read(text, "2022-04-11")).toEqual(read(text, "2022-04-11"));
  });

  it("swaps when the sides swap", () => {
    const swap = (value: string) =>
      value.replace(
        /Armeni|Azerbaijan|ARM|AZE|person:[a-z-]+|Ararat Mirzoyan|Jeyhun Bayramov/g,
        (found) => SWAPPED[found] ?? found,
      );
    const sentence =
      "Armenian Foreign Minister Ararat Mirzoyan told Azerbaijani Foreign Minister Jeyhun Bayramov that Armenian forces had left. The Azerbaijani side disagreed.";
    const other =
      "Azerbaijani Foreign Minister Jeyhun Bayramov told Armenian Foreign Minister Ararat Mirzoyan that Azerbaijani forces had left. The Armenian side disagreed.";
    const ids = (one: string) => read(one, "2022-04-11").mentions.map((mention) => mention.actors.join());
    expect(ids(sentence).map(swap)).toEqual(ids(other));
  });
});

const SWAPPED: Record<string, string> = {
  ARM: "AZE",
  AZE: "ARM",
  "person:ararat-mirzoyan": "person:jeyhun-bayramov",
  "person:jeyhun-bayramov": "person:ararat-mirzoyan",
};
