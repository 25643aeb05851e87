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
  /** Lines that could not be read, with their number from 1. */
  rejected: { line: number; why: string }[];
}

interface Block {
  line: number;
  names: string[];
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
  const entries = new Map<string, ActorEntry>();
  for (const block of blocks(text, rejected)) {
    const entry = entryOf(block, source);
    const before = entry && entries.get(entry.id);
    if (!entry) continue;
    if (before)
      before.also = [...new Set([...(before.also ?? []), entry.name, ...(entry.also ?? [])])].filter(
        (name) => name !== before.name,
      );
    else entries.set(entry.id, entry);
  }
  return { entries: [...entries.values()], rejected };
}

function blocks(text: string, rejected: Imported["rejected"]): Block[] {
  const found: Block[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.replace(/#.*$/, "").replace(/;.*$/, "").trimEnd();
    if (line.trim() === "" || /^\s*(<!--|-->)/.test(line)) return;
    const codes = [...line.matchAll(/\[([^\]]*)\]/g)].flatMap((match) => codeOf(match[1] as string) ?? []);
    const name = line.replace(/\[.*$/, "").trim();
    const last = found.at(-1);
    if (name === "" || name.startsWith("+")) {
      if (!last) rejected.push({ line: index + 1, why: "a synonym or a code before any name" });
      else if (name !== "") last.names.push(name.slice(1));
      last?.codes.push(...codes);
    } else found.push({ line: index + 1, names: [name], codes });
  });
  return found;
}

/** "ARMGOV 980204-080409", "USRARM <900823", "IGOUNO >050501"; null for the empty code "---". */
function codeOf(inside: string): Block["codes"][number] | null {
  const [code, range] = inside.trim().split(/\s+/);
  if (!code || !/^[A-Z]{3,}$/.test(code)) return null;
  const [one, other] = (range ?? "").replace(/[<>]/, "").split("-");
  if (range?.startsWith("<")) return { code, from: null, to: dayOf(one) };
  return { code, from: dayOf(one), to: dayOf(other) };
}

/** Six digits, year first; the dictionaries reach from the 1930s to the 2010s. Null where it is no date. */
function dayOf(digits: string | undefined): string | null {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(digits ?? "");
  if (!match) return null;
  const [, year, month, day] = match as unknown as [string, string, string, string];
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${Number(year) >= 30 ? "19" : "20"}${year}-${month}-${day}`;
}

function entryOf({ names, codes }: Block, source: string): ActorEntry | null {
  const [first] = codes;
  if (!first || codes.every(({ code }) => code.length === 3 && !WORLD[code])) return null;
  const head = first.code.slice(0, 3);
  const dated = codes.some(({ from, to }) => from || to);
  const spelled = [...new Set(names.map(spell))].filter((name) => name !== "");
  const [name, ...also] = spelled;
  if (!name || slugOf(name) === "") return null;
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
