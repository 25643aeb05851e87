/** Everybody whom the document names: with an office, in full, as a speaker, by the family name. Fills the roster. */

import type { KnownActor } from "./lexicon.ts";
import { ERA, type Link, linkPerson } from "./link.ts";
import type { OfficePhrase } from "./office-phrase.ts";
import { meets, officeInterval } from "./offices.ts";
import { mayBeFamily } from "./ordinary.ts";
import type { Page } from "./page.ts";
import { type NameRun, readName } from "./person-name.ts";
import { type Item, senseAs } from "./scan.ts";
import { FAMILY, PERSON } from "./sense.ts";
import { readSpeakers } from "./speakers.ts";
import { bears, readTitleOf } from "./title-reference.ts";
import type { Word } from "./words.ts";

export function readNamed(page: Page): void {
  // Full names first: a family name alone, in a heading above them, is then the same person.
  for (const long of [true, false])
    for (const office of page.offices)
      if (office.name && office.name.to > office.name.from === long) readOfficeHolder(page, office);
  readFullNames(page);
  for (const run of readSpeakers(page)) readSpeaker(page, run);
  readFamilies(page);
  for (const office of page.offices) if (!office.name && office.of.length > 0) readTitle(page, office);
}

function readOfficeHolder(page: Page, office: OfficePhrase): void {
  const { name } = office;
  if (!name) return;
  const written = page.surface(name.from, name.to);
  const { person, confidence, why } =
    byFamilyHere(page, office) ??
    linkPerson(page.lexicon, {
      name: written,
      title: office.title.title,
      of: [...office.of, ...(office.and?.of ?? [])],
      former: office.modifier === "former",
      when: page.when,
    });
  const country = page.countryOf(office.of[0] ?? office.and?.of[0]);
  const present = person
    ? page.roster.addKnown(person)
    : page.roster.addUnknown(written.replace(/\s+/g, " "), { country, confidence });
  if (office.title.gender && !present.gender) present.gender = office.title.gender;
  page.seen(present, office, name);
  const span = office.apart
    ? name
    : { from: Math.min(office.from, name.from), to: Math.max(office.to, name.to) };
  page.placePerson(present, span, { confidence, why, office });
  if (office.apart)
    page.placePerson(
      present,
      { from: office.from, to: office.to },
      { confidence, why: `stands beside ${written}`, office, form: "title" },
    );
}

/** A family name with a title, of a known person whom the document names in full with the same state or office. */
function byFamilyHere(page: Page, { name, of, title }: OfficePhrase): Link | null {
  if (!name || name.to > name.from) return null;
  const present = page.roster.byName(page.surface(name.from, name.to), page.countryOf(of[0]));
  const person = present && page.lexicon.byId.get(present.actor.id);
  if (!present || !person || !bears(page, present, title.title, null)) return null;
  return { person, confidence: 0.95, why: `${person.name}, named in full elsewhere in the document` };
}

/** Titles that say what they are of go before the states in them, and need nobody's mention before theirs. */
function readTitle(page: Page, office: OfficePhrase): void {
  const draft = readTitleOf(page, office);
  if (draft) page.place(draft);
}

function readFullNames(page: Page): void {
  for (const item of page.items) {
    if (page.covered[item.from] || !senseAs(item, PERSON)) continue;
    const run = readName(page, item.from) ?? item;
    const written = page.surface(run.from, run.to);
    const { person, confidence, why } = linkPerson(page.lexicon, {
      name: written,
      title: null,
      of: [],
      former: false,
      when: page.when,
    });
    if (!person) continue;
    const present = page.roster.addKnown(person);
    page.seen(present, null, run);
    page.placePerson(present, run, { confidence, why });
  }
}

function readSpeaker(page: Page, run: NameRun): void {
  const written = page.surface(run.from, run.to);
  const linked = linkPerson(page.lexicon, {
    name: written,
    title: null,
    of: [],
    former: false,
    when: page.when,
  });
  const present = linked.person
    ? page.roster.addKnown(linked.person)
    : page.roster.addUnknown(written.replace(/\s+/g, " "), { country: null, confidence: 0.5 });
  page.seen(present, null, run);
  page.placePerson(present, run, {
    confidence: Math.min(linked.confidence, 0.7),
    why: `speaks here; ${linked.why}`,
  });
}

/** Family names alone: of someone named in full elsewhere in the document, else of the one person whom every lexicon has under it. */
function readFamilies(page: Page): void {
  for (let from = 0; from < page.words.length; from++) {
    const word = page.words[from] as Word;
    if (page.covered[from] || !word.capital) continue;
    const item = page.at[from];
    if (item && !senseAs(item, FAMILY)) continue;
    const run = readName(page, from);
    if (!run) continue;
    readFamily(page, run, item);
    from = run.to;
  }
}

function readFamily(page: Page, run: NameRun, item: Item | undefined): void {
  const written = page.surface(run.from, run.to);
  const link =
    page.roster.byName(written) ?? (run.to > run.from ? null : page.roster.bySound(page.words[run.from]!));
  if (link) {
    page.seen(link, null, run);
    page.placePerson(link, run, {
      confidence: 0.9,
      why: `family name of ${link.actor.name}, named elsewhere in the document`,
    });
    return;
  }
  const whole = item && item.from === run.from && item.to === run.to;
  const person = whole && mayBeFamily(written) ? wellKnown(page, item) : null;
  if (person) {
    const present = page.roster.addKnown(person);
    page.seen(present, null, run);
    page.placePerson(present, run, {
      confidence: 0.7,
      why: `the only one in high office then with the family name ${written}`,
    });
    return;
  }
  if (run.to === run.from) return;
  const linked = linkPerson(page.lexicon, {
    name: written,
    title: null,
    of: [],
    former: false,
    when: page.when,
  });
  if (!linked.person) return;
  const present = page.roster.addKnown(linked.person);
  page.seen(present, null, run);
  page.placePerson(present, run, linked);
}

const HIGH_OFFICE =
  /^(president|prime minister|chancellor|foreign minister|secretary of state|foreign secretary|supreme leader|high representative|secretary-general|presidential spokesperson|foreign ministry spokesperson|crown prince|defence minister|leader|taoiseach)$/;

/** The one person of that family name in high office when the report was written, or ever where its date is not known. */
function wellKnown(page: Page, item: Item): KnownActor | null {
  const ids = new Set(item.senses.filter((sense) => sense.as === FAMILY).flatMap((sense) => sense.actors));
  const high = [...ids].filter((id) =>
    officeInterval(page.lexicon, id, null).some(
      (held) => HIGH_OFFICE.test(held.title) && (held.from || held.to) && meets(held, page.when ?? ERA),
    ),
  );
  return high.length === 1 ? (page.lexicon.byId.get(high[0] as string) ?? null) : null;
}
