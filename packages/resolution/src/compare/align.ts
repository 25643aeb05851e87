/** Units of all accounts → points. Joins the most alike first; the order of accounts changes nothing. */
import type { Actor } from "@parley/protocol";
import { ALIKE, type Likeness, likeness, TWICE, type Weighed } from "./alike.ts";
import type { Unit } from "./units.ts";

export interface Group {
  units: Unit[];
  /** The least alike pair by which it was joined; null where one unit stands alone. */
  weakest: Likeness | null;
}

interface Pair extends Likeness {
  a: number;
  b: number;
}

/** Groups in the order of their first units. Two units of one account meet only in what another account says. */
export function align(weighed: Weighed[], actors: Map<string, Actor>): Group[] {
  const units = weighed.map(({ unit }) => unit);
  const scores = new Map<number, Likeness>();
  const pairs: Pair[] = [];
  for (let a = 0; a < units.length; a++)
    for (let b = a + 1; b < units.length; b++) {
      if (units[a]!.account === units[b]!.account) continue;
      const like = likeness(weighed[a]!, weighed[b]!, actors);
      if (like.score) scores.set(a * units.length + b, like);
      if (like.score >= ALIKE) pairs.push({ a, b, ...like });
    }
  // Equal scores are ordered by the words, not by which account was named first.
  const keys = units.map(({ english, account, start }) => `${english}\n${account}\n${start}`);
  const keyOf = ({ a, b }: Pair) =>
    keys[a]! < keys[b]! ? `${keys[a]}\n${keys[b]}` : `${keys[b]}\n${keys[a]}`;
  pairs.sort((p, q) => q.score - p.score || (keyOf(p) < keyOf(q) ? -1 : 1));
  const groupOf = units.map((_, i) => i);
  const members = new Map(units.map((_, i) => [i, [i]]));
  const weakest = new Map<number, Likeness>();
  for (const pair of pairs) {
    const [into, from] = [groupOf[pair.a]!, groupOf[pair.b]!];
    if (into === from) continue;
    const [one, other] = [members.get(into)!, members.get(from)!];
    const twice = one.some((i) => other.some((j) => units[i]!.account === units[j]!.account));
    if (mean(one, other, units, scores) < (twice ? TWICE : ALIKE)) continue;
    for (const i of members.get(from)!) groupOf[i] = into;
    members.get(into)!.push(...members.get(from)!);
    members.delete(from);
    weakest.set(into, { score: pair.score, why: pair.why });
  }
  return [...members]
    .map(([number, own]) => ({ own: own.sort((a, b) => a - b), weakest: weakest.get(number) ?? null }))
    .sort((a, b) => a.own[0]! - b.own[0]!)
    .map(({ own, weakest: least }) => ({ units: own.map((i) => units[i]!), weakest: least }));
}

/** Mean likeness over the pairs of two accounts; of one account's own units nothing is known. */
function mean(a: number[], b: number[], units: Unit[], scores: Map<number, Likeness>): number {
  let sum = 0;
  let count = 0;
  for (const i of a)
    for (const j of b) {
      if (units[i]!.account === units[j]!.account) continue;
      sum += scores.get(Math.min(i, j) * units.length + Math.max(i, j))?.score ?? 0;
      count++;
    }
  return count ? sum / count : 0;
}
