/** Publications whose instant has come, also those that came while nothing ran. */
import { dueReadouts } from "@parley/store";
import type { Context } from "../../context.ts";
import type { Round } from "../../rounds.ts";
import { putOutDue } from "./put-out.ts";

export const publicationRound = (context: Context): Round => ({
  name: "publications",
  async run(now) {
    const due = await context.store.asMachine((session) => dueReadouts(session, now.toISOString()));
    const failures: unknown[] = [];
    for (const one of due) await putOutDue(context, one).catch((error) => failures.push(error));
    if (failures.length) throw new AggregateError(failures, "some publications did not go out");
  },
});
