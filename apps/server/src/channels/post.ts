/** A message on its way into a channel, edited in it, or withdrawn from it. */
import { randomBytes } from "node:crypto";
import type { ChangeMessage, Channel, NewMessage } from "@parley/protocol";
import { delegationsOnly, message, tokensOf, type Viewer } from "@parley/record";
import {
  asMachineWithin,
  filesFor,
  findChannel,
  findMessage,
  projectChanged,
  projectPosted,
  type Session,
  sendFiles,
  threadOf,
  tickChannel,
} from "@parley/store";
import type { z } from "zod";
import type { Order } from "../carry-out.ts";
import type { Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { idFrom } from "../tell-room.ts";
import { handIn, mayChange, refuseClosed } from "./hand.ts";

export type MessageOrder = Order<message.Command, message.State, message.MessageFact>;

interface To {
  process: string;
  channel: string;
  viewer: Viewer;
}

const salt = () => randomBytes(16).toString("hex");

/** Holds the channel until the transaction ends. Throws ApiProblem: `not-found`, `channel-closed`. */
export async function hold(
  session: Session,
  { process, id, now }: { process: string; id: string; now: Date },
): Promise<{ channel: Channel; clock: number }> {
  const ticked = await asMachineWithin(session, () => tickChannel(session, { process, id, now }));
  if (!ticked) throw notFound();
  refuseClosed(ticked.channel);
  return ticked;
}

export function postOrder(
  context: Pick<Context, "now">,
  { process, channel: of, viewer }: To,
  { command, for: by, thread, text, language, files }: NewMessage,
): MessageOrder {
  const id = idFrom(viewer, command);
  let content: message.Content;
  let held: { channel: Channel; clock: number };
  let root: Awaited<ReturnType<typeof threadOf>> = null;
  return {
    ...{ process, command, viewer, aggregate: message, stream: message.streamOf(id) },
    async sees(session) {
      if (!(await findChannel(session, process, of))) return false;
      if (thread === null) return true;
      root = await threadOf(session, process, thread);
      return root?.channel === of;
    },
    async ask(_, session) {
      held = await hold(session, { process, id: of, now: context.now() });
      const { recordedBy } = await handIn(session, viewer, { channel: held.channel, delegation: by });
      const hashes = [...new Set(files)];
      const brought = await asMachineWithin(session, () =>
        filesFor(session, { process, message: id, hashes }),
      );
      if (brought.length !== hashes.length)
        throw new ApiProblem("files-absent", "A file of this message is not here. Add it again.");
      content = { salt: salt(), text, language, files: brought };
      const to = message.audienceIn(held.channel.delegations, root?.audience ?? null);
      return {
        type: "post-message",
        content,
        posting: { id, process, channel: of, thread: root?.id ?? null, delegation: by, recordedBy, to },
      };
    },
    async project(session, state, { revision, at }) {
      const standing = mustStand(state);
      const { clock, channel } = held;
      const days = channel.retention.days;
      await projectPosted(session, {
        state: standing,
        content,
        author: viewer.id,
        at,
        revision,
        clock,
        days,
      });
      const hashes = content.files.map(({ sha256 }) => sha256);
      const audience = tokensOf(delegationsOnly(standing.to));
      if (hashes.length) await sendFiles(session, { process, message: id, hashes, audience });
    },
  };
}

export function changeOrder(
  context: Pick<Context, "now">,
  { process, id, viewer }: { process: string; id: string; viewer: Viewer },
  { command, revision, change }: z.infer<typeof ChangeMessage>,
): MessageOrder {
  let content: message.Content | null = null;
  let clock = 0;
  let author = "";
  let seen: Awaited<ReturnType<typeof findMessage>> = null;
  return {
    ...{ process, command, viewer, revision, aggregate: message, stream: message.streamOf(id) },
    async sees(session) {
      seen = await findMessage(session, process, id);
      return seen !== null;
    },
    async ask(_, session) {
      const { channel, text, language, files, ...who } = seen!;
      mayChange(viewer, who);
      author = viewer.id;
      clock = (await hold(session, { process, id: channel, now: context.now() })).clock;
      if (change.type === "withdraw") return { type: "withdraw-message" };
      if (change.text === text && change.language === language)
        throw new ApiProblem("nothing-changed", "Say what is to be different.");
      content = { salt: salt(), text: change.text, language: change.language, files };
      return { type: "edit-message", content };
    },
    project: (session, state, { revision: made, at }) =>
      projectChanged(session, {
        ...{ state: mustStand(state), revision: made, clock, author, at },
        ...(content ? { content } : {}),
      }),
  };
}

export function mustStand(state: message.State): Extract<message.State, { status: "standing" }> {
  if (state.status === "absent") throw new TypeError("a command leaves a message behind");
  return state;
}
