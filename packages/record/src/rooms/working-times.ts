/** When a delegation works. Whoever knows the delegation sees it, so that a time can be found that suits all. */
import type { WorkingTimes } from "@parley/protocol";
import { type Audience, delegationsOnly } from "../audience.ts";
import { accepted, type Decision, rejected } from "../decision.ts";

export interface Stated extends WorkingTimes {
  process: string;
  delegation: string;
  /** As the delegation was founded: null where all who take part know of it. */
  knownTo: string[] | null;
}
export type Command = { type: "state-working-times"; times: Stated };
export type WorkingTimesFact = { type: "working-times-stated"; payload: Stated };
export type State = { status: "unstated" } | ({ status: "stated" } & Stated);

export const initialState: State = { status: "unstated" };
export const streamOf = (delegation: string) => `working-times/${delegation}`;

export function audienceOf(state: State): Audience {
  if (state.status === "unstated") throw new TypeError("times that nobody stated have no audience");
  return state.knownTo === null
    ? { kind: "process", process: state.process }
    : delegationsOnly([state.delegation, ...state.knownTo]);
}

export function decide({ times }: Command, state: State): Decision<WorkingTimesFact> {
  if (state.status === "stated") {
    const { status: _, ...before } = state;
    if (JSON.stringify(before) === JSON.stringify(times))
      return rejected("nothing-changed", "Say what is to be different.");
  }
  return accepted({ type: "working-times-stated", payload: times });
}

export const evolve = (_: State, { payload }: WorkingTimesFact): State => ({ status: "stated", ...payload });
