/** Actors named in one document. Names decide first; what only points at them is resolved afterwards, in coreference. */
import type { Actor } from "@parley/protocol";
import type { Knowledge } from "../knowledge.ts";
import type { ActorMention } from "../mention.ts";
import type { Analyser, Sentence } from "../sentence.ts";
import { type ActorLexicon, buildLexicon, type KnownActor } from "./lexicon.ts";
import { type Holding, holdersOf, type Interval, officeInterval } from "./offices.ts";
import { Page } from "./page.ts";
import { readPage } from "./read-page.ts";

export interface ActorInput {
  text: string;
  sentences: Sentence[];
  analyser: Analyser;
  /** ISO 8601 day or instant. */
  published: string | null;
  title: string | null;
  dateline: string | null;
}

export interface ActorFinder {
  /** Mentions in text order; actors sorted by id, each with the spellings found. Deterministic. */
  find(input: ActorInput): { mentions: ActorMention[]; actors: Actor[] };
  /** The lexicon's entry, or the description of a ministry by its id; null where no lexicon knows it. */
  actorById(id: string): Actor | null;
  /** Everyone who held the office ("foreign minister", "state:ARM"), at a time or ever. Sorted by start. */
  holdersOf(title: string, of: string, when?: string | Interval | null): Holding[];
  /** Stretches in which the person held an office of that title, or any office. May be empty. */
  officeInterval(person: string, title: string | null): Holding[];
}

/** Throws an `Error` naming the entry where a lexicon entry has not the form of `entry.ts`. */
export function createActorFinder(knowledge: Knowledge): ActorFinder {
  const lexicon = buildLexicon(knowledge);
  return {
    find: (input) => readPage(new Page(lexicon, input)),
    actorById: (id) => plain(lexicon, id),
    holdersOf: (title, of, when = null) =>
      holdersOf(lexicon, { title, of, when: typeof when === "string" ? { from: when, to: when } : when }),
    officeInterval: (person, title) => officeInterval(lexicon, person, title),
  };
}

function plain(lexicon: ActorLexicon, id: string): Actor | null {
  const known = lexicon.byId.get(id);
  return known ? publicActor(known) : null;
}

function publicActor({ id, kind, name, country, offices, foundAs, confidence }: KnownActor): Actor {
  return { id, kind, name, country, offices, foundAs, confidence };
}
