/** The actor lexicons made ready for looking up: by id, by phrase, by family name, by office and date. */
import type { Actor, ActorKind } from "@parley/protocol";
import type { Knowledge } from "../knowledge.ts";
import { ActorEntry, MinistryEntry, parseEntries, TitleEntry } from "./entry.ts";
import { normaliseName } from "./fold.ts";
import {
  BODY,
  CAPITAL,
  DEMONYM,
  FAMILY,
  METONYM,
  MINISTRY,
  makeSense,
  NAME,
  PEOPLE,
  PERSON,
  type Sense,
  TITLE,
} from "./sense.ts";
import { soundOf } from "./sound.ts";
import { stateEntries } from "./states.ts";
import { PhraseTrie } from "./trie.ts";
import { wordSpellings } from "./words.ts";

export interface KnownActor extends Actor {
  gender: "f" | "m" | null;
  family: string;
  /** Name and other spellings, as written in the lexicon. */
  spellings: string[];
  entry: ActorEntry;
}

export interface ActorLexicon {
  byId: Map<string, KnownActor>;
  trie: PhraseTrie<Sense>;
  spellings: ReturnType<typeof wordSpellings>;
  titles: Map<string, TitleEntry>;
  /** For each title the titles that its words may mean. Each once. */
  alike: Map<string, readonly string[]>;
  /** Names of ministries by slug. */
  ministries: Map<string, string>;
  /** Persons by the sound of their full name, and by the sound of their family name. */
  soundsFull: Map<string, string[]>;
  soundsFamily: Map<string, string[]>;
  /** Persons by `${title}|${of}`. */
  offices: Map<string, string[]>;
}

const PARTICLE =
  /^(al|el|bin|ibn|ben|van|von|der|den|de|del|della|la|le|di|da|do|dos|du|abu|ould|ul|ur|mac|st|ter|bint|aal)$/;

/** The family name with its particles ("Jean-Yves Le Drian" gives "Le Drian"). */
export function familyOf(name: string): string {
  const words = name.split(" ");
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test((words[from - 1] as string).toLowerCase())) from--;
  return words.slice(from).join(" ");
}

const kindOf = (entry: ActorEntry): ActorKind => {
  if (entry.kind) return entry.kind;
  const prefix = entry.id.slice(0, entry.id.indexOf(":"));
  if (prefix === "person" || prefix === "state" || prefix === "ministry" || prefix === "outlet")
    return prefix;
  return prefix === "entity" ? "entity" : "organisation";
};

const push = (index: Map<string, string[]>, key: string, id: string) => {
  const held = index.get(key);
  if (!held) index.set(key, [id]);
  else if (!held.includes(id)) held.push(id);
};

/** Later entries with the id of an earlier one add to it: the lexicon's "state:RUS" completes the package's, its demonyms and capitals replace them. */
function merged(entries: ActorEntry[]): ActorEntry[] {
  const byId = new Map<string, ActorEntry>();
  for (const entry of entries) {
    const before = byId.get(entry.id);
    const join = (field: "also" | "people" | "metonyms") => [
      ...new Set([...(before?.[field] ?? []), ...(entry[field] ?? [])]),
    ];
    byId.set(
      entry.id,
      before
        ? {
            ...before,
            ...entry,
            also: [before.name, ...join("also")].filter((name) => name !== entry.name),
            demonyms: entry.demonyms ?? before.demonyms,
            capital: entry.capital ?? before.capital,
            people: join("people"),
            metonyms: join("metonyms"),
          }
        : entry,
    );
  }
  return [...byId.values()];
}

/** Throws an `Error` naming the entry where a lexicon entry is not of the right form. */
export function buildLexicon(knowledge: Knowledge): ActorLexicon {
  const { lexicons } = knowledge;
  const entries = merged([
    ...stateEntries(),
    ...parseEntries(ActorEntry, "actors", lexicons.actors ?? []),
    ...parseEntries(ActorEntry, "outlets", lexicons.outlets ?? []),
  ]);
  const trie = new PhraseTrie<Sense>();
  const lexicon: ActorLexicon = {
    byId: new Map(),
    trie,
    spellings: wordSpellings(trie),
    titles: new Map(),
    alike: new Map(),
    ministries: new Map(),
    soundsFull: new Map(),
    soundsFamily: new Map(),
    offices: new Map(),
  };
  for (const entry of entries) addActor(lexicon, entry);
  for (const title of parseEntries(TitleEntry, "titles", lexicons.titles ?? [])) addTitle(lexicon, title);
  for (const ministry of parseEntries(MinistryEntry, "ministries", lexicons.ministries ?? [])) {
    lexicon.ministries.set(ministry.slug, ministry.name);
    for (const form of ministry.forms)
      lexicon.trie.add(normaliseName(form), makeSense(MINISTRY, { ministry }));
  }
  return lexicon;
}

function addActor(lexicon: ActorLexicon, entry: ActorEntry): void {
  const kind = kindOf(entry);
  const known: KnownActor = {
    id: entry.id,
    kind,
    name: entry.name,
    country: entry.country ?? (kind === "state" ? entry.id.slice(6) : null),
    offices: (entry.offices ?? []).map((office) => ({
      title: office.acting ? `acting ${office.title}` : office.title,
      of: office.of,
      from: office.from ?? null,
      to: office.to ?? null,
      source: entry.source,
    })),
    foundAs: [],
    confidence: 1,
    gender: entry.gender ?? null,
    family: kind === "person" ? (entry.family ?? familyOf(entry.name)) : "",
    spellings: [entry.name, ...(entry.also ?? [])],
    entry,
  };
  lexicon.byId.set(known.id, known);
  if (kind === "person") addPerson(lexicon, known);
  else addBody(lexicon, known);
}

function addPerson(lexicon: ActorLexicon, person: KnownActor): void {
  for (const spelling of person.spellings) {
    const phrase = normaliseName(spelling);
    if (!phrase.includes(" ")) {
      lexicon.trie.add(phrase, makeSense(FAMILY, { actors: [person.id] }));
      push(lexicon.soundsFamily, soundOf(spelling), person.id);
      continue;
    }
    lexicon.trie.add(phrase, makeSense(PERSON, { actors: [person.id] }));
    push(lexicon.soundsFull, soundOf(spelling), person.id);
    const family = spelling === person.name ? person.family : person.entry.family ? null : familyOf(spelling);
    if (family) {
      lexicon.trie.add(normaliseName(family), makeSense(FAMILY, { actors: [person.id] }));
      push(lexicon.soundsFamily, soundOf(family), person.id);
      const last = family.split(/[ -]/).at(-1) ?? family;
      if (last !== family && last.length >= 4) push(lexicon.soundsFamily, soundOf(last), person.id);
    }
  }
  for (const office of person.entry.offices ?? [])
    push(lexicon.offices, `${office.title}|${office.of}`, person.id);
}

function addBody(lexicon: ActorLexicon, body: KnownActor): void {
  const add = (name: string, as: number) => {
    const sense = makeSense(as, { actors: [body.id] });
    if (body.id.startsWith("outlet:") && / \p{Lu}\S*$/u.test(name)) sense.proper = true;
    // An abbreviation in capitals may be an ordinary word in small letters.
    const bare = name.replaceAll(".", "");
    if (/^[A-Z][A-Z0-9+]{0,5}$/.test(bare)) sense.exact = bare;
    lexicon.trie.add(normaliseName(name), sense);
  };
  const plain = body.kind === "state" ? NAME : BODY;
  for (const spelling of body.spellings) add(spelling, plain);
  for (const demonym of body.entry.demonyms ?? []) {
    add(demonym, DEMONYM);
    if (!/(ese|ish|ch|iss|[A-Z.])$/.test(demonym)) add(`${demonym}s`, PEOPLE);
  }
  for (const people of body.entry.people ?? []) add(people, PEOPLE);
  for (const city of body.entry.capital ?? []) add(city, CAPITAL);
  for (const seat of body.entry.metonyms ?? []) add(seat, METONYM);
}

function addTitle(lexicon: ActorLexicon, title: TitleEntry): void {
  lexicon.titles.set(title.title, title);
  lexicon.alike.set(title.title, [...new Set([title.title, ...(title.covers ?? [])])]);
  const plurals = title.plural ?? title.forms.map(pluralOf);
  for (const form of new Set([title.title, ...title.forms]))
    lexicon.trie.add(normaliseName(form), makeSense(TITLE, { title }));
  for (const form of plurals)
    lexicon.trie.add(normaliseName(form), makeSense(TITLE, { title: { ...title, many: true } }));
}

/** "minister of foreign affairs" gives "ministers of foreign affairs". */
function pluralOf(form: string): string {
  const [, head, rest] = /^(.*?)((?: (?:of|for|to) .*)?)$/.exec(form) as unknown as [string, string, string];
  return /(?:s|ch|sh)$/.test(head)
    ? `${head}es${rest}`
    : head.endsWith("y")
      ? `${head.slice(0, -1)}ies${rest}`
      : `${head}s${rest}`;
}
