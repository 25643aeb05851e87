/** What happens to a channel itself: opened, given a name, a rule or members, closed. */
import type { ChannelChange, NewChannel } from "@parley/protocol";
import { capacityIn, channel, message, replay, seal, tokensOf, type Viewer } from "@parley/record";
import {
  append,
  asMachineWithin,
  findDelegation,
  findProcess,
  keepLonger,
  loadStreams,
  messagesIn,
  projectChannel,
  readdressMessages,
  readdressReads,
  revisionOf,
  type Session,
  seesChannel,
  tickChannel,
} from "@parley/store";
import { Contended } from "../../accept-reports.ts";
import type { Context } from "../../context.ts";
import { ApiProblem } from "../../problem.ts";
import type { Order } from "../carry-out.ts";
import { inTheNameOf } from "../in-the-name-of.ts";
import { idFrom } from "../tell-room.ts";

type ChannelOrder = Order<channel.Command, channel.State, channel.ChannelFact>;

export function openOrder(
  { process, viewer }: { process: string; viewer: Viewer },
  { command, for: openedBy, delegations, ...given }: NewChannel,
): ChannelOrder {
  const id = idFrom(viewer, command);
  return {
    ...{ process, command, viewer, aggregate: channel, stream: channel.streamOf(id) },
    sees: async (session) => (await findProcess(session, process)) !== null,
    async ask(_, session) {
      const { recordedBy } = await inTheNameOf(session, viewer, { process, delegation: openedBy });
      if (recordedBy !== null && !viewer.everything)
        throw new ApiProblem("not-yours", "Only those who sit in a delegation act in its name.");
      const all = [...new Set([openedBy, ...delegations])];
      return {
        type: "open-channel",
        opening: { ...given, id, process, openedBy, delegations: all },
        participants: await participants(session, process, all),
      };
    },
    project: (session, state, { revision }) => projectChannel(session, state, revision),
  };
}

/** Throws ApiProblem `delegation-absent` where one is not there, has ended, or is not for this viewer to know of. */
async function participants(
  session: Session,
  process: string,
  ids: string[],
): Promise<channel.Participant[]> {
  const found: channel.Participant[] = [];
  for (const id of ids) {
    const one = await findDelegation(session, process, id);
    if (!one || one.closed !== null)
      throw new ApiProblem("delegation-absent", "One of these delegations is not there.");
    found.push({ id, capacity: one.capacity, knownTo: one.knownTo });
  }
  return found;
}

export function changeChannelOrder(
  context: Pick<Context, "now" | "newId">,
  { process, id, viewer }: { process: string; id: string; viewer: Viewer },
  { command, revision, change }: { command: string; revision: string; change: ChannelChange },
): ChannelOrder {
  let history: string[] = [];
  let added: string[] = [];
  let clock = 0;
  return {
    ...{ process, command, viewer, revision, aggregate: channel, stream: channel.streamOf(id) },
    sees: (session) => seesChannel(session, process, id),
    async ask(state, session) {
      if (state.status === "absent") throw new TypeError("what is seen stands");
      if (!channel.decidesOn(viewer, state))
        throw new ApiProblem("not-yours", "Who opened the channel and the third party in it decide on this.");
      if (change.type !== "add") return asked(change);
      // Held from here on, so that nothing is said between what is shown and what comes after.
      const ticked = await asMachineWithin(session, () =>
        tickChannel(session, { process, id, now: context.now() }),
      );
      clock = ticked?.clock ?? 0;
      added = change.delegations.filter((one) => !state.delegations.includes(one));
      history = change.withHistory ? await messagesIn(session, process, id) : [];
      return {
        type: "add-delegations",
        delegations: change.delegations,
        withHistory: change.withHistory,
        participants: await participants(session, process, [
          ...new Set([...state.delegations, ...change.delegations]),
        ]),
      };
    },
    async project(session, state, { revision: made, at }) {
      if (state.status === "absent") throw new TypeError("a command leaves a channel behind");
      await projectChannel(session, state, made);
      if (change.type === "retention") await keepLonger(session, { process, channel: id, days: change.days });
      if (change.type === "reads" || change.type === "add") await readdressReads(session, state);
      if (history.length)
        await show(session, context, { process, history, to: added, viewer, at, command, clock });
    },
  };
}

function asked(change: Exclude<ChannelChange, { type: "add" }>): channel.Command {
  switch (change.type) {
    case "rename":
      return { type: "rename-channel", name: change.name };
    case "retention":
      return { type: "set-retention", days: change.days };
    case "reads":
      return { type: "show-reads", shown: change.shown };
    case "close":
      return { type: "close-channel", reason: change.reason };
  }
}

interface Showing {
  process: string;
  history: string[];
  to: string[];
  viewer: Viewer;
  at: string;
  command: string;
  clock: number;
}

const AT_ONCE = 500;

/** As the machine: what was said before is addressed anew, message by message, to those who join as well. */
async function show(
  session: Session,
  { newId }: Pick<Context, "newId">,
  { process, history, to, viewer, at, command, clock }: Showing,
): Promise<void> {
  const capacity = capacityIn(viewer, process);
  for (let from = 0; from < history.length; from += AT_ONCE) {
    const ids = history.slice(from, from + AT_ONCE);
    const streams = await loadStreams<message.MessageFact>(session, process, ids.map(message.streamOf));
    const events = [];
    const shown = [];
    for (const id of ids) {
      const stream = message.streamOf(id);
      const past = streams.get(stream)!;
      const before = replay(past, message.evolve, message.initialState);
      const decision = message.decide({ type: "show-message", to }, before);
      if (decision.outcome === "rejected") continue;
      const audience = message.audienceOf(replay(decision.facts, message.evolve, before));
      const event = seal(decision.facts[0], {
        ...{ id: newId(), process, stream, version: past.length + 1, author: viewer.id },
        ...{ capacity, at, audience, command },
      });
      events.push(event);
      shown.push({ id, audience: tokensOf(audience), revision: revisionOf(event) });
    }
    if (!events.length) continue;
    if ((await append(session, events)).outcome === "conflict") throw new Contended();
    await readdressMessages(session, { process, shown, clock });
  }
}
