/**
 * Sentences of our own in which two sides may change places, and pairs of sides to put into them. For tests only.
 * `{A}` and `{B}` are the sides, `{Aadj}` the adjective, `{Acap}` the capital, `{Aforeign}` the foreign minister with office
 * and name, `{Atitle}` the foreign minister by office alone, `{Alead}` the head of state or government by name.
 */

export interface Side {
  name: string;
  adj: string;
  /** Absent for armed groups. */
  cap?: string;
  foreign?: string;
  lead: string;
  /** Ids that the reader gives to the side and its people, each with what it is on either side. */
  ids: Record<string, string>;
}

const state = (code: string, { name, adj, cap, foreign, lead }: Required<Omit<Side, "ids">>): Side => ({
  name,
  adj,
  cap,
  foreign,
  lead,
  ids: {
    [`state:${code}`]: "side",
    [personId(foreign)]: "minister",
    [personId(lead)]: "leader",
    [code]: "CODE",
  },
});

const group = (name: string, adj: string, lead: string): Side => ({ name, adj, lead, ids: {} });

const personId = (name: string) => `person:${name.toLowerCase().replaceAll(" ", "-")}`;

/** In office together on this day. */
export const DAY = "2022-05-16";

export const PAIRS: Record<string, readonly [Side, Side]> = {
  "Armenia and Azerbaijan": [
    state("ARM", {
      name: "Armenia",
      adj: "Armenian",
      cap: "Yerevan",
      foreign: "Ararat Mirzoyan",
      lead: "Nikol Pashinyan",
    }),
    state("AZE", {
      name: "Azerbaijan",
      adj: "Azerbaijani",
      cap: "Baku",
      foreign: "Jeyhun Bayramov",
      lead: "Ilham Aliyev",
    }),
  ],
  "Russia and Ukraine": [
    state("RUS", {
      name: "Russia",
      adj: "Russian",
      cap: "Moscow",
      foreign: "Sergey Lavrov",
      lead: "Vladimir Putin",
    }),
    state("UKR", {
      name: "Ukraine",
      adj: "Ukrainian",
      cap: "Kyiv",
      foreign: "Dmytro Kuleba",
      lead: "Volodymyr Zelenskyy",
    }),
  ],
  "Israel and Iran": [
    state("ISR", {
      name: "Israel",
      adj: "Israeli",
      cap: "Jerusalem",
      foreign: "Yair Lapid",
      lead: "Naftali Bennett",
    }),
    state("IRN", {
      name: "Iran",
      adj: "Iranian",
      cap: "Tehran",
      foreign: "Hossein Amir-Abdollahian",
      lead: "Ebrahim Raisi",
    }),
  ],
  "India and Pakistan": [
    state("IND", {
      name: "India",
      adj: "Indian",
      cap: "New Delhi",
      foreign: "Subrahmanyam Jaishankar",
      lead: "Narendra Modi",
    }),
    state("PAK", {
      name: "Pakistan",
      adj: "Pakistani",
      cap: "Islamabad",
      foreign: "Bilawal Bhutto Zardari",
      lead: "Shehbaz Sharif",
    }),
  ],
  "Ethiopia and Eritrea": [
    state("ETH", {
      name: "Ethiopia",
      adj: "Ethiopian",
      cap: "Addis Ababa",
      foreign: "Demeke Mekonnen",
      lead: "Abiy Ahmed",
    }),
    state("ERI", {
      name: "Eritrea",
      adj: "Eritrean",
      cap: "Asmara",
      foreign: "Osman Saleh",
      lead: "Isaias Afwerki",
    }),
  ],
  "Serbia and Kosovo": [
    state("SRB", {
      name: "Serbia",
      adj: "Serbian",
      cap: "Belgrade",
      foreign: "Nikola Selakovic",
      lead: "Aleksandar Vucic",
    }),
    state("XKX", {
      name: "Kosovo",
      adj: "Kosovar",
      cap: "Pristina",
      foreign: "Donika Gervalla-Schwarz",
      lead: "Albin Kurti",
    }),
  ],
  "two invented groups": [
    group("the Marovian Liberation Front", "Marovian", "Daro Venik"),
    group("the Selkian Liberation Front", "Selkian", "Milo Tarsen"),
  ],
};

const each = (patterns: readonly string[], parts: Record<string, readonly string[]>): string[] =>
  Object.entries(parts).reduce<string[]>(
    (made, [slot, fillers]) =>
      made.flatMap((pattern) =>
        pattern.includes(slot) ? fillers.map((filler) => pattern.replaceAll(slot, filler)) : [pattern],
      ),
    [...patterns],
  );

/** Two who talk, alike on both sides. */
const TALKERS = ["{Aforeign}/{Bforeign}", "{Alead}/{Blead}", "{Atitle}/{Btitle}", "{A}/{B}"];
const together = (patterns: readonly string[], among = TALKERS): string[] =>
  patterns.flatMap((pattern) =>
    among.map((two) => {
      const [x, y] = two.split("/") as [string, string];
      return pattern.replaceAll("X", x).replaceAll("Y", y);
    }),
  );

/** Some four hundred sentences by what they tell. */
export const SENTENCES: Record<string, readonly string[]> = {
  contacts: together([
    "X spoke by phone with Y on Thursday.",
    "X met with Y in Geneva on Thursday.",
    "X and Y held talks in Vienna on Thursday.",
    "X and Y will meet in Geneva next week.",
    "X cancelled the meeting with Y.",
    "X is ready to meet with Y.",
    "X refused to meet with Y.",
    "A telephone conversation between X and Y took place on Thursday.",
    "X did not meet with Y in Geneva.",
    "X sent a letter to Y on Thursday.",
  ]),
  visits: together(
    [
      "X arrived in {Bcap} on Thursday.",
      "X will visit {B} next week.",
      "X paid a visit to {Bcap} and held talks with Y.",
    ],
    ["{Aforeign}/{Bforeign}", "{Alead}/{Blead}"],
  ),
  attacks: each(
    [
      "WHO shelled {Badj} positions on Thursday.",
      "WHO opened fire on {Badj} troops near the border.",
      "WHO attacked a {Badj} village, killing three civilians.",
      "{Badj} positions were shelled by WHO on Thursday.",
      "WHO shot down a {Badj} drone on Thursday.",
      "{B} said that WHO had shelled its positions.",
      "According to {B}, WHO attacked two villages on Thursday.",
      "WHO exchanged fire with {Badj} troops on Thursday.",
    ],
    { WHO: ["{A}", "{Aadj} forces", "the {Aadj} army", "{Aadj} artillery"] },
  ),
  accusations: each(
    [
      "WHO accused {B} of DEED.",
      "{B} was accused by WHO of DEED.",
      "{B} denies DEED, of which WHO accuses it.",
    ],
    {
      WHO: ["{A}", "{Acap}", "{Aforeign}", "the {Aadj} Defence Ministry"],
      DEED: ["violating the ceasefire", "shelling a village", "an attack on a convoy"],
    },
  ),
  denials: each(
    [
      "WHO denied WHAT.",
      "WHO rejected {Badj} claims of WHAT.",
      "WHO denied that {Aadj} forces had shelled {Badj} villages.",
    ],
    {
      WHO: ["{A}", "{Acap}", "{Aforeign}", "the {Aadj} Foreign Ministry"],
      WHAT: ["an attack on {Badj} territory", "a violation of the ceasefire with {B}"],
    },
  ),
  violations: each(
    [
      "WHO violated the ceasefire with {B} on Thursday.",
      "WHO broke the truce, {B} said.",
      "{Badj} officials said that WHO had violated the ceasefire twelve times.",
      "The ceasefire with {B} was violated by WHO.",
      "WHO has not violated the ceasefire with {B}.",
    ],
    { WHO: ["{A}", "{Aadj} forces", "the {Aadj} army"] },
  ),
  exchanges: each(
    [
      "WHO released twelve {Badj} prisoners of war on Thursday.",
      "WHO handed over the bodies of five {Badj} soldiers to {B}.",
      "WHO and {B} exchanged prisoners on Thursday.",
      "WHO will release ten {Badj} detainees next week.",
      "WHO called on {B} to release all prisoners.",
      "WHO returned fifteen detainees to {B}.",
      "WHO captured four {Badj} soldiers on Thursday.",
    ],
    { WHO: ["{A}", "the {Aadj} side", "the {Aadj} authorities"] },
  ),
  withdrawals: each(
    [
      "WHO withdrew its troops from the {Badj} border.",
      "WHO will withdraw its forces from {B} next week.",
      "{B} demanded that WHO withdraw its troops.",
      "{B} called on WHO to withdraw its troops from the border.",
      "WHO deployed additional troops to the border with {B}.",
    ],
    { WHO: ["{A}", "the {Aadj} side", "the {Aadj} army"] },
  ),
  offers: each(
    [
      "WHO offered {B} talks.",
      "WHO proposed a ceasefire to {B}.",
      "WHO offered to release ten {Badj} prisoners.",
      "WHO said it was ready to sign an agreement with {B}.",
      "WHO rejected a {Badj} offer of a ceasefire.",
    ],
    { WHO: ["{A}", "{Acap}", "{Aforeign}", "{Alead}"] },
  ),
  conditions: each(
    [
      "WHO will withdraw its troops if {B} releases the prisoners.",
      "WHO is ready to release the prisoners if {B} withdraws its troops.",
      "If {B} stops shelling, WHO will open the border.",
      "WHO will not meet with {B} unless its troops withdraw.",
    ],
    { WHO: ["{A}", "{Acap}", "the {Aadj} side"] },
  ),
  agreements: together([
    "X and Y signed a ceasefire agreement on Thursday.",
    "X and Y agreed on a ceasefire.",
    "X signed a statement with Y in Geneva.",
    "X and Y will sign a peace agreement next week.",
    "The ceasefire agreement between X and Y took effect on Thursday.",
    "X withdrew from the ceasefire agreement with Y.",
  ]),
  positions: each(
    [
      "WHO called on {B} to show restraint.",
      "WHO condemned the {Badj} attack.",
      "WHO threatened {B} with sanctions.",
      "WHO warned {B} against further escalation.",
      "WHO imposed sanctions on {B} on Thursday.",
      "WHO expelled two {Badj} diplomats on Thursday.",
    ],
    { WHO: ["{A}", "{Acap}", "{Aforeign}", "the {Aadj} Foreign Ministry"] },
  ),
};

/** Null where the sentence names what the sides do not have: an armed group has no capital and no minister. */
export function render(sentence: string, sides: readonly [Side, Side]): string | null {
  let able = true;
  const filled = sentence.replace(
    /\b(an?) \{([AB])adj\}|\{([AB])(\w*)\}/g,
    (_, article, owner, side, part) => {
      const { name, adj, cap, foreign, lead } = sides[(owner ?? side) === "A" ? 0 : 1];
      if (article) return `${/^[AEIO]/.test(adj) ? "an" : "a"} ${adj}`;
      const words: Record<string, string | undefined> = {
        "": name,
        adj,
        cap,
        lead,
        foreign: foreign && `${adj} Foreign Minister ${foreign}`,
        title: foreign && `the ${adj} foreign minister`,
      };
      able &&= words[part] !== undefined;
      return words[part] ?? "";
    },
  );
  return able ? `${filled[0]!.toUpperCase()}${filled.slice(1)}` : null;
}
