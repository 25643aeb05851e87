/** What reading one document yields; `resolution` joins many of these into occurrences. */
import type { Actor, Attribution, Claim, Document, Occurrence, Place, Stance } from "@parley/protocol";
import type { Aids } from "./aids.ts";
import type { Source } from "./source.ts";

/** The fields of an occurrence that one document alone can give. */
export type Told = Pick<
  Occurrence,
  | "kind"
  | "type"
  | "status"
  | "background"
  | "when"
  | "where"
  | "actors"
  | "initiator"
  | "topics"
  | "ambiguous"
  | "detail"
  | "plover"
>;

/** One statement in one document about one occurrence. `quote` is the document's text from `start` to `end`. */
export interface ReadClaim {
  /** Stable: derived from the document id, the span and the kind. */
  id: string;
  document: string;
  start: number;
  end: number;
  quote: string;
  /** From the page to the speaker: outlet, agency, issuer, speaker; links that are absent are left out. */
  attribution: Attribution[];
  stance: Stance;
  told: Told;
  /** Who is said to have published nothing on it ("Turkey did not publish an official statement"). */
  silentSource: string | null;
  /** Words that tell it apart from others like it ("again in the afternoon", "a third call"); absent where none. */
  apart?: string;
  /** 0..1 */
  confidence: number;
  why: string;
  /** As in the record: only where it was read in translation, and only where a second reader proposed it. */
  translation?: NonNullable<Claim["translation"]>;
  proposedBy?: string;
}

/** Everything one document yields. Actors and places hold those that the claims or the text name, sorted by id. */
export interface Reading {
  document: Document;
  actors: Actor[];
  places: Place[];
  claims: ReadClaim[];
}

/** Deterministic: the same source, knowledge and aids give the same reading. Never throws on bad input: it becomes a diagnostic. */
export interface Reader {
  /** A document in another language is kept unread where no aid translates it. */
  read(source: Source, aids?: Aids): Reading;
}
