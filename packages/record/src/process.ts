/** A process is opened once; its sides and mediators are named without an order of rank. */
import { accepted, type Decision, rejected } from "./decision.ts";

export interface Opening {
  name: string;
  description: string;
  parties: string[];
  mediators: string[];
}
export type Command = { type: "open-process" } & Opening;
export interface ProcessOpened {
  type: "process-opened";
  payload: Opening;
}
export type State = { status: "absent" } | ({ status: "open" } & Opening);

export const initialState: State = { status: "absent" };
export const streamOf = (process: string) => `process/${process}`;

export function decide(command: Command, state: State): Decision<ProcessOpened> {
  if (state.status !== "absent") return rejected("process-exists", "This process is open already.");
  const name = command.name.trim();
  if (!name) return rejected("process-unnamed", "A process needs a name.");
  for (const list of [command.parties, command.mediators])
    if (new Set(list).size !== list.length)
      return rejected("party-twice", "A party or mediator is named twice.");
  return accepted({
    type: "process-opened",
    payload: {
      name,
      description: command.description.trim(),
      parties: command.parties,
      mediators: command.mediators,
    },
  });
}

export function evolve(_state: State, fact: ProcessOpened): State {
  return { status: "open", ...fact.payload };
}
