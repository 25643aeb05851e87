/** Titles without a name: "the President", "the Azerbaijani foreign minister", "foreign ministers of A, B and C". */
import type { Discourse } from "./discourse.ts";
import type { OfficePhrase } from "./office-phrase.ts";
import { holdersOf, type Interval, officeInterval, officesOf, titlesLike } from "./offices.ts";
import type { Draft, Page } from "./page.ts";
import type { Present } from "./roster.ts";

const INDEFINITE = new Set("a an another any every each no some many new several two three".split(" "));
const DEFINITE = new Set(["the", "this", "that", "its", "our", "their"]);

const titleDraft = (
  office: OfficePhrase,
  {
    actors,
    kind,
    country,
    of = office.of[0] ?? null,
    confidence,
    why,
  }: Pick<Draft, "actors" | "kind" | "country" | "confidence" | "why"> & { of?: string | null },
): Draft => ({
  from: office.from,
  to: office.to,
  form: "title",
  actors,
  kind,
  country,
  office: { title: office.worded, of },
  confidence,
  why,
});

/** The draft for an unnamed office whose words say what it is of; null where they point at nobody in particular. */
export function readTitleOf(page: Page, office: OfficePhrase): Draft | null {
  const before = page.words[office.from - 1]?.key ?? "";
  if (office.modifier === "deputy" || INDEFINITE.has(before)) return null;
  const settled = office.of.map((of) => holder(page, office, of));
  const [one] = settled;
  if (office.title.many) {
    if (settled.length < 2) return null;
    // Unless the document names every one of them, the words speak of the states: half a list of persons would be a guess.
    const named = settled.every((each) => each.person);
    const kind = named ? "person" : "state";
    const why = settled.map((each) => each.why).join("; ");
    const actors = named ? settled.map((each) => each.id) : office.of;
    return titleDraft(office, { actors, kind, country: null, confidence: 0.75, why });
  }
  if (!one) return null;
  const kind = one.person ? "person" : (page.lexicon.byId.get(one.id)?.kind ?? "state");
  const country = page.countryOf(office.of[0]);
  const confidence = one.person ? 0.88 : 0.7;
  return titleDraft(office, { actors: [one.id], kind, country, confidence, why: one.why });
}

/** The draft for a title alone ("the President"); null where nobody in the document fits best. */
export function readTitleAlone(page: Page, discourse: Discourse, office: OfficePhrase): Draft | null {
  const before = page.words[office.from - 1]?.key ?? "";
  if (office.of.length > 0 || office.title.many || office.modifier === "deputy" || INDEFINITE.has(before))
    return null;
  if (page.words[office.from - 2]?.key === "of" && page.words[office.from - 3]?.key === "office") return null;
  const definite = DEFINITE.has(before) || page.words[office.from]?.capital;
  const one = definite ? presentByTitle(page, discourse, office) : null;
  if (!one) return null;
  const { present, confidence, why } = one;
  const { id, country } = present.actor;
  const of = ownerAtTheTime(page, present, office);
  return titleDraft(office, { actors: [id], kind: "person", country, of, confidence, why });
}

/** The present person who holds the office there, else the state or body itself: its unnamed holder. */
function holder(page: Page, office: OfficePhrase, of: string): { id: string; person: boolean; why: string } {
  const country = page.countryOf(of);
  let fitting = 0;
  let last: Present | null = null;
  for (const present of page.roster.present.values())
    if (
      (present.actor.country === country || present.worded.some((one) => one.of === of)) &&
      bears(page, present, office.title.title, of)
    ) {
      fitting++;
      last = present;
    }
  if (last && fitting === 1) {
    const { actor } = last;
    return { id: actor.id, person: true, why: `${office.worded}: ${actor.name}, named in the document` };
  }
  const then = page.when ? holdersOf(page.lexicon, { title: office.title.title, of, when: page.when }) : [];
  const named = then.length === 1 && then[0] ? `; the office was then held by ${then[0].why}` : "";
  return { id: of, person: false, why: `${office.worded}, not named in the document${named}` };
}

/** The person has a title like this one, in the document's words or in the lexicon. */
export function bears(page: Page, { worded, actor }: Present, title: string, of: string | null): boolean {
  const like = titlesLike(page.lexicon, title);
  for (const one of worded)
    if (like.includes(one.title) && (of === null || one.of === null || one.of === of)) return true;
  const known = actor.offices.length === 0 ? undefined : page.lexicon.byId.get(actor.id);
  return (
    known !== undefined &&
    officesOf(known).some(
      (held) =>
        like.includes(held.title) &&
        (of === null || held.office.of === of) &&
        inOffice(held.office, page.when),
    )
  );
}

/** Half-known dates count as far as they go. True where the time is not known. */
function inOffice(office: Present["actor"]["offices"][number], when: Interval | null): boolean {
  if (!when) return true;
  const to = office.to ?? "9999";
  return (office.from ?? "") <= when.to! && to >= when.from!.slice(0, to.length);
}

function presentByTitle(
  page: Page,
  discourse: Discourse,
  office: OfficePhrase,
): { present: Present; confidence: number; why: string } | null {
  const all = [...page.roster.present.values()];
  const { title } = office.title;
  const like = titlesLike(page.lexicon, title);
  // A text that words somebody's title so speaks of that person; the lexicon's titles come second.
  const worded = all.filter((present) => present.worded.some((one) => like.includes(one.title)));
  const same = worded.filter((present) => present.worded.some((one) => one.title === title));
  const fitting =
    same.length === 1
      ? same
      : worded.length > 0
        ? worded
        : all.filter((present) => bears(page, present, title, null));
  const why = (present: Present, how: string) => `${office.worded}: ${present.actor.name}, ${how}`;
  if (fitting.length === 0) return null;
  if (fitting.length === 1) {
    const present = fitting[0] as Present;
    return { present, confidence: 0.85, why: why(present, "the only one in the document with that title") };
  }
  const sentence = discourse.sentenceOf(office.from);
  const here = discourse.before(office.from, sentence).flatMap((draft) => draft.actors);
  const open = fitting.filter((present) => !here.includes(present.actor.id));
  const first = fitting.reduce((a, b) => ((a.seen[0] ?? 0) <= (b.seen[0] ?? 0) ? a : b));
  if (open.length === 1 && here.length > 0) {
    const present = open[0] as Present;
    return {
      present,
      confidence: 0.65,
      why: why(present, "the other one with that title is named in the sentence"),
    };
  }
  if (!open.includes(first)) return null;
  return { present: first, confidence: 0.6, why: why(first, "named first of those with that title") };
}

/** What an office without an owner in the words is of, where the person is known in one such office only. */
export function ownerAtTheTime(page: Page, present: Present, office: OfficePhrase): string | null {
  const like = titlesLike(page.lexicon, office.title.title);
  const worded = present.worded.filter((one) => one.of !== null && like.includes(one.title));
  const owners =
    worded.length > 0 ? worded : officeInterval(page.lexicon, present.actor.id, office.title.title);
  const [first] = owners;
  return first && owners.every((one) => one.of === first.of) ? first.of : null;
}
