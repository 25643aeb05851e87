/**
 * What people said about reports and a contact that was organised here. It names claims, so that it holds when the
 * reports are read and joined anew; its audience is that of the contact.
 */
import type { ReportJudgement } from "@parley/protocol";
import { type Audience, delegationsOnly } from "../audience.ts";
import { accepted, type Decision, rejected } from "../decision.ts";
import type { Hand } from "./contact-state.ts";

export interface Command extends Hand, ReportJudgement {
  type: "judge-report";
  process: string;
  contact: string;
  /** Who takes part in the contact now. */
  among: string[];
}
export interface ReportFact {
  type: "contact-report-judged";
  payload: Omit<Command, "type">;
}
export type State =
  | { status: "unjudged" }
  | { status: "judged"; process: string; contact: string; among: string[]; judgements: ReportJudgement[] };

export const initialState: State = { status: "unjudged" };
export const streamOf = (contact: string) => `contact-reports/${contact}`;

export function audienceOf(state: State): Audience {
  if (state.status === "unjudged") throw new TypeError("what nobody said has no audience");
  return delegationsOnly(state.among);
}

export function decide({ type: _, ...payload }: Command, state: State): Decision<ReportFact> {
  const last = state.status === "judged" ? judged(state.judgements, payload.claims) : null;
  if (last?.verdict === payload.verdict)
    return rejected("nothing-changed", "That was said of this report already.");
  return accepted({ type: "contact-report-judged", payload });
}

export function evolve(state: State, { payload }: ReportFact): State {
  const { process, contact, among, claims, verdict, reason } = payload;
  const before = state.status === "judged" ? state.judgements : [];
  return {
    ...{ status: "judged", process, contact, among },
    judgements: [...before, { claims, verdict, reason }],
  };
}

/** What was said last of a report that shares claims with these; null where nothing was. */
export function judged(judgements: ReportJudgement[], claims: string[]): ReportJudgement | null {
  const named = new Set(claims);
  return judgements.findLast((one) => one.claims.some((claim) => named.has(claim))) ?? null;
}
