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

/** Weight of a word: how few units of one account hold it. */
export type Weights = (word: Pick<Word, "stem" | "name" | "number" | "date">) => number;

/** Numbers and names say more than other words, the names of the sides and dates less: everything is about them. */
const NUMBER = 2;
const NAME = 1.2;
const SIDE = 0.4;
const DATE = 0.3;

/**
 * A word that every account has once marks one point, and one that an account repeats marks none; so it is counted within
 * each account that has it and not over all of them.
 */
export function weigh(units: Unit[], isSide: (stem: string) => boolean): Weights {
  const accounts = new Set(units.map(({ account }) => account)).size;
  const holders = new Map<string, number>();
  const having = new Map<string, Set<string>>();
  for (const { words, account } of units)
    for (const stem of new Set(words.map((word) => word.stem))) {
      holders.set(stem, (holders.get(stem) ?? 0) + 1);
      having.set(stem, (having.get(stem) ?? new Set()).add(account));
    }
  const usual = units.length / (accounts || 1);
  return ({ stem, name, number, date }) => {
    const within = (holders.get(stem) ?? 1) / (having.get(stem)?.size ?? 1);
    return (
      Math.log(1 + usual / within) * (date ? DATE : isSide(stem) ? SIDE : number ? NUMBER : name ? NAME : 1)
    );
  };
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

export function likeness(
  a: Unit,
  b: Unit,
  {
    weights,
    actors,
    isSide,
  }: { weights: Weights; actors: Map<string, Actor>; isSide: (stem: string) => boolean },
): Likeness {
  const [x, y] = [a, b].map((unit) => new Map(unit.words.map((word) => [word.stem, weights(word)]))) as [
    Map<string, number>,
    Map<string, number>,
  ];
  const total = (map: Map<string, number>) => [...map.values()].reduce((sum, weight) => sum + weight, 0);
  const shared = [...x.keys()].filter((stem) => y.has(stem)).sort();
  const common = shared.reduce((sum, stem) => sum + Math.min(x.get(stem)!, y.get(stem)!), 0);
  const [less, more] = [total(x), total(y)].sort((p, q) => p - q) as [number, number];
  const words = common / (less ** SHORTER * more ** (1 - SHORTER) || 1);
  const bond = claimBond(a.claims, b.claims, actors);
  const why = [`words ${words.toFixed(2)}`, bond.why];
  let score = Math.min(1, words + bond.points);
  if (shared.length === 1 && Math.min(x.size, y.size) > 2) {
    score *= ONE_WORD;
    why.push("one word in common");
  }
  if (shared.includes(TALK) && NEXT.test(a.english) !== NEXT.test(b.english)) {
    score *= OTHER_TIME;
    why.push("one is yet to come");
  }
  const [p, q] = [sidesOf(x, isSide), sidesOf(y, isSide)];
  if (p.length && q.length && !p.some((side) => q.includes(side))) {
    score *= OTHER_SIDE;
    why.push("of other sides");
  }
  if (elsewhere(a, b)) {
    score *= OTHER_NAMES;
    why.push("of other names");
  }
  return { score, why: why.filter(Boolean).join(", ") };
}

const sidesOf = (words: Map<string, number>, isSide: (stem: string) => boolean) =>
  [...words.keys()].filter(isSide).map(rootOf);

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
