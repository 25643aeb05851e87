import { ActorPage, ActorView, PageQuery } from "@parley/protocol";
import { actorPage, findActor, findProcess } from "@parley/store";
import type { App, Context } from "../context.ts";
import { notFound } from "../problem.ts";
import { answers, inProcess, inProcessWithId } from "../schemas.ts";

export function actorRoutes(app: App, { store, viewerOf }: Context): void {
  app.get(
    "/processes/:process/actors",
    { schema: { tags: ["actors"], params: inProcess, querystring: PageQuery, response: answers(ActorPage) } },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        if (!(await findProcess(session, request.params.process))) throw notFound();
        return actorPage(session, request.params.process, request.query);
      }),
  );

  app.get(
    "/processes/:process/actors/:id",
    { schema: { tags: ["actors"], params: inProcessWithId, response: answers(ActorView) } },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const found = await findActor(session, request.params.process, request.params.id);
        if (!found) throw notFound();
        return found;
      }),
  );
}
