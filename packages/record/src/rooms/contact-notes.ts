/** What one side notes for itself about a contact. Nobody else learns that there is anything: not even the convener. */
import { type Audience, delegationsOnly } from "../audience.ts";
import { accepted, type Decision, rejected } from "../decision.ts";

export interface Note {
  id: string;
  text: string;
}
interface Of {
  process: string;
  contact: string;
  delegation: string;
}
export type Command =
  | { type: "add-item"; of: Of; item: Note }
  | { type: "change-item"; of: Of; item: string; text: string }
  | { type: "drop-item"; of: Of; item: string };
export type NoteFact =
  | { type: "private-item-added"; payload: Of & { item: Note } }
  | { type: "private-item-changed"; payload: Of & { item: string; text: string } }
  | { type: "private-item-dropped"; payload: Of & { item: string } };
export type State = { status: "absent" } | ({ status: "standing"; items: Note[] } & Of);

export const initialState: State = { status: "absent" };
export const streamOf = (contact: string, delegation: string) => `private-agenda/${contact}/${delegation}`;

export function audienceOf(state: State): Audience {
  if (state.status === "absent") throw new TypeError("no notes have no audience");
  return delegationsOnly([state.delegation]);
}

const LONGEST = 100;

export function decide(command: Command, state: State): Decision<NoteFact> {
  const items = state.status === "absent" ? [] : state.items;
  const { of } = command;
  if (command.type === "add-item") {
    if (items.length >= LONGEST) return rejected("agenda-full", `An agenda holds ${LONGEST} items.`);
    return accepted({ type: "private-item-added", payload: { ...of, item: command.item } });
  }
  if (!items.some((item) => item.id === command.item))
    return rejected("item-absent", "There is no such item (any more).");
  return command.type === "change-item"
    ? accepted({
        type: "private-item-changed",
        payload: { ...of, item: command.item, text: command.text },
      })
    : accepted({ type: "private-item-dropped", payload: { ...of, item: command.item } });
}

export function evolve(state: State, { type, payload }: NoteFact): State {
  const { process, contact, delegation } = payload;
  const items = state.status === "absent" ? [] : state.items;
  const standing = (kept: Note[]): State => ({
    ...{ status: "standing", process, contact, delegation },
    items: kept,
  });
  switch (type) {
    case "private-item-added":
      return standing([...items, payload.item]);
    case "private-item-changed":
      return standing(
        items.map((item) => (item.id === payload.item ? { ...item, text: payload.text } : item)),
      );
    case "private-item-dropped":
      return standing(items.filter((item) => item.id !== payload.item));
  }
}
