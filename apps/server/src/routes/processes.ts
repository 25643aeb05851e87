import { NewProcess, Overview, Process } from "@parley/protocol";
import {
  capacityIn,
  delegation,
  process as processes,
  type Seat,
  seal,
  seated,
  type Viewer,
} from "@parley/record";
import {
  addProcess,
  findProcess,
  listProcesses,
  overview,
  projectDelegation,
  type Session,
} from "@parley/store";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound, orRefuse } from "../problem.ts";
import { attemptIn } from "../rooms/carry-out.ts";
import { idFrom } from "../rooms/tell-room.ts";
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
      const { command, ...opening } = request.body;
      const [fact] = orRefuse(processes.decide({ type: "open-process", ...opening }, processes.initialState));
      return openProcess(context, { request, fact, command });
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

interface ProcessOpening {
  request: FastifyRequest;
  fact: processes.ProcessOpened;
  command: string;
}

/** In a shared installation it is opened with a secretariat that the person who opens it leads, all at once. */
async function openProcess(context: Context, { request, fact, command }: ProcessOpening): Promise<Process> {
  const { store, door } = context;
  const viewer = context.viewerOf(request);
  const { caller } = request;
  if (door && !caller?.account.opens)
    throw new ApiProblem("not-yours", "Only those who were given the right to open processes do.");
  const own = idFrom(viewer, command);
  const id = processId(fact.payload.name, own);
  const seat = { process: id, delegation: own, capacity: "secretariat" as const, lead: true };
  const opener = door ? seated(viewer.id, [...viewer.seats, seat]) : viewer;
  const opened = await store.as(opener, async (session) => {
    const event = seal(fact, {
      id: context.newId(),
      process: id,
      stream: processes.streamOf(id),
      version: 1,
      author: viewer.id,
      capacity: capacityIn(opener, id),
      at: context.now().toISOString(),
      audience: { kind: "process", process: id },
      command,
    });
    // The id comes from the command: there already means that this command was given before.
    if ((await addProcess(session, event)) === "conflict") return null;
    if (caller && door)
      await foundSecretariat(session, context, { seat, viewer: opener, name: caller.account.name });
    return findProcess(session, id);
  });
  if (opened && caller) await door?.callers.forget(caller.account.id);
  const known = opened ?? (await store.as(viewer, (session) => findProcess(session, id)));
  if (!known) throw notFound();
  return known;
}

async function foundSecretariat(
  session: Session,
  context: Context,
  { seat, viewer, name }: { seat: Seat; viewer: Viewer; name: string },
): Promise<void> {
  const { process, delegation: id } = seat;
  const member = {
    ...{ id: context.newId(), account: viewer.id, name, function: "", lead: true },
    ...{ from: context.now().toISOString().slice(0, 10), to: null },
  };
  const founding = {
    ...{ id, process, name: "Secretariat", capacity: "secretariat" as const },
    ...{ represents: [], mandate: "", together: [], knownTo: null },
  };
  for (const given of [
    { type: "found-delegation" as const, ...founding },
    { type: "seat-member" as const, member },
  ])
    await attemptIn(session, context, {
      ...{ process, viewer, command: context.newId() },
      stream: delegation.streamOf(id),
      aggregate: delegation,
      sees: async () => true,
      ask: () => given,
      project: (within, state, { revision }) => projectDelegation(within, state, revision),
    });
}

/** Readable in an address, the same for the same command of the same person, and nobody else's. */
function processId(name: string, suffix: string): string {
  const slug = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return `${slug || "process"}-${suffix.slice(0, 12)}`;
}
