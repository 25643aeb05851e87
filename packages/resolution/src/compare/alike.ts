/** How much two units of two accounts speak of one thing. Every score explains itself. */
import type { Actor } from "@parley/protocol";
import { bounds } from "@parley/protocol";
import type { ReadClaim } from "@parley/reading";
import { compareDates } from "../dates.ts";
import { compareParties } from "../parties.ts";
import { rootOf, stemOf, type Word } from "./stems.ts";
import { elsewhere, type Unit } from "./units.ts";

export interface Likeness {
  /** 0..1, not calibrated. */
  score: number;
  why: string;
}

/** From here on two units are one point. Chosen on packages/resolution/test/compare/dev.json. */
export const ALIKE = 0.22;
/** An account says a thing once, as a rule: this much, where a join would bring two of its units together. */
export const TWICE = 0.36;

/** A unit with all that is asked of it for each pair. */
export interface Weighed {
  unit: Unit;
  /** Stem → weight: how few units of one account hold it. */
  weights: Map<string, number>;
  total: number;
  /** Roots of the sides that it names. */
  sides: string[];
  toCome: boolean;
}

/** Numbers and names say more than other words, the names of the sides and dates less: everything is about them. */
const NUMBER = 2;
const NAME = 1.2;
const SIDE = 0.4;
const DATE = 0.3;

/**
 * A word that every account has once marks one point, and one that an account repeats marks none; so it is counted within
 * each account that has it and not over all of them.
 */
export function weigh(units: Unit[], isSide: (stem: string) => boolean): Weighed[] {
  const accounts = new Set(units.map(({ account }) => account)).size;
  const holders = new Map<string, number>();
  const having = new Map<string, Set<string>>();
  for (const { words, account } of units)
    for (const stem of new Set(words.map((word) => word.stem))) {
      holders.set(stem, (holders.get(stem) ?? 0) + 1);
      having.set(stem, (having.get(stem) ?? new Set()).add(account));
    }
  const usual = units.length / (accounts || 1);
  const weightOf = ({ stem, name, number, date }: Word) => {
    const within = holders.get(stem)! / having.get(stem)!.size;
    const of = date ? DATE : isSide(stem) ? SIDE : number ? NUMBER : name ? NAME : 1;
    return Math.log(1 + usual / within) * of;
  };
  return units.map((unit) => {
    const weights = new Map(unit.words.map((word) => [word.stem, weightOf(word)]));
    return {
      ...{ unit, weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) },
      sides: [...weights.keys()].filter(isSide).map(rootOf),
      toCome: NEXT.test(unit.english),
    };
  });
}

/** How far the shorter of two units decides: a topic named in two words is the topic of a long sentence. */
const SHORTER = 0.65;

/** What remains of a likeness by one word of many, of that between talks held and to come, and of what other sides do. */
const ONE_WORD = 0.6;
const OTHER_SIDE = 0.8;
const OTHER_NAMES = 0.75;
const OTHER_TIME = 0.5;
const TALK = stemOf("talks");
const NEXT = /\b(?:next|will|resume|agreed to (?:meet|hold)|to be held|being prepared)\b/iu;

const NOTHING: Likeness = { score: 0, why: "" };

export function likeness(a: Weighed, b: Weighed, actors: Map<string, Actor>): Likeness {
  let common = 0;
  let shared = 0;
  for (const [stem, weight] of a.weights) {
    const other = b.weights.get(stem);
    if (other === undefined) continue;
    common += Math.min(weight, other);
    shared++;
  }
  const bond = claimBond(a.unit.claims, b.unit.claims, actors);
  if (!shared && !bond.points) return NOTHING;
  const [less, more] = a.total < b.total ? [a.total, b.total] : [b.total, a.total];
  const words = common / (less ** SHORTER * more ** (1 - SHORTER) || 1);
  const why = [bond.why];
  let score = Math.min(1, words + bond.points);
  const lessen = (share: number, reason: string) => {
    score *= share;
    why.push(reason);
  };
  if (shared === 1 && Math.min(a.weights.size, b.weights.size) > 2) lessen(ONE_WORD, "one word in common");
  if (a.toCome !== b.toCome && a.weights.has(TALK) && b.weights.has(TALK))
    lessen(OTHER_TIME, "one is yet to come");
  if (a.sides.length && b.sides.length && !a.sides.some((side) => b.sides.includes(side)))
    lessen(OTHER_SIDE, "of other sides");
  if (elsewhere(a.unit, b.unit)) lessen(OTHER_NAMES, "of other names");
  // Most pairs are alike in nothing, and nobody asks why.
  return {
    score,
    why: score < ALIKE ? "" : [`words ${words.toFixed(2)}`, ...why].filter(Boolean).join(", "),
  };
}

/** What claims of one occurrence, or of the same kind, parties and time, add to the words; what other kinds take away. */
function claimBond(
  a: ReadClaim[],
  b: ReadClaim[],
  actors: Map<string, Actor>,
): { points: number; why: string } {
  const bonds = a.flatMap((x) => b.map((y) => bondOf(x, y, actors)));
  return bonds.reduce((best, bond) => (bond.points > best.points ? bond : best), { points: 0, why: "" });
}

const OUTSIDE = new Set(["accuser", "demander", "witness"]);
const partiesOf = ({ told }: ReadClaim) =>
  told.actors.filter(({ role }) => !OUTSIDE.has(role)).map(({ actor }) => actor);
const AHEAD = new Set(["planned", "offered", "demanded", "conditional"]);

function bondOf(x: ReadClaim, y: ReadClaim, actors: Map<string, Actor>): { points: number; why: string } {
  const none = { points: 0, why: "" };
  if (x.told.kind !== y.told.kind || x.told.kind === "position") return none;
  if (AHEAD.has(x.told.status) !== AHEAD.has(y.told.status) || x.told.background !== y.told.background)
    return none;
  const [p, q] = [partiesOf(x), partiesOf(y)];
  const who = compareParties(p, q, actors);
  if (who.verdict === "different") return none;
  const dates = compareDates(
    x.told.when && bounds(x.told.when.edtf),
    y.told.when && bounds(y.told.when.edtf),
  );
  if (x.told.kind === "contact" && who.share >= 0.5 && p.length > 0 && q.length > 0 && dates !== "different")
    return { points: 0.35, why: "both tell of the contact" };
  if (dates === "same") return { points: 0.1, why: `both ${x.told.kind}, same time` };
  return dates === "different" ? none : { points: 0.05, why: `both ${x.told.kind}` };
}
