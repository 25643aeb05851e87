/** Of which type a contact is: a call, a video conference, a meeting, talks. */
import type { FrameMatch } from "../frames/match.ts";
import { words } from "../frames/words.ts";
import type { Told } from "../reading.ts";
import type { DocumentContext } from "./context.ts";

const VIDEO = words("virtual virtually videoconference video-conference video online");

const BY_PHONE = words("phone telephone");

/** Whether one of the words hangs, verbs and what is below them left out, on the contact or the verb that supports it. */
function isAround({ tree, trigger, at }: FrameMatch, wanted: ReadonlySet<string>): boolean {
  const isBelow = (head: number) =>
    tree
      .children(head)
      .some((kid) =>
        tree.subtree(kid, (below) => tree.isVerb(below)).some((i) => wanted.has(tree.token(i).lower)),
      );
  return isBelow(trigger) || (at !== trigger && isBelow(at));
}

/** By how it was held, where words around it say so, else as the frame or the headline has it. */
export function typeOfContact(match: FrameMatch, context: DocumentContext): Told["type"] {
  const { frame } = match;
  if (/^(meeting|talks|conversation|call)/.test(frame.frame) && isAround(match, VIDEO)) return "video";
  if (frame.frame === "talks" && isAround(match, BY_PHONE)) return "call";
  if (
    (frame.frame === "conversation" || frame.frame === "call-speak") &&
    match.telling.status === "happened"
  ) {
    const titled = titleType(context);
    if (titled) return titled;
  }
  return match.type as Told["type"];
}

/** What the headline calls it, where the sentence only says that they spoke. */
function titleType(context: DocumentContext): Told["type"] | null {
  const title = context.drafts.find(
    ({ kind, match }) => kind === "contact" && match.sentence.i < context.titleEnd,
  );
  return title && (title.type === "meeting" || title.type === "video" || title.type === "call")
    ? title.type
    : null;
}
