import { ChangePrivateAgenda, PrivateAgenda } from "@parley/protocol";
import { belongsTo, contactNotes } from "@parley/record";
import { findContact, privateAgendas, projectNotes } from "@parley/store";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { carryOut } from "../rooms/carry-out.ts";
import { idFrom, tellRoom } from "../rooms/tell-room.ts";
import { answers, inProcessWithId } from "../schemas.ts";

const TAGS = ["contacts"];

/** What a side notes for itself about a contact. */
export function contactAgendaRoutes(app: App, context: Context): void {
  app.get(
    "/processes/:process/contacts/:id/private-agenda",
    {
      schema: {
        tags: TAGS,
        description: "One's own side's notes; nobody else learns of them.",
        params: inProcessWithId,
        response: answers(z.object({ agendas: z.array(PrivateAgenda) })),
      },
    },
    (request) =>
      context.store.as(context.viewerOf(request), async (session) => {
        const { process, id } = request.params;
        if (!(await findContact(session, process, id))) throw notFound();
        return { agendas: await privateAgendas(session, process, id) };
      }),
  );

  app.post(
    "/processes/:process/contacts/:id/private-agenda",
    {
      schema: {
        tags: TAGS,
        params: inProcessWithId,
        body: ChangePrivateAgenda,
        response: answers(PrivateAgenda),
      },
    },
    async (request) => {
      const viewer = context.viewerOf(request);
      const { process, id } = request.params;
      const { command, change, for: delegation } = request.body;
      const of = { process, contact: id, delegation };
      const { state, revision, audience, again } = await carryOut(context, {
        ...{ process, command, viewer },
        stream: contactNotes.streamOf(id, delegation),
        aggregate: contactNotes,
        sees: async (session) => {
          const found = await findContact(session, process, id);
          return (
            found !== null &&
            [found.convener, ...found.invited.map((one) => one.delegation)].includes(delegation)
          );
        },
        ask: () => {
          // What is internal to a side nobody writes down for it.
          if (!belongsTo(viewer, delegation))
            throw new ApiProblem("not-yours", "Only those who sit in a delegation note things for it.");
          return change.type === "add-item"
            ? { type: "add-item" as const, of, item: { id: idFrom(viewer, command), text: change.text } }
            : { ...change, of };
        },
        project: (session, after, seen) => projectNotes(session, after, seen.revision),
      });
      if (!again) tellRoom(context, { process, kind: "contact", id }, audience);
      return {
        ...{ contact: id, delegation, revision },
        items: state.status === "absent" ? [] : state.items,
      };
    },
  );
}
