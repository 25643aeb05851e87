import { Me } from "@parley/protocol";
import type { App, Context } from "../context.ts";
import { answers } from "../schemas.ts";

export function meRoutes(app: App, context: Context): void {
  app.get(
    "/me",
    {
      schema: {
        tags: ["people"],
        description: "Who is asking and where they sit; `person` is null for nobody.",
        response: answers(Me),
      },
    },
    (request) => context.me(request),
  );
}
