/** Whom a name means: title, country, date and sound together. Without agreement the person stays unknown. */
import { normaliseName } from "./fold.ts";
import type { ActorLexicon, KnownActor } from "./lexicon.ts";
import { Memo } from "./memo.ts";
import { holdersOf, type Interval, meets, officeInterval } from "./offices.ts";
import { mayBeFamily } from "./ordinary.ts";
import { PERSON } from "./sense.ts";
import { soundAgreement, soundKey, soundOf } from "./sound.ts";

interface NamedPerson {
  /** The name as written, without title and honorifics. */
  name: string;
  /** Canonical title as worded, null where none stands with the name. */
  title: string | null;
  /** States or bodies that the words tie the office to. */
  of: string[];
  former: boolean;
  /** When the report was written, null where unknown. */
  when: Interval | null;
}

export interface Link {
  person: KnownActor | null;
  confidence: number;
  why: string;
}

// A holder whose office fits needs less agreement in sound than one among many. Set on own spellings in link.test.ts.
const NEAR_ENOUGH = 0.72;
const NEAR_AMONG_MANY = 0.8;

// Reports without a date are taken to be of these years before older holders of an office are thought of: the lexicons' own span.
export const ERA: Interval = { from: "2014-01-01", to: null };

export function linkPerson(lexicon: ActorLexicon, given: NamedPerson): Link {
  return given.title === null && given.of.length === 0 ? linkName(lexicon, given) : linkNamed(lexicon, given);
}

/** Links of names alone, which no date bears on: the same names stand in many reports. */
const links = new WeakMap<ActorLexicon, Memo<Link>>();

function linkName(lexicon: ActorLexicon, given: NamedPerson): Link {
  let known = links.get(lexicon);
  if (!known) {
    known = new Memo((name) => linkNamed(lexicon, { name, title: null, of: [], former: false, when: null }));
    links.set(lexicon, known);
  }
  return known.of(given.name);
}

function linkNamed(lexicon: ActorLexicon, given: NamedPerson): Link {
  const named = { ...given, when: given.when ?? ERA };
  return (
    exactly(lexicon, named) ??
    byOffice(lexicon, named) ??
    bySound(lexicon, named) ?? { person: null, confidence: 0.55, why: unknownWhy(named) }
  );
}

const unknownWhy = ({ title, of }: NamedPerson) =>
  title
    ? `named with the title ${title}${of.length ? ` of ${of.join(", ")}` : ""}; no lexicon knows the name`
    : "no lexicon knows the name";

function exactly(lexicon: ActorLexicon, named: NamedPerson): Link | null {
  const phrase = normaliseName(named.name);
  const words = phrase.split(" ");
  const full = lookup(lexicon, phrase, PERSON);
  const ends = words.length > 2 ? lookup(lexicon, `${words[0]} ${words.at(-1)}`, PERSON) : [];
  for (const [ids, confidence] of [
    [full, 0.97],
    [ends, 0.92],
  ] as const) {
    const person = choose(lexicon, ids, named);
    if (person) return { person, confidence, why: `full name of ${person.name}` };
  }
  return null;
}

function lookup(lexicon: ActorLexicon, phrase: string, as: number): string[] {
  return lexicon.trie.at(phrase).flatMap((sense) => (sense.as === as ? sense.actors : []));
}

/** Of several persons with one name, the one whose country or office fits; null where that leaves none or several. */
function choose(lexicon: ActorLexicon, ids: readonly string[], named: NamedPerson): KnownActor | null {
  const persons = [...new Set(ids)].map((id) => lexicon.byId.get(id) as KnownActor);
  if (persons.length <= 1) return persons[0] ?? null;
  const fitting = persons.filter((person) => fits(lexicon, person, named));
  return fitting.length === 1 ? (fitting[0] as KnownActor) : null;
}

function countryOf(lexicon: ActorLexicon, actor: string): string | null {
  return lexicon.byId.get(actor)?.country ?? /^(?:state|ministry):([A-Z]{3})/.exec(actor)?.[1] ?? null;
}

/** The person's country or one of the offices agrees with what the words say. True where the words say nothing. */
export function fits(
  lexicon: ActorLexicon,
  person: KnownActor,
  { title, of, when, former }: NamedPerson,
): boolean {
  if (of.length > 0) {
    const countries = of.map((actor) => countryOf(lexicon, actor));
    if (!person.offices.some((office) => of.includes(office.of)) && !countries.includes(person.country))
      return false;
  }
  if (!title) return true;
  const held = officeInterval(lexicon, person.id, title);
  if (held.length === 0) return of.length > 0;
  return former || !when || held.some((interval) => meets(interval, slack(when)));
}

/** Reports keep a title for some weeks after it has passed on, and lexicons know some starts by month only. */
function slack(when: Interval): Interval {
  const shift = (day: string | null, months: number) => {
    if (!day) return null;
    const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7) || "1") - 1 + months;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-${months < 0 ? "01" : "28"}`;
  };
  return { from: shift(when.from, -1), to: shift(when.to, 1) };
}

function byOffice(lexicon: ActorLexicon, named: NamedPerson): Link | null {
  const { title, of, when, former, name } = named;
  if (!title || of.length === 0) return null;
  for (const inTime of when && !former ? [true, false] : [false]) {
    const holders = of.flatMap((actor) =>
      holdersOf(lexicon, { title, of: actor, when: inTime && when ? slack(when) : null }),
    );
    const persons = [...new Set(holders.map((holder) => holder.person))].map(
      (id) => lexicon.byId.get(id) as KnownActor,
    );
    const least = inTime && persons.length === 1 ? NEAR_ENOUGH : NEAR_AMONG_MANY;
    const best = nearest(persons, name, least);
    if (best)
      return {
        person: best.person,
        confidence: Math.min(0.97, 0.5 + 0.45 * best.agreement + (inTime ? 0.02 : 0)),
        why: `${title} of ${of.join(", ")}${inTime && when !== ERA ? " at the time" : ""}; the name agrees by sound (${best.agreement.toFixed(2)})`,
      };
  }
  return null;
}

function bySound(lexicon: ActorLexicon, named: NamedPerson): Link | null {
  const full = choose(lexicon, lexicon.soundsFull.get(soundOf(named.name)) ?? [], named);
  if (
    full &&
    normaliseName(named.name).includes(" ") &&
    (named.of.length === 0 || fits(lexicon, full, { ...named, title: null }))
  )
    return { person: full, confidence: 0.9, why: `sounds as the full name of ${full.name}` };
  if (named.title === null && named.of.length === 0) return null;
  const families = lexicon.soundsFamily.get(soundKey(familyPart(named.name))) ?? [];
  const agreeing = families
    .map((id) => lexicon.byId.get(id) as KnownActor)
    .filter((person) => givenAgrees(person, named.name));
  const fitting = agreeing.filter((person) => fits(lexicon, person, named));
  const held = (person: KnownActor) =>
    named.title !== null && officeInterval(lexicon, person.id, named.title).length > 0;
  const local = agreeing.filter((person) => fits(lexicon, person, { ...named, title: null }));
  // Titles outlive offices ("President Obama" in 2021), and general ones ("Ambassador") go with any office.
  // An office of one holder that a person never held speaks against that person.
  const general = !named.title || !lexicon.titles.get(named.title)?.single;
  const steps: [KnownActor[], number, string][] = [
    [fitting.filter(held), 0.88, "whose office at the time fits"],
    [general ? fitting : [], 0.75, "whose country fits"],
    [local.filter(held), 0.8, "who held such an office at another time"],
    [general && mayBeFamily(named.name) ? local : [], 0.65, "the only one of that name"],
  ];
  for (const [persons, confidence, why] of steps) {
    const [person] = persons;
    if (person && persons.length === 1)
      return { person, confidence, why: `family name of ${person.name}, ${why}` };
  }
  return null;
}

function familyPart(name: string): string {
  const words = normaliseName(name).split(" ");
  let from = words.length - 1;
  while (
    from > 0 &&
    /^(al|el|bin|ibn|ben|van|von|der|den|de|la|le|di|da|abu)$/.test(words[from - 1] as string)
  )
    from--;
  return words.slice(from).join(" ");
}

/** True unless the words before the family name are plainly those of another person. */
function givenAgrees(person: KnownActor, name: string): boolean {
  const given = normaliseName(name).slice(0, -familyPart(name).length).trim();
  if (given === "") return true;
  return person.spellings.some((spelling) => {
    const theirs = normaliseName(spelling).split(" ");
    return given
      .split(" ")
      .some((word) => theirs.some((other) => word[0] === other || soundAgreement(word, other) >= 0.6));
  });
}

/** How well a written name agrees with a person's: whole with whole, or the family names where the given names do not contradict. */
function nameAgreement(person: KnownActor, name: string): number {
  const whole = Math.max(
    soundAgreement(name, person.family),
    ...person.spellings.map((spelling) => soundAgreement(name, spelling)),
  );
  if (whole === 1 || !givenAgrees(person, name)) return whole;
  return Math.max(whole, soundAgreement(familyPart(name), person.family));
}

function nearest(persons: KnownActor[], name: string, least: number) {
  const rated = persons
    .map((person) => ({ person, agreement: nameAgreement(person, name) }))
    .filter((one) => one.agreement >= least)
    .sort((a, b) => b.agreement - a.agreement);
  const [best, second] = rated;
  return best && (!second || best.agreement - second.agreement >= 0.1) ? best : null;
}
