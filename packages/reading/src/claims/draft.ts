/** A claim in the making: what one frame match tells, before its date, place and attribution are added. */
import type { Detail, OccurrenceActor, Role, Stance } from "@parley/protocol";
import type { FrameMatch } from "../frames/match.ts";
import type { Party } from "../frames/parties.ts";
import type { Told } from "../reading.ts";

export interface Draft {
  kind: Told["kind"];
  type: Told["type"];
  status: Told["status"];
  /** Null where the general rules decide. */
  background: boolean | null;
  actors: OccurrenceActor[];
  initiator: string | null;
  ambiguous: boolean;
  detail: Detail;
  match: FrameMatch;
  /** UTF-16 offsets; null where the general rule for spans holds. */
  span: { start: number; end: number } | null;
  /** Fixed where the draft is one of several dates in one phrase; undefined where the general rules look for it. */
  when?: Told["when"];
  /** Fixed where the draft is one of several contacts in one sentence; undefined where the general rules look for it. */
  where?: Told["where"];
  apart?: string;
  topics?: string[];
  silentSource?: string;
  /** The contact of the lead that this draft tells of too. */
  sameAs?: Draft;
  /** What the page is about: its first contact that is told as news. */
  leads?: boolean;
  stance: Stance;
  /** What the document reports in its own right, not something mentioned on the way. */
  main: boolean;
  confidence: number;
  why: string;
}

export function asActors(parties: Party[], role: Role): OccurrenceActor[] {
  return parties.map(({ actor, asWorded }) => ({ actor, role, asWorded }));
}

/** The parties of several slots, each actor once, in text order. */
export function partiesIn(match: FrameMatch, slots: (slot: string) => boolean): Party[] {
  const found: Party[] = [];
  for (const slot of match.parties.keys())
    if (slots(slot))
      for (const party of match.parties.get(slot)!)
        if (!found.some(({ actor }) => actor === party.actor)) found.push(party);
  return found.length > 1 ? found.sort((a, b) => a.at - b.at) : found;
}

/** A person stands for the state: a state, ministry or army goes where one of its people is there. */
export function withoutStoodFor(parties: Party[]): Party[] {
  const countries = new Set(parties.filter(({ kind }) => kind === "person").map(({ country }) => country));
  return parties.filter(
    ({ kind, country }) => kind === "person" || country === null || !countries.has(country),
  );
}

/** Each actor in one role only, the first given. */
export function oncePerActor(actors: OccurrenceActor[]): OccurrenceActor[] {
  const seen = new Set<string>();
  return actors.filter(({ actor }) => !seen.has(actor) && seen.add(actor));
}

export function draftOf(match: FrameMatch, fields: Partial<Draft>): Draft {
  return {
    kind: match.frame.kind,
    type: match.type as Told["type"],
    status: match.telling.status ?? "happened",
    background: null,
    actors: [],
    initiator: null,
    ambiguous: false,
    detail: {},
    match,
    span: null,
    stance: STANCES[match.telling.status ?? "happened"] ?? "asserts",
    main: true,
    confidence: 0.7,
    why: explain(match),
    ...fields,
  };
}

const STANCES: Partial<Record<Told["status"], Stance>> = {
  denied: "denies",
  demanded: "demands",
  offered: "promises",
  planned: "promises",
};

function explain({ frame, tree, trigger, telling }: FrameMatch): string {
  const cue = telling.cue ? `; ${telling.status} by "${telling.cue}"` : "";
  return `frame ${frame.frame} at "${tree.token(trigger).text}"${cue}`;
}
