import { Comparison } from "@parley/protocol";
import { findContact } from "@parley/store";
import type { App, Context } from "../context.ts";
import { notFound } from "../problem.ts";
import { accountsOf, compareGathered } from "../rooms/readouts/accounts.ts";
import { answers, inProcessWithId } from "../schemas.ts";

export function comparisonRoutes(app: App, context: Context): void {
  app.get(
    "/processes/:process/contacts/:id/comparison",
    {
      schema: {
        tags: ["contacts"],
        description:
          "All accounts of the contact that one sees, point by point: said by all, by several, by one, contradicted; and by whom each is passed over.",
        params: inProcessWithId,
        response: answers(Comparison),
      },
    },
    async (request) => {
      const { process, id } = request.params;
      const gathered = await context.store.as(context.viewerOf(request), async (session) => {
        const contact = await findContact(session, process, id);
        if (!contact) throw notFound();
        return accountsOf(session, contact);
      });
      return compareGathered(gathered, context.readAside);
    },
  );
}
