import { CarryMessage, ChangeMessage, MessageHistory, MessageView } from "@parley/protocol";
import { delegationsOnly, type message, type Viewer } from "@parley/record";
import { findMessage, versionsOf } from "@parley/store";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { notFound } from "../problem.ts";
import { type CarriedOut, carryOut } from "../rooms/carry-out.ts";
import { carry } from "../rooms/channels/carry.ts";
import { changeOrder, mustStand } from "../rooms/channels/post.ts";
import { tellRoom } from "../rooms/tell-room.ts";
import { answers, inProcessWithId } from "../schemas.ts";

const TAGS = ["channels"];

export function messageRoutes(app: App, context: Context): void {
  const { store, viewerOf } = context;

  app.get(
    "/processes/:process/messages/:id",
    {
      schema: {
        tags: TAGS,
        description: "A message with all its versions.",
        params: inProcessWithId,
        response: answers(MessageHistory),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process, id } = request.params;
        const found = await findMessage(session, process, id);
        if (!found) throw notFound();
        return { message: found, versions: await versionsOf(session, process, found) };
      }),
  );

  app.post(
    "/processes/:process/messages/:id",
    {
      schema: {
        tags: TAGS,
        description: "Writes it anew, or withdraws it.",
        params: inProcessWithId,
        body: ChangeMessage,
        response: answers(MessageView),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const order = changeOrder(context, { ...request.params, viewer }, request.body);
      const done = await carryOut(context, order);
      tellMessage(context, done);
      return shownMessage(context, viewer, done.state);
    },
  );

  app.post(
    "/processes/:process/messages/:id/carry",
    {
      schema: {
        tags: TAGS,
        description:
          "The third party's own words on it, in another channel. Nobody there learns where they come from.",
        params: inProcessWithId,
        body: CarryMessage,
        response: answers(MessageView),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process, id: from } = request.params;
      const { id, again, to, told } = await carry(context, { ...request.body, process, from, viewer });
      if (!again) tell(context, { process, id, channel: to.channel, to: to.delegations });
      if (told) tell(context, { process, id: from, channel: told.channel, to: told.delegations });
      return find(context, viewer, { process, id });
    },
  );

  app.get(
    "/processes/:process/messages/:id/files/:sha256",
    {
      schema: {
        tags: TAGS,
        description:
          "A file of the message, to be saved. With `preview` a picture has its own media type; ranges are answered.",
        params: inProcessWithId.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
        querystring: z.object({ preview: z.string().max(10).optional() }),
      },
    },
    async (request, reply) => {
      const { process, id: message, sha256 } = request.params;
      const { giveOut } = await import("../rooms/files/give-out.ts");
      const { range, "if-none-match": has } = request.headers;
      const preview = request.query.preview !== undefined;
      const wanted = { process, message, sha256, viewer: viewerOf(request), preview, range, has };
      return giveOut(context, wanted, reply);
    },
  );
}

interface Told {
  process: string;
  id: string;
  channel: string;
  to: string[];
}

function tell(context: Context, { process, id, channel, to }: Told): void {
  const audience = delegationsOnly(to);
  tellRoom(context, { process, kind: "message", id }, audience);
  tellRoom(context, { process, kind: "channel", id: channel }, audience);
}

/** Tells those whom a message is for that it is there, or different. */
export function tellMessage(context: Context, { state, again }: CarriedOut<message.State>): void {
  if (!again) tell(context, mustStand(state));
}

export const shownMessage = (context: Context, viewer: Viewer, state: message.State) =>
  find(context, viewer, mustStand(state));

function find({ store }: Context, viewer: Viewer, { process, id }: { process: string; id: string }) {
  return store.as(viewer, async (session) => {
    const found = await findMessage(session, process, id);
    if (!found) throw notFound();
    return found;
  });
}
