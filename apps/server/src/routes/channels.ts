import {
  ChangeChannel,
  ChannelList,
  ChannelQuery,
  ChannelView,
  FileView,
  MessagePage,
  MessageQuery,
  NewChannel,
  NewMessage,
  ReadUpTo,
} from "@parley/protocol";
import { channel, delegationsOnly } from "@parley/record";
import {
  asMachineWithin,
  findChannel,
  findMessage,
  findProcess,
  listChannels,
  messagePage,
  readUpTo,
} from "@parley/store";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { type CarriedOut, carryOut } from "../rooms/carry-out.ts";
import { changeChannelOrder, openOrder } from "../rooms/channels/change.ts";
import { posting } from "../rooms/channels/post.ts";
import { inTheNameOf } from "../rooms/in-the-name-of.ts";
import { tellRoom } from "../rooms/tell-room.ts";
import { answers, inProcess, inProcessWithId } from "../schemas.ts";
import { messageRoutes, shownMessage, tellMessage } from "./messages.ts";

const TAGS = ["channels"];

export function channelRoutes(app: App, context: Context): void {
  const { store, viewerOf } = context;
  messageRoutes(app, context);

  app.get(
    "/processes/:process/channels",
    {
      schema: {
        tags: TAGS,
        description: "Channels one is in. `for` names the delegation whose unread messages are counted.",
        params: inProcess,
        querystring: ChannelQuery,
        response: answers(ChannelList),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process } = request.params;
        const reader = request.query.for ?? null;
        if (!(await findProcess(session, process))) throw notFound();
        if (reader !== null) await mustSpeakFor(session, viewerOf(request), process, reader);
        return { channels: await listChannels(session, process, reader) };
      }),
  );

  app.post(
    "/processes/:process/channels",
    { schema: { tags: TAGS, params: inProcess, body: NewChannel, response: answers(ChannelView) } },
    async (request) => {
      const viewer = viewerOf(request);
      const { process } = request.params;
      return told(viewer, await carryOut(context, openOrder({ process, viewer }, request.body)));
    },
  );

  app.get(
    "/processes/:process/channels/:id",
    { schema: { tags: TAGS, params: inProcessWithId, response: answers(ChannelView) } },
    (request) => shown(viewerOf(request), request.params),
  );

  app.post(
    "/processes/:process/channels/:id",
    {
      schema: {
        tags: TAGS,
        description: "Names it, lets delegations in, sets its rule, or closes it.",
        params: inProcessWithId,
        body: ChangeChannel,
        response: answers(ChannelView),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const order = changeChannelOrder(context, { ...request.params, viewer }, request.body);
      return told(viewer, await carryOut(context, order));
    },
  );

  app.get(
    "/processes/:process/channels/:id/messages",
    {
      schema: {
        tags: TAGS,
        description:
          "The newest, or those before an order; with `since` those that became different after that count.",
        params: inProcessWithId,
        querystring: MessageQuery,
        response: answers(MessagePage),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process, id } = request.params;
        if (!(await findChannel(session, process, id))) throw notFound();
        return messagePage(session, { process, channel: id }, request.query);
      }),
  );

  app.post(
    "/processes/:process/channels/:id/messages",
    {
      schema: {
        tags: TAGS,
        params: inProcessWithId,
        body: NewMessage,
        response: answers(MessagePage.shape.messages.element),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process, id } = request.params;
      const { order, posted } = posting(context, { process, channel: id, viewer }, request.body);
      const done = await carryOut(context, order);
      tellMessage(context, done);
      return done.again ? shownMessage(context, viewer, done.state) : posted(done);
    },
  );

  app.post(
    "/processes/:process/channels/:id/files",
    {
      schema: {
        tags: TAGS,
        description:
          "multipart/form-data with the fields `command` (that of the message to come) and `for`, then one `file`.",
        params: inProcessWithId,
        response: answers(FileView),
      },
    },
    async (request) => {
      const { process, id } = request.params;
      // What tells kinds of files apart is loaded with the first one and not at every start.
      const { takeIn } = await import("../rooms/files/take-in.ts");
      const brought = await fileOf(request, context.limits.attachment);
      return takeIn(context, { ...brought, process, channel: id, viewer: viewerOf(request) });
    },
  );

  app.post(
    "/processes/:process/channels/:id/read",
    {
      schema: {
        tags: TAGS,
        description: "A delegation has read up to this message. Marks move forward only.",
        params: inProcessWithId,
        body: ReadUpTo,
        response: answers(ChannelView),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process, id } = request.params;
      const { for: delegation, message } = request.body;
      const moved = await store.as(viewer, async (session) => {
        const [of, read] = [
          await findChannel(session, process, id),
          await findMessage(session, process, message),
        ];
        if (!of || read?.channel !== id) throw notFound();
        await mustSpeakFor(session, viewer, process, delegation);
        if (!of.delegations.includes(delegation))
          throw new ApiProblem("channel-foreign", "This delegation is not in the channel.");
        const at = context.now();
        const forward = await asMachineWithin(session, () =>
          readUpTo(session, { process, channel: of, delegation, order: read.order, at }),
        );
        return forward ? delegationsOnly(of.readsShown ? of.delegations : [delegation]) : null;
      });
      if (moved) tellRoom(context, { process, kind: "channel", id }, moved);
      return shown(viewer, { process, id });
    },
  );

  function shown(viewer: ReturnType<typeof viewerOf>, { process, id }: { process: string; id: string }) {
    return store.as(viewer, async (session) => {
      const found = await findChannel(session, process, id);
      if (!found) throw notFound();
      return found;
    });
  }

  function told(viewer: ReturnType<typeof viewerOf>, { state, audience, again }: CarriedOut<channel.State>) {
    if (state.status === "absent") throw new TypeError("a command leaves a channel behind");
    const { process, id } = state;
    if (!again) {
      tellRoom(context, { process, kind: "channel", id }, audience);
      tellRoom(context, { process, kind: "message", id }, channel.audienceOf(state));
    }
    return shown(viewer, state);
  }
}

/** Throws ApiProblem: nobody but those who belong to a delegation learns or says what it has read. */
async function mustSpeakFor(
  session: Parameters<typeof inTheNameOf>[0],
  viewer: Parameters<typeof inTheNameOf>[1],
  process: string,
  delegation: string,
): Promise<void> {
  const { recordedBy } = await inTheNameOf(session, viewer, { process, delegation });
  if (recordedBy !== null && !viewer.everything)
    throw new ApiProblem("not-yours", "Only those who sit in a delegation act in its name.");
}

const Fields = z.object({ command: z.uuid(), for: z.string().min(1).max(200) });

async function fileOf(request: FastifyRequest, limit: number) {
  if (!request.isMultipart())
    throw new ApiProblem("unsupported-media", "Send a file as multipart/form-data.");
  const fields: Record<string, unknown> = {};
  const parts = request.parts({ limits: { fileSize: limit, files: 1, fields: 4, fieldSize: 1000 } });
  let file: { name: string; bytes: Buffer } | null = null;
  for await (const part of parts) {
    if (part.type === "field") {
      fields[part.fieldname] = part.value;
      continue;
    }
    const bytes = await part.toBuffer();
    if (part.file.truncated)
      throw new ApiProblem("too-large", `A file may have ${Math.floor(limit / 1024 / 1024)} MB and no more.`);
    file = { name: part.filename || "file", bytes };
  }
  if (!file) throw new ApiProblem("nothing-given", "There was no file in the request.");
  const parsed = Fields.safeParse(fields);
  if (!parsed.success)
    throw new ApiProblem(
      "invalid-request",
      "The request is not of the right form.",
      parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
    );
  return { ...parsed.data, ...file };
}
