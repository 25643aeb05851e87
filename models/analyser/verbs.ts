/** Verbs of diplomacy and conflict with their forms, for the lemma rules: the treebanks are poor in them. Own list. */

const REGULAR =
  `abduct abolish accuse acquit adjourn affirm aggravate allege ambush annex appease arbitrate assassinate assert attack avert
  ban besiege blockade bomb bombard brief broker cease cede censure clash coerce commence commend compel concede conclude condemn confer
  consolidate contravene convene convey coordinate criticize deny deplore deploy deport deprive detain deteriorate dismantle dispatch displace
  dissolve down draft embargo emphasize enforce escalate evacuate exchange exclude execute exert expel explode expire express extradite facilitate
  fire foil guarantee halt harass hijack host impede implement impose infiltrate inflict initiate injure inspect instigate intercept intervene
  intimidate invade invoke jeopardize kidnap kill launch liberate loot massacre mediate mobilize monitor murder negotiate neutralize normalize
  notify nullify object obligate occupy offer oust patrol perpetrate phone pledge postpone proclaim prolong propel propose provoke pursue quell
  raid ratify reaffirm rebuke rebuff receive reconcile reconvene recur refute reinforce reiterate reject release relinquish renew renounce repatriate
  repel reprimand resettle resume retaliate revoke sanction scold seize sentence shell sign slam smuggle snipe stabilize stage stress strike-down
  stipulate subside suppress surrender suspend target tie telephone terminate threaten thwart trade transfer uncover underline underscore unveil
  urge vacate violate visit voice vow warn welcome wound yield`
    .split(/\s+/u)
    .filter((verb) => !verb.includes("-"));

/** "shell" doubles nothing, "expel" does. */
const DOUBLING = new Set([
  "ban",
  "compel",
  "concur",
  "confer",
  "expel",
  "kidnap",
  "patrol",
  "propel",
  "quel",
  "recur",
  "repel",
  "slam",
]);

const IRREGULAR: Record<string, [past: string, participle: string]> = {
  shoot: ["shot", "shot"],
  flee: ["fled", "fled"],
  withdraw: ["withdrew", "withdrawn"],
  overthrow: ["overthrew", "overthrown"],
  strike: ["struck", "struck"],
  undertake: ["undertook", "undertaken"],
  uphold: ["upheld", "upheld"],
  withhold: ["withheld", "withheld"],
  forsake: ["forsook", "forsaken"],
  forbid: ["forbade", "forbidden"],
  seek: ["sought", "sought"],
  fight: ["fought", "fought"],
  lay: ["laid", "laid"],
  lead: ["led", "led"],
  bind: ["bound", "bound"],
  swear: ["swore", "sworn"],
  foresee: ["foresaw", "foreseen"],
  oversee: ["oversaw", "overseen"],
  arise: ["arose", "arisen"],
  break: ["broke", "broken"],
  overrun: ["overran", "overrun"],
};

export interface VerbForm {
  form: string;
  lemma: string;
  xpos: "VBD" | "VBN" | "VBG" | "VBZ";
}

/** Every form of every verb of the list. */
export function verbForms(): VerbForm[] {
  const all = REGULAR.flatMap((lemma) => [
    ...formsOf(lemma, withEnding(lemma, "ed"), withEnding(lemma, "ed")),
  ]);
  for (const [lemma, [past, participle]] of Object.entries(IRREGULAR))
    all.push(...formsOf(lemma, past, participle));
  return all;
}

function formsOf(lemma: string, past: string, participle: string): VerbForm[] {
  const third = /(?:s|x|z|ch|sh)$/u.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/u.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`;
  return [
    { form: past, lemma, xpos: "VBD" },
    { form: participle, lemma, xpos: "VBN" },
    { form: withEnding(lemma, "ing"), lemma, xpos: "VBG" },
    { form: third, lemma, xpos: "VBZ" },
  ];
}

function withEnding(lemma: string, ending: "ed" | "ing"): string {
  if (lemma.endsWith("ie") && ending === "ing") return `${lemma.slice(0, -2)}ying`;
  if (lemma.endsWith("ee") && ending === "ing") return `${lemma}ing`;
  if (lemma.endsWith("e")) return lemma.slice(0, -1) + ending;
  if (/[^aeiou]y$/u.test(lemma) && ending === "ed") return `${lemma.slice(0, -1)}ied`;
  return DOUBLING.has(lemma) ? lemma + lemma.at(-1) + ending : lemma + ending;
}
