/** One document while its claims are made: what the stages before have found, indexed by sentence. */
import type { Document } from "@parley/protocol";
import type { Cues } from "../frames/cues.ts";
import type { FrameMatch } from "../frames/match.ts";
import type { Party } from "../frames/parties.ts";
import type { ActorMention, PlaceMention, TimeMention } from "../mention.ts";
import type { Sentence } from "../sentence.ts";
import type { Draft } from "./draft.ts";

export interface DocumentContext {
  document: Document;
  /** ISO date of publication, null where unknown. */
  published: string | null;
  sentences: Sentence[];
  /** Sentences below this number are the title. */
  titleEnd: number;
  mentions: ActorMention[][];
  times: TimeMention[][];
  places: PlaceMention[][];
  cues: Cues;
  /** The state each actor of the text belongs to, by actor id. */
  countries: ReadonlyMap<string, string>;
  /** When a person held an office of that title; may be empty. */
  holdings: (
    person: string,
    title: string | null,
  ) => { of: string; from: string | null; to: string | null; why: string }[];
  /** The page is an official's own account of a contact. */
  isReadout: boolean;
  /** Who speaks where the text says "we"; null where unknown. */
  issuer: Party | null;
  /** Paragraphs that tell history. */
  historic: ReadonlySet<number>;
  /** What has been drafted so far, in text order. */
  drafts: Draft[];
}

export type Drafter = (match: FrameMatch, context: DocumentContext) => Draft[];

/** The contact that the text is telling of at this point: the newest that took place, else the newest that is to. */
export function currentContact({ drafts }: DocumentContext): Draft | null {
  let newest: Draft | null = null;
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i]!;
    if (draft.kind !== "contact" || !draft.main || draft.actors.length < 2) continue;
    if (draft.status === "happened") return draft;
    newest ??= draft;
  }
  return newest;
}

/** The state the text ties an actor to; null where it says none. */
export function countryOf(actor: string, { countries }: DocumentContext): string | null {
  return countries.get(actor) ?? null;
}

/** Whose words a readout's unattributed words are: the first named of the contact it tells of, the publisher's own principal. */
export function voiceOf(context: DocumentContext): Party[] {
  const first = currentContact(context)?.actors[0];
  if (!first) return context.issuer ? [context.issuer] : [];
  const { actor, asWorded } = first;
  return [
    {
      actor,
      asWorded,
      kind: actor.startsWith("person:") ? "person" : "state",
      country: countryOf(actor, context),
      form: "name",
      at: 0,
    },
  ];
}
