/** What arrives: one report as given, before any stage has looked at it. */
import type { Diagnostic } from "@parley/protocol";

export interface Source {
  /** Kept as the document id when given; otherwise derived from the content. */
  id?: string;
  /** Exactly one of `text` and `html` is set. */
  text?: string;
  html?: string;
  url?: string;
  title?: string;
  /** ISO 8601 date or instant, as the feed or the sender states it. */
  published?: string;
  outlet?: string;
  authors?: string[];
  /** What was noticed while the bytes were decoded; the document carries it on. */
  diagnostics?: Diagnostic[];
}
