/** Erases what a channel's rule no longer keeps: words and files go, the events stay, and one more says so. */
import { delegationsOnly, message, replay, seal } from "@parley/record";
import {
  append,
  dueForErasure,
  eraseContents,
  forgetUnsent,
  revisionOf,
  type Session,
  seeStream,
  tickChannel,
} from "@parley/store";
import type { Context } from "../../context.ts";
import type { Round } from "../../rounds.ts";
import { tellRoom } from "../tell-room.ts";
import { mustStand } from "./post.ts";

const AT_ONCE = 50;
/** A file that was brought for a message that was never sent. */
const UNSENT = 24 * 3_600_000;
const SWEEP_EVERY = 3_600_000;

type Needed = Pick<Context, "store" | "live" | "newId">;

export function retentionRound(context: Needed): Round {
  let swept = Number.NEGATIVE_INFINITY;
  return {
    name: "retention",
    async run(now) {
      while ((await eraseDue(context, now)) === AT_ONCE);
      if (now.getTime() - swept < SWEEP_EVERY) return;
      swept = now.getTime();
      await context.store.asMachine((session) => forgetUnsent(session, new Date(now.getTime() - UNSENT)));
    },
  };
}

interface Erased {
  process: string;
  id: string;
  to: string[];
}

async function eraseDue(context: Needed, now: Date): Promise<number> {
  const erased = await context.store.asMachine(async (session) => {
    const done: Erased[] = [];
    for (const due of await dueForErasure(session, { now, limit: AT_ONCE }))
      done.push(await erase(session, context, { ...due, now }));
    return done;
  });
  for (const { process, id, to } of erased) {
    tellRoom(context, { process, kind: "message", id }, delegationsOnly(to));
  }
  return erased.length;
}

async function erase(
  session: Session,
  { newId }: Pick<Context, "newId">,
  { process, id, channel, now }: { process: string; id: string; channel: string; now: Date },
): Promise<Erased> {
  const stream = message.streamOf(id);
  const ticked = await tickChannel(session, { process, id: channel, now });
  const { facts } = await seeStream<message.MessageFact>(session, process, stream);
  const before = replay(facts, message.evolve, message.initialState);
  const decision = message.decide({ type: "erase-message" }, before);
  if (decision.outcome === "rejected") throw new TypeError(`what is due stands: ${decision.code}`);
  const state = mustStand(replay(decision.facts, message.evolve, before));
  const at = now.toISOString();
  const event = seal(decision.facts[0], {
    ...{ id: newId(), process, stream, at, version: facts.length + 1, command: newId() },
    ...{ author: RULE, capacity: "machine", audience: message.audienceOf(state) },
  });
  if ((await append(session, [event])).outcome === "conflict")
    throw new Error("the message changed while it was erased; the next round erases it");
  await eraseContents(session, { state, revision: revisionOf(event), clock: ticked?.clock ?? 0, at });
  return { process, id, to: state.to };
}

/** Author of what a rule does by itself. */
const RULE = "machine";
