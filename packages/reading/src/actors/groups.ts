/** Words for several actors at once: "the two presidents", "both leaders", "the ministers", "the sides", "the two countries". */
import { GROUP_NOUNS } from "./cues.ts";
import { type Discourse, isParty } from "./discourse.ts";
import { dealAsEnemies, inConflict } from "./enemies.ts";
import type { Draft, Page } from "./page.ts";
import { senseAs } from "./scan.ts";
import { TITLE } from "./sense.ts";
import { bears } from "./title-reference.ts";

interface GroupPhrase {
  /** Word indexes, inclusive. */
  from: number;
  to: number;
  /** How many, where the words say it. */
  count: number | null;
  sort: "persons" | "sides" | "states";
  /** Canonical title where the noun is one ("presidents"). */
  title: string | null;
  /** The words set the members against each other: states or groups at war, not partners of a talk. */
  opposed: boolean;
}

const COUNTS: Record<string, number> = { both: 2, two: 2, three: 3, trilateral: 3, four: 4 };
const DEFINITE = new Set(["the", "both", "these", "those", "two", "three"]);
const OPPOSED = new Set(["opposing", "warring", "conflicting", "rival"]);
const BEFORE = new Set([...DEFINITE, "four", ...OPPOSED]);
const CONFLICTS = new Set(["conflict", "war", "warring"]);
const FIGHT = new Set(
  "ceasefire cease truce hostilities fighting conflict negotiations negotiation".split(" "),
);
const REACH = 6;

/** The group phrase that ends at the word, null where it is no such noun or names its members itself. */
export function groupAt(page: Page, at: number): GroupPhrase | null {
  const { words } = page;
  const word = words[at];
  if (!word || page.covered[at]) return null;
  const noun = GROUP_NOUNS.get(word.key);
  const item = page.at[at];
  const title = senseAs(item, TITLE)?.title;
  const many = title?.many && !title.honorific && item?.to === at;
  if (!noun && !many) return null;
  let from = noun || !item ? at : item.from;
  let count: number | null = null;
  let definite = false;
  let opposed =
    (words[at + 1]?.key === "to" && CONFLICTS.has(words[at + 3]?.key ?? "")) ||
    (word.key === "parties" && setAgainstEachOther(page, at)) ||
    (noun === "sides" && dealAsEnemies(page, at));
  while (from > 0 && words[from]!.joint === "space" && BEFORE.has(words[from - 1]!.key)) {
    from--;
    const { key } = words[from]!;
    count ??= COUNTS[key] ?? null;
    if (DEFINITE.has(key)) definite = true;
    if (OPPOSED.has(key)) opposed = true;
  }
  if ((!definite && !opposed) || words[from - 1]?.key === "all") return null;
  return { from, to: at, count, sort: noun ?? "persons", title: title?.title ?? null, opposed };
}

/** "the parties" to a ceasefire are those who fight, not those who talk about it. */
function setAgainstEachOther({ words }: Page, at: number): boolean {
  const { sentence } = words[at]!;
  for (let near = Math.max(0, at - 25); near < at + 25 && near < words.length; near++)
    if (words[near]!.sentence === sentence && FIGHT.has(words[near]!.key)) return true;
  return false;
}

export function resolveGroup(page: Page, discourse: Discourse, group: GroupPhrase): Draft | null {
  const found = membersOf(page, discourse, group);
  if (!found) return null;
  const { actors } = found;
  const persons = actors.every((id) => id.startsWith("person:"));
  return {
    from: group.from,
    to: group.to,
    form: "nominal",
    actors,
    kind: persons ? "person" : "state",
    country: null,
    office: group.title ? { title: page.surface(group.to, group.to), of: null } : null,
    confidence: found.confidence,
    why: found.why,
  };
}

interface Members {
  actors: string[];
  confidence: number;
  why: string;
}

/** Whom a mention gives as a member of such a group; null where it is none. */
type Lens = (id: string, draft: Draft) => string | null;

/** Distinct members in order of first mention. */
function through(drafts: readonly Draft[], lens: Lens): string[] {
  const ids: string[] = [];
  for (const draft of drafts)
    for (const actor of draft.actors) {
      const id = lens(actor, draft);
      if (id !== null && !ids.includes(id)) ids.push(id);
    }
  return ids;
}

/** A bare adjective ("Eritrean") is of somebody; it is nobody. */
const stands = (draft: Draft) => draft.form !== "demonym" || draft.to > draft.from;

function lensesFor(page: Page, group: GroupPhrase): Lens[] {
  const person: Lens = (id) => {
    const present = page.roster.present.get(id);
    return present && (group.title === null || bears(page, present, group.title, null)) ? id : null;
  };
  const state: Lens = (id, draft) =>
    isParty(id) && draft.kind !== "people" && draft.form !== "title" && stands(draft) ? id : null;
  const country: Lens = (id) => {
    const home = page.roster.present.get(id)?.actor.country;
    return home ? `state:${home}` : null;
  };
  // "his Armenian and Azerbaijani counterparts", then "the two ministers": persons whom only their states stand for.
  const unnamed: Lens = (id, draft) =>
    draft.actors.length > 1 && id.startsWith("state:") && page.words[draft.to]?.key === "counterparts"
      ? id
      : null;
  if (group.sort === "persons") return [person, unnamed];
  if (group.opposed) return [state];
  return group.sort === "states" ? [state, country] : [person, state];
}

/** Who speaks "with the two ministers" is not one of them: the lens that leaves those named before in the sentence out. */
function without(page: Page, discourse: Discourse, group: GroupPhrase, lens: Lens): Lens {
  if (page.words[group.from - 1]?.key !== "with") return lens;
  const before = discourse.before(group.from, discourse.sentenceOf(group.from));
  const apart = new Set(before.flatMap(({ form, actors }) => (form === "nominal" ? [] : actors)));
  return (id, draft) => {
    const member = lens(id, draft);
    return member === null || apart.has(member) ? null : member;
  };
}

function membersOf(page: Page, discourse: Discourse, group: GroupPhrase): Members | null {
  const lenses = lensesFor(page, group).map((lens) => without(page, discourse, group, lens));
  const named = (ids: string[]) =>
    ids
      .map((id) => page.roster.present.get(id)?.actor.name ?? page.lexicon.byId.get(id)?.name ?? id)
      .join(", ");
  // Sides and countries are two; ministers and leaders may be more.
  const count = group.count ?? (group.sort === "persons" ? null : 2);
  const enough = (ids: string[]) =>
    count === null ? ids.length >= 2 && ids.length <= 4 : ids.length === count;
  let near: readonly Draft[] = [];
  for (const drafts of group.opposed ? [] : discourse.backwards(group.from, REACH)) {
    near = [...drafts, ...near];
    for (const lens of lenses) {
      const alone = through(drafts, lens);
      const again = earlierGroup(page, discourse, group, alone);
      if (again) return { actors: again, confidence: 0.75, why: `as before: ${named(again)}` };
      if (enough(alone))
        return { actors: alone, confidence: 0.8, why: `named together before: ${named(alone)}` };
    }
    for (const lens of lenses) {
      const together = through(near, lens);
      if (enough(together))
        return { actors: together, confidence: 0.65, why: `named last before: ${named(together)}` };
    }
  }
  for (const lens of lenses) {
    const everyone = through(discourse.all(), lens);
    if (everyone.length === (count ?? 2))
      return { actors: everyone, confidence: 0.6, why: `the only ones in the document: ${named(everyone)}` };
  }
  const pair =
    group.sort === "persons" || (count ?? 2) !== 2 ? null : commonestPair(page, discourse, group.opposed);
  return (
    pair && {
      actors: pair,
      confidence: 0.6,
      why: `the pair that the document names most often: ${named(pair)}`,
    }
  );
}

/** The members that the same noun had before, where all of them are among the candidates now. */
function earlierGroup(
  page: Page,
  discourse: Discourse,
  group: GroupPhrase,
  candidates: string[],
): string[] | null {
  if (group.count !== null || candidates.length < 3) return null;
  const noun = page.words[group.to]?.key;
  const members = discourse.last(
    group.from,
    (draft) => draft.form === "nominal" && page.words[draft.to]?.key === noun,
  )?.actors;
  return members?.every((id) => candidates.includes(id)) ? members : null;
}

/** Two states that the document joins by "and" most often, and no other pair as often; of enemies, where it tells of their conflict. */
function commonestPair(page: Page, discourse: Discourse, opposed: boolean): string[] | null {
  const counts = new Map<string, number>();
  const drafts = discourse.all().filter((draft) => draft.actors.length === 1 && isParty(draft.actors[0]!));
  for (let i = 1; i < drafts.length; i++) {
    const [one, other] = [drafts[i - 1] as Draft, drafts[i] as Draft];
    const [a, b] = [one.actors[0] as string, other.actors[0] as string];
    if (a === b || other.from - one.to !== 2 || page.words[one.to + 1]?.key !== "and") continue;
    if (opposed && !inConflict(page, one.from, other.to)) continue;
    const key = [a, b].sort().join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  return best && best[1] > (second?.[1] ?? 0) ? best[0].split(" ") : null;
}
