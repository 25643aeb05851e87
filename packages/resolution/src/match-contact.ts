/**
 * Whether a contact that was organised here and one that reports tell of are the same. What is organised knows who took
 * part, when and how; a report may name fewer, and a name, a day or a manner that cannot be the contact's excludes it.
 */
import {
  type ActorName,
  bounds,
  type ContactState,
  type ContactType,
  type Kind,
  type OccurrenceActor,
  type OccurrenceType,
  type Status,
  type When,
} from "@parley/protocol";
import { compareDates } from "./dates.ts";

export interface OrganisedSide {
  /** Whom the delegation represents. */
  actors: string[];
  /** Who was named to come, in any words that end in the family name. */
  persons: string[];
  /** Convenes or accompanies: a report need not name it. */
  third: boolean;
}

export interface OrganisedContact {
  id: string;
  type: ContactType;
  state: ContactState;
  /** ISO instants, held, settled or proposed; null where no time is known. */
  time: { start: string; end: string } | null;
  /** First and last day of it, YYYY-MM-DD in the zone as worded. */
  days: { first: string; last: string } | null;
  sides: OrganisedSide[];
}

export interface ReportedContact {
  kind: Kind;
  type: OccurrenceType | string | null;
  status: Status;
  when: When | null;
  actors: OccurrenceActor[];
}

export interface ContactMatch {
  verdict: "same" | "unsure" | "different";
  /** 0..1, not calibrated; 0 where and only where the two exclude each other. */
  score: number;
  why: string;
}

const SAME = 0.8;
const UNSURE = 0.5;
const LEAST = 0.01;
/** Two contacts that a report fits about as well: which one it is, is left to a person. */
const RIVAL = 0.1;

/** `names` are the actors that the report speaks of. Roles and order of actors change nothing. */
export function matchContact(
  contact: OrganisedContact,
  report: ReportedContact,
  names: ReadonlyMap<string, ActorName>,
): ContactMatch {
  const manner = compareManner(contact.type, report.type);
  if (report.kind !== "contact") return excluded(`a report of ${report.kind}`);
  if (manner === "different") return excluded(`a ${report.type}, not a ${contact.type}`);
  const date = contact.days && report.when ? datesOf(contact.days, report.when) : "unknown";
  if (date === "different") return excluded("dates exclude each other");
  const who = compareSides(contact.sides, report.actors, names);
  if (who.excluded !== null) return excluded(who.excluded);
  const why: string[] = [];
  let score = 0.2;
  const add = (points: number, reason: string) => {
    score += points;
    why.push(`${points >= 0 ? "+" : "−"}${Math.abs(points).toFixed(2)} ${reason}`);
  };
  if (who.share > 0) add(0.4 * who.share, `sides agree ${who.share.toFixed(2)}`);
  else add(-0.15, "no side of it is told");
  if (who.persons > 0) add(0.1, "named persons agree");
  if (who.persons < 0) add(-0.3, "somebody else of a side");
  if (who.further) add(-0.3, `also names ${who.further}`);
  if (date === "same") add(0.3, "same day");
  if (date === "near") add(0.15, "a day apart");
  if (date === "compatible") add(0.1, "dates agree as far as they go");
  if (date === "unknown") add(-0.1, "no day to compare");
  if (manner === "same") add(0.1, `both ${report.type}`);
  const hours = date === "same" ? hoursApart(contact.time, report.when) : 0;
  if (hours > 2) add(-0.3, `told of another hour, ${Math.round(hours)} h apart`);
  const status = compareStatus(contact.state, report.status);
  if (status !== null) add(-0.25, status);
  score = Math.min(1, Math.max(LEAST, score));
  // One side alone, or no day, fits many contacts.
  const open = who.told < 2 || date === "unknown";
  if (open && score >= SAME) why.push(who.told < 2 ? "too few sides are told to be sure" : "undated");
  const sure = score >= SAME && !open;
  return { verdict: sure ? "same" : score >= UNSURE ? "unsure" : "different", score, why: why.join("; ") };
}

/** The same for several contacts: what fits two of them about as well is unsure of both. By contact id. */
export function matchAmong(
  contacts: OrganisedContact[],
  report: ReportedContact,
  names: ReadonlyMap<string, ActorName>,
): Map<string, ContactMatch> {
  const all = contacts.map((contact) => ({ id: contact.id, ...matchContact(contact, report, names) }));
  return new Map(
    all.map(({ id, ...match }) => {
      const rival = all.find(
        (other) => other.id !== id && other.verdict === "same" && other.score > match.score - RIVAL,
      );
      if (match.verdict !== "same" || !rival) return [id, match];
      return [id, { ...match, verdict: "unsure", why: `${match.why}; another contact fits as well` }];
    }),
  );
}

const excluded = (why: string): ContactMatch => ({ verdict: "different", score: 0, why });

const SAME_MANNER: Record<ContactType, string[]> = {
  call: ["call"],
  video: ["video"],
  visit: ["visit"],
  "ministers-meeting": ["meeting"],
  "proximity-talks": ["talks"],
};
/** What reports also call it. */
const POSSIBLE_MANNER: Record<ContactType, string[]> = {
  call: ["video", "talks"],
  video: ["call", "meeting", "talks"],
  visit: ["meeting", "talks"],
  "ministers-meeting": ["talks", "visit", "video"],
  "proximity-talks": ["meeting", "visit"],
};

function compareManner(type: ContactType, told: string | null): "same" | "compatible" | "different" {
  if (told === null || POSSIBLE_MANNER[type].includes(told)) return "compatible";
  return SAME_MANNER[type].includes(told) ? "same" : "different";
}

/** Days of one zone against a date that a report gives in its own: a day apart is near. */
function datesOf({ first, last }: { first: string; last: string }, when: When) {
  return compareDates(bounds(first === last ? first : `${first}/${last}`), bounds(when.edtf));
}

/** From the contact to the hour that a report tells; 0 where it tells none. */
function hoursApart(time: OrganisedContact["time"], when: When | null): number {
  if (!time || !when || !/T\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(when.edtf)) return 0;
  const told = bounds(when.edtf).from;
  if (told === null) return 0;
  return Math.max(0, Date.parse(time.start) - told, told - Date.parse(time.end)) / 3_600_000;
}

/** What speaks against one contact in what came of it; null where nothing does. */
function compareStatus(state: ContactState, status: Status): string | null {
  const over = state === "failed" || state === "cancelled";
  if (over && status === "happened") return `${state} here, told as happened`;
  if (state === "held" && status === "denied") return "held here, denied there";
  if (["demanded", "offered", "conditional"].includes(status)) return `told as ${status}`;
  return null;
}

interface SidesCompared {
  /** Why the two cannot be one, null where they can. */
  excluded: string | null;
  /** 0..1: of the sides that a report would name, how many it does. */
  share: number;
  told: number;
  /** 1 a named person agrees and none differs, −1 one differs, 0 nothing to compare. */
  persons: number;
  /** Whom the report names besides, null where nobody. */
  further: string | null;
}

function compareSides(
  sides: OrganisedSide[],
  told: OccurrenceActor[],
  names: ReadonlyMap<string, ActorName>,
): SidesCompared {
  const known = sides.filter((side) => side.actors.length || side.persons.length);
  const foreign: string[] = [];
  const found = new Set<OrganisedSide>();
  const agreeing = new Set<OrganisedSide>();
  const differing = new Set<OrganisedSide>();
  for (const actor of told) {
    const name = names.get(actor.actor);
    const byPerson = known.find((side) => side.persons.some((person) => isNamed(person, actor, name)));
    const side = byPerson ?? known.find((one) => standsFor(one, actor.actor, name));
    if (!side) {
      foreign.push(name?.name ?? actor.asWorded);
      continue;
    }
    found.add(side);
    if (byPerson) agreeing.add(side);
    else if (side.persons.length && isPerson(actor.actor, name) && !side.actors.includes(actor.actor))
      differing.add(side);
  }
  for (const side of agreeing) differing.delete(side);
  const parties = known.filter((side) => !side.third);
  const asked = parties.length >= 2 ? parties : known;
  const met = asked.filter((side) => found.has(side)).length;
  const against = foreign.join(", ");
  const compared = {
    excluded: null,
    share: asked.length ? met / asked.length : 0,
    told: asked.length >= 2 ? met : 0,
    persons: differing.size ? -1 : agreeing.size ? 1 : 0,
    further: foreign.length ? against : null,
  };
  if (foreign.length && met < Math.min(2, asked.length))
    return { ...compared, excluded: `names ${against}, who takes no part` };
  if (differing.size && differing.size === found.size)
    return { ...compared, excluded: "other persons of these sides" };
  return compared;
}

const isPerson = (id: string, name: ActorName | undefined) =>
  name ? name.kind === "person" : id.startsWith("person:");

/** The actor is one the side represents, or of a country that it represents. */
function standsFor(side: OrganisedSide, id: string, name: ActorName | undefined): boolean {
  if (side.actors.includes(id)) return true;
  const country = name?.country ?? countryIn(id);
  return country !== null && side.actors.some((actor) => countryIn(actor) === country);
}

/** "state:ARM", "ministry:USA-defence". */
const countryIn = (id: string) => /^(?:state|ministry):([A-Z]{3})(?![A-Z])/.exec(id)?.[1] ?? null;

/** Both end in one family name, and where both have a first name, that begins alike. */
function isNamed(person: string, actor: OccurrenceActor, name: ActorName | undefined): boolean {
  if (!isPerson(actor.actor, name)) return false;
  const asked = wordsOf(person);
  return [name?.name ?? "", actor.asWorded].some((text) => {
    const words = wordsOf(text);
    const family = words.at(-1);
    if (family === undefined || family !== asked.at(-1)) return false;
    const [first, other] = [words.at(-2), asked.at(-2)];
    return first === undefined || other === undefined || words.length > 2 || asked.length > 2
      ? true
      : first[0] === other[0];
  });
}

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];
