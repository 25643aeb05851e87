/**
 * Where the third party took a message from and where to: a stream of its own, for the delegation that carried it and
 * for nobody else. Nothing in the message itself points here.
 */
import { type Audience, delegationsOnly } from "../audience.ts";
import { accepted, type Decision, rejected } from "../decision.ts";

interface Place {
  channel: string;
  message: string;
}
export interface Carriage {
  by: string;
  from: Place;
  to: Place;
  /** Those of the first channel were told that it was carried on. */
  told: boolean;
}
export type Command = { type: "carry-message" } & Carriage;
export type CarriageFact = { type: "message-carried"; payload: Carriage };
export type State = { status: "absent" } | ({ status: "standing" } & Carriage);

export const initialState: State = { status: "absent" };
export const streamOf = (message: string) => `carriage/${message}`;

export function audienceOf(state: State): Audience {
  if (state.status === "absent") throw new TypeError("an absent carriage has no audience");
  return delegationsOnly([state.by]);
}

export function decide({ type: _, ...carriage }: Command, state: State): Decision<CarriageFact> {
  if (state.status !== "absent") return rejected("message-exists", "This message was sent already.");
  if (carriage.from.channel === carriage.to.channel)
    return rejected("carried-nowhere", "A message is carried to another channel.");
  return accepted({ type: "message-carried", payload: carriage });
}

export const evolve = (_: State, { payload }: CarriageFact): State => ({ status: "standing", ...payload });
