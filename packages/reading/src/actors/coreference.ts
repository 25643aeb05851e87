/** Everything that points back: titles alone, groups, the ministry, pronouns. In text order, each step sees what the ones before settled. */
import { POINTS } from "./cues.ts";
import { Discourse } from "./discourse.ts";
import { groupAt, resolveGroup } from "./groups.ts";
import { ministryOf } from "./ministries.ts";
import { type OfficePhrase, ownerOf } from "./office-phrase.ts";
import type { Draft, Page } from "./page.ts";
import { resolvePronoun } from "./pronouns.ts";
import { type Item, senseAs } from "./scan.ts";
import { MINISTRY, TITLE } from "./sense.ts";
import { readTitleAlone } from "./title-reference.ts";

export function resolveReferences(page: Page): void {
  const discourse = new Discourse(page);
  const offices = page.offices.filter((office) => !office.name).sort((a, b) => a.to - b.to);
  let next = 0;
  for (let at = 0; at < page.words.length; at++) {
    let office: OfficePhrase | null = null;
    while (offices[next]?.to === at) office = offices[next++]!;
    if (office === null && (page.covered[at] || !mayPoint(page, at))) continue;
    const draft = settle(page, discourse, at, office);
    if (draft && page.place(draft)) discourse.add(draft);
  }
}

const mayPoint = ({ words, at: items }: Page, at: number): boolean =>
  (words[at]!.spelling.cues & POINTS) !== 0 || ((items[at]?.sorts ?? 0) & (TITLE | MINISTRY)) !== 0;

function settle(page: Page, discourse: Discourse, at: number, office: OfficePhrase | null): Draft | null {
  const group = groupAt(page, at);
  if (office) {
    for (let word = office.from; word <= office.to; word++) if (page.covered[word]) return null;
    const titled = readTitleAlone(page, discourse, office);
    if (titled) return titled;
  }
  if (group) return resolveGroup(page, discourse, group);
  return office ? null : (resolveMinistry(page, discourse, at) ?? resolvePronoun(page, discourse, at));
}

/** "the ministry", "the Foreign Ministry", "the Russian ministry" */
function resolveMinistry(page: Page, discourse: Discourse, at: number): Draft | null {
  const item: Item | undefined = page.at[at];
  const named = item?.to === at ? senseAs(item, MINISTRY)?.ministry : undefined;
  if (!named && page.words[at]!.key !== "ministry") return null;
  const bare = named && item ? item.from : at;
  const before = page.words[bare - 1]?.key ?? "";
  const adjective = page.at[bare - 1];
  const owner = adjective && page.words[bare]?.joint === "space" ? ownerOf(adjective, page.words) : null;
  const country = page.countryOf(owner ?? undefined);
  const from = country && adjective ? adjective.from : bare;
  if (!country && before !== "the") return null;
  const slug = named?.slug;
  const earlier = discourse.last(
    at,
    (draft) =>
      draft.kind === "ministry" &&
      (!country || draft.country === country) &&
      (!slug || (draft.actors[0]?.endsWith(`-${slug}`) ?? false)),
  );
  const actor = earlier?.actors[0] ?? fromMinister(page, country, slug) ?? owner;
  if (!actor) return null;
  return {
    from,
    to: at,
    form: "nominal",
    actors: [actor],
    kind: page.lexicon.byId.get(actor)?.kind ?? "ministry",
    country: page.countryOf(actor),
    office: null,
    confidence: earlier ? 0.85 : 0.65,
    why: earlier ? "the ministry named last before" : "the ministry of the minister whom the document names",
  };
}

function fromMinister(page: Page, country: string | null, slug: string | undefined): string | null {
  const found = new Set<string>();
  for (const present of page.roster.present.values())
    for (const { title, of } of present.worded) {
      const ministry = page.lexicon.titles.get(title)?.ministry;
      const state = of ?? (present.actor.country ? `state:${present.actor.country}` : null);
      if (
        !ministry ||
        !state ||
        (slug && slug !== ministry) ||
        (country && page.countryOf(state) !== country)
      )
        continue;
      const id = ministryOf(page.lexicon, state, ministry);
      if (id) found.add(id);
    }
  return found.size === 1 ? ([...found][0] as string) : null;
}
