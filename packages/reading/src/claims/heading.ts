/** Headlines: no verb, and often only one side named, because the page itself is the other's. */
import type { FrameMatch } from "../frames/match.ts";
import type { DocumentContext } from "./context.ts";

export const isHeading = (match: FrameMatch, context: DocumentContext): boolean =>
  match.sentence.i < context.titleEnd;
