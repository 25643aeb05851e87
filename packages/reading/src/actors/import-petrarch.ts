/**
 * Reads actor dictionaries in the TABARI/PETRARCH form as lexicon entries.
 * Names of whole states are left out: the lexicons tell a state from its capital and its people, the dictionaries do not.
 */
import type { ActorKind } from "@parley/protocol";
import type { ActorEntry, OfficeEntry } from "./entry.ts";
import { slugOf } from "./fold.ts";

export interface Imported {
  /** To be put before the project's own entries, so that those decide where both know an actor. In file order, each id once. */
  entries: ActorEntry[];
  /** Lines that are not of the form, with their number from 1. What else they belong to is taken. */
  rejected: { line: number; why: string }[];
  /** What is of the form and was left out, in file order. */
  left: { line: number; name: string; why: string }[];
}

/** Why an entry of a dictionary is left out. */
export const LEFT = {
  state: "the name of a whole state, which the lexicons know with its capital and its people",
  agent: "a word for a kind of person ([~…]), no actor",
  uncoded: "no code that says what it is",
  nameless: "no letter in its name",
} as const;

interface Block {
  line: number;
  names: string[];
  /** Among its codes was one for agents. */
  agent: boolean;
  codes: { code: string; from: string | null; to: string | null }[];
}

// CAMEO codebook 1.1b3, chapter on actors: role codes of those who fight, and codes that stand where a country code would.
const FIGHTS = /(REB|SEP|UAF|INS|PRM)/;
const WORLD: Record<string, ActorKind> = {
  IGO: "organisation",
  NGO: "organisation",
  NGM: "organisation",
  MNC: "organisation",
  IMG: "armed-group",
};
const OFFICIAL = /(GOV|ELI|MIL|OPP|LEG|JUD|PTY)/;

/** `source` is kept with every entry ("Phoenix.Countries.actors.txt, Open Event Data Alliance"). Never throws on content. */
export function importPetrarch(text: string, source: string): Imported {
  const rejected: Imported["rejected"] = [];
  const left: Imported["left"] = [];
  const entries = new Map<string, ActorEntry>();
  for (const block of blocks(text, rejected)) {
    const entry = entryOf(block, source);
    if (typeof entry === "string") {
      left.push({ line: block.line, name: block.names[0]!, why: LEFT[entry] });
      continue;
    }
    const before = entries.get(entry.id);
    if (before)
      before.also = [...new Set([...(before.also ?? []), entry.name, ...(entry.also ?? [])])].filter(
        (name) => name !== before.name,
      );
    else entries.set(entry.id, entry);
  }
  return { entries: [...entries.values()], rejected, left };
}

function blocks(text: string, rejected: Imported["rejected"]): Block[] {
  const found: Block[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.replace(/#.*$/, "").replace(/;.*$/, "").trimEnd();
    if (line.trim() === "" || /^\s*(<!--|-->)/.test(line)) return;
    const reject = (why: string) => rejected.push({ line: index + 1, why });
    const name = line.replace(/\[.*$/, "").trim();
    const isNew = name !== "" && !name.startsWith("+");
    if (isNew) found.push({ line: index + 1, names: [name], codes: [], agent: false });
    const block = found.at(-1);
    if (!block) {
      reject("a synonym or a code before any name");
      return;
    }
    if (name.startsWith("+")) block.names.push(name.slice(1));
    if (/\[[^\]]*$/.test(line)) reject("a code without its closing bracket");
    for (const [, inside] of line.matchAll(/\[([^\]]*)\]/g)) {
      const code = codeOf(inside!);
      if (code === "agent") block.agent = true;
      else if (typeof code === "string") reject(code);
      else if (code) block.codes.push(code);
    }
  });
  return found;
}

/** "ARMGOV 980204-080409", "USRARM <900823", "IGOUNO >050501"; null for the empty code "---"; otherwise what is wrong. */
function codeOf(inside: string): Block["codes"][number] | string | null {
  const [code, range, ...more] = inside
    .trim()
    .replace(/([<>])\s+/, "$1")
    .split(/\s+/);
  if (code === "---") return null;
  if (/^~|~$/.test(code ?? "")) return "agent";
  if (!code || !/^[A-Z]{3,}[A-Z0-9]*$/.test(code) || more.length > 0)
    return `[${inside}] is no code: it wants capital letters, then at most one date or two`;
  if (range === undefined) return { code, from: null, to: null };
  const days = range.replace(/^[<>]/, "").split("-");
  const [one, other] = days.map(dayOf);
  if (days.length > 2 || days.some((day, i) => day !== "" && (i === 0 ? one : other) === null))
    return `[${inside}] has a date that is none: it wants YYMMDD or YYYYMMDD`;
  if (range.startsWith("<")) return { code, from: null, to: one ?? null };
  return { code, from: one ?? null, to: other ?? null };
}

/** Six digits or eight, year first; the dictionaries reach from the 1930s to the 2010s. Null where it is no date. */
function dayOf(digits: string): string | null {
  const match = /^(\d\d)?(\d\d)(\d\d)(\d\d)$/.exec(digits);
  if (!match) return null;
  const [, century, year, month, day] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${century ?? (Number(year) >= 30 ? "19" : "20")}${year}-${month}-${day}`;
}

/** The entry, or why there is none. */
function entryOf({ names, codes, agent }: Block, source: string): ActorEntry | keyof typeof LEFT {
  const [first] = codes;
  if (!first) return agent ? "agent" : "uncoded";
  if (codes.every(({ code }) => code.length === 3 && !WORLD[code])) return "state";
  const head = first.code.slice(0, 3);
  const dated = codes.some(({ from, to }) => from || to);
  const spelled = [...new Set(names.map(spell))].filter((name) => name !== "");
  const [name, ...also] = spelled;
  if (!name || slugOf(name) === "") return "nameless";
  const person =
    name.includes(" ") && OFFICIAL.test(first.code.slice(3)) && (dated || /ELI/.test(first.code));
  const kind: ActorKind = person
    ? "person"
    : FIGHTS.test(first.code.slice(3))
      ? "armed-group"
      : (WORLD[head] ?? "organisation");
  const prefix = person ? "person" : kind === "armed-group" ? "group" : "org";
  const entry: ActorEntry = {
    id: `${prefix}:${slugOf(name)}`,
    kind,
    name,
    also,
    country: WORLD[head] ? null : head,
    source,
  };
  const offices = codes.flatMap(({ code, from, to }): OfficeEntry[] =>
    person && (from || to) && OFFICIAL.test(code.slice(3)) && !WORLD[code.slice(0, 3)]
      ? [{ title: "official", of: `state:${code.slice(0, 3)}`, from, ...(to ? { to } : {}) }]
      : [],
  );
  return offices.length > 0 ? { ...entry, offices } : entry;
}

/** "LEVON_TER_PETROSYAN_" gives "Levon Ter Petrosyan"; abbreviations keep their capitals. */
function spell(name: string): string {
  const words = name
    .replace(/\([^)]*\)/g, " ")
    .split(/[_\s+]+/)
    .filter((word) => word !== "");
  const short = words.length === 1 && (words[0] as string).length <= 5;
  return words
    .map((word) =>
      short || /^([A-Z]\.)+$/.test(word)
        ? word
        : word.toLowerCase().replace(/(^|[-'’])\p{L}/gu, (letter) => letter.toUpperCase()),
    )
    .join(" ");
}
