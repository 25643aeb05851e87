/** A message on its way into a channel, edited in it, or withdrawn from it. */
import { randomBytes } from "node:crypto";
import type { ChangeMessage, Channel, ChannelView, MessageView, NewMessage } from "@parley/protocol";
import { delegationsOnly, message, tokensOf, type Viewer } from "@parley/record";
import {
  asMachineWithin,
  erasedOn,
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
import { Contended } from "../../accept-reports.ts";
import type { Context } from "../../context.ts";
import { ApiProblem, notFound } from "../../problem.ts";
import type { CarriedOut, Order } from "../carry-out.ts";
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

interface Posting {
  order: MessageOrder;
  /** The message as its author sees it, once the order was carried out and was not given before. */
  posted(done: CarriedOut<message.State>): MessageView;
}

export function posting(
  context: Pick<Context, "now">,
  { process, channel: of, viewer }: To,
  { command, for: by, thread, text, language, files }: NewMessage,
): Posting {
  const id = idFrom(viewer, command);
  let content: message.Content;
  let channel: ChannelView;
  let clock = 0;
  let sent = "";
  let root: Awaited<ReturnType<typeof threadOf>> = null;
  const order: MessageOrder = {
    ...{ process, command, viewer, aggregate: message, stream: message.streamOf(id), founds: true },
    async sees(session) {
      const found = await findChannel(session, process, of);
      if (!found) return false;
      channel = found;
      if (thread === null) return true;
      root = await threadOf(session, process, thread);
      return root?.channel === of;
    },
    async ask(_, session) {
      refuseClosed(channel);
      const { recordedBy } = await handIn(session, viewer, { channel, delegation: by });
      const hashes = [...new Set(files)];
      const brought = hashes.length
        ? await asMachineWithin(session, () => filesFor(session, { process, message: id, hashes }))
        : [];
      if (brought.length !== hashes.length)
        throw new ApiProblem("files-absent", "A file of this message is not here. Add it again.");
      content = { salt: salt(), text, language, files: brought };
      const to = message.audienceIn(channel.delegations, root?.audience ?? null);
      return {
        type: "post-message",
        content,
        posting: { id, process, channel: of, thread: root?.id ?? null, delegation: by, recordedBy, to },
      };
    },
    async project(session, state, { revision, at }) {
      const standing = mustStand(state);
      // Held from here on; where the channel is no longer what was decided on, it is decided anew.
      const ticked = await tickChannel(session, {
        ...{ process, id: of, revision: channel.revision },
        now: context.now(),
      });
      if (!ticked) throw new Contended();
      clock = ticked.clock;
      sent = at;
      const days = channel.retention.days;
      await projectPosted(session, {
        ...{ state: standing, content, author: viewer.id },
        ...{ at, revision, clock, days },
      });
      const hashes = content.files.map(({ sha256 }) => sha256);
      const audience = tokensOf(delegationsOnly(standing.to));
      if (hashes.length) await sendFiles(session, { process, message: id, hashes, audience });
    },
  };
  return {
    order,
    posted({ state, revision }) {
      const { thread: begun, delegation, recordedBy } = mustStand(state);
      return {
        ...{ id, delegation, recordedBy, revision, text, language },
        ...{ channel: of, thread: begun, author: viewer.id, at: sent, order: clock, changed: clock },
        ...{ files: content.files, versions: 1, withdrawn: false, erased: null },
        erasedOn: erasedOn(sent, channel.retention.days),
        ...{ carriedOn: false, carriedFrom: null, carriedTo: [] },
      };
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
