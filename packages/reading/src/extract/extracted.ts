/** What this stage hands on: the kept text of one report and what the page or the text itself says about where it comes from. */
import type { Diagnostic } from "@parley/protocol";

/** Where a publication date was found. `given` is the sender's or the feed's, the others are the page's own. */
export type PublishedFrom = "given" | "json-ld" | "meta" | "time" | "byline" | "dateline" | "url";

export interface Published {
  /** ISO 8601 date, or date and time with the offset when the source gives one. */
  iso: string;
  /** The words it was read from; null for machine-readable sources. */
  asWorded: string | null;
  from: PublishedFrom;
}

export interface Extracted {
  title: string | null;
  /** UTF-16 offsets into `text` where the title stands as its first paragraph; null where the title is not part of the text. */
  titleSpan: { start: number; end: number } | null;
  outlet: string | null;
  /** Agencies credited, as worded, without repetition, in the order of the text. May be empty. */
  agencies: string[];
  authors: string[];
  /** BCP 47 primary subtag ("en", "ru"); null where the text is too short or of no known language. */
  language: string | null;
  published: Published | null;
  /** Place and date line before the first sentence, as worded ("MOSCOW, October 28"); never a publication date by itself. */
  dateline: string | null;
  /** Kept paragraphs, separated by one empty line. Every later offset points into it. */
  text: string;
  diagnostics: Diagnostic[];
}

/** One unit of text on its way to `text`. Single line breaks inside it are kept (verse, addresses, tables). */
export interface Paragraph {
  text: string;
  kind: "text" | "heading" | "item" | "row";
  /** Why it is left out of `text`; null while it is kept. */
  drop: string | null;
}
