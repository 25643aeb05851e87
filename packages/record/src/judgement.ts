/**
 * What people decide on the machine's proposals. A judgement addresses claims, so it outlives re-reading and
 * re-clustering; it is taken back by another judgement and never removed.
 */
import type { Judgement } from "@parley/protocol";
import { accepted, type Decision, rejected } from "./decision.ts";

export type Judged = Omit<Judgement, "author" | "at">;
export type Command = { type: "judge" } & Judged;
export interface JudgementGiven {
  type: "judged";
  payload: Judged;
}
/** The judgements of one stream by id, and whether a later one took them back. */
export interface State {
  given: Record<string, { takenBack: boolean; undoes: string | null }>;
}

export const initialState: State = { given: {} };

/** Judgements on the same matter stand in one stream: that of its first claim. */
export const streamOf = (claims: string[]) => `judgement/${[...claims].sort()[0]}`;

export function decide(command: Command, state: State): Decision<JudgementGiven> {
  const { type: _, ...judged } = command;
  if (state.given[judged.id]) return rejected("judgement-exists", "This judgement was given already.");
  if (judged.undoes !== null) {
    const target = state.given[judged.undoes];
    if (!target) return rejected("judgement-absent", "There is no such judgement to take back.");
    if (target.takenBack) return rejected("judgement-taken-back", "This judgement was taken back already.");
    return accepted({ type: "judged", payload: judged });
  }
  return misshapen(judged) ?? accepted({ type: "judged", payload: judged });
}

function misshapen({ verdict, claims, others, correction }: Judged) {
  if (!claims.length) return rejected("claims-missing", "A judgement names the claims it is about.");
  if (new Set(claims).size !== claims.length) return rejected("claims-twice", "A claim is named twice.");
  const own = new Set(claims);
  const inside = others.filter((claim) => own.has(claim)).length;
  if ((verdict === "merge" || verdict === "split") && !others.length)
    return rejected("others-missing", "Name the claims to join with, or those that leave.");
  if (verdict === "merge" && inside) return rejected("others-wrong", "These claims are joined already.");
  if (verdict === "split" && (inside !== others.length || inside === own.size))
    return rejected("others-wrong", "Some claims of the occurrence must leave and some must stay.");
  if (verdict !== "merge" && verdict !== "split" && others.length)
    return rejected("others-wrong", "Only merge and split name other claims.");
  if (verdict === "correct" && (!correction || !Object.keys(correction).length))
    return rejected("correction-missing", "A correction says what is to be replaced.");
  if (verdict !== "correct" && correction !== null)
    return rejected("correction-unasked", "Only a correction replaces fields.");
  return null;
}

export function evolve(state: State, { payload }: JudgementGiven): State {
  const given = { ...state.given, [payload.id]: { takenBack: false, undoes: payload.undoes } };
  for (let id = payload.undoes, back = true; id; back = !back) {
    const known: { takenBack: boolean; undoes: string | null } | undefined = given[id];
    if (!known) break;
    given[id] = { ...known, takenBack: back };
    id = known.undoes;
  }
  return { given };
}
