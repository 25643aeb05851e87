/**
 * The third party carries a message to another channel as its own words. Three streams take part and share nothing that
 * one could follow: the new message has an id, a hash and a command of its own; where it came from is written down for
 * the third party alone; those it came from are told that it was carried on, or nothing at all.
 */
import { randomUUID } from "node:crypto";
import type { CarryMessage } from "@parley/protocol";
import { carriage, isThirdParty, message, type Viewer } from "@parley/record";
import {
  asMachineWithin,
  copyFile,
  findDelegation,
  findMessage,
  projectCarriage,
  projectChanged,
  type Session,
  seesChannel,
} from "@parley/store";
import type { z } from "zod";
import { unlessContended } from "../../accept-reports.ts";
import type { Context } from "../../context.ts";
import { ApiProblem, notFound } from "../../problem.ts";
import { attemptIn } from "../carry-out.ts";
import { idFrom } from "../tell-room.ts";
import { hold, type MessageOrder, mustStand, posting } from "./post.ts";

export interface Carrying extends z.infer<typeof CarryMessage> {
  process: string;
  /** The message that is carried. */
  from: string;
  viewer: Viewer;
}

export interface CarriedOver {
  id: string;
  again: boolean;
  to: { channel: string; delegations: string[] };
  /** Who was told that it was carried on; null where nobody was. */
  told: { channel: string; delegations: string[] } | null;
}

const TRIES = 5;

/** Throws ApiProblem as `carryOut` does. */
export async function carry(context: Context, carrying: Carrying): Promise<CarriedOver> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const done = await context.store
      .as(carrying.viewer, (session) => carryIn(session, context, carrying))
      .catch(unlessContended);
    if (done) return done;
  }
  throw new ApiProblem("write-contended", "Others are writing to the same. Look again and try again.");
}

async function carryIn(session: Session, context: Context, carrying: Carrying): Promise<CarriedOver> {
  const { process, viewer, from, to, command, tell, for: by, text, language, files } = carrying;
  const origin = await findMessage(session, process, from);
  if (!origin || origin.withdrawn || origin.erased || !(await seesChannel(session, process, origin.channel)))
    throw notFound();
  await mustCarry(session, carrying);
  const id = idFrom(viewer, command);
  await bringAlong(session, context, { process, from, id, files, by, known: origin.files });
  const words = { command, for: by, thread: null, text, language, files };
  const posted = await attemptIn(
    session,
    context,
    posting(context, { process, channel: to, viewer }, words).order,
  );
  const over = { id, again: posted.again, to: { channel: to, delegations: mustStand(posted.state).to } };
  // All of it was written in one transaction.
  if (posted.again) return { ...over, told: null };
  await attemptIn(session, context, {
    ...{ process, viewer, aggregate: carriage, stream: carriage.streamOf(id) },
    command,
    sees: async () => true,
    ask: () => ({
      type: "carry-message" as const,
      ...{
        by,
        told: tell,
        from: { channel: origin.channel, message: from },
        to: { channel: to, message: id },
      },
    }),
    project: (within, _, { at }) =>
      projectCarriage(within, {
        ...{ process, message: id, channel: to, by, at },
        from: { message: from, channel: origin.channel },
      }),
  });
  const told = tell && !origin.carriedOn ? await tellOn(session, context, carrying, origin.channel) : null;
  return { ...over, told };
}

/** Throws ApiProblem `not-yours`: sides speak for themselves. */
async function mustCarry(session: Session, { process, viewer, for: by }: Carrying): Promise<void> {
  const delegation = await findDelegation(session, process, by);
  const sits = viewer.everything || viewer.seats.some((seat) => seat.delegation === by);
  if (!delegation || !sits || !isThirdParty(delegation.capacity))
    throw new ApiProblem("not-yours", "Only the third party carries messages between channels.");
}

interface Brought {
  process: string;
  from: string;
  id: string;
  files: string[];
  by: string;
  known: { sha256: string }[];
}

/** Files come along as new ones; `posting` finds them as if they had been uploaded. */
async function bringAlong(session: Session, context: Context, brought: Brought): Promise<void> {
  const { process, from, id, files, by, known } = brought;
  if (await findMessage(session, process, id)) return;
  const at = context.now().toISOString();
  const taken = known.filter(({ sha256 }) => files.includes(sha256));
  await asMachineWithin(session, async () => {
    for (const { sha256 } of taken)
      await copyFile(session, {
        ...{ process, from, to: id, sha256, at },
        parts: context.newId(),
        audience: [`delegation:${by}`],
      });
  });
}

async function tellOn(
  session: Session,
  context: Context,
  { process, viewer, from }: Carrying,
  channel: string,
): Promise<CarriedOver["told"]> {
  let clock = 0;
  const order: MessageOrder = {
    ...{ process, viewer, aggregate: message, stream: message.streamOf(from) },
    // What follows from the other command would lead to it.
    command: randomUUID(),
    sees: async () => true,
    async ask(_, within) {
      clock = (await hold(within, { process, id: channel, now: context.now() })).clock;
      return { type: "carry-message-on" };
    },
    project: (within, state, { revision }) =>
      projectChanged(within, { state: mustStand(state), revision, clock }),
  };
  const { state } = await attemptIn(session, context, order);
  return { channel, delegations: mustStand(state).to };
}
