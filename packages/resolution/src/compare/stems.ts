/**
 * Words as the comparison weighs them: stems, with the words that reports of contacts use for one thing under one name.
 * Stems are Porter's ("An algorithm for suffix stripping", 1980).
 */
import { stemmer } from "stemmer";

/**
 * Each row is one thing. The rows follow the kinds and provision types of the vocabulary (`TYPES`, `PROVISION_TYPES`):
 * what a contact is called, what becomes of prisoners, of troops, of a ceasefire, of the dead. A word that names two of
 * them ("return", of men or of land) stands in the row that contacts speak of most.
 */
const ROWS = [
  "talk talks negotiation conversation dialogue meeting meet met session round discussion call phone telephone spoke speak speaking interlocutor consultation",
  "detained detainee prisoner captive captured captivity custody pow arrested arrest detention",
  "release released return returned handed repatriation repatriated freed",
  "mine landmine demining minefield",
  "border boundary frontier",
  "delimitation demarcation delimit demarcate",
  "reject rejected refuse refused decline declined",
  "agree agreed agreement understanding",
  "shell shelled shelling fire firing bombard bombardment struck strike hit",
  "soldier serviceman servicemen troops",
  "remains bodies body",
  "observer monitor monitoring",
  "verify verification verified",
  "mediate mediator mediation facilitate facilitated facilitator",
  "crossing checkpoint",
  "begin begins began start starts started commence effect force",
  "observe observance adhere comply compliance",
  "killed dead died death fatality",
  "wounded injured",
  "people person civilian resident inhabitant",
  "withdraw withdrawal pullback",
  "displaced refugee",
  "border-post post",
  "humanitarian relief",
  "next forthcoming upcoming",
  "broader wider widen",
  "join attend attended participate participation",
].map((row) => row.split(" "));

const NAMED = new Map(ROWS.flatMap((row) => row.map((word) => [stemmer(word), `=${stemmer(row[0]!)}`])));

/** Words that carry grammar, and those that any account of any contact is full of. */
const STOP = new Set(
  (
    "a an the and or but nor of to in on at by for from with without into onto upon over under as than that this these those " +
    "which who whom whose what when where while it its they them their he him his she her we our us i you your " +
    "is are was were be been being am has have had having do does did done will would shall should may might can could must " +
    "not no never neither none also both each other others such so very more most some any all said says say saying stated " +
    "states according noted added told stressed emphasised emphasized there here then thus its it's s side sides party parties " +
    "took take taken takes place held hold holding regarding concerning about during between among after before until since " +
    "through within up out again further new if only last own same there minister ministers foreign ministry affairs republic " +
    "delegation delegations government"
  ).split(" "),
);

/** "Called for" is a demand, and no call. */
const CALLED = /^call(?:s|ed|ing)?$/u;

export interface Word {
  stem: string;
  /** Offsets into the text it was cut from. */
  start: number;
  end: number;
  /** Written with a capital and not at the beginning of a sentence. */
  name: boolean;
  number: boolean;
  /** Part of a date: when something was says little of what it was. */
  date: boolean;
}

const CALENDAR = new Set(
  (
    "january february march april may june july august september october november december " +
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow midnight"
  ).split(" "),
);

/** The words that tell something, in text order. `from` and `to` are offsets into the text. */
export function wordsIn(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(from, to).matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)) {
    const start = from + match.index;
    const lower = match[0].toLowerCase().replace(/['’]s$/u, "");
    if (
      STOP.has(lower) ||
      (CALLED.test(lower) && /^\s+(?:for|on|upon)\b/u.test(text.slice(start + lower.length)))
    )
      continue;
    for (const part of lower.split("-"))
      if (part && !STOP.has(part))
        words.push({
          stem: stemOf(part),
          start,
          end: start + match[0].length,
          name: /^\p{Lu}/u.test(match[0]) && /[\p{L}\p{N},]\s*$/u.test(text.slice(0, start)),
          number: /^\p{N}/u.test(part),
          date: isDate(part, text, start, start + match[0].length),
        });
  }
  return words;
}

function isDate(word: string, text: string, start: number, end: number): boolean {
  if (CALENDAR.has(word)) return true;
  if (!/^\d{1,4}$/.test(word)) return false;
  if (/^(19|20)\d\d$/.test(word)) return true;
  const after =
    /^\s+(?:(?:and|to|until|till)\s+\d{1,2}\s+)?(\p{L}+)/u.exec(text.slice(end, end + 40))?.[1] ?? "";
  const before = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1] ?? "";
  return CALENDAR.has(after.toLowerCase()) || CALENDAR.has(before.toLowerCase());
}

/** How many letters a country's name and the words made of it have in common: Armenia, Armenian. */
const ROOT = 5;

const DISCUSS = stemmer("discuss");

export function stemOf(word: string): string {
  const stem = stemmer(word);
  // A discussion is a contact; what was discussed is what it was about.
  if (stem === DISCUSS && !word.startsWith("discussion")) return stem;
  return NAMED.get(stem) ?? stem;
}

/** What the forms of a proper name share. */
export const rootOf = (word: string): string => word.toLowerCase().slice(0, ROOT);
