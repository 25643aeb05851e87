/** Invitations are links whose secret stands behind the #, where no server and no log sees it. */

import type { InvitationLink, PendingInvitation } from "@parley/protocol";
import type { Session, Store } from "@parley/store";
import {
  addInvitation,
  hasAdministrator,
  type Invitation,
  withdrawConsoleInvitations,
} from "@parley/store/door";
import { hashOf, newSecret } from "./secrets.ts";

export type Inviting = Pick<
  Invitation,
  "id" | "name" | "administrator" | "opens" | "seat" | "inviter" | "inviterName"
> & {
  days: number;
  now: Date;
  origin: string;
};

const DAY = 24 * 3600_000;

/** Within a transaction at the door. */
export async function invite(
  session: Session,
  { days, now, origin, ...given }: Inviting,
): Promise<InvitationLink> {
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + days * DAY).toISOString();
  await addInvitation(session, { ...given, hash: hashOf(secret), createdAt: now.toISOString(), expiresAt });
  return { id: given.id, link: `${origin}/invitation#${secret}`, expiresAt };
}

/** From the console of the machine: only the last one printed opens anything. */
export async function inviteAdministrator(
  session: Session,
  { id, now, origin }: { id: string; now: Date; origin: string },
): Promise<InvitationLink> {
  await withdrawConsoleInvitations(session, now.toISOString());
  return invite(session, {
    ...{ id, now, origin, days: 1 },
    ...{ name: "", administrator: true, opens: false, seat: null },
    ...{ inviter: null, inviterName: "the console of this machine" },
  });
}

/** Null where there is an administrator already. */
export function inviteFirst(
  store: Store,
  asked: { id: string; now: Date; origin: string },
): Promise<string | null> {
  return store.atDoor(async (session) =>
    (await hasAdministrator(session)) ? null : (await inviteAdministrator(session, asked)).link,
  );
}

export function pending(invitation: Invitation, now: Date): PendingInvitation {
  const { id, name, inviterName, createdAt, expiresAt, administrator, opens, seat } = invitation;
  const state = invitation.usedAt
    ? "taken"
    : invitation.withdrawnAt
      ? "withdrawn"
      : expiresAt <= now.toISOString()
        ? "over"
        : "open";
  return {
    ...{ id, name, inviter: inviterName, createdAt, expiresAt, state, administrator, opens },
    seat: seat && { function: seat.function, lead: seat.lead, from: seat.from, to: seat.to },
  };
}
