/** Who speaks in a transcript: the people whose names, with their offices, stand before a colon at the start of a turn. */
import type { Party } from "../frames/parties.ts";
import type { DocumentContext } from "./context.ts";

/** A label is no longer than an office and a name; UTF-16 units. */
const LABEL = 160;
const TELLING =
  /\b(?:said|says|told|tells|added|noted|stressed|wrote|stated|asked|attributable|following)\b/i;

const known = new WeakMap<DocumentContext, Party[]>();

/** In the order of their first turns, each once; may be empty. */
export function speakersIn(context: DocumentContext): Party[] {
  const before = known.get(context);
  if (before) return before;
  const { text } = context.document;
  const found: Party[] = [];
  for (const { i, start, end } of context.sentences) {
    const colon = text.slice(start, Math.min(end, start + LABEL)).indexOf(":");
    if (colon < 0 || i < context.titleEnd || TELLING.test(text.slice(start, start + colon))) continue;
    const named = context.mentions[i]!.find(
      ({ kind, actors, end: last }) => kind === "person" && actors.length === 1 && last <= start + colon,
    );
    if (!named || found.some(({ actor }) => actor === named.actors[0])) continue;
    found.push({
      actor: named.actors[0]!,
      asWorded: text.slice(named.start, named.end),
      kind: "person",
      country: named.country ?? context.countries.get(named.actors[0]!) ?? null,
      form: named.form,
      at: -1,
    });
  }
  known.set(context, found);
  return found;
}
