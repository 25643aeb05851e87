/** What the text names: actors, places and times, tied to sentences and tokens. */
import type { ActorKind, When } from "@parley/protocol";

interface Mention {
  /** UTF-16 offsets into the document's text. */
  start: number;
  end: number;
  sentence: number;
  /** Token indexes in that sentence, inclusive. */
  first: number;
  last: number;
  /** 0..1 */
  confidence: number;
}

export interface ActorMention extends Mention {
  /** How the words point at the actor: by name, by title alone, by a capital or a palace, by pronoun, … */
  form: "name" | "title" | "demonym" | "metonym" | "nominal" | "pronoun";
  /** Actor ids; several for "the two ministers" or "the sides"; empty where the words leave it open. */
  actors: string[];
  kind: ActorKind;
  /** ISO 3166 alpha-3 of the state the words tie the actor to, null where none. */
  country: string | null;
  /** The function as worded and the state or body it belongs to ("Foreign Minister", "state:ARM"). */
  office: { title: string; of: string | null } | null;
  /** Why these actors, in words a reader of the record can check. */
  why: string;
}

export interface PlaceMention extends Mention {
  /** `place:<slug>`; null where no gazetteer knows the name. */
  place: string | null;
  /** "Turkey" is a name, "Turkish" a demonym; both point at the same place. */
  form: "name" | "demonym";
  name: string;
  lat: number | null;
  lon: number | null;
  country: string | null;
  precision: "point" | "city" | "district" | "region" | "country" | "area";
  geonames: number | null;
}

export interface TimeMention extends Mention {
  /** TIMEX3 type and value (TimeML). */
  type: "DATE" | "TIME" | "DURATION" | "SET";
  value: string;
  /** 1 (Monday) to 7 where the words state it beside a date: narrows a missing year. */
  weekday?: number;
  /** The same as a point or stretch for the record; null for durations, sets and vague references. */
  when: When | null;
}
