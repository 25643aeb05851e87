/** The outermost links of every attribution on a page: its outlet, then the agencies it credits. */
import type { Attribution, Document } from "@parley/protocol";
import type { ActorMention } from "../mention.ts";

/** Tied to the words that name them; where only the metadata does, start and end are 0. */
export function pageVoices(document: Document, mentions: ActorMention[]): Attribution[] {
  const links: Attribution[] = [];
  const firstOf = (id: string) => mentions.find(({ actors }) => actors.length === 1 && actors[0] === id);
  if (document.outlet) {
    const named = mentions.find(
      ({ kind, start, end }) => kind === "outlet" && document.text.slice(start, end) === document.outlet,
    );
    links.push({
      source: named?.actors[0] ?? null,
      asWorded: document.outlet,
      cue: null,
      start: named?.start ?? 0,
      end: named?.end ?? 0,
    });
  }
  for (const id of document.agencies) {
    const named = firstOf(id);
    links.push({
      source: id,
      asWorded: named ? document.text.slice(named.start, named.end) : id,
      cue: null,
      start: named?.start ?? 0,
      end: named?.end ?? 0,
    });
  }
  return links;
}
