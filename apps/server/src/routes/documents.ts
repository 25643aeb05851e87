import { DocumentPage, DocumentView, Job, NewDocuments, PageQuery } from "@parley/protocol";
import {
  documentPage,
  findDocument,
  findJob,
  findProcess,
  type Given,
  namesOf,
  occurrencesById,
} from "@parley/store";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { acceptReports } from "../accept-reports.ts";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { answers, inProcess, inProcessWithId, withId } from "../schemas.ts";

export function documentRoutes(app: App, context: Context): void {
  const { store, viewerOf } = context;
  app.get(
    "/processes/:process/documents",
    {
      schema: {
        tags: ["documents"],
        params: inProcess,
        querystring: PageQuery,
        response: answers(DocumentPage),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        if (!(await findProcess(session, request.params.process))) throw notFound();
        return documentPage(session, request.params.process, request.query);
      }),
  );

  app.post(
    "/processes/:process/documents",
    {
      schema: {
        tags: ["documents"],
        description:
          "Hands reports in: as JSON, or as multipart/form-data with a field `command` (UUID) and any number of `files`. " +
          "Answers when they are kept; reading goes on, see /jobs/:id.",
        params: inProcess,
        response: answers(Job),
      },
    },
    async (request) => {
      const { command, documents } = request.isMultipart()
        ? await filesOf(request, context)
        : bodyOf(request);
      if (!documents.length) throw new ApiProblem("nothing-given", "There was no report in the request.");
      const job = await acceptReports(context, {
        process: request.params.process,
        command,
        documents,
        by: viewerOf(request),
      });
      context.wake();
      return job;
    },
  );

  app.get(
    "/processes/:process/documents/:id",
    { schema: { tags: ["documents"], params: inProcessWithId, response: answers(DocumentView) } },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process, id } = request.params;
        const found = await findDocument(session, process, id);
        if (!found) throw notFound();
        const ids = [...new Set(found.claims.flatMap((claim) => claim.occurrence ?? []))];
        const occurrences = await occurrencesById(session, process, ids);
        const voices = found.claims.flatMap((claim) => claim.attribution.map((link) => link.source));
        const names = await namesOf(session, process, occurrences, [...voices, ...found.document.agencies]);
        return { ...found, occurrences, ...names };
      }),
  );

  app.get(
    "/jobs/:id",
    { schema: { tags: ["documents"], params: withId, response: answers(Job) } },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const id = z.uuid().safeParse(request.params.id);
        const job = id.success ? await findJob(session, id.data) : null;
        if (!job) throw notFound();
        return job;
      }),
  );
}

interface HandedIn {
  command: string;
  documents: Given[];
}

function bodyOf(request: FastifyRequest): HandedIn {
  const parsed = NewDocuments.safeParse(request.body);
  if (!parsed.success)
    throw new ApiProblem(
      "invalid-request",
      "The request is not of the right form.",
      parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
    );
  const documents = parsed.data.documents.map(({ name, ...source }, i): Given => {
    const called = name ?? source.title ?? source.url ?? `report ${i + 1}`;
    if (source.text === undefined && source.html === undefined)
      return {
        name: called,
        source: {},
        refused: { rule: "nothing-given", message: "It has neither text nor html.", start: null, end: null },
      };
    return { name: called, source };
  });
  return { command: parsed.data.command, documents };
}

async function filesOf(request: FastifyRequest, { limits, newId }: Context): Promise<HandedIn> {
  // What tells files apart is loaded with the first upload and not at every start.
  const { reportsOf, tooLarge } = await import("../uploads.ts");
  const documents: Given[] = [];
  let command: string | null = null;
  let bytes = 0;
  const parts = request.parts({
    preservePath: true,
    limits: { fileSize: limits.file, files: limits.files, fieldSize: 4096 },
  });
  for await (const part of parts) {
    if (part.type === "field") {
      if (part.fieldname === "command") command = z.uuid().safeParse(part.value).data ?? null;
      continue;
    }
    const name = part.filename || "file";
    const content = await part.toBuffer();
    bytes += content.length;
    if (bytes > limits.upload)
      throw new ApiProblem("too-large", "Together the files are too large: hand them in in several parts.");
    documents.push(...(part.file.truncated ? [tooLarge(name, limits)] : reportsOf(name, content)));
  }
  return { command: command ?? newId(), documents };
}
