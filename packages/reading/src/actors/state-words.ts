/** States and bodies in the text: names, demonyms with what they qualify, capitals and palaces where they act. */

import { COLLECTIVE, QUALIFIES } from "./cues.ts";
import type { KnownActor } from "./lexicon.ts";
import { actsHere } from "./metonym.ts";
import type { Draft, Page } from "./page.ts";
import { type Item, senseAs } from "./scan.ts";
import { BODY, CAPITAL, DEMONYM, METONYM, NAME, PEOPLE } from "./sense.ts";
import type { Word } from "./words.ts";

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
  const sense = senseAs(item, NAME | BODY | DEMONYM | PEOPLE | METONYM | CAPITAL);
  const known = sense && page.lexicon.byId.get(sense.actors[0]!);
  if (!known) return null;
  switch (sense.as) {
    case CAPITAL: {
      const acting = actsHere(page, item);
      return acting && stateDraft(item, known, { form: "metonym", ...acting });
    }
    case METONYM:
      return stateDraft(item, known, {
        form: "metonym",
        confidence: 0.9,
        why: `seat of power of ${known.name}`,
      });
    case PEOPLE:
      return stateDraft(item, known, {
        form: "demonym",
        kind: "people",
        confidence: 0.6,
        why: `people of ${known.name}`,
      });
    case DEMONYM: {
      if (senseAs(item, NAME) && nothingFollows(page, item)) break;
      const to = qualified(page, item);
      // "the Russian ministry" is one of its ministries: coreference says which.
      if (to === item.to && page.words[to + 1]?.key === "ministry") return null;
      const confidence = to > item.to ? 0.9 : 0.6;
      return stateDraft(item, known, { form: "demonym", to, confidence, why: `adjective of ${known.name}` });
    }
  }
  return stateDraft(item, known, { form: "name", confidence: 0.97, why: `name of ${known.name}` });
}

interface Wording {
  form: Draft["form"];
  /** Last word, where it is not the item's. */
  to?: number;
  kind?: Draft["kind"];
  confidence: number;
  why: string;
}

const stateDraft = (
  { from, to: last }: Item,
  known: KnownActor,
  { form, to = last, kind = known.kind, confidence, why }: Wording,
): Draft => ({
  from,
  to,
  form,
  actors: [known.id],
  kind,
  country: known.country,
  office: null,
  confidence,
  why,
});

/** "US" and "EU" are names as well as adjectives: adjectives only where a noun follows. */
function nothingFollows(page: Page, item: Item): boolean {
  const next = page.words[item.to + 1];
  return (
    !next || (next.joint !== "space" && next.joint !== "hyphen") || (next.spelling.cues & COLLECTIVE) === 0
  );
}

/** Last word of the noun that the adjective qualifies ("Azerbaijani Armed Forces"), or of the adjective itself. */
function qualified(page: Page, item: Item): number {
  for (let at = item.to + 1; at <= item.to + 3 && at < page.words.length; at++) {
    const word = page.words[at] as Word;
    if ((word.joint !== "space" && word.joint !== "hyphen") || page.covered[at]) break;
    if (word.spelling.cues & COLLECTIVE) return at;
    if ((word.spelling.cues & QUALIFIES) === 0) break;
  }
  return item.to;
}
