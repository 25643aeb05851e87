/**
 * Sentences of our own making for training: acts (`phrases.yaml`) under the operators that keep or turn their root by
 * the rules of the PLOVER and CAMEO codebooks. They let a verb that the labelled pairs lack be coded all the same.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Root } from "../../packages/reading/src/code/concepts.ts";
import type { Pair } from "./dev-set.ts";

const PHRASES = join(import.meta.dirname, "phrases.yaml");
const IRREGULAR: Record<string, [past: string, participle: string]> = {
  meet: ["met", "met"],
  hold: ["held", "held"],
  speak: ["spoke", "spoken"],
  begin: ["began", "begun"],
  sit: ["sat", "sat"],
  pay: ["paid", "paid"],
  find: ["found", "found"],
  send: ["sent", "sent"],
  sue: ["sued", "sued"],
  give: ["gave", "given"],
  lend: ["lent", "lent"],
  sell: ["sold", "sold"],
  rebuild: ["rebuilt", "rebuilt"],
  withdraw: ["withdrew", "withdrawn"],
  lay: ["laid", "laid"],
  step: ["stepped", "stepped"],
  permit: ["permitted", "permitted"],
  seek: ["sought", "sought"],
  drop: ["dropped", "dropped"],
  break: ["broke", "broken"],
  set: ["set", "set"],
  strike: ["struck", "struck"],
  go: ["went", "gone"],
  put: ["put", "put"],
  cut: ["cut", "cut"],
  shut: ["shut", "shut"],
  ban: ["banned", "banned"],
  shoot: ["shot", "shot"],
  beat: ["beat", "beaten"],
  take: ["took", "taken"],
  overrun: ["overran", "overrun"],
  fight: ["fought", "fought"],
  make: ["made", "made"],
  acquit: ["acquitted", "acquitted"],
  burn: ["burned", "burned"],
  strip: ["stripped", "stripped"],
  kidnap: ["kidnapped", "kidnapped"],
  grant: ["granted", "granted"],
};

function inflect(verb: string): { past: string; participle: string; third: string; ing: string } {
  const third = /(?:s|sh|ch|x|z)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : verb === "go"
        ? "goes"
        : `${verb}s`;
  const regular = verb.endsWith("e")
    ? `${verb}d`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : `${verb}ed`;
  const [past, participle] = IRREGULAR[verb] ?? [regular, regular];
  const ing = verb.endsWith("e") && !verb.endsWith("ee") ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
  return { past, participle, third, ing };
}

const COOPERATIVE: ReadonlySet<Root> = new Set(["CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"]);
const HARD: ReadonlySet<Root> = new Set(["PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"]);

/** Openings before the base form and what they make of the act. */
const turned = (root: Root): { opening: string; root: Root }[] => {
  if (COOPERATIVE.has(root))
    return [
      ...[
        "has agreed to",
        "will",
        "is willing to",
        "said it would",
        "has promised to",
        "is ready to",
        "offered to",
      ].map((opening) => ({ opening, root: "AGREE" as const })),
      ...["has refused to", "will not", "declined to", "said it would not"].map((opening) => ({
        opening,
        root: "REJECT" as const,
      })),
    ];
  if (HARD.has(root))
    return ["threatened to", "has threatened to", "said it would", "vowed to", "warned it would"].map(
      (opening) => ({
        opening,
        root: "THREATEN" as const,
      }),
    );
  return [];
};

const CLOSINGS = [
  ".",
  " on Monday.",
  ", officials said.",
  " after weeks of tension.",
  " this week.",
  ", the ministry said.",
];

function pair(id: string, opening: string, phrase: string, root: Root, closing: string): Pair {
  const before = opening ? `Alphaland ${opening} ` : "Alphaland ";
  const at = phrase.search(/\bT\b/);
  const text = before + phrase.replace(/\bT\b/, "Betaland") + closing;
  const start = before.length + at;
  return {
    id,
    text,
    source: { start: 0, end: 9, text: "Alphaland" },
    target: { start, end: start + 8, text: "Betaland" },
    root,
    quad: 0,
  };
}

/** In a fixed order; the same on every run. */
export function generatePairs(): Pair[] {
  const acts: Record<Root, string[]> = parse(readFileSync(PHRASES, "utf8"));
  const pairs: Pair[] = [];
  const add = (opening: string, phrase: string, root: Root) => {
    const closing = CLOSINGS[pairs.length % CLOSINGS.length] as string;
    pairs.push(pair(`made-${pairs.length}`, opening, phrase, root, closing));
  };
  for (const [root, phrases] of Object.entries(acts) as [Root, string[]][])
    for (const phrase of phrases) {
      const [verb = "", ...rest] = phrase.split(" ");
      const { past, participle, third, ing } = inflect(verb);
      const tail = rest.join(" ");
      for (const form of [past, `has ${participle}`, third, `on Tuesday ${past}`, `is ${ing}`])
        add("", `${form} ${tail}`, root);
      for (const { opening, root: other } of turned(root)) add(opening, phrase, other);
    }
  return pairs;
}
