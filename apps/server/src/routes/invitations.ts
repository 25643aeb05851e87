import {
  Accepted,
  AcceptInvitation,
  InvitationView,
  KeyOptions,
  OneTimeSecret,
  TokenOfInvitation,
} from "@parley/protocol";
import { findProcess } from "@parley/store";
import { addChallenge, type Invitation } from "@parley/store/door";
import type { App, Context } from "../context.ts";
import { notFound } from "../problem.ts";
import { answers } from "../schemas.ts";
import { acceptInvitation, lookAtInvitation, subjectOf } from "../sign-in/accept-invitation.ts";
import { newOneTimeSecret, oneTimeUri } from "../sign-in/one-time.ts";
import { SMALL } from "./sign-in.ts";

const TAGS = ["sign-in"];
const PATIENCE = 15 * 60_000;

/** A one-time secret that waits for its first code. */
export async function offerOneTimeSecret(
  { store, now, newId }: Context,
  { subject, label }: { subject: string; label: string },
): Promise<OneTimeSecret> {
  const [id, secret] = [newId(), newOneTimeSecret()];
  const expiresAt = new Date(now().getTime() + PATIENCE).toISOString();
  await store.atDoor((session) =>
    addChallenge(session, { id, purpose: "one-time-secret", subject, secret, expiresAt }),
  );
  return { id, secret, uri: oneTimeUri(secret, label) };
}

export function invitationRoutes(app: App, context: Context): void {
  const { store } = context;
  const doorOf = () => {
    if (!context.door) throw notFound();
    return context.door;
  };

  app.post(
    "/invitations/look",
    {
      ...SMALL,
      schema: {
        tags: TAGS,
        description:
          "What the secret of an invitation invites to; taken, withdrawn and unknown ones are all not found.",
        body: TokenOfInvitation,
        response: answers(InvitationView),
      },
    },
    async (request) => {
      const { passkeys } = doorOf();
      const invitation = await lookAtInvitation(context, request.body.token);
      const { name, inviterName, expiresAt, administrator, opens } = invitation;
      return {
        ...{ name, inviter: inviterName, expiresAt, administrator, opens },
        seat: await placeOf(invitation),
        passkeys: passkeys !== null,
      };
    },
  );

  app.post(
    "/invitations/passkey-options",
    {
      ...SMALL,
      schema: { tags: TAGS, body: AcceptInvitation.omit({ key: true }), response: answers(KeyOptions) },
    },
    async (request) => {
      const { passkeys } = doorOf();
      const { token, name } = request.body;
      const invitation = await lookAtInvitation(context, token);
      if (!passkeys) throw notFound();
      const subject = subjectOf(invitation);
      return { options: await passkeys.askForNew({ subject, account: context.newId(), name, known: [] }) };
    },
  );

  app.post(
    "/invitations/password-options",
    {
      ...SMALL,
      schema: { tags: TAGS, body: AcceptInvitation.omit({ key: true }), response: answers(OneTimeSecret) },
    },
    async (request) => {
      doorOf();
      const { token, name } = request.body;
      const invitation = await lookAtInvitation(context, token);
      return offerOneTimeSecret(context, { subject: subjectOf(invitation), label: name });
    },
  );

  app.post(
    "/invitations/accept",
    {
      ...SMALL,
      schema: {
        tags: TAGS,
        description:
          "Makes an account, or takes the one that is signed in (`key` null), and the seat with it.",
        body: AcceptInvitation,
        response: answers(Accepted),
      },
    },
    async (request, reply) => acceptInvitation({ context, door: doorOf(), request, reply }, request.body),
  );

  /** Whoever holds the secret is told where it leads. */
  async function placeOf({ seat }: Invitation): Promise<InvitationView["seat"]> {
    if (!seat) return null;
    const process = await store.asMachine((session) => findProcess(session, seat.process));
    const delegation = await store.atDoor((session) =>
      session
        .selectFrom("delegations")
        .select("name")
        .where("process", "=", seat.process)
        .where("id", "=", seat.delegation)
        .executeTakeFirst(),
    );
    if (!process || !delegation) throw notFound();
    const { lead, function: as } = seat;
    return { process: process.name, delegation: delegation.name, lead, function: as };
  }
}
