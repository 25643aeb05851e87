/** Of which type a contact is: a call, a video conference, a meeting, talks. */
import type { FrameMatch } from "../frames/match.ts";
import { words } from "../frames/words.ts";
import type { Told } from "../reading.ts";
import type { DocumentContext } from "./context.ts";

const VIDEO = words("virtual virtually videoconference video-conference video online");

function wordsAround({ tree, trigger, at }: FrameMatch): string[] {
  const found: string[] = [];
  for (const head of [trigger, at])
    for (const kid of tree.children(head))
      for (const i of tree.subtree(kid, (below) => tree.isVerb(below))) found.push(tree.token(i).lower);
  return found;
}

/** By how it was held, where words around it say so, else as the frame or the headline has it. */
export function typeOfContact(match: FrameMatch, context: DocumentContext): Told["type"] {
  const { frame } = match;
  const mayBeVideo = /^(meeting|talks|conversation|call)/.test(frame.frame);
  const around = mayBeVideo || frame.frame === "talks" ? wordsAround(match) : [];
  if (mayBeVideo && around.some((word) => VIDEO.has(word))) return "video";
  if (frame.frame === "talks" && around.some((word) => word === "phone" || word === "telephone"))
    return "call";
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
