/** Invitations to a seat: the third party invites to any delegation it sees, those who lead one to their own. */
import { InvitationLink, NewSeatInvitation, PendingInvitation } from "@parley/protocol";
import { contentHash, convenes, delegation, leads, type Viewer } from "@parley/record";
import { asViewerWithin, findDelegation, projectDelegation } from "@parley/store";
import { listInvitations, withdrawInvitation } from "@parley/store/door";
import { z } from "zod";
import { unlessContended } from "../accept-reports.ts";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { attemptIn } from "../rooms/carry-out.ts";
import { tellRoom } from "../rooms/tell-room.ts";
import { answers, inProcessWithId } from "../schemas.ts";
import { personAt } from "../sign-in/door.ts";
import { invite, pending } from "../sign-in/invite.ts";
import { Done, SMALL } from "./sign-in.ts";

const TAGS = ["delegations"];
const TRIES = 5;
const inDelegation = inProcessWithId.extend({ invitation: z.string().regex(/^[a-z0-9]{1,100}$/) });

export function seatInvitationRoutes(app: App, context: Context): void {
  const { store, now, viewerOf } = context;

  /** Sight first, then the right: what one does not see is not there. */
  async function mayInvite(viewer: Viewer, process: string, id: string): Promise<void> {
    if (!context.door) throw notFound();
    const seen = await store.as(viewer, (session) => findDelegation(session, process, id));
    if (!seen) throw notFound();
    if (!convenes(viewer, process) && !leads(viewer, id))
      throw new ApiProblem("not-yours", "The third party and those who lead the delegation invite to it.");
  }

  app.get(
    "/processes/:process/delegations/:id/invitations",
    {
      schema: {
        tags: TAGS,
        params: inProcessWithId,
        response: answers(z.object({ invitations: z.array(PendingInvitation) })),
      },
    },
    async (request) => {
      const { process, id } = request.params;
      await mayInvite(viewerOf(request), process, id);
      const found = await store.atDoor((session) => listInvitations(session, { process, delegation: id }));
      return { invitations: found.map((one) => pending(one, now())) };
    },
  );

  app.post(
    "/processes/:process/delegations/:id/invitations",
    {
      ...SMALL,
      schema: {
        tags: TAGS,
        description:
          "A link that seats whoever takes it, once. The record tells who was invited, never the link.",
        params: inProcessWithId,
        body: NewSeatInvitation,
        response: answers(InvitationLink),
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { process, id } = request.params;
      await mayInvite(viewer, process, id);
      const door = context.door!;
      const { account } = personAt(request);
      const { command, name, lead, function: as, from, to, days } = request.body;
      const invitation = contentHash([account.id, id, command]).slice(0, 20);
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const made = await store
          .atDoor(async (session) => {
            const { audience, again } = await asViewerWithin(session, viewer, () =>
              attemptIn(session, context, {
                ...{ process, command, viewer },
                stream: delegation.streamOf(id),
                aggregate: delegation,
                sees: async () => (await findDelegation(session, process, id)) !== null,
                ask: () => ({
                  type: "invite-member" as const,
                  invited: { id: invitation, name, lead, by: account.name, administrator: false },
                }),
                project: (within, state, { revision }) => projectDelegation(within, state, revision),
              }),
            );
            const link = await invite(session, {
              ...{ id: invitation, name, administrator: false, opens: false, days },
              seat: { process, delegation: id, function: as, lead, from, to },
              ...{ inviter: account.id, inviterName: account.name },
              ...{ now: now(), origin: door.origin },
            });
            return { link, audience, again };
          })
          .catch(unlessContended);
        if (!made) continue;
        if (!made.again) tellRoom(context, { process, kind: "delegation", id }, made.audience);
        await door.log({ request, account: account.id, act: "invited", detail: name });
        return made.link;
      }
      throw new ApiProblem("write-contended", "Others are writing to the same. Look again and try again.");
    },
  );

  app.post(
    "/processes/:process/delegations/:id/invitations/:invitation/withdraw",
    { ...SMALL, schema: { tags: TAGS, params: inDelegation, response: answers(Done) } },
    async (request) => {
      const { process, id, invitation } = request.params;
      await mayInvite(viewerOf(request), process, id);
      const { account } = personAt(request);
      const withdrawn = await store.atDoor((session) =>
        withdrawInvitation(session, invitation, {
          to: { process, delegation: id },
          at: now().toISOString(),
        }),
      );
      if (!withdrawn) throw notFound();
      await context.door!.log({ request, account: account.id, act: "invitation-withdrawn" });
      return { done: true as const };
    },
  );
}
