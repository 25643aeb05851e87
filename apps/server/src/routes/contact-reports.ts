import { ContactReport, HeldHere, JudgeReport } from "@parley/protocol";
import { contactReports } from "@parley/record";
import { findContact, findOccurrence, projectReports } from "@parley/store";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { carryOut } from "../rooms/carry-out.ts";
import { contactsOf, reportsOf } from "../rooms/contacts/reports.ts";
import { inTheNameOf } from "../rooms/in-the-name-of.ts";
import { tellRoom } from "../rooms/tell-room.ts";
import { answers, inProcessWithId } from "../schemas.ts";

const TAGS = ["contacts"];

/** Contacts organised here and contacts that reports tell of, joined at the moment of asking among what the viewer sees. */
export function contactReportRoutes(app: App, context: Context): void {
  const { store, viewerOf } = context;

  app.get(
    "/processes/:process/contacts/:id/reports",
    {
      schema: {
        tags: TAGS,
        description: "Reported contacts that may be this one, each with a score and why.",
        params: inProcessWithId,
        response: answers(z.object({ reports: z.array(ContactReport) })),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process, id } = request.params;
        const found = await findContact(session, process, id);
        if (!found) throw notFound();
        return { reports: await reportsOf(session, process, found) };
      }),
  );

  app.post(
    "/processes/:process/contacts/:id/reports",
    {
      schema: {
        tags: TAGS,
        description: "Says that a report is of this contact, or is not.",
        params: inProcessWithId,
        body: JudgeReport,
        response: answers(z.object({ reports: z.array(ContactReport) })),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process, id } = request.params;
      const { command, occurrence, verdict, reason, for: delegation } = request.body;
      const done = await carryOut(context, {
        ...{ process, command, viewer },
        stream: contactReports.streamOf(id),
        aggregate: contactReports,
        sees: async (session) =>
          (await findContact(session, process, id)) !== null &&
          (await findOccurrence(session, process, occurrence)) !== null,
        ask: async (_, session) => {
          const contact = await findContact(session, process, id);
          const told = await findOccurrence(session, process, occurrence);
          if (!contact || !told) throw notFound();
          const among = [contact.convener, ...contact.invited.map((one) => one.delegation)];
          if (!among.includes(delegation))
            throw new ApiProblem("delegation-uninvited", "This delegation takes no part in the contact.");
          return {
            ...{ type: "judge-report" as const, process, contact: id, among },
            ...(await inTheNameOf(session, viewer, { process, delegation })),
            ...{ claims: told.occurrence.claims, verdict, reason },
          };
        },
        project: (session, state, seen) => projectReports(session, state, seen.revision),
      });
      if (!done.again) tellRoom(context, { process, kind: "contact", id }, done.audience);
      return store.as(viewer, async (session) => {
        const found = await findContact(session, process, id);
        if (!found) throw notFound();
        return { reports: await reportsOf(session, process, found) };
      });
    },
  );

  app.get(
    "/processes/:process/occurrences/:id/contacts",
    {
      schema: {
        tags: TAGS,
        description: "Contacts held here that a reported one may be; only those one takes part in.",
        params: inProcessWithId,
        response: answers(z.object({ contacts: z.array(HeldHere) })),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process, id } = request.params;
        const found = await findOccurrence(session, process, id);
        if (!found) throw notFound();
        return { contacts: await contactsOf(session, process, found.summary, found.occurrence.claims) };
      }),
  );
}
