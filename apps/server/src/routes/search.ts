import { SearchAnswer, SearchQuery } from "@parley/protocol";
import { search } from "@parley/store";
import type { App, Context } from "../context.ts";
import { answers } from "../schemas.ts";

export function searchRoutes(app: App, { store, viewerOf }: Context): void {
  app.get(
    "/search",
    { schema: { tags: ["search"], querystring: SearchQuery, response: answers(SearchAnswer) } },
    (request) => store.as(viewerOf(request), (session) => search(session, request.query)),
  );
}
