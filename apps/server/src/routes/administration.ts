/**
 * The machine's administrator: accounts and invitations to them, and nothing of any process. No account is opened for
 * its owner by another; who lost every key gets a new account and a new seat from those who gave the first.
 */
import {
  Administration,
  ChangeOther,
  InvitationLink,
  NewAccountInvitation,
  NewFounding,
} from "@parley/protocol";
import { contentHash } from "@parley/record";
import {
  changeAccount,
  closeAccount,
  endSessions,
  findAccount,
  hasAdministrator,
  listAccounts,
  listInvitations,
  withdrawInvitation,
} from "@parley/store/door";
import type { FastifyRequest } from "fastify";
import type { App, Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { answers, withId } from "../schemas.ts";
import { personAt } from "../sign-in/door.ts";
import { inviteFounder, unseatedProcesses } from "../sign-in/founding.ts";
import { invite, pending } from "../sign-in/invite.ts";
import { Done, SMALL } from "./sign-in.ts";

const TAGS = ["administration"];

export function administrationRoutes(app: App, context: Context): void {
  const { store, now } = context;

  /** To everybody else these addresses are not there. */
  function administrator(request: FastifyRequest) {
    const { door } = context;
    if (!door) throw notFound();
    const person = personAt(request);
    if (!person.account.administrator) throw notFound();
    return { door, account: person.account };
  }

  app.get(
    "/administration",
    { schema: { tags: TAGS, response: answers(Administration) } },
    async (request) => {
      administrator(request);
      const unseated = await unseatedProcesses(context);
      return store.atDoor(async (session) => ({
        accounts: (await listAccounts(session)).map(
          ({ id, name, administrator, opens, closed, createdAt, usedAt }) => ({
            ...{ id, name, administrator, opens, closed, createdAt, usedAt },
          }),
        ),
        invitations: (await listInvitations(session, null)).map((one) => pending(one, now())),
        unseated,
      }));
    },
  );

  app.post(
    "/administration/invitations",
    {
      ...SMALL,
      schema: {
        tags: TAGS,
        description: "To an account without a seat: somebody who opens processes, or another administrator.",
        body: NewAccountInvitation,
        response: answers(InvitationLink),
      },
    },
    async (request) => {
      const { door, account } = administrator(request);
      const { command, ...given } = request.body;
      const made = await store.atDoor((session) =>
        invite(session, {
          ...given,
          id: contentHash([account.id, command]).slice(0, 20),
          seat: null,
          ...{ inviter: account.id, inviterName: account.name },
          ...{ now: now(), origin: door.origin },
        }),
      );
      await door.log({ request, account: account.id, act: "invited", detail: given.name });
      return made;
    },
  );

  app.post(
    "/administration/invitations/:id/withdraw",
    { ...SMALL, schema: { tags: TAGS, params: withId, response: answers(Done) } },
    async (request) => {
      const { door, account } = administrator(request);
      const at = now().toISOString();
      const withdrawn = await store.atDoor((session) =>
        withdrawInvitation(session, request.params.id, { to: null, at }),
      );
      if (!withdrawn) throw notFound();
      await door.log({ request, account: account.id, act: "invitation-withdrawn" });
      return { done: true as const };
    },
  );

  app.post(
    "/administration/founding",
    {
      ...SMALL,
      schema: {
        tags: TAGS,
        description:
          "One invitation to the secretariat of a process in which nobody has sat yet; its record tells.",
        body: NewFounding,
        response: answers(InvitationLink),
      },
    },
    async (request) => {
      const { door, account } = administrator(request);
      const made = await inviteFounder(context, { ...request.body, account, origin: door.origin });
      await door.log({ request, account: account.id, act: "founder-invited", detail: request.body.name });
      return made;
    },
  );

  app.post(
    "/administration/accounts/:id",
    { ...SMALL, schema: { tags: TAGS, params: withId, body: ChangeOther, response: answers(Done) } },
    async (request) => {
      const { door, account } = administrator(request);
      const { id } = request.params;
      const { change } = request.body;
      await store.atDoor(async (session) => {
        if (!(await findAccount(session, id))) throw notFound();
        if (change.type === "rights") {
          const { administrator, opens } = change;
          await changeAccount(session, id, { administrator, opens });
        } else if (change.type === "end-sessions") await endSessions(session, id, { allBut: null });
        else await closeAccount(session, id, change.type === "close" ? now().toISOString() : null);
        if (!(await hasAdministrator(session)))
          throw new ApiProblem("last-key", "This is the last administrator. Name another one first.");
      });
      for (const of of new Set([id, account.id]))
        await door.log({ request, account: of, act: `account-${change.type}`, detail: `by ${account.name}` });
      await door.callers.forget(id);
      return { done: true as const };
    },
  );
}
