/** Channels and messages as the server writes them, without the server: each step in one transaction. */
import { type Audience, channel, message, seal, seated, type Viewer } from "@parley/record";
import {
  append,
  projectChanged,
  projectChannel,
  projectPosted,
  revisionOf,
  type Session,
  type Store,
  seeStream,
  tickChannel,
} from "../src/index.ts";
import { AT, newId } from "./fixture.ts";

export const from = (process: string, delegation: string, capacity: "party" | "mediator" = "party"): Viewer =>
  seated(`somebody of ${delegation}`, [{ process, delegation, capacity, lead: true }]);

interface Aggregate<C, S, F> {
  initialState: S;
  decide(
    command: C,
    state: S,
  ): { outcome: "accepted"; facts: [F, ...F[]] } | { outcome: "rejected"; code: string };
  evolve(state: S, fact: F): S;
  audienceOf(state: S): Audience;
}

/** Appends what the command yields; the state after it and its revision. */
export async function carryOut<C, S, F extends { type: string; payload: unknown }>(
  session: Session,
  aggregate: Aggregate<C, S, F>,
  { process, stream, command, at = AT }: { process: string; stream: string; command: C; at?: string },
): Promise<{ state: S; revision: string }> {
  const past = await seeStream<F>(session, process, stream);
  const before = past.facts.reduce(aggregate.evolve, aggregate.initialState);
  const decision = aggregate.decide(command, before);
  if (decision.outcome === "rejected") throw new Error(decision.code);
  const state = decision.facts.reduce(aggregate.evolve, before);
  const events = decision.facts.map((fact, i) =>
    seal(fact, {
      ...{ process, stream, at, id: newId(), command: newId() },
      version: past.facts.length + 1 + i,
      author: "somebody",
      capacity: "party",
      audience: aggregate.audienceOf(state),
    }),
  );
  await append(session, events);
  return { state, revision: revisionOf(events.at(-1)) };
}

export async function openChannel(store: Store, opening: channel.Opening): Promise<void> {
  const participants = opening.delegations.map((id) => ({
    id,
    capacity: id === "med" ? ("mediator" as const) : ("party" as const),
    knownTo: null,
  }));
  await store.asMachine(async (session) => {
    const { state, revision } = await carryOut(session, channel, {
      process: opening.process,
      stream: channel.streamOf(opening.id),
      command: { type: "open-channel", opening, participants },
    });
    await projectChannel(session, state, revision);
  });
}

export interface Posted {
  process: string;
  id: string;
  channel: string;
  delegation: string;
  text: string;
  thread?: { id: string; to: string[] };
  days?: number;
  at?: string;
}

let salts = 0;
const contentOf = (text: string): message.Content => ({
  salt: `salt ${++salts}`,
  text,
  language: null,
  files: [],
});

export async function say(store: Store, posted: Posted): Promise<void> {
  const { process, id, delegation, text, thread, days = null, at = AT } = posted;
  await store.asMachine(async (session) => {
    const ticked = await tickChannel(session, { process, id: posted.channel, now: new Date(at) });
    const content = contentOf(text);
    const { state, revision } = await carryOut(session, message, {
      ...{ process, at, stream: message.streamOf(id) },
      command: {
        type: "post-message",
        posting: {
          ...{ id, process, delegation, channel: posted.channel, recordedBy: null },
          thread: thread?.id ?? null,
          to: message.audienceIn(ticked!.channel.delegations, thread?.to ?? null),
        },
        content,
      },
    });
    if (state.status === "absent") throw new Error("absent");
    await projectPosted(session, {
      state,
      content,
      author: "somebody",
      at,
      revision,
      clock: ticked!.clock,
      days,
    });
  });
}

export async function change(
  store: Store,
  { process, id, channel: of, text }: { process: string; id: string; channel: string; text: string | null },
): Promise<void> {
  await store.asMachine(async (session) => {
    const ticked = await tickChannel(session, { process, id: of, now: new Date(AT) });
    const content = text === null ? null : contentOf(text);
    const { state, revision } = await carryOut(session, message, {
      ...{ process, stream: message.streamOf(id) },
      command: content ? { type: "edit-message", content } : { type: "withdraw-message" },
    });
    if (state.status === "absent") throw new Error("absent");
    await projectChanged(session, {
      ...{ state, revision, clock: ticked!.clock },
      ...(content ? { content, author: "somebody", at: AT } : {}),
    });
  });
}
