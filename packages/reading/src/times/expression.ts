/** What a rule of the grammar yields, and what it may look at while it works out a value. */
import type { Basis } from "@parley/protocol";
import type { Day } from "./calendar.ts";

type TimexType = "DATE" | "TIME" | "DURATION" | "SET";

/** A value with what later expressions and the record need of it. */
export interface Resolved {
  type: TimexType;
  value: string;
  basis: Basis;
  why: string;
  /** IANA zone where the words give one. */
  zone?: string;
  /** 1 (Monday) to 7 where the words state it beside a date. */
  weekday?: number;
  /** False for values that later expressions must not lean on ("now", durations). */
  anchor?: boolean;
}

/** The publication day, or the day of the dateline, or nothing. */
export interface Clock {
  day: Day | null;
  basis: "metadata" | "stated";
  /** "the publication date 2020-09-30" */
  why: string;
}

export interface Context {
  clock: Clock;
  /** The last value an expression of this document resolved to; null at the start. */
  last: string | null;
  /** The last value that names at least a month. */
  lastDay: Day | null;
  /** The last quarter that was named for itself, not as "a year earlier". */
  lastQuarter: string | null;
  /** Of the clause the expression stands in. */
  tense: Tense;
}

export type Tense = "past" | "present" | "future";

export interface Candidate {
  /** Token indexes, half-open. */
  from: number;
  to: number;
  /** Position of the rule in the grammar: earlier rules win among equally long matches. */
  rule: number;
  /** Works the value out, null where the words are no time expression after all. */
  resolve: (context: Context) => Resolved | null;
}
