import {
  ChangeReadout,
  ChangeReadoutRule,
  NewReadout,
  PreviewReadout,
  ReadoutList,
  ReadoutPreview,
  ReadoutQuery,
  ReadoutRule,
  ReadoutVersion,
  ReadoutView,
} from "@parley/protocol";
import { leads, readout, readoutRule, type Viewer } from "@parley/record";
import {
  findContact,
  findDelegation,
  findProcess,
  findReadout,
  findReadoutRule,
  listPublications,
  listReadouts,
  projectReadout,
  projectReadoutRule,
  readoutVersions,
  type Session,
} from "@parley/store";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { type CarriedOut, carryOut } from "../rooms/carry-out.ts";
import { asked } from "../rooms/readouts/asked.ts";
import { ownHand } from "../rooms/readouts/hand.ts";
import { putOutDue } from "../rooms/readouts/put-out.ts";
import { draftSource } from "../rooms/readouts/read-draft.ts";
import { idFrom, tellRoom } from "../rooms/tell-room.ts";
import { answers, inProcess, inProcessWithId } from "../schemas.ts";

const TAGS = ["readouts"];
/** A readout's texts in several languages are the largest body of the rooms. */
const BODY = 4 * 1024 * 1024;

export function readoutRoutes(app: App, context: Context): void {
  const { store, viewerOf } = context;

  app.get(
    "/processes/:process/readouts",
    {
      schema: {
        tags: TAGS,
        description: "Readouts of one's own delegations, and what others published to one.",
        params: inProcess,
        querystring: ReadoutQuery,
        response: answers(ReadoutList),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process } = request.params;
        if (!(await findProcess(session, process))) throw notFound();
        const { contact, state } = request.query;
        return {
          readouts: await listReadouts(session, process, { contact, state }),
          publications:
            state === undefined || state === "published"
              ? await listPublications(session, process, { contact })
              : [],
        };
      }),
  );

  app.get(
    "/processes/:process/readouts/:id",
    { schema: { tags: TAGS, params: inProcessWithId, response: answers(ReadoutView) } },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const found = await findReadout(session, request.params.process, request.params.id);
        if (!found) throw notFound();
        return found;
      }),
  );

  app.get(
    "/processes/:process/readouts/:id/versions",
    {
      schema: {
        tags: TAGS,
        description: "Every version of its texts, the oldest first.",
        params: inProcessWithId,
        response: answers(z.object({ versions: z.array(ReadoutVersion) })),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process, id } = request.params;
        if (!(await findReadout(session, process, id))) throw notFound();
        return { versions: await readoutVersions(session, process, id) };
      }),
  );

  app.post(
    "/processes/:process/readouts",
    {
      bodyLimit: BODY,
      schema: {
        tags: TAGS,
        description: "Drafts a readout of a contact; only its own delegation sees that it exists.",
        params: inProcess,
        body: NewReadout,
        response: answers(ReadoutView),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process } = request.params;
      const { command, for: delegation, contact, texts } = request.body;
      const id = idFrom(viewer, command);
      return told(
        await carryOut(context, {
          ...{ process, command, viewer },
          stream: readout.streamOf(id),
          aggregate: readout,
          sees: async (session) => (await findContact(session, process, contact)) !== null,
          ask: async (_, session) => {
            const author = await authorOf(session, viewer, { process, delegation });
            const found = await findContact(session, process, contact);
            if (
              !found ||
              ![found.convener, ...found.invited.map((one) => one.delegation)].includes(delegation)
            )
              throw new ApiProblem("delegation-uninvited", "This delegation takes no part in the contact.");
            const { approval } = await findReadoutRule(session, process, delegation);
            const drafting = { id, process, contact, delegation, texts, approval };
            return { type: "draft-readout" as const, ...drafting, ...author };
          },
          project: (session, state, { revision }) => projectReadout(session, state, revision),
        }),
      );
    },
  );

  app.post(
    "/processes/:process/readouts/:id",
    {
      bodyLimit: BODY,
      schema: {
        tags: TAGS,
        description:
          "Revises, submits, approves, returns, schedules, takes off the schedule, or withdraws it. What is due at once goes out with the answer.",
        params: inProcessWithId,
        body: ChangeReadout,
        response: answers(ReadoutView),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process, id } = request.params;
      const { command, revision, change, for: delegation } = request.body;
      const done = await carryOut(context, {
        ...{ process, command, viewer, revision },
        stream: readout.streamOf(id),
        aggregate: readout,
        sees: async (session) => (await findReadout(session, process, id)) !== null,
        ask: async (state, session) => {
          if (state.status === "absent" || state.delegation !== delegation) throw notFound();
          const author = await authorOf(session, viewer, { process, delegation });
          const { approval } = await findReadoutRule(session, process, delegation);
          return asked({
            ...{ change, author, approval, delegation },
            leads: leads(viewer, delegation),
            contact: await findContact(session, process, state.contact),
            made: idFrom(viewer, command),
          });
        },
        project: (session, state, seen) => projectReadout(session, state, seen.revision),
      });
      const view = told(done);
      if (change.type !== "schedule") return view;
      await putOutDue(context, { process, readout: id });
      return store.as(viewer, async (session) => (await findReadout(session, process, id)) ?? view);
    },
  );

  app.post(
    "/processes/:process/readouts/preview",
    {
      bodyLimit: BODY,
      schema: {
        tags: TAGS,
        description: "What the reader would find in a text. Nothing of it is kept.",
        params: inProcess,
        body: PreviewReadout,
        response: answers(ReadoutPreview),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process } = request.params;
      const { for: delegation, text } = request.body;
      const name = await store.as(viewer, async (session) => {
        await ownHand(session, viewer, { process, delegation });
        return (await findDelegation(session, process, delegation))?.name ?? "";
      });
      const { reading, unread } = await context.readAside(draftSource("preview", text, name));
      return {
        unread,
        claims: reading.claims.map(({ start, end, told: { kind, type, status } }) => ({
          ...{ start, end, kind, type, status },
        })),
      };
    },
  );

  app.get(
    "/processes/:process/delegations/:id/readout-rule",
    {
      schema: {
        tags: TAGS,
        description: "How the delegation approves its readouts; its own members see that.",
        params: inProcessWithId,
        response: answers(ReadoutRule),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process, id: delegation } = request.params;
        await ownHand(session, viewerOf(request), { process, delegation }).catch(asNothing);
        return { delegation, ...(await findReadoutRule(session, process, delegation)) };
      }),
  );

  app.post(
    "/processes/:process/delegations/:id/readout-rule",
    {
      schema: {
        tags: TAGS,
        description: "Sets the rule; who leads the delegation does.",
        params: inProcessWithId,
        body: ChangeReadoutRule,
        response: answers(ReadoutRule),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process, id: delegation } = request.params;
      const { command, revision, approval } = request.body;
      const done = await carryOut(context, {
        ...{ process, command, viewer, revision },
        stream: readoutRule.streamOf(delegation),
        aggregate: readoutRule,
        sees: async (session) => (await findDelegation(session, process, delegation)) !== null,
        ask: async (_, session) => {
          await ownHand(session, viewer, { process, delegation });
          if (!leads(viewer, delegation))
            throw new ApiProblem("not-yours", "Who leads the delegation sets its rule.");
          return { type: "set-readout-rule" as const, process, delegation, approval };
        },
        project: (session, state, seen) => projectReadoutRule(session, state, seen.revision),
      });
      if (done.state.status === "absent") throw new TypeError("a command leaves a rule behind");
      return { delegation, approval: done.state.approval, revision: done.revision };
    },
  );

  async function authorOf(
    session: Session,
    viewer: Viewer,
    of: { process: string; delegation: string },
  ): Promise<readout.Author> {
    const { recordedBy } = await ownHand(session, viewer, of);
    return { by: viewer.id, at: context.now().toISOString(), recordedBy };
  }

  function told({ state, revision, audience, again }: CarriedOut<readout.State>): ReadoutView {
    if (state.status === "absent") throw new TypeError("a command leaves a readout behind");
    const { status: _, ...body } = state;
    if (!again) tellRoom(context, { process: body.process, kind: "readout", id: body.id }, audience);
    return { ...body, revision };
  }
}

/** What is internal to another side is not there. */
function asNothing(error: unknown): never {
  if (error instanceof ApiProblem) throw notFound();
  throw error;
}
