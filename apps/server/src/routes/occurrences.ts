import { OccurrencePage, OccurrenceQuery, OccurrenceView, PageQuery, Timeline } from "@parley/protocol";
import {
  documentsById,
  findOccurrence,
  findProcess,
  judgementsOn,
  namesOf,
  occurrencePage,
  timeline,
} from "@parley/store";
import type { App, Context } from "../context.ts";
import { notFound } from "../problem.ts";
import { answers, inProcess, inProcessWithId } from "../schemas.ts";

export function occurrenceRoutes(app: App, { store, viewerOf }: Context): void {
  app.get(
    "/processes/:process/occurrences",
    {
      schema: {
        tags: ["occurrences"],
        params: inProcess,
        querystring: OccurrenceQuery,
        response: answers(OccurrencePage),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        if (!(await findProcess(session, request.params.process))) throw notFound();
        const { background, ...query } = request.query;
        return occurrencePage(session, request.params.process, {
          ...query,
          background: background === undefined ? undefined : background === "true",
        });
      }),
  );

  app.get(
    "/processes/:process/review",
    {
      schema: {
        tags: ["occurrences"],
        description: "What the machine was unsure of: joins it left open, and what people marked unsure.",
        params: inProcess,
        querystring: PageQuery,
        response: answers(OccurrencePage),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        if (!(await findProcess(session, request.params.process))) throw notFound();
        return occurrencePage(session, request.params.process, { ...request.query, unsure: true });
      }),
  );

  app.get(
    "/processes/:process/timeline",
    {
      schema: { tags: ["occurrences"], params: inProcess, response: answers(Timeline) },
      // Twenty thousand rows in columns: made by the database, they are not checked number by number again.
      serializerCompiler: () => JSON.stringify,
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        if (!(await findProcess(session, request.params.process))) throw notFound();
        return timeline(session, request.params.process);
      }),
  );

  app.get(
    "/processes/:process/occurrences/:id",
    {
      schema: {
        tags: ["occurrences"],
        description: "By its id, by an id it had before, or by the id of any of its claims.",
        params: inProcessWithId,
        response: answers(OccurrenceView),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process, id } = request.params;
        const found = await findOccurrence(session, process, id);
        if (!found) throw notFound();
        const { occurrence, summary, claims, possiblySame } = found;
        const documents = await documentsById(session, process, [
          ...new Set(claims.map((claim) => claim.document)),
        ]);
        const voices = [
          ...claims.flatMap((claim) => claim.attribution.map((link) => link.source)),
          ...occurrence.accounts.flatMap((account) => [account.by, ...account.via]),
          ...documents.flatMap((document) => document.agencies),
          ...spokenOf(occurrence),
        ];
        return {
          occurrence,
          claims,
          documents,
          judgements: await judgementsOn(session, process, occurrence.claims),
          possiblySame,
          ...(await namesOf(
            session,
            process,
            [summary, ...possiblySame.map((pair) => pair.occurrence)],
            voices,
          )),
        };
      }),
  );
}

/** Actors that only the fields of an occurrence name. */
function spokenOf({ initiator, detail }: import("@parley/protocol").Occurrence): (string | null)[] {
  const named: (string | null)[] = [initiator];
  if ("signatories" in detail) named.push(...detail.signatories);
  if ("allegedBy" in detail) named.push(detail.allegedBy, ...detail.deniedBy);
  return named;
}
