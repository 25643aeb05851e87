/** One document while its actors are read: words, lexicon phrases, offices, persons named, mentions settled. No word belongs to two mentions. */
import type { ActorMention } from "../mention.ts";
import type { ActorInput } from "./finder.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { type BodySpan, composeBodies } from "./ministries.ts";
import { type OfficePhrase, readOffice } from "./office-phrase.ts";
import type { Interval } from "./offices.ts";
import type { NameRun } from "./person-name.ts";
import { type Present, Roster } from "./roster.ts";
import { type Item, scan, senseAs } from "./scan.ts";
import { TITLE } from "./sense.ts";
import { ownerAtTheTime } from "./title-reference.ts";
import { cutWords, type Word } from "./words.ts";

/** A mention in words; tokens are found when all mentions are settled. Made with its keys in this order everywhere. */
export interface Draft
  extends Pick<ActorMention, "form" | "actors" | "kind" | "country" | "office" | "confidence" | "why"> {
  from: number;
  to: number;
}

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
    this.words = cutWords(input.text, input.sentences, lexicon.spellings);
    const { items, at, common } = scan(this.words);
    this.items = items;
    this.at = at;
    this.common = common;
    this.bodies = composeBodies(this.words, items, at, lexicon);
    this.covered = new Array(this.words.length);
    const day = input.published?.slice(0, 10) ?? null;
    this.when = day ? { from: day, to: day } : null;
    this.offices = [];
    for (const item of items) {
      const title = senseAs(item, TITLE)?.title;
      const office = title && !title.honorific ? readOffice(this, item) : null;
      if (office) this.offices.push(office);
    }
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

  /** Notes that the person is named there, with the office that the words give. */
  seen(present: Present, office: OfficePhrase | null, { from, to }: NameRun): void {
    present.seen.push(from);
    const found = this.surface(from, to);
    if (!present.actor.foundAs.includes(found)) present.actor.foundAs.push(found);
    if (!office) return;
    const of = office.of[0] ?? null;
    if (!present.worded.some((one) => one.title === office.title.title && one.of === of))
      present.worded.push({ title: office.title.title, of });
  }

  placePerson(
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
      from: span.from,
      to: span.to,
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
}
