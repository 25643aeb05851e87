/** What went out of a readout, to whom: never changed, only corrected by a later publication. */
import type { Publication } from "@parley/protocol";
import { type Audience, delegationsOnly } from "../audience.ts";
import { accepted, type Decision, rejected } from "../decision.ts";

export type Published = Omit<Publication, "contact"> & {
  contact: string;
  /** With `sides`: who gets it. */
  delegations: string[];
};
export type Command = { type: "put-out" } & Published;
export type PublicationFact = { type: "put-out"; payload: Published };
export type State = { status: "absent" } | ({ status: "standing" } & Published);

export const initialState: State = { status: "absent" };
export const streamOf = (publication: string) => `publication/${publication}`;

export function audienceOf(state: State): Audience {
  if (state.status === "absent") throw new TypeError("an absent publication has no audience");
  return readershipOf(state);
}

export function readershipOf({ to, process, delegations, delegation }: Published): Audience {
  if (to === "public") return { kind: "public" };
  return to === "process" ? { kind: "process", process } : delegationsOnly([delegation, ...delegations]);
}

export function decide({ type: _, ...published }: Command, state: State): Decision<PublicationFact> {
  if (state.status !== "absent") return rejected("publication-exists", "It went out already.");
  return accepted({ type: "put-out", payload: published });
}

export const evolve = (_: State, { payload }: PublicationFact): State => ({ status: "standing", ...payload });
