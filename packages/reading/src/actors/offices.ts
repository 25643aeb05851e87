/** Who held which office when. Half-known dates count from their first day to their last. */
import type { ActorLexicon, KnownActor } from "./lexicon.ts";

/** ISO days, inclusive. An absent bound is open. */
export interface Interval {
  from: string | null;
  to: string | null;
}

export interface Holding extends Interval {
  person: string;
  title: string;
  of: string;
  /** In words for `When.why`. */
  why: string;
}

const first = (point: string | null) =>
  point && (point.length === 4 ? `${point}-01-01` : point.length === 7 ? `${point}-01` : point);
const last = (point: string | null) =>
  point && (point.length === 4 ? `${point}-12-31` : point.length === 7 ? `${point}-31` : point);

/** The titles that the same words may mean: the title itself, what it covers, and titles that cover it. */
export function titlesLike(lexicon: ActorLexicon, title: string): string[] {
  const entry = lexicon.titles.get(title);
  const like = [title, ...(entry?.covers ?? [])];
  return [...new Set(like)];
}

function holding(person: KnownActor, office: KnownActor["offices"][number]): Holding {
  const span = `${office.from ?? "…"} to ${office.to ?? "…"}`;
  return {
    person: person.id,
    title: office.title,
    of: office.of,
    from: first(office.from),
    to: last(office.to),
    why: `${person.name} (${office.title} ${span})`,
  };
}

/**
 * Everyone who held the office in the state or body; with `when` only those whose time there it meets. Sorted by start.
 * `title` is a canonical title or one that covers several ("leader"). Offices without dates meet every time.
 */
export function holdersOf(
  lexicon: ActorLexicon,
  { title, of, when }: { title: string; of: string; when?: Interval | null },
): Holding[] {
  const found: Holding[] = [];
  const titles = titlesLike(lexicon, title);
  for (const like of titles)
    for (const id of lexicon.offices.get(`${like}|${of}`) ?? []) {
      const person = lexicon.byId.get(id) as KnownActor;
      for (const office of person.offices) {
        if (office.of !== of || office.title.replace(/^acting /, "") !== like) continue;
        const held = holding(person, office);
        if (!when || meets(held, when)) found.push(held);
      }
    }
  return found.sort((a, b) =>
    (a.from ?? "") < (b.from ?? "") ? -1 : (a.from ?? "") > (b.from ?? "") ? 1 : a.person < b.person ? -1 : 1,
  );
}

/** When the person held an office of that title, one entry per stretch; all offices where `title` is null. Sorted as the lexicon has them. */
export function officeInterval(lexicon: ActorLexicon, person: string, title: string | null): Holding[] {
  const known = lexicon.byId.get(person);
  if (!known) return [];
  const like = title === null ? null : new Set(titlesLike(lexicon, title));
  return known.offices
    .filter((office) => like === null || like.has(office.title.replace(/^acting /, "")))
    .map((office) => holding(known, office));
}

export function meets(one: Interval, other: Interval): boolean {
  return (
    (!one.from || !other.to || one.from <= last(other.to)!) &&
    (!one.to || !other.from || one.to >= first(other.from)!)
  );
}
