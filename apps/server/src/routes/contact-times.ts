import { FindTimes, SetWorkingTimes, SuitableTimes, WorkingTimesView } from "@parley/protocol";
import { belongsTo, convenes, suitableTimes, workingStretches, workingTimes } from "@parley/record";
import {
  agreedBetween,
  findDelegation,
  findProcess,
  listDelegations,
  listWorkingTimes,
  projectWorkingTimes,
} from "@parley/store";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { carryOut } from "../rooms/carry-out.ts";
import { tellRoom } from "../rooms/tell-room.ts";
import { answers, inProcess, inProcessWithId } from "../schemas.ts";

const TAGS = ["contacts"];

/** When delegations work, and when a contact would suit them. */
export function contactTimesRoutes(app: App, context: Context): void {
  const { store, viewerOf } = context;

  app.get(
    "/processes/:process/working-times",
    {
      schema: {
        tags: TAGS,
        params: inProcess,
        response: answers(z.object({ times: z.array(WorkingTimesView) })),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        if (!(await findProcess(session, request.params.process))) throw notFound();
        return { times: await listWorkingTimes(session, request.params.process) };
      }),
  );

  app.post(
    "/processes/:process/delegations/:id/working-times",
    {
      schema: {
        tags: TAGS,
        description: "In which hours of which zone the delegation works, and its days off.",
        params: inProcessWithId,
        body: SetWorkingTimes,
        response: answers(WorkingTimesView),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process, id } = request.params;
      const { command, revision, times } = request.body;
      const done = await carryOut(context, {
        ...{ process, command, viewer, revision },
        stream: workingTimes.streamOf(id),
        aggregate: workingTimes,
        sees: async (session) => (await findDelegation(session, process, id)) !== null,
        ask: async (_, session) => {
          if (!belongsTo(viewer, id) && !convenes(viewer, process))
            throw new ApiProblem("not-yours", "The delegation and the third party say when it works.");
          const known = await findDelegation(session, process, id);
          return {
            type: "state-working-times" as const,
            times: { ...times, process, delegation: id, knownTo: known?.knownTo ?? null },
          };
        },
        project: (session, state, seen) => projectWorkingTimes(session, state, seen.revision),
      });
      if (!done.again) tellRoom(context, { process, kind: "delegation", id }, done.audience);
      return { ...times, delegation: id, revision: done.revision };
    },
  );

  app.post(
    "/processes/:process/contact-times",
    {
      schema: {
        tags: TAGS,
        description: "Finds times that suit all of these delegations. Asks, and changes nothing.",
        params: inProcess,
        body: FindTimes,
        response: answers(SuitableTimes),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process } = request.params;
        const { delegations, minutes } = request.body;
        const within = { from: Date.parse(request.body.from), to: Date.parse(request.body.to) };
        const seen = new Set((await listDelegations(session, process)).map((one) => one.id));
        if (!delegations.every((id) => seen.has(id))) throw notFound();
        const all = await listWorkingTimes(session, process);
        // In the order in which they were asked for.
        const stated = delegations.flatMap((id) => all.find((times) => times.delegation === id) ?? []);
        const busy = (await agreedBetween(session, process, within)).flatMap((contact) => {
          const takePart = [contact.convener, ...contact.invited.map((one) => one.delegation)];
          if (contact.state !== "agreed" || !contact.agreed) return [];
          const { start, end } = contact.agreed;
          if (Date.parse(end) <= within.from || Date.parse(start) >= within.to) return [];
          if (!takePart.some((id) => delegations.includes(id))) return [];
          return [{ start, end, contact: contact.id }];
        });
        const found = suitableTimes({
          ...{ within, minutes, times: stated },
          busy: busy.map(({ start, end }) => ({ from: Date.parse(start), to: Date.parse(end) })),
        });
        return {
          windows: found.map(({ from, to }) => ({
            start: new Date(from).toISOString(),
            end: new Date(to).toISOString(),
          })),
          stated,
          hours: stated.flatMap((times) =>
            workingStretches(times, within).map(({ from, to }) => ({
              delegation: times.delegation,
              start: new Date(from).toISOString(),
              end: new Date(to).toISOString(),
            })),
          ),
          unstated: delegations.filter((id) => !stated.some((times) => times.delegation === id)),
          busy,
        };
      }),
  );
}
