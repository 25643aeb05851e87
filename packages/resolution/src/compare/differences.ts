/**
 * In what two units of one point exclude each other. A difference is told only where both state a value and no reading
 * of the words lets both be right; where one would, it is told as uncertain.
 */
import { type Actor, type Bounds, bounds, type ComparedPoint, type Place } from "@parley/protocol";
import { findTimes, type ReadClaim, segment } from "@parley/reading";
import { deniedIn } from "./polarity.ts";
import { compareQuantities, type Quantity, quantitiesIn } from "./quantities.ts";
import { rootOf } from "./stems.ts";
import { elsewhere, type Unit } from "./units.ts";

export interface Setting {
  actors: Map<string, Actor>;
  places: Map<string, Place>;
  /** Day of publication of each account, YYYY-MM-DD, by which "on Tuesday" is counted. */
  published: Map<string, string | null>;
  /** Root of a side's name → actor that it names. */
  sides: Map<string, string>;
  /** The sides that the outlet of each account names. */
  own: Map<string, string[]>;
  /** What was found in a unit already: it meets many others. */
  known: Map<Unit, Stated>;
}

/** The values that a unit states. */
interface Stated {
  initiator: { side: string; words: string } | null;
  denied: Set<string>;
  stems: Set<string>;
  quantities: Quantity[];
  time: Stretch | null;
  place: { id: string; words: string } | null;
  subject: string | null;
}

function statedIn(unit: Unit, setting: Setting): Stated {
  const known = setting.known.get(unit);
  if (known) return known;
  const stated: Stated = {
    initiator: initiatorIn(unit, setting),
    denied: deniedIn(unit),
    stems: new Set(unit.words.map(({ stem }) => stem)),
    quantities: quantitiesIn(unit.english),
    time: timeIn(unit, setting),
    place: placeIn(unit, setting.places),
    subject: subjectOf(unit, setting),
  };
  setting.known.set(unit, stated);
  return stated;
}

export interface Clash {
  what: ComparedPoint["differences"][number]["what"];
  certain: boolean;
  /** Of the first unit and the second. */
  words: [string, string];
}

export function clashes(a: Unit, b: Unit, setting: Setting): Clash[] {
  const number = elsewhere(a, b)
    ? null
    : compareQuantities(statedIn(a, setting).quantities, statedIn(b, setting).quantities, setting.sides);
  return [
    initiatorClash(a, b, setting),
    statusClash(a, b, setting),
    number && { what: "number" as const, ...number },
    timeClash(a, b, setting),
    placeClash(a, b, setting),
    whoClash(a, b, setting),
  ].filter((clash) => clash !== null);
}

const INITIATIVE =
  /\b(?:at|on|upon) the (?:initiative|request|invitation) of (?<of>[^,.;]{2,60})|\binitiated by (?<by>[^,.;]{2,60})|\bat (?<poss>[^,.;]{2,40})['’]s? (?:initiative|request|invitation)/iu;

function initiatorClash(a: Unit, b: Unit, setting: Setting): Clash | null {
  const [x, y] = [a, b].map((unit) => statedIn(unit, setting).initiator);
  if (!x || !y || x.side === y.side) return null;
  return { what: "initiator", certain: true, words: [x.words, y.words] };
}

function initiatorIn({ english, claims }: Unit, setting: Setting): { side: string; words: string } | null {
  const match = INITIATIVE.exec(english);
  const name = match?.groups?.of ?? match?.groups?.by ?? match?.groups?.poss;
  const named = name ? sidesIn(name, setting) : [];
  if (match && named.length === 1) return { side: named[0]!, words: match[0].trim() };
  const told = claims.map(({ told: { initiator } }) => initiator).find((id) => id !== null);
  if (!told || match) return null;
  const country = setting.actors.get(told)?.country;
  return { side: country ? `state:${country}` : told, words: english };
}

/** The sides that words name, each once, in text order. */
export function sidesIn(words: string, { sides }: Pick<Setting, "sides">): string[] {
  const found = (words.match(/\p{Lu}\p{L}+/gu) ?? []).flatMap((word) => sides.get(rootOf(word)) ?? []);
  return [...new Set(found)];
}

/** What was prevented was not done either. */
const PREVENTED =
  /\b(?:prevent|refus|reject|fail|block|declin|halt|suspend|cancel|postpon|without)\p{L}*\b/iu;
/** Words about one's own side: "our delegation took part" and "the delegation did not" are two delegations. */
const OWN = /\b(?:our|we|us)\b/iu;

function statusClash(a: Unit, b: Unit, setting: Setting): Clash | null {
  const [x, y] = [a, b].map((unit) => statedIn(unit, setting).denied) as [Set<string>, Set<string>];
  const [p, q] = [a, b].map((unit) => statedIn(unit, setting).stems) as [Set<string>, Set<string>];
  const onlyIn = (denied: Set<string>, other: Set<string>, otherDenied: Set<string>) =>
    [...denied].some((stem) => other.has(stem) && !otherDenied.has(stem));
  const denied = onlyIn(x, q, y) !== onlyIn(y, p, x);
  // A topic of a list is named, and neither affirmed nor denied.
  if (!denied || (!x.size && a.lead) || (!y.size && b.lead)) return null;
  if ([a, b].some(({ english }) => OWN.test(english) || PREVENTED.test(english))) return null;
  const [s, t] = [a, b].map((unit) => statedIn(unit, setting).subject) as [string | null, string | null];
  if (s !== null && t !== null && s !== t) return null;
  const share = shares(a, b, setting);
  if (share < LITTLE) return null;
  return { what: "status", certain: share >= ENOUGH, words: [a.english, b.english] };
}

/** Share of the shorter unit's stems, dates and sides aside, that both have: below it the one may speak of something else. */
const ENOUGH = 0.5;
const LITTLE = 0.4;
function shares(a: Unit, b: Unit, { sides }: Setting): number {
  const [x, y] = [a, b].map(
    ({ words }) =>
      new Set(words.filter(({ date, stem }) => !date && !sides.has(rootOf(stem))).map(({ stem }) => stem)),
  ) as [Set<string>, Set<string>];
  return [...x].filter((stem) => y.has(stem)).length / Math.min(x.size, y.size);
}

/** Who stands first in the sentence, where that is one of the sides. */
function subjectOf({ english }: Unit, setting: Setting): string | null {
  const opening = english.split(/\s+/u).slice(0, 7).join(" ");
  return sidesIn(opening, setting).join("+") || null;
}

function timeClash(a: Unit, b: Unit, setting: Setting): Clash | null {
  const [x, y] = [a, b].map((unit) => statedIn(unit, setting).time);
  if (!x || !y) return null;
  const apart = Math.max(x.from, y.from) > Math.min(x.to, y.to);
  if (!apart || x.words === y.words || shares(a, b, setting) < ENOUGH) return null;
  return { what: "time", certain: x.stated && y.stated, words: [x.words, y.words] };
}

interface Stretch {
  from: number;
  to: number;
  /** Written out as a date, not counted from another day. */
  stated: boolean;
  words: string;
}

/** The stretch that all dates of a unit span; null where it has none, or one that is open. */
function timeIn({ english, account }: Unit, { published }: Setting): Stretch | null {
  const sentences = segment(english);
  const mentions = findTimes({
    text: english,
    published: published.get(account) ?? null,
    dateline: null,
    sentences,
  }).filter(({ type }) => type === "DATE" || type === "TIME");
  const spans = mentions.map(({ value, start, end }) => ({
    ...boundsOf(value),
    words: english.slice(start, end),
  }));
  if (!spans.length || spans.some(({ from, to }) => from === null || to === null)) return null;
  return {
    from: Math.min(...spans.map(({ from }) => from!)),
    to: Math.max(...spans.map(({ to }) => to!)),
    stated: mentions.every(({ start, end }) => /\d/.test(english.slice(start, end))),
    words: spans.map(({ words }) => words).join(", "),
  };
}

const boundsOf = (value: string): Bounds => bounds(value);

/** Cities and points that both name; a country or a region may hold the other's city. */
function placeClash(a: Unit, b: Unit, setting: Setting): Clash | null {
  const [x, y] = [a, b].map((unit) => statedIn(unit, setting).place);
  if (!x || !y || x.id === y.id) return null;
  return { what: "place", certain: true, words: [x.words, y.words] };
}

function placeIn(
  { english, claims }: Unit,
  places: Map<string, Place>,
): { id: string; words: string } | null {
  const main = claims.filter(({ told }) => told.kind === "contact" && told.status === "happened");
  const ids = new Set(main.flatMap(({ told }: ReadClaim) => told.where ?? []));
  const place = ids.size === 1 ? places.get([...ids][0]!) : undefined;
  if (!place || (place.precision !== "city" && place.precision !== "point")) return null;
  const worded = place.foundAs.find((name) =>
    new RegExp(`\\b(?:in|at|near) ${escaped(name)}\\b`, "u").test(english),
  );
  return worded ? { id: place.id, words: `in ${worded}` } : null;
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What somebody means to do, or wants done, is no deed. */
const INTENT = /\b(?:will|would|should|must|shall|demand|call|propos|warn|ready|accus)\p{L}*\b/iu;

/** One deed, told in the same words, of two doers: both may have done it, so it is never certain. */
function whoClash(a: Unit, b: Unit, setting: Setting): Clash | null {
  if ([a, b].some((unit) => INTENT.test(unit.english) || statedIn(unit, setting).denied.size > 0))
    return null;
  const [x, y] = [a, b].map((unit) => statedIn(unit, setting).subject);
  if (!x || !y) return null;
  const [s, t] = [new Set(x.split("+")), new Set(y.split("+"))];
  if ([...s].some((side) => t.has(side))) return null;
  const ofItself = (subject: Set<string>, { account }: Unit) =>
    setting.own.get(account)?.some((side) => subject.has(side)) ?? false;
  if (ofItself(s, a) && ofItself(t, b)) return null;
  const deeds = [a, b].map(
    ({ words }) =>
      new Set(
        words.filter(({ name, stem }) => !name && !setting.sides.has(rootOf(stem))).map(({ stem }) => stem),
      ),
  ) as [Set<string>, Set<string>];
  const common = [...deeds[0]].filter((stem) => deeds[1].has(stem)).length;
  if (common < 2 || common / Math.min(deeds[0].size, deeds[1].size) < ENOUGH) return null;
  return { what: "who", certain: false, words: [a.english, b.english] };
}
