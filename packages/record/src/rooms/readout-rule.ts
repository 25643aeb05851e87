/** How a delegation approves its readouts: its own affair, seen by itself alone. */
import type { Approval } from "@parley/protocol";
import { type Audience, delegationsOnly } from "../audience.ts";
import { accepted, type Decision, rejected } from "../decision.ts";

export interface Rule {
  process: string;
  delegation: string;
  approval: Approval;
}
export type Command = { type: "set-readout-rule" } & Rule;
export type ReadoutRuleFact = { type: "readout-rule-set"; payload: Rule };
export type State = { status: "absent" } | ({ status: "standing" } & Rule);

/** Where a delegation set nothing. */
export const USUAL: Approval = "lead";

export const initialState: State = { status: "absent" };
export const streamOf = (delegation: string) => `readout-rule/${delegation}`;

export function audienceOf(state: State): Audience {
  if (state.status === "absent") throw new TypeError("an absent rule has no audience");
  return delegationsOnly([state.delegation]);
}

export function decide({ type: _, ...rule }: Command, state: State): Decision<ReadoutRuleFact> {
  if ((state.status === "absent" ? USUAL : state.approval) === rule.approval)
    return rejected("nothing-changed", "This is the rule already.");
  return accepted({ type: "readout-rule-set", payload: rule });
}

export const evolve = (_: State, { payload }: ReadoutRuleFact): State => ({ status: "standing", ...payload });
