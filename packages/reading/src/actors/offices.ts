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

/** The titles that the same words may mean: the title itself, and those that it covers. */
export function titlesLike(lexicon: ActorLexicon, title: string): readonly string[] {
  return lexicon.alike.get(title) ?? [title];
}

/** An office of a person, and what its own words give for every question about it. */
interface HeldOffice {
  /** Canonical, whether acting or not. */
  title: string;
  office: KnownActor["offices"][number];
  holding: Holding;
}

const offices = new WeakMap<KnownActor, HeldOffice[]>();

/** All offices of the person, as the lexicon has them. */
export function officesOf(person: KnownActor): readonly HeldOffice[] {
  let known = offices.get(person);
  if (!known) {
    known = person.offices.map((office) => ({
      title: office.title.replace(/^acting /, ""),
      office,
      holding: holding(person, office),
    }));
    offices.set(person, known);
  }
  return known;
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
  for (const like of titlesLike(lexicon, title))
    for (const id of lexicon.offices.get(`${like}|${of}`) ?? [])
      for (const held of officesOf(lexicon.byId.get(id)!))
        if (held.holding.of === of && held.title === like && (!when || meets(held.holding, when)))
          found.push(held.holding);
  return found.sort((a, b) =>
    (a.from ?? "") < (b.from ?? "") ? -1 : (a.from ?? "") > (b.from ?? "") ? 1 : a.person < b.person ? -1 : 1,
  );
}

/** When the person held an office of that title, one entry per stretch; all offices where `title` is null. Sorted as the lexicon has them. */
export function officeInterval(lexicon: ActorLexicon, person: string, title: string | null): Holding[] {
  const known = lexicon.byId.get(person);
  if (!known || known.offices.length === 0) return [];
  const like = title === null ? null : titlesLike(lexicon, title);
  const found: Holding[] = [];
  for (const held of officesOf(known))
    if (like === null || like.includes(held.title)) found.push(held.holding);
  return found;
}

export function meets(one: Interval, other: Interval): boolean {
  return (
    (!one.from || !other.to || one.from <= last(other.to)!) &&
    (!one.to || !other.from || one.to >= first(other.from)!)
  );
}
