import { Naming, NamingQuery, NewWording } from "@parley/protocol";
import { belongsTo, convenes, naming } from "@parley/record";
import { findDelegation, findProcess, listWordings, projectNaming } from "@parley/store";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { carryOut } from "../rooms/carry-out.ts";
import { tellRoom } from "../rooms/tell-room.ts";
import { answers, inProcess } from "../schemas.ts";
import { Done } from "./sign-in.ts";

const TAGS = ["names"];

export function nameRoutes(app: App, context: Context): void {
  const { store, viewerOf } = context;

  app.get(
    "/processes/:process/names",
    {
      schema: {
        tags: TAGS,
        description: "What parties and places are called; what has no wording is called as the lexicon does.",
        params: inProcess,
        querystring: NamingQuery,
        response: answers(Naming),
      },
    },
    (request) => {
      const viewer = viewerOf(request);
      const { process } = request.params;
      const { language, as } = request.query;
      return store.as(viewer, async (session) => {
        if (!(await findProcess(session, process))) throw notFound();
        const wordings = await listWordings(session, process);
        const own = viewer.seats.filter((seat) => seat.process === process).map((seat) => seat.delegation);
        const scopes = [...(as === undefined ? own : [as]), null];
        return { wordings, names: naming.namesFor(wordings, { language, scopes }) };
      });
    },
  );

  app.post(
    "/processes/:process/names",
    {
      schema: {
        tags: TAGS,
        description: "The third party words for all who take part, a delegation for its own.",
        params: inProcess,
        body: NewWording,
        response: answers(Done),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process } = request.params;
      const { command, for: scope, of, language, name } = request.body;
      const { audience, again } = await carryOut(context, {
        ...{ process, command, viewer },
        stream: naming.streamOf(scope),
        aggregate: naming,
        sees: async (session) =>
          scope === null
            ? (await findProcess(session, process)) !== null
            : (await findDelegation(session, process, scope)) !== null,
        ask: () => {
          if (scope === null ? !convenes(viewer, process) : !belongsTo(viewer, scope))
            throw new ApiProblem("not-yours", "The third party words for all, a delegation for its own.");
          return { type: "name" as const, process, scope, of, language, name: name || null };
        },
        project: (session, state) => projectNaming(session, state),
      });
      if (!again) tellRoom(context, { process, kind: "naming", id: of }, audience);
      return { done: true as const };
    },
  );
}
