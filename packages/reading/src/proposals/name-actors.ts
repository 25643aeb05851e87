/** Who the words of a proposal point at: the reader's own mentions decide; whoever they do not know stays as worded. */
import type { Actor, ActorKind } from "@parley/protocol";
import { slugOf } from "../actors/fold.ts";
import type { ActorMention } from "../mention.ts";
import type { Span } from "./find-words.ts";

/** Of an actor whom only a second reader names. Not calibrated. */
const CONFIDENCE = 0.4;

/** Ids of the actors that the mentions inside the words agree on; empty where none points at anybody. */
export function actorsAt(span: Span, kind: ActorKind, mentions: ActorMention[]): string[] {
  const inside = mentions.filter(
    ({ start, end, actors }) => start < span.end && end > span.start && actors.length > 0,
  );
  const fitting = inside.filter((mention) => mention.kind === kind);
  const among = fitting.length ? fitting : inside;
  // "the Russian foreign minister, Sergey Lavrov": the longest mention names him, the others describe him.
  return (
    among.reduce<ActorMention | null>((a, b) => (a && length(a) >= length(b) ? a : b), null)?.actors ?? []
  );
}

/** One whom no lexicon knows, by the words alone; null where they hold no name to make an id of. */
export function actorAsWorded(words: string, kind: ActorKind): Actor | null {
  const slug = slugOf(words);
  if (!slug) return null;
  return {
    id: `${kind === "person" ? "person" : "org"}:?-${slug}`,
    kind,
    name: words,
    country: null,
    offices: [],
    foundAs: [words],
    confidence: CONFIDENCE,
  };
}

const length = ({ start, end }: Span): number => end - start;
