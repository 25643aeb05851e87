/** Ministries and like bodies by the pattern that joins them to a state: "Russian Foreign Ministry", "Ministry of Defence of Armenia". */
import type { ActorLexicon, KnownActor } from "./lexicon.ts";
import { ownerOf } from "./office-phrase.ts";
import { type Item, senseAs } from "./scan.ts";
import { MINISTRY, NAME } from "./sense.ts";
import type { Word } from "./words.ts";

export interface BodySpan {
  /** Word indexes, inclusive. */
  from: number;
  to: number;
  actor: string;
}

/** Bodies with an owner in the words, by the index of their first and of their last word. Ministries without one are left to coreference. */
export function composeBodies(
  words: Word[],
  items: Item[],
  at: (Item | undefined)[],
  lexicon: ActorLexicon,
): Map<number, BodySpan> {
  const bodies = new Map<number, BodySpan>();
  for (const item of items) {
    const ministry = senseAs(item, MINISTRY)?.ministry;
    if (!ministry) continue;
    let owner: string | null = null;
    let { from, to } = item;
    const before = at[from - 1];
    const joint = words[from]?.joint;
    if (before?.to === from - 1 && (joint === "space" || joint === "hyphen")) owner = ownerOf(before, words);
    if (owner && before) from = before.from;
    else if (words[to + 1]?.key === "of") {
      const first = words[to + 2]?.key === "the" ? to + 3 : to + 2;
      const after = at[first];
      owner = after?.from === first && senseAs(after, NAME) ? ownerOf(after, words) : null;
      if (owner && after) to = after.to;
    }
    if (!owner) continue;
    const actor = ministryOf(lexicon, owner, ministry.slug);
    if (!actor) continue;
    const span = { from, to, actor };
    bodies.set(from, span);
    bodies.set(to, span);
  }
  return bodies;
}

/** The id of the body of that slug; makes its entry on first use. Null where the owner has no country code or is no state or entity. */
export function ministryOf(lexicon: ActorLexicon, owner: string, slug: string): string | null {
  const state = lexicon.byId.get(owner);
  if (!state || (state.kind !== "state" && state.kind !== "entity")) return null;
  const code = state.kind === "state" ? owner.slice(6) : owner.slice(owner.indexOf(":") + 1);
  const id = `ministry:${code}-${slug}`;
  if (!lexicon.byId.has(id)) lexicon.byId.set(id, describe(lexicon, id, state, slug));
  return id;
}

function describe(lexicon: ActorLexicon, id: string, state: KnownActor, slug: string): KnownActor {
  const name = `${lexicon.ministries.get(slug) ?? slug} of ${state.name}`;
  return {
    id,
    kind: "ministry",
    name,
    country: state.country,
    offices: [],
    foundAs: [],
    confidence: 1,
    gender: null,
    family: "",
    spellings: [name],
    entry: { id, name, source: "made by rule from the state's name" },
  };
}
