/** States and bodies in the text: names, demonyms with what they qualify, capitals and palaces where they act. */

import type { Sense } from "./lexicon.ts";
import { actsHere } from "./metonym.ts";
import type { Draft, Page } from "./page.ts";
import { type Item, senseAs } from "./scan.ts";
import type { Word } from "./words.ts";

// Nouns that stand for the state when its adjective qualifies them.
const COLLECTIVE =
  /^(sides?|forces?|militar(?:y|ies)|arm(?:y|ies)|troops?|servicem[ae]n|soldiers?|authorit(?:y|ies)|governments?|delegations?|officials?|leaderships?|part(?:y|ies)|units?|diplomats?|diplomacy|administration|regime|navy|command|personnel|servicemembers|fighters|representatives?|negotiators?|state|nation|border|guards?|peacekeepers?|counterparts?)$/;
const BETWEEN = new Set(
  "armed military security air ground defence defense naval occupation special foreign political top senior federal transitional interim backed led supported controlled government border russian".split(
    " ",
  ),
);

export function readStates(page: Page): Draft[] {
  const drafts: Draft[] = [];
  const seen = new Set<number>();
  for (const body of page.bodies.values()) {
    if (seen.has(body.from)) continue;
    seen.add(body.from);
    drafts.push(bodyDraft(page, body));
  }
  for (const item of page.items) {
    const draft = readItem(page, item);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

function bodyDraft(page: Page, { from, to, actor }: { from: number; to: number; actor: string }): Draft {
  return {
    from,
    to,
    form: "name",
    actors: [actor],
    kind: "ministry",
    country: page.countryOf(actor),
    office: null,
    confidence: 0.95,
    why: "ministry named with its state",
  };
}

function readItem(page: Page, item: Item): Draft | null {
  const sense = senseAs(item, "name", "body", "demonym", "people", "metonym", "capital");
  if (!sense) return null;
  const actor = sense.actors[0] as string;
  const known = page.lexicon.byId.get(actor);
  if (!known) return null;
  const base = { actors: [actor], country: known.country, office: null };
  if (sense.as === "capital") return capital(page, item, sense);
  if (sense.as === "metonym")
    return {
      ...base,
      from: item.from,
      to: item.to,
      form: "metonym",
      kind: known.kind,
      confidence: 0.9,
      why: `seat of power of ${known.name}`,
    };
  if (sense.as === "people")
    return {
      ...base,
      from: item.from,
      to: item.to,
      form: "demonym",
      kind: "people",
      confidence: 0.6,
      why: `people of ${known.name}`,
    };
  if (sense.as === "demonym" && !(senseAs(item, "name") && nothingFollows(page, item))) {
    const to = qualified(page, item);
    // "the Russian ministry" is one of its ministries: coreference says which.
    if (to === item.to && page.words[to + 1]?.key === "ministry") return null;
    return {
      ...base,
      from: item.from,
      to,
      form: "demonym",
      kind: known.kind,
      confidence: to > item.to ? 0.9 : 0.6,
      why: `adjective of ${known.name}`,
    };
  }
  return {
    ...base,
    from: item.from,
    to: item.to,
    form: "name",
    kind: known.kind,
    confidence: 0.97,
    why: `name of ${known.name}`,
  };
}

/** "US" and "EU" are names as well as adjectives: adjectives only where a noun follows. */
function nothingFollows(page: Page, item: Item): boolean {
  const next = page.words[item.to + 1];
  return !next || (next.joint !== "space" && next.joint !== "hyphen") || !COLLECTIVE.test(next.key);
}

/** Last word of the noun that the adjective qualifies ("Azerbaijani Armed Forces"), or of the adjective itself. */
function qualified(page: Page, item: Item): number {
  for (let at = item.to + 1; at <= item.to + 3 && at < page.words.length; at++) {
    const word = page.words[at] as Word;
    if ((word.joint !== "space" && word.joint !== "hyphen") || page.covered[at]) break;
    if (COLLECTIVE.test(word.key)) return at;
    if (!BETWEEN.has(word.key)) break;
  }
  return item.to;
}

function capital(page: Page, item: Item, sense: Sense): Draft | null {
  const verdict = actsHere(page, item);
  if (!verdict) return null;
  const known = page.lexicon.byId.get(sense.actors[0] as string);
  if (!known) return null;
  return {
    from: item.from,
    to: item.to,
    form: "metonym",
    actors: [known.id],
    kind: known.kind,
    country: known.country,
    office: null,
    confidence: verdict.confidence,
    why: verdict.why,
  };
}
