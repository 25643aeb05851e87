import { NewProcess, Overview, Process } from "@parley/protocol";
import { process as processes, seal } from "@parley/record";
import { addProcess, findProcess, listProcesses, overview } from "@parley/store";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { notFound, orRefuse } from "../problem.ts";
import { answers, inProcess } from "../schemas.ts";

export function processRoutes(app: App, context: Context): void {
  const { store, viewerOf } = context;
  app.get(
    "/processes",
    { schema: { tags: ["processes"], response: answers(z.object({ processes: z.array(Process) })) } },
    (request) =>
      store.as(viewerOf(request), async (session) => ({ processes: await listProcesses(session) })),
  );

  app.post(
    "/processes",
    { schema: { tags: ["processes"], body: NewProcess, response: answers(Process) } },
    async (request) => {
      const viewer = viewerOf(request);
      const { command, ...opening } = request.body;
      const [fact] = orRefuse(processes.decide({ type: "open-process", ...opening }, processes.initialState));
      const id = processId(opening.name, command);
      return store.as(viewer, async (session) => {
        const event = seal(fact, {
          id: context.newId(),
          process: id,
          stream: processes.streamOf(id),
          version: 1,
          author: viewer.id,
          capacity: viewer.capacity,
          at: context.now().toISOString(),
          audience: { kind: "process", process: id },
          command,
        });
        // The id comes from the command: there already means that this command was given before.
        await addProcess(session, event);
        const opened = await findProcess(session, id);
        if (!opened) throw notFound();
        return opened;
      });
    },
  );

  app.get(
    "/processes/:process",
    { schema: { tags: ["processes"], params: inProcess, response: answers(Overview) } },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const found = await overview(session, request.params.process);
        if (!found) throw notFound();
        return found;
      }),
  );
}

/** Readable in an address, and the same for the same command. */
function processId(name: string, command: string): string {
  const slug = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return `${slug || "process"}-${command.replaceAll("-", "").slice(-8)}`;
}
