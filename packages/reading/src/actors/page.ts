/** One document on its way from words to actor mentions. Each step fills in what the steps before left open. */
import type { Actor } from "@parley/protocol";
import type { ActorMention } from "../mention.ts";
import type { Sentence } from "../sentence.ts";
import { resolveReferences } from "./coreference.ts";
import { readCounterparts } from "./counterpart.ts";
import type { ActorInput } from "./finder.ts";
import type { ActorLexicon, KnownActor } from "./lexicon.ts";
import { type Link, linkPerson } from "./link.ts";
import { type BodySpan, composeBodies } from "./ministries.ts";
import { type OfficePhrase, readOffice } from "./office-phrase.ts";
import { type Interval, meets, officeInterval } from "./offices.ts";
import { mayBeFamily } from "./ordinary.ts";
import { type NameRun, readName } from "./person-name.ts";
import { type Present, Roster } from "./roster.ts";
import { type Item, scan, senseAs } from "./scan.ts";
import { readSpeakers } from "./speakers.ts";
import { readStates } from "./state-words.ts";
import { bears, ownerAtTheTime, readTitleOf } from "./title-reference.ts";
import { cutWords, type Word } from "./words.ts";

/** A mention in words; tokens are found when all mentions are settled. */
export type Draft = Omit<ActorMention, "sentence" | "first" | "last" | "start" | "end"> & {
  from: number;
  to: number;
};

export class Page {
  readonly words: Word[];
  readonly items: Item[];
  readonly at: (Item | undefined)[];
  readonly common: Set<string>;
  readonly bodies: Map<number, BodySpan>;
  readonly roster = new Roster();
  readonly when: Interval | null;
  readonly drafts: Draft[] = [];
  /** Drafts by each word they cover. */
  readonly covered: (Draft | undefined)[];
  readonly offices: OfficePhrase[];

  constructor(
    readonly lexicon: ActorLexicon,
    readonly input: ActorInput,
  ) {
    this.words = cutWords(input.text, input.sentences);
    const { items, at, common } = scan(this.words, lexicon);
    this.items = items;
    this.at = at;
    this.common = common;
    this.bodies = composeBodies(this.words, items, at, lexicon);
    this.covered = new Array(this.words.length);
    const day = input.published?.slice(0, 10) ?? null;
    this.when = day ? { from: day, to: day } : null;
    this.offices = items.flatMap((item) => {
      const title = senseAs(item, "title")?.title;
      return title && !title.honorific ? (readOffice(this, item) ?? []) : [];
    });
  }

  read(): { mentions: ActorMention[]; actors: Actor[] } {
    joinOffices(this);
    readCounterparts(this);
    // Full names first: a family name alone, in a heading above them, is then the same person.
    for (const long of [true, false])
      for (const office of this.offices)
        if (office.name && office.name.to > office.name.from === long) this.#readOfficeHolder(office);
    this.#readFullNames();
    for (const run of readSpeakers(this)) this.#readSpeaker(run);
    this.#readFamilies();
    for (const office of this.offices) if (!office.name && office.of.length > 0) this.#readTitle(office);
    for (const draft of readStates(this)) this.place(draft);
    resolveReferences(this);
    const mentions = this.#settle();
    return { mentions, actors: this.#actors(mentions) };
  }

  /** Keeps the draft unless words of it are taken already. */
  place(draft: Draft): boolean {
    for (let at = draft.from; at <= draft.to; at++) if (this.covered[at]) return false;
    for (let at = draft.from; at <= draft.to; at++) this.covered[at] = draft;
    this.drafts.push(draft);
    return true;
  }

  surface(from: number, to: number): string {
    return this.input.text.slice((this.words[from] as Word).start, (this.words[to] as Word).end);
  }

  countryOf(actor: string | undefined): string | null {
    return actor ? (this.lexicon.byId.get(actor)?.country ?? null) : null;
  }

  #readOfficeHolder(office: OfficePhrase): void {
    const { name } = office;
    if (!name) return;
    const written = this.surface(name.from, name.to);
    const { person, confidence, why } =
      this.#byFamilyHere(office) ??
      linkPerson(this.lexicon, {
        name: written,
        title: office.title.title,
        of: [...office.of, ...(office.and?.of ?? [])],
        former: office.modifier === "former",
        when: this.when,
      });
    const country = this.countryOf(office.of[0] ?? office.and?.of[0]);
    const present = person
      ? this.roster.addKnown(person)
      : this.roster.addUnknown(written.replace(/\s+/g, " "), { country, confidence });
    if (office.title.gender && !present.gender) present.gender = office.title.gender;
    this.#seen(present, office, name);
    const span = office.apart
      ? name
      : { from: Math.min(office.from, name.from), to: Math.max(office.to, name.to) };
    this.#placePerson(present, span, { confidence, why, office });
    if (office.apart)
      this.#placePerson(
        present,
        { from: office.from, to: office.to },
        { confidence, why: `stands beside ${written}`, office, form: "title" },
      );
  }

  /** A family name with a title, of a known person whom the document names in full with the same state or office. */
  #byFamilyHere({ name, of, title }: OfficePhrase): Link | null {
    if (!name || name.to > name.from) return null;
    const present = this.roster.byName(this.surface(name.from, name.to), this.countryOf(of[0]));
    const person = present && this.lexicon.byId.get(present.actor.id);
    if (!present || !person || !bears(this, present, title.title, null)) return null;
    return { person, confidence: 0.95, why: `${person.name}, named in full elsewhere in the document` };
  }

  #seen(present: Present, office: OfficePhrase | null, { from, to }: NameRun): void {
    present.seen.push(from);
    const found = this.surface(from, to);
    if (!present.actor.foundAs.includes(found)) present.actor.foundAs.push(found);
    if (!office) return;
    const of = office.of[0] ?? null;
    if (!present.worded.some((one) => one.title === office.title.title && one.of === of))
      present.worded.push({ title: office.title.title, of });
  }

  #placePerson(
    present: Present,
    span: NameRun,
    {
      confidence,
      why,
      office = null,
      form = "name",
    }: { confidence: number; why: string; office?: OfficePhrase | null; form?: "name" | "title" },
  ): void {
    this.place({
      ...span,
      form,
      actors: [present.actor.id],
      kind: "person",
      country: this.countryOf(office?.of[0]) ?? present.actor.country,
      office: office
        ? { title: office.worded, of: office.of[0] ?? ownerAtTheTime(this, present, office) }
        : null,
      confidence,
      why,
    });
  }

  /** Titles that say what they are of go before the states in them, and need nobody's mention before theirs. */
  #readTitle(office: OfficePhrase): void {
    const draft = readTitleOf(this, office);
    if (draft) this.place(draft);
  }

  #readFullNames(): void {
    for (const item of this.items) {
      if (this.covered[item.from] || !senseAs(item, "person")) continue;
      const run = readName(this, item.from) ?? item;
      const written = this.surface(run.from, run.to);
      const { person, confidence, why } = linkPerson(this.lexicon, {
        name: written,
        title: null,
        of: [],
        former: false,
        when: this.when,
      });
      if (!person) continue;
      const present = this.roster.addKnown(person);
      this.#seen(present, null, run);
      this.#placePerson(present, run, { confidence, why });
    }
  }

  #readSpeaker(run: NameRun): void {
    const written = this.surface(run.from, run.to);
    const linked = linkPerson(this.lexicon, {
      name: written,
      title: null,
      of: [],
      former: false,
      when: this.when,
    });
    const present = linked.person
      ? this.roster.addKnown(linked.person)
      : this.roster.addUnknown(written.replace(/\s+/g, " "), { country: null, confidence: 0.5 });
    this.#seen(present, null, run);
    this.#placePerson(present, run, {
      confidence: Math.min(linked.confidence, 0.7),
      why: `speaks here; ${linked.why}`,
    });
  }

  /** Family names alone: of someone named in full elsewhere in the document, else of the one person whom every lexicon has under it. */
  #readFamilies(): void {
    for (let from = 0; from < this.words.length; from++) {
      const word = this.words[from] as Word;
      if (this.covered[from] || !word.capital) continue;
      const item = this.at[from];
      if (item && !senseAs(item, "family")) continue;
      const run = readName(this, from);
      if (!run) continue;
      this.#readFamily(run, item);
      from = run.to;
    }
  }

  #readFamily(run: NameRun, item: Item | undefined): void {
    const written = this.surface(run.from, run.to);
    const link = this.roster.byName(written) ?? (run.to > run.from ? null : this.roster.bySound(written));
    if (link) {
      this.#seen(link, null, run);
      this.#placePerson(link, run, {
        confidence: 0.9,
        why: `family name of ${link.actor.name}, named elsewhere in the document`,
      });
      return;
    }
    const whole = item && item.from === run.from && item.to === run.to;
    const person = whole && mayBeFamily(written) ? wellKnown(this, item) : null;
    if (person) {
      const present = this.roster.addKnown(person);
      this.#seen(present, null, run);
      this.#placePerson(present, run, {
        confidence: 0.7,
        why: `the only one in high office then with the family name ${written}`,
      });
      return;
    }
    if (run.to === run.from) return;
    const linked = linkPerson(this.lexicon, {
      name: written,
      title: null,
      of: [],
      former: false,
      when: this.when,
    });
    if (!linked.person) return;
    const present = this.roster.addKnown(linked.person);
    this.#seen(present, null, run);
    this.#placePerson(present, run, linked);
  }

  #settle(): ActorMention[] {
    const tokens = new TokenFinder(this.input.sentences);
    return this.drafts
      .sort((a, b) => a.from - b.from || a.to - b.to)
      .map(({ from, to, ...draft }) => {
        const { start, sentence } = this.words[from] as Word;
        const { end } = this.words[to] as Word;
        return { start, end, sentence, ...tokens.between(sentence, start, end), ...draft };
      });
  }

  #actors(mentions: ActorMention[]): Actor[] {
    const found = new Map<string, Actor>();
    for (const mention of mentions)
      for (const id of mention.actors) {
        const known = this.roster.present.get(id)?.actor ?? this.lexicon.byId.get(id);
        if (!known) continue;
        const { kind, name, country, offices, confidence } = known;
        const actor = found.get(id) ?? { id, kind, name, country, offices, foundAs: [], confidence };
        const text = this.input.text.slice(mention.start, mention.end);
        if (kind === "person") actor.foundAs = known.foundAs;
        else if (mention.form !== "nominal" && mention.form !== "pronoun" && !actor.foundAs.includes(text))
          actor.foundAs.push(text);
        found.set(id, actor);
      }
    return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

const HIGH_OFFICE =
  /^(president|prime minister|chancellor|foreign minister|secretary of state|foreign secretary|supreme leader|high representative|secretary-general|presidential spokesperson|foreign ministry spokesperson|crown prince|defence minister|leader|taoiseach)$/;

/** The one person of that family name in high office when the report was written, or ever where its date is not known. */
function wellKnown(page: Page, item: Item): KnownActor | null {
  const ids = new Set(item.senses.filter((sense) => sense.as === "family").flatMap((sense) => sense.actors));
  const high = [...ids].filter((id) =>
    officeInterval(page.lexicon, id, null).some(
      (held) =>
        HIGH_OFFICE.test(held.title) && (held.from || held.to) && (!page.when || meets(held, page.when)),
    ),
  );
  return high.length === 1 ? (page.lexicon.byId.get(high[0] as string) ?? null) : null;
}

/** "deputy prime minister and foreign minister X": two offices, one holder. */
function joinOffices(page: Page): void {
  const { offices, words } = page;
  for (let i = offices.length - 2; i >= 0; i--) {
    const one = offices[i] as OfficePhrase;
    const next = offices[i + 1] as OfficePhrase;
    if (one.name || !next.name || next.apart || one.title.many || next.from <= one.to) continue;
    const gap = words.slice(one.to + 1, next.from).map((word) => word.key);
    if (!/^(and|and the|and his|concurrently)?$/.test(gap.join(" "))) continue;
    if (gap.length === 0 && words[next.from]?.joint !== "comma" && words[next.from]?.joint !== "space")
      continue;
    if (next.of.length === 0 && ofAnotherState(page, next.name, one.of[0])) continue;
    next.and = one;
    if (next.of.length === 0) next.of = one.of;
    next.from = one.from;
    offices.splice(i, 1);
  }
}

/** "the Italian foreign minister and Secretary Blinken": every known person of that name is of another state. */
function ofAnotherState(page: Page, name: NameRun, owner: string | undefined): boolean {
  const known = senseAs(page.at[name.from], "person", "family")?.actors;
  const country = page.countryOf(owner);
  return known !== undefined && country !== null && known.every((id) => page.countryOf(id) !== country);
}

class TokenFinder {
  constructor(readonly sentences: Sentence[]) {}

  /** Indexes of the tokens that hold the first and the last character. */
  between(sentence: number, start: number, end: number): { first: number; last: number } {
    const tokens = (this.sentences[sentence] as Sentence).tokens;
    const holding = (offset: number) => {
      const found = tokens.findIndex((token) => token.end > offset);
      return found < 0 ? tokens.length - 1 : found;
    };
    return { first: holding(start), last: holding(end - 1) };
  }
}
