/**
 * Accounts of one contact → points: what all say, what one says, what they contradict each other in, and who passes what
 * over. Pure. The order of accounts changes nothing but the order of columns, and swapping two swaps their columns.
 */

import { createHash } from "node:crypto";
import type { Actor, ComparedPoint, Place, PointDifference, PointQuote } from "@parley/protocol";
import { align, type Group } from "./align.ts";
import { weigh } from "./alike.ts";
import { clashes, type Setting, sidesIn } from "./differences.ts";
import type { GivenAccount } from "./given-account.ts";
import { rootOf, wordsIn } from "./stems.ts";
import { type Unit, unitsOf } from "./units.ts";

/** Points in the order in which the accounts tell them, those of many accounts first among equals. */
export function compareAccounts(accounts: GivenAccount[]): ComparedPoint[] {
  const inOrder = [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const setting = settingOf(inOrder);
  const isSide = (stem: string) => setting.sides.has(rootOf(stem));
  const units = inOrder.flatMap((account) => unitsOf(account, isSide));
  const groups = align(weigh(units, isSide), setting.actors);
  return groups
    .filter((group) => group.units.some(({ stands }) => stands) || spread(group) > 1)
    .sort((a, b) => place(a, units) - place(b, units) || (firstWords(a) < firstWords(b) ? -1 : 1))
    .map((group) => pointOf(group, accounts, setting));
}

const spread = ({ units }: Group) => new Set(units.map(({ account }) => account)).size;
const firstWords = ({ units }: Group) => units.map(({ english }) => english).sort()[0]!;

/** How far into its account a point stands, 0..1: the mean over the accounts that have it. */
function place(group: Group, all: Unit[]): number {
  const ends = new Map<string, number>();
  for (const { account, end } of all) ends.set(account, Math.max(ends.get(account) ?? 1, end));
  const firsts = new Map<string, number>();
  for (const { account, start } of group.units)
    firsts.set(account, Math.min(firsts.get(account) ?? 1, start / ends.get(account)!));
  return [...firsts.values()].reduce((sum, at) => sum + at, 0) / firsts.size;
}

function pointOf(group: Group, accounts: GivenAccount[], setting: Setting): ComparedPoint {
  const order = new Map(accounts.map(({ id }, i) => [id, i]));
  const differences = differencesIn(group.units, setting, order);
  const at = new Set(differences.flatMap(({ between }) => between.map(({ account }) => account)));
  const stances = accounts.map(({ id, unread }) => {
    const quotes = group.units.filter(({ account }) => account === id).map(quoteOf);
    const stance =
      unread !== null ? "unread" : !quotes.length ? "silent" : at.has(id) ? "contradicts" : "says";
    return { account: id, stance: stance as ComparedPoint["accounts"][number]["stance"], quotes };
  });
  const read = stances.filter(({ stance }) => stance !== "unread").length;
  const saying = stances.filter(({ quotes }) => quotes.length > 0).length;
  return {
    id: `point:${createHash("sha256").update(group.units.map(keyOf).sort().join("\n")).digest("hex").slice(0, 16)}`,
    heading: headingOf(group.units, at),
    kind: group.units.flatMap(({ claims }) => claims.map(({ told }) => told.kind)).sort()[0] ?? null,
    class: differences.length ? "contradicted" : saying < 2 ? "one" : saying === read ? "all" : "several",
    accounts: stances,
    differences,
    why: group.weakest ? `least alike ${group.weakest.score.toFixed(2)}: ${group.weakest.why}` : "",
  };
}

const keyOf = ({ account, start, end }: Unit) => `${account}:${start}:${end}`;

/**
 * The shortest words that tell it head a point. Where accounts contradict each other, neither of them names it: another
 * account does, or what their words have in common.
 */
function headingOf(units: Unit[], contradicting: Set<string>): string {
  const neutral = units.filter(({ account }) => !contradicting.has(account));
  const shortest = [...(neutral.length ? neutral : units)].sort(byHeading)[0]!;
  const common = neutral.length ? null : longestRun(units);
  return shortened(common ?? shortest.english);
}

/** Fewer words in common name nothing. */
const SHORTEST_RUN = 3;

/** The longest run of words that units of two accounts share; null where it is too short to name anything. */
function longestRun(units: Unit[]): string | null {
  const runs = units.flatMap((a, i) =>
    units.slice(i + 1).flatMap((b) => (a.account === b.account ? [] : [runIn(wordsOf(a), wordsOf(b))])),
  );
  const best = runs.sort((a, b) => b.length - a.length || (a.join(" ") < b.join(" ") ? -1 : 1))[0] ?? [];
  const run = withoutLooseEnds(best);
  return run.length >= SHORTEST_RUN && wordsIn(run.join(" ")).length > 0 ? bare(run.join(" ")) : null;
}

const bare = (word: string) => word.replace(/[.,;:]+$/u, "");
const LEADS_ON = /^(and|at|by|for|from|in|of|on|that|to|with)$/iu;

/** A run that breaks off does so after a word that says something, and does not begin with one that only leads on. */
function withoutLooseEnds(run: string[]): string[] {
  const last = run.findLastIndex((word) => wordsIn(word).length > 0);
  const first = run.findIndex((word) => !LEADS_ON.test(word));
  return first < 0 ? [] : run.slice(first, last + 1);
}

const wordsOf = ({ english }: Unit) => english.split(/\s+/u);

function runIn(a: string[], b: string[]): string[] {
  let best: string[] = [];
  let above: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const row = b.map((word, j) => (bare(word) === bare(a[i]!) ? (above[j - 1] ?? 0) + 1 : 0));
    for (const length of row) if (length > best.length) best = a.slice(i + 1 - length, i + 1);
    above = row;
  }
  return best;
}

const byHeading = (a: Unit, b: Unit) =>
  a.english.length - b.english.length || (a.english < b.english ? -1 : 1);

/** Characters of a heading; it ends at a word. */
const LONGEST = 90;

function shortened(words: string): string {
  const plain = words.replace(/\s+/gu, " ").trim();
  if (plain.length <= LONGEST) return plain.replace(/[.,;:]$/u, "");
  return `${plain.slice(0, plain.lastIndexOf(" ", LONGEST)).replace(/[.,;:]$/u, "")} …`;
}

function quoteOf({ start, end, quote, english, translated, claims }: Unit): PointQuote {
  const claim = [...claims].sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))[0];
  const speaker = claim?.attribution.at(-1);
  return {
    ...{ start, end, quote },
    claim: claim?.id ?? null,
    saidBy: speaker?.cue ? speaker.asWorded : null,
    english: translated ? english : null,
  };
}

/** Each kind of difference once for each two accounts, the certain before the uncertain; in the order of the accounts. */
function differencesIn(units: Unit[], setting: Setting, order: Map<string, number>): PointDifference[] {
  const found = new Map<string, PointDifference>();
  const inOrder = (a: Unit, b: Unit) => order.get(a.account)! - order.get(b.account)! || a.start - b.start;
  const sorted = [...units].sort(inOrder);
  for (const [i, a] of sorted.entries())
    for (const b of sorted.slice(i + 1)) {
      if (a.account === b.account) continue;
      for (const { what, certain, words } of clashes(a, b, setting)) {
        const difference: PointDifference = {
          ...{ what, certain },
          between: [
            { account: a.account, words: words[0] },
            { account: b.account, words: words[1] },
          ],
        };
        const key = `${what} ${a.account} ${b.account}`;
        const other = found.get(key);
        if (!other || rankOf(difference) < rankOf(other)) found.set(key, difference);
      }
    }
  return [...found.values()];
}

/** Of several the certain one, then by the words, whichever account comes first. */
const rankOf = ({ certain, between }: PointDifference) =>
  `${certain ? 0 : 1} ${between
    .map(({ account, words }) => `${words}\n${account}`)
    .sort()
    .join("\n")}`;

/** Kinds of actors that are a side, and not a person or a paper. */
const SIDES = new Set(["state", "entity", "armed-group", "organisation"]);

function settingOf(accounts: GivenAccount[]): Setting {
  const actors = new Map<string, Actor>();
  const places = new Map<string, Place>();
  const sides = new Map<string, string>();
  for (const { reading } of accounts) {
    for (const actor of reading.actors) actors.set(actor.id, actor);
    for (const found of reading.places) places.set(found.id, found);
  }
  for (const { id, kind, name, foundAs, country } of [...actors.values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  ))
    if (SIDES.has(kind))
      for (const word of [name, ...foundAs])
        if (/^\p{Lu}\p{L}{3,}$/u.test(word)) sides.set(rootOf(word), country ? `state:${country}` : id);
  const published = new Map(
    accounts.map(({ id, reading }) => [id, reading.document.published?.edtf.slice(0, 10) ?? null]),
  );
  const own = new Map(
    accounts.map(({ id, reading }) => [id, sidesIn(reading.document.outlet ?? "", { sides })]),
  );
  return { actors, places, published, sides, own, known: new Map() };
}
