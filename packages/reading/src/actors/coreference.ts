/** Everything that points back: titles alone, groups, the ministry, pronouns. In text order, each step sees what the ones before settled. */
import { Discourse } from "./discourse.ts";
import { groupAt, resolveGroup } from "./groups.ts";
import { ministryOf } from "./ministries.ts";
import { type OfficePhrase, ownerOf } from "./office-phrase.ts";
import type { Draft, Page } from "./page.ts";
import { resolvePronoun } from "./pronouns.ts";
import { type Item, senseAs } from "./scan.ts";
import { readTitleAlone } from "./title-reference.ts";

export function resolveReferences(page: Page): void {
  const discourse = new Discourse(page);
  const offices = new Map<number, OfficePhrase>();
  for (const office of page.offices) if (!office.name) offices.set(office.to, office);
  for (let at = 0; at < page.words.length; at++) {
    const office = offices.get(at) ?? null;
    const draft = page.covered[at] && !office ? null : settle(page, discourse, at, office);
    if (draft && page.place(draft)) discourse.add(draft);
  }
}

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
  const word = page.words[at] as { key: string; joint: string };
  const item: Item | undefined = page.at[at];
  const named = item?.to === at ? senseAs(item, "ministry")?.ministry : undefined;
  if (!named && word.key !== "ministry") return null;
  const bare = named && item ? item.from : at;
  const before = page.words[bare - 1]?.key ?? "";
  const adjective = page.at[bare - 1];
  const owner = adjective && page.words[bare]?.joint === "space" ? ownerOf(adjective, page.words) : null;
  const country = page.countryOf(owner ?? undefined);
  const from = country && adjective ? adjective.from : bare;
  if (!country && before !== "the") return null;
  const slug = named?.slug;
  const earlier = discourse
    .all()
    .filter(
      (draft) => draft.from < at && draft.kind === "ministry" && (!country || draft.country === country),
    )
    .filter((draft) => !slug || draft.actors[0]?.endsWith(`-${slug}`))
    .at(-1);
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
