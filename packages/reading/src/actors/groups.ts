/** Words for several actors at once: "the two presidents", "both leaders", "the ministers", "the sides", "the two countries". */
import type { Discourse } from "./discourse.ts";
import type { Draft, Page } from "./page.ts";
import { type Item, senseAs } from "./scan.ts";
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

const NOUNS = new Map<string, GroupPhrase["sort"]>([
  ["sides", "sides"],
  ["parties", "sides"],
  ["countries", "states"],
  ["nations", "states"],
  ["states", "states"],
  ["neighbours", "states"],
  ["neighbors", "states"],
]);
const COUNTS: Record<string, number> = { both: 2, two: 2, three: 3, trilateral: 3, four: 4 };
const BEFORE = /^(the|both|two|three|four|opposing|warring|conflicting|rival|these|those)$/;
const REACH = 6;

/** The group phrase that ends at the word, null where it is no such noun or names its members itself. */
export function groupAt(page: Page, at: number): GroupPhrase | null {
  const { words } = page;
  const word = words[at];
  if (!word || page.covered[at]) return null;
  const noun = NOUNS.get(word.key);
  const item = page.at[at];
  if (!noun && !item) return null;
  const title = senseAs(item, "title")?.title;
  const sort =
    noun ?? (title?.many && !title.honorific && (item as Item).to === at ? ("persons" as const) : null);
  if (!sort) return null;
  let from = sort === "persons" ? (page.at[at] as Item).from : at;
  let count: number | null = null;
  let definite = false;
  let opposed = /^(conflict|war|warring)$/.test(words[at + 3]?.key ?? "") && words[at + 1]?.key === "to";
  if (word.key === "parties" && setAgainstEachOther(page, at)) opposed = true;
  if (sort === "sides" && dealAsEnemies(page, at)) opposed = true;
  while (
    from > 0 &&
    words[from]?.joint === "space" &&
    BEFORE.test((words[from - 1] as { key: string }).key)
  ) {
    from--;
    const { key } = words[from] as { key: string };
    count ??= COUNTS[key] ?? null;
    if (/^(the|both|these|those|two|three)$/.test(key)) definite = true;
    if (/^(opposing|warring|conflicting|rival)$/.test(key)) opposed = true;
  }
  if ((!definite && !opposed) || words[from - 1]?.key === "all") return null;
  return { from, to: at, count, sort, title: title?.title ?? null, opposed };
}

/** "the parties" to a ceasefire are those who fight, not those who talk about it. */
function setAgainstEachOther(page: Page, at: number): boolean {
  const { sentence } = page.words[at] as { sentence: number };
  const near = page.words.slice(Math.max(0, at - 25), at + 25).filter((word) => word.sentence === sentence);
  return near.some((word) =>
    /^(ceasefire|cease|truce|hostilities|fighting|conflict|negotiations|negotiation)$/.test(word.key),
  );
}

/** "The two sides accused each other", "will exchange prisoners": what enemies do, not partners of a talk. */
function dealAsEnemies(page: Page, at: number): boolean {
  const { sentence } = page.words[at] as { sentence: number };
  const after: string[] = [];
  for (let i = at + 1; i <= at + 10 && page.words[i]?.sentence === sentence; i++)
    after.push((page.words[i] as { key: string }).key);
  return ENEMIES.some(
    ([does, what]) => after.slice(0, 4).some((key) => does.test(key)) && after.some((key) => what.test(key)),
  );
}

/** What they do, right after their name, and to whom or about what. */
const ENEMIES: [RegExp, RegExp][] = [
  [/^(accuse|accused|accusing|blame|blamed|blaming|attacked|shelled)$/, /^other$/],
  [/^(exchange|exchanged|swap|swapped)$/, /^(prisoners|detainees|captives|hostages|fire|bodies|remains)$/],
  [
    /^(reached|agreed|agree|signed|concluded|violated|broke|observe|observed)$/,
    /^(ceasefire|truce|armistice)$/,
  ],
];

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

/** A bare adjective ("Eritrean") is of somebody; it is nobody. */
const stands = (draft: Draft) => draft.form !== "demonym" || draft.to > draft.from;

function lensesFor(page: Page, group: GroupPhrase): Lens[] {
  const person: Lens = (id) => {
    const present = page.roster.present.get(id);
    return present && (group.title === null || bears(page, present, group.title, null)) ? id : null;
  };
  const state: Lens = (id, draft) =>
    /^(state|entity|group):/.test(id) && draft.kind !== "people" && draft.form !== "title" && stands(draft)
      ? id
      : null;
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

function membersOf(page: Page, discourse: Discourse, group: GroupPhrase): Members | null {
  const lenses = lensesFor(page, group);
  // Who speaks "with the two ministers" is not one of them.
  const apart = new Set(
    page.words[group.from - 1]?.key === "with"
      ? discourse
          .inSentence(discourse.sentenceOf(group.from), group.from)
          .flatMap((draft) => (draft.form === "nominal" ? [] : draft.actors))
      : [],
  );
  const through = (drafts: Draft[], lens: Lens) => [
    ...new Set(
      drafts.flatMap((draft) =>
        draft.actors.flatMap((id) => {
          const member = lens(id, draft);
          return member === null || apart.has(member) ? [] : member;
        }),
      ),
    ),
  ];
  const named = (ids: string[]) =>
    ids
      .map((id) => page.roster.present.get(id)?.actor.name ?? page.lexicon.byId.get(id)?.name ?? id)
      .join(", ");
  // Sides and countries are two; ministers and leaders may be more.
  const count = group.count ?? (group.sort === "persons" ? null : 2);
  const enough = (ids: string[]) =>
    count === null ? ids.length >= 2 && ids.length <= 4 : ids.length === count;
  let near: Draft[] = [];
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
  const earlier = discourse
    .all()
    .filter(
      (draft) => draft.from < group.from && draft.form === "nominal" && page.words[draft.to]?.key === noun,
    );
  const members = earlier.at(-1)?.actors;
  return members?.every((id) => candidates.includes(id)) ? members : null;
}

/** Two states that the document joins by "and" most often, and no other pair as often; of enemies, where it tells of their conflict. */
function commonestPair(page: Page, discourse: Discourse, opposed: boolean): string[] | null {
  const counts = new Map<string, number>();
  const drafts = discourse
    .all()
    .filter((draft) => draft.actors.length === 1 && /^(state|entity|group):/.test(draft.actors[0] as string));
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

/** A word of fighting close to the pair: "war between A and B", "A and B clashed". */
function inConflict({ words }: Page, from: number, to: number): boolean {
  for (let i = Math.max(0, from - 5); i <= to + 5 && i < words.length; i++)
    if (CONFLICT.test((words[i] as { key: string }).key)) return true;
  return false;
}

const CONFLICT =
  /^(war|wars|conflict|conflicts|clash|clashes|clashed|fighting|hostilities|ceasefire|ceasefires|truce|armistice|border|dispute|disputed|combat|battle|peace|prisoners)$/;
