/**
 * A message is a stream of its own, for those who were in its channel when it was sent. Events carry the hash of its
 * words and files; the words lie beside the record, so that a channel's rule can erase them and the record still verifies.
 */
import type { FileView } from "@parley/protocol";
import { type Audience, delegationsOnly } from "../audience.ts";
import { contentHash } from "../content-hash.ts";
import { accepted, type Decision, rejected } from "../decision.ts";

export interface Content {
  /**
   * Random: without it the hash of a short text would tell the text after its erasure, and equal words in two channels
   * would tell of each other.
   */
  salt: string;
  text: string;
  language: string | null;
  files: FileView[];
}
export interface Posting {
  id: string;
  process: string;
  channel: string;
  thread: string | null;
  delegation: string;
  recordedBy: "secretariat" | null;
  /** Delegations it is for. */
  to: string[];
}
export type Command =
  | { type: "post-message"; posting: Posting; content: Content }
  | { type: "edit-message"; content: Content }
  | { type: "withdraw-message" }
  | { type: "show-message"; to: string[] }
  | { type: "carry-message-on" }
  | { type: "erase-message" };
export type MessageFact =
  | { type: "message-posted"; payload: Posting & { content: string } }
  | { type: "message-edited"; payload: { content: string } }
  | { type: "message-withdrawn"; payload: Record<string, never> }
  | { type: "message-shown"; payload: { to: string[] } }
  | { type: "message-carried-on"; payload: Record<string, never> }
  | { type: "message-erased"; payload: Record<string, never> };
export type State =
  | { status: "absent" }
  | (Posting & {
      status: "standing";
      /** Hash of each version, oldest first. */
      contents: string[];
      withdrawn: boolean;
      carriedOn: boolean;
      erased: boolean;
    });

export const initialState: State = { status: "absent" };
export const streamOf = (message: string) => `message/${message}`;
export const hashOf = (content: Content) => contentHash(content);

export function audienceOf(state: State): Audience {
  if (state.status === "absent") throw new TypeError("an absent message has no audience");
  return delegationsOnly(state.to);
}

/**
 * For whom a message of a channel is: those in it, and in a thread of them those who see its beginning, so that nobody
 * reads answers to what is not theirs to read.
 */
export function audienceIn(channel: string[], thread: string[] | null): string[] {
  return thread ? channel.filter((delegation) => thread.includes(delegation)) : channel;
}

export function decide(command: Command, state: State): Decision<MessageFact> {
  if (command.type === "post-message") {
    if (state.status !== "absent") return rejected("message-exists", "This message was sent already.");
    const { posting, content } = command;
    if (!posting.to.includes(posting.delegation))
      return rejected("channel-foreign", "Nobody writes where they are not in.");
    if (isEmpty(content)) return empty();
    return accepted({ type: "message-posted", payload: { ...posting, content: hashOf(content) } });
  }
  if (state.status === "absent") return rejected("message-absent", "There is no such message.");
  switch (command.type) {
    case "show-message": {
      const to = command.to.filter((delegation) => !state.to.includes(delegation));
      return to.length ? accepted({ type: "message-shown", payload: { to } }) : unchanged();
    }
    case "carry-message-on":
      return state.carriedOn ? unchanged() : accepted({ type: "message-carried-on", payload: {} });
    case "erase-message":
      return state.erased ? unchanged() : accepted({ type: "message-erased", payload: {} });
  }
  if (state.erased) return rejected("message-erased", "This message was erased under the channel's rule.");
  if (state.withdrawn) return rejected("message-withdrawn", "This message was withdrawn.");
  if (command.type === "withdraw-message") return accepted({ type: "message-withdrawn", payload: {} });
  if (isEmpty(command.content)) return empty();
  return accepted({ type: "message-edited", payload: { content: hashOf(command.content) } });
}

const isEmpty = ({ text, files }: Content) => text.trim() === "" && files.length === 0;
const empty = () => rejected("message-empty", "A message has words or a file.");
const unchanged = () => rejected("nothing-changed", "Say what is to be different.");

export function evolve(state: State, fact: MessageFact): State {
  if (fact.type === "message-posted") {
    const { content, ...posting } = fact.payload;
    return {
      status: "standing",
      ...posting,
      contents: [content],
      withdrawn: false,
      carriedOn: false,
      erased: false,
    };
  }
  if (state.status === "absent") return state;
  switch (fact.type) {
    case "message-edited":
      return { ...state, contents: [...state.contents, fact.payload.content] };
    case "message-withdrawn":
      return { ...state, withdrawn: true };
    case "message-shown":
      return { ...state, to: [...state.to, ...fact.payload.to].sort() };
    case "message-carried-on":
      return { ...state, carriedOn: true };
    case "message-erased":
      return { ...state, erased: true };
  }
}
