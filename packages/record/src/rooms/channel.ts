/** A channel is opened among delegations of a fitting kind; whoever joins sees what comes after, or by choice what was. */
import type { Channel, ChannelKind } from "@parley/protocol";
import { type Audience, type Capacity, delegationsOnly, type Viewer } from "../audience.ts";
import { accepted, type Decision, type Rejection, rejected } from "../decision.ts";
import { isThirdParty } from "../rights.ts";

/** A delegation as far as it matters to who may be in a channel together. */
export interface Participant {
  id: string;
  capacity: Capacity;
  /** Delegations that know of it; null where all who take part do. */
  knownTo: string[] | null;
}
export type Opening = Omit<Channel, "closed">;
export type Command =
  | { type: "open-channel"; opening: Opening; participants: Participant[] }
  | { type: "rename-channel"; name: string }
  | { type: "add-delegations"; delegations: string[]; withHistory: boolean; participants: Participant[] }
  | { type: "set-retention"; days: number | null }
  | { type: "show-reads"; shown: boolean }
  | { type: "close-channel"; reason: string };
export type ChannelFact =
  | { type: "channel-opened"; payload: Opening }
  | { type: "channel-renamed"; payload: { name: string } }
  | { type: "delegations-added"; payload: { delegations: string[]; withHistory: boolean } }
  | { type: "retention-set"; payload: { days: number | null } }
  | { type: "reads-shown"; payload: { shown: boolean } }
  | { type: "channel-closed"; payload: { reason: string } };
export type State = { status: "absent" } | ({ status: "standing" } & Channel);

export const initialState: State = { status: "absent" };
export const streamOf = (channel: string) => `channel/${channel}`;

export function audienceOf(state: State): Audience {
  if (state.status === "absent") throw new TypeError("an absent channel has no audience");
  return delegationsOnly(state.delegations);
}

/** Decides on name, members, rule and end: the delegation that opened it, and the third party where it is in it. */
export function decidesOn(viewer: Viewer, channel: Pick<Channel, "openedBy" | "delegations">): boolean {
  return (
    viewer.everything ||
    viewer.seats.some(
      ({ delegation, capacity }) =>
        delegation === channel.openedBy ||
        (channel.delegations.includes(delegation) && isThirdParty(capacity)),
    )
  );
}

export function decide(command: Command, state: State): Decision<ChannelFact> {
  if (command.type === "open-channel")
    return state.status === "absent"
      ? open(command.opening, command.participants)
      : rejected("channel-exists", "This channel is open already.");
  if (state.status === "absent") return rejected("channel-absent", "There is no such channel.");
  if (state.closed !== null) return rejected("channel-closed", "This channel is closed.");
  switch (command.type) {
    case "rename-channel":
      if (command.name === state.name) return unchanged();
      return accepted({ type: "channel-renamed", payload: { name: command.name } });
    case "add-delegations":
      return add(command, state);
    case "set-retention":
      if (command.days === state.retention.days) return unchanged();
      return accepted({ type: "retention-set", payload: { days: command.days } });
    case "show-reads":
      if (command.shown === state.readsShown) return unchanged();
      return accepted({ type: "reads-shown", payload: { shown: command.shown } });
    case "close-channel":
      return accepted({ type: "channel-closed", payload: { reason: command.reason } });
  }
}

const unchanged = () => rejected("nothing-changed", "Say what is to be different.");

function open(opening: Opening, participants: Participant[]): Decision<ChannelFact> {
  if (!opening.delegations.includes(opening.openedBy))
    return rejected("channel-foreign", "Nobody opens a channel without being in it.");
  if (new Set(opening.delegations).size !== opening.delegations.length)
    return rejected("delegation-twice", "A delegation is named twice.");
  if (opening.kind === "topic" && opening.name === "")
    return rejected("channel-unnamed", "A channel by topic says which.");
  const third = participants.filter(({ capacity }) => isThirdParty(capacity));
  const wrong = misfit(opening.kind, participants.length, third.length);
  if (wrong) return wrong;
  const several = opening.kind === "joint" || opening.kind === "topic";
  if (several && !third.some(({ id }) => id === opening.openedBy))
    return rejected("channel-convened", "The third party opens channels among several.");
  return (
    discreet(participants) ??
    accepted({
      type: "channel-opened",
      payload: { ...opening, delegations: [...opening.delegations].sort() },
    })
  );
}

function misfit(kind: ChannelKind, all: number, third: number): Rejection | null {
  switch (kind) {
    case "shuttle":
      return third >= 1 && all - third === 1
        ? null
        : rejected("channel-misfit", "A shuttle channel holds the third party and one side.");
    case "internal":
      return all === 1 ? null : rejected("channel-misfit", "An internal channel holds one delegation.");
    case "joint":
    case "topic":
      return all >= 2 ? null : rejected("channel-misfit", "Name at least one more delegation.");
  }
}

function add(
  { delegations, withHistory, participants }: Extract<Command, { type: "add-delegations" }>,
  state: Channel,
): Decision<ChannelFact> {
  if (state.kind === "shuttle" || state.kind === "internal")
    return rejected("channel-misfit", "Nobody joins a channel of this kind: open another.");
  const added = [...new Set(delegations)].filter((one) => !state.delegations.includes(one)).sort();
  if (!added.length) return unchanged();
  return (
    discreet(participants) ??
    accepted({ type: "delegations-added", payload: { delegations: added, withHistory } })
  );
}

/** Being in one channel makes delegations known to each other; one that is known to few is not given away so. */
function discreet(participants: Participant[]): Rejection | null {
  const given = participants.some(
    ({ id, knownTo }) =>
      knownTo !== null && participants.some((other) => other.id !== id && !knownTo.includes(other.id)),
  );
  return given
    ? rejected("delegation-discreet", "One of them is not known to all the others, and would be by this.")
    : null;
}

export function evolve(state: State, fact: ChannelFact): State {
  if (fact.type === "channel-opened") return { status: "standing", ...fact.payload, closed: null };
  if (state.status === "absent") return state;
  switch (fact.type) {
    case "channel-renamed":
      return { ...state, name: fact.payload.name };
    case "delegations-added":
      return { ...state, delegations: [...state.delegations, ...fact.payload.delegations].sort() };
    case "retention-set":
      return { ...state, retention: { days: fact.payload.days } };
    case "reads-shown":
      return { ...state, readsShown: fact.payload.shown };
    case "channel-closed":
      return { ...state, closed: fact.payload.reason };
  }
}
