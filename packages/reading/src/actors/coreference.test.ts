import { describe, expect, it } from "vitest";
import { actorsOf, told } from "./actor-sample.ts";

const LAVROV = "person:sergey-lavrov";
const LE_DRIAN = "person:jean-yves-le-drian";

describe("counterparts", () => {
  it("takes the office from the person before", () => {
    const text = "Russian Foreign Minister Sergey Lavrov rang his French counterpart Jean-Yves Ledrian.";
    expect(actorsOf(text, "French counterpart Jean-Yves Ledrian", "2020-10-28")).toEqual([LE_DRIAN]);
    const mangled = "Foreign Minister Sergey Lavrov rang his Armenian counterpart Mnatsa Kanyan.";
    expect(actorsOf(mangled, "Armenian counterpart Mnatsa Kanyan", "2020-10-28")).toEqual([
      "person:zohrab-mnatsakanyan",
    ]);
  });

  it("is the state where nobody is named", () => {
    const text = "Foreign Minister Sergey Lavrov will meet his Egyptian counterpart.";
    expect(actorsOf(text, "Egyptian counterpart", "2020-10-28")).toEqual(["state:EGY"]);
  });
});

describe("titles alone", () => {
  const call = "Secretary of State Antony Blinken spoke with Israeli Foreign Minister Gabi Ashkenazi.";

  it("points at the one who bears it", () => {
    const found = told(`${call} The Secretary thanked Egypt. The Foreign Minister agreed.`, "2021-05-21");
    expect(found.Secretary).toEqual(["person:antony-blinken"]);
    expect(found["Foreign Minister"]).toEqual(["person:gabi-ashkenazi"]);
  });

  it("goes by the state, and is the state where its holder is not named", () => {
    const text =
      "Vladimir Putin met Ilham Aliyev. The President of Azerbaijan thanked the President of Turkey.";
    const found = told(text, "2021-11-26");
    expect(found["President of Azerbaijan"]).toEqual(["person:ilham-aliyev"]);
    expect(found["President of Turkey"]).toEqual(["state:TUR"]);
  });

  it("leaves an indefinite title alone", () => {
    expect(actorsOf(`${call} A foreign minister said so.`, "foreign minister", "2021-05-21")).toBeUndefined();
  });

  it("reads several states of one title", () => {
    const text = "He hosts the foreign ministers of Azerbaijan, Armenia and Russia.";
    expect(actorsOf(text, "foreign ministers of Azerbaijan, Armenia and Russia")).toEqual([
      "state:AZE",
      "state:ARM",
      "state:RUS",
    ]);
    expect(
      actorsOf(
        "Russian and German leaders spoke. Vladimir Putin rang Angela Merkel.",
        "Russian and German leaders",
        "2020-12-07",
      ),
    ).toEqual(["person:vladimir-putin", "person:angela-merkel"]);
  });
});

describe("lists of leaders", () => {
  const list = "leaders of Russia, Azerbaijan and Armenia";

  it("are persons only where the document names them all", () => {
    const two = `Vladimir Putin met Ilham Aliyev before the ${list} sat down.`;
    expect(actorsOf(two, list, "2021-11-26")).toEqual(["state:RUS", "state:AZE", "state:ARM"]);
    const three = `Vladimir Putin met Ilham Aliyev and Nikol Pashinyan before the ${list} sat down.`;
    expect(actorsOf(three, list, "2021-11-26")).toHaveLength(3);
    expect(actorsOf(three, list, "2021-11-26")?.every((id) => id.startsWith("person:"))).toBe(true);
  });

  it("go on past those who are not named", () => {
    const text = "She will meet with Israeli, Palestinian, and regional counterparts.";
    expect(actorsOf(text, "Israeli, Palestinian, and regional counterparts")).toEqual([
      "state:ISR",
      "state:PSE",
    ]);
  });
});

describe("groups", () => {
  const call =
    "Foreign Minister Sergey Lavrov and French Foreign Minister Jean-Yves Le Drian spoke by telephone.";

  it.each(["the ministers", "the two ministers", "both ministers"])("%s", (phrase) => {
    expect(actorsOf(`${call} Then ${phrase} agreed on a date.`, phrase, "2020-10-28")).toEqual([
      LAVROV,
      LE_DRIAN,
    ]);
  });

  it("takes the sides of a talk for those who talk, the sides of a war for those who fight", () => {
    const war = "Armenia and Azerbaijan shelled each other. Armenia and Azerbaijan mobilise.";
    expect(actorsOf(`${call} The sides agreed.`, "The sides", "2020-10-28")).toEqual([LAVROV, LE_DRIAN]);
    expect(
      actorsOf(`${war} ${call} They urged the opposing sides to stop.`, "the opposing sides", "2020-10-28"),
    ).toEqual(["state:ARM", "state:AZE"]);
  });

  it("says of which countries", () => {
    expect(actorsOf(`${call} The two countries trade.`, "The two countries", "2020-10-28")).toEqual([
      "state:RUS",
      "state:FRA",
    ]);
  });

  it("abstains where the number does not fit", () => {
    expect(
      actorsOf("France and Iran spoke. The three countries agreed.", "The three countries"),
    ).toBeUndefined();
  });
});

describe("pronouns", () => {
  it("keeps to gender", () => {
    const text = "Vladimir Putin rang Angela Merkel. She thanked him.";
    expect(told(text, "2020-12-07").She).toEqual(["person:angela-merkel"]);
  });

  it("is silent where nobody is near", () => {
    expect(told("He left.")).toEqual({});
  });

  it("reads it only after a verb of saying", () => {
    expect(told("Azerbaijan said it would answer.").it).toEqual(["state:AZE"]);
    expect(told("Azerbaijan answered. It is not clear how.").It).toBeUndefined();
  });
});

describe("the ministry", () => {
  it("is the one named last, or the minister's", () => {
    expect(told("The Turkish Foreign Ministry protested, the ministry said.").ministry).toEqual([
      "ministry:TUR-foreign-affairs",
    ]);
    const text = "Russian Foreign Minister Sergei Lavrov spoke. The Russian ministry gave no date.";
    expect(told(text)["Russian ministry"]).toEqual(["ministry:RUS-foreign-affairs"]);
  });
});
