/** Words quoted after a colon and without marks ("He said, quoted by an agency: We know … That is not …"): whose they are. */
import type { Attribution } from "@parley/protocol";
import type { ActorMention } from "../mention.ts";
import type { Sentence } from "../sentence.ts";
import type { DocumentContext } from "./context.ts";

const OPENS = /\b(said|says|stated|told|added|declared|wrote|continued)\b[^.!?]*:/iu;
/** A quotation without marks is followed this many sentences far, within its paragraph. */
const REACH = 4;

export interface Quoted {
  speaker: ActorMention;
  /** Who passed the words on, then the speaker. */
  links: Attribution[];
}

/** Null where no colon in the paragraph opens somebody's words before the sentence. */
export function quotedIn(sentence: Sentence, context: DocumentContext): Quoted | null {
  const { text } = context.document;
  for (let i = sentence.i; i >= Math.max(context.titleEnd, sentence.i - REACH); i--) {
    const opening = context.sentences[i]!;
    if (opening.paragraph !== sentence.paragraph) return null;
    const words = text.slice(opening.start, opening.end);
    const cue = words.includes(":") ? OPENS.exec(words) : null;
    if (!cue) continue;
    const colon = opening.start + cue.index + cue[0].length;
    const before = context.mentions[i]!.filter(({ end, actors }) => end < colon && actors.length === 1);
    const speaker =
      before.find(({ kind }) => kind === "person") ??
      before.find(({ kind }) => kind !== "agency" && kind !== "outlet");
    if (!speaker) return null;
    const relays = before.filter(({ kind }) => kind === "agency" || kind === "outlet");
    const link = (mention: ActorMention, worded: string): Attribution => ({
      source: mention.actors[0]!,
      asWorded: text.slice(mention.start, mention.end),
      cue: worded,
      start: mention.start,
      end: mention.end,
    });
    return {
      speaker,
      links: [...relays.map((mention) => link(mention, "quoted by")), link(speaker, cue[1]!)],
    };
  }
  return null;
}
