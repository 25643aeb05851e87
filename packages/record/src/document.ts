/** A document is received once, word for word, and then read, perhaps again by a later reader. It never changes. */
import { accepted, type Decision, rejected } from "./decision.ts";

export interface Received {
  /** As the giver called it: a file name, a feed entry, an address. */
  name: string;
  /** Hash of the source as given; the source itself is kept under it. */
  content: string;
  uri: string | null;
}
export interface Read {
  /** Name and version of the reader. */
  reader: string;
  /** Hash of the reading. */
  reading: string;
  claims: number;
  /** Why it was kept but not read, null when it was read. */
  unread: string | null;
}
export type Command = ({ type: "receive-document" } & Received) | ({ type: "record-reading" } & Read);
export type DocumentFact =
  | { type: "document-received"; payload: Received }
  | { type: "document-read"; payload: Read };
export type State =
  | { status: "absent" }
  | {
      status: "received";
      content: string;
      reading: string | null;
      /** Why its last reading left it unread; null where it was read or waits to be. */
      unread: string | null;
    };

export const initialState: State = { status: "absent" };
export const streamOf = (document: string) => `document/${document}`;

export function decide(command: Command, state: State): Decision<DocumentFact> {
  if (command.type === "receive-document") {
    if (state.status !== "absent")
      return rejected("document-exists", "This document is in the record already.");
    const { name, content, uri } = command;
    return accepted({ type: "document-received", payload: { name, content, uri } });
  }
  if (state.status === "absent") return rejected("document-absent", "There is no such document to read.");
  if (state.reading === command.reading)
    return rejected("reading-known", "The document was read before with the same result.");
  const { reader, reading, claims, unread } = command;
  return accepted({ type: "document-read", payload: { reader, reading, claims, unread } });
}

export function evolve(state: State, fact: DocumentFact): State {
  if (fact.type === "document-received")
    return { status: "received", content: fact.payload.content, reading: null, unread: null };
  const { reading, unread } = fact.payload;
  return state.status === "absent" ? state : { ...state, reading, unread };
}
