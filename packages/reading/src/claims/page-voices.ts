/** The outermost links of every attribution on a page: its outlet, then the agencies it credits. */
import type { Attribution, Document } from "@parley/protocol";
import type { ActorMention } from "../mention.ts";
import type { DocumentContext } from "./context.ts";

/** `outlet` is the actor that the page's own name for itself points at, if any. Tied to the words that name them; where only the metadata does, start and end are 0. */
export function pageVoices(
  document: Document,
  mentions: ActorMention[],
  outlet: string | null,
): Attribution[] {
  const links: Attribution[] = [];
  const firstOf = (id: string) => mentions.find(({ actors }) => actors.length === 1 && actors[0] === id);
  if (document.outlet) {
    const named = mentions.find(
      ({ kind, start, end }) => kind === "outlet" && document.text.slice(start, end) === document.outlet,
    );
    links.push({
      source: named?.actors[0] ?? outlet,
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

const ATTRIBUTABLE = /\battributable to (?:the )?(?<who>[^:\n]{3,80}?)\s*[:\n\u200e]/u;

/** The side whose own account the page is; null for pages that pass on what others say. Offsets into the text. */
export function issuerOf(context: DocumentContext): Attribution | null {
  if (!context.isReadout && context.issuer === null) return null;
  const { text, agencies } = context.document;
  if (agencies.length > 0) return null;
  const opening = ATTRIBUTABLE.exec(text.slice(0, 1200));
  if (opening?.groups?.who) {
    const start = opening.index + opening[0].indexOf(opening.groups.who);
    const end = start + opening.groups.who.length;
    const spokesman = context.mentions
      .flat()
      .find((mention) => mention.kind === "person" && mention.start >= start && mention.end <= end);
    return {
      source: spokesman?.actors[0] ?? null,
      asWorded: opening.groups.who,
      cue: "attributable to",
      start,
      end,
    };
  }
  // Who is named first is no sign of who published: both sides open with the caller's name.
  return null;
}
