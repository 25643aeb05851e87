import { ChangeDelegation, type DelegationChange, DelegationView, NewDelegation } from "@parley/protocol";
import { belongsTo, convenes, delegation, leads, type Viewer } from "@parley/record";
import { findDelegation, findProcess, listDelegations, projectDelegation } from "@parley/store";
import { z } from "zod";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { type CarriedOut, carryOut } from "../rooms/carry-out.ts";
import { idFrom, tellRoom } from "../rooms/tell-room.ts";
import { answers, inProcess, inProcessWithId } from "../schemas.ts";

const TAGS = ["delegations"];

export function delegationRoutes(app: App, context: Context): void {
  const { store, viewerOf } = context;

  app.get(
    "/processes/:process/delegations",
    {
      schema: {
        tags: TAGS,
        params: inProcess,
        response: answers(z.object({ delegations: z.array(DelegationView) })),
      },
    },
    (request) =>
      store.as(viewerOf(request), async (session) => {
        const { process } = request.params;
        if (!(await findProcess(session, process))) throw notFound();
        return { delegations: await listDelegations(session, process) };
      }),
  );

  app.post(
    "/processes/:process/delegations",
    { schema: { tags: TAGS, params: inProcess, body: NewDelegation, response: answers(DelegationView) } },
    async (request) => {
      const viewer = viewerOf(request);
      const { process } = request.params;
      const { command, discreet, ...given } = request.body;
      const id = idFrom(viewer, command);
      return await told(
        await carryOut(context, {
          ...{ process, command, viewer },
          stream: delegation.streamOf(id),
          aggregate: delegation,
          sees: async (session) => (await findProcess(session, process)) !== null,
          ask: () => {
            if (!convenes(viewer, process)) throw notTheirs();
            return {
              type: "found-delegation" as const,
              ...given,
              id,
              process,
              knownTo: knownTo(viewer, process, discreet),
            };
          },
          project: (session, state, { revision }) => projectDelegation(session, state, revision),
        }),
      );
    },
  );

  app.post(
    "/processes/:process/delegations/:id",
    {
      schema: {
        tags: TAGS,
        description: "Amends it, seats or unseats somebody who does not sign in, or ends it.",
        params: inProcessWithId,
        body: ChangeDelegation,
        response: answers(DelegationView),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process, id } = request.params;
      const { command, revision, change } = request.body;
      return await told(
        await carryOut(context, {
          ...{ process, command, viewer, revision },
          stream: delegation.streamOf(id),
          aggregate: delegation,
          sees: async (session) => (await findDelegation(session, process, id)) !== null,
          ask: (state) => {
            if (!convenes(viewer, process) && !decides(viewer, state, change)) throw notTheirs();
            return asked(change, {
              newMember: idFrom(viewer, command),
              today: context.now().toISOString().slice(0, 10),
            });
          },
          project: (session, state, seen) => projectDelegation(session, state, seen.revision),
        }),
      );
    },
  );

  async function told(done: CarriedOut<delegation.State>): Promise<DelegationView> {
    const { state, revision, audience, again } = done;
    if (state.status === "absent") throw new TypeError("a command leaves a delegation behind");
    const { status: _, ...body } = state;
    if (!again) tellRoom(context, { process: body.process, kind: "delegation", id: body.id }, audience);
    // Seats that begin or end here, in delegations that act together too, do so before anybody is answered.
    if (!again) await context.door?.callers.forgetAll();
    return { ...body, revision };
  }
}

/** Members word it; who leads ends it and the seats in it; everybody may leave their own. */
function decides(viewer: Viewer, state: delegation.State, change: DelegationChange): boolean {
  if (state.status === "absent" || !belongsTo(viewer, state.id)) return false;
  if (change.type === "amend" || change.type === "seat" || leads(viewer, state.id)) return true;
  return (
    change.type === "unseat" &&
    state.members.some((member) => member.id === change.member && member.account === viewer.id)
  );
}

const notTheirs = () =>
  new ApiProblem("not-yours", "The third party and the delegation itself decide on this.");

/** A discreet delegation is known to those who founded it, whoever else takes part. */
function knownTo(viewer: Viewer, process: string, discreet: boolean): string[] | null {
  if (!discreet) return null;
  return viewer.seats.filter((seat) => seat.process === process).map((seat) => seat.delegation);
}

function asked(
  change: DelegationChange,
  { newMember, today }: { newMember: string; today: string },
): delegation.Command {
  switch (change.type) {
    case "amend":
      return { type: "amend-delegation", amendment: defined(change.amendment) };
    case "seat":
      return { type: "seat-member", member: { ...change.member, id: newMember, account: null } };
    case "unseat":
      return {
        ...{ type: "unseat-member", member: change.member, to: change.to },
        atOnce: change.to <= today,
      };
    case "close":
      return { type: "close-delegation", reason: change.reason };
  }
}

/** Without the fields that were not given. */
const defined = (amendment: { [K in keyof delegation.Amendment]: delegation.Amendment[K] | undefined }) =>
  Object.fromEntries(
    Object.entries(amendment).filter(([, value]) => value !== undefined),
  ) as delegation.Amendment;
