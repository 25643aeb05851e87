/**
 * Taking an invitation: an account, or the one that is signed in, and the seat it was for, in one transaction. An
 * invitation that was taken, withdrawn, is over or never was is one thing: nothing.
 */
import type { Accepted, FirstKey } from "@parley/protocol";
import { delegation, seated } from "@parley/record";
import { asViewerWithin, findDelegation, projectDelegation, type Session } from "@parley/store";
import {
  addAccount,
  addPasskey,
  changeAccount,
  findAccount,
  type Invitation,
  setPassword,
  setRecoveryCodes,
  standingInvitation,
  takeChallenge,
  takeInvitation,
} from "@parley/store/door";
import { Contended, unlessContended } from "../accept-reports.ts";
import type { Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { attemptIn } from "../rooms/carry-out.ts";
import { tellRoom } from "../rooms/tell-room.ts";
import type { AtDoor } from "./come-in.ts";
import { personAt } from "./door.ts";
import { stepOf } from "./one-time.ts";
import type { NewKey } from "./passkeys.ts";
import { hashOf, hashOfRecoveryCode, newLogin, newRecoveryCodes } from "./secrets.ts";

export interface Taking extends AtDoor {
  context: Context;
}
export interface Answer {
  token: string;
  name: string;
  key: FirstKey | null;
}

/** What a new key or one-time secret for this invitation is asked under. */
export const subjectOf = (invitation: Pick<Invitation, "id">) => `invitation ${invitation.id}`;

/** Throws `not-found`. */
export async function lookAtInvitation({ store, now }: Context, token: string): Promise<Invitation> {
  const found = await store.atDoor((session) =>
    standingInvitation(session, hashOf(token), now().toISOString()),
  );
  if (!found) throw notFound();
  return found;
}

type Coming =
  | { kind: "signed-in"; account: string }
  | { kind: "passkey"; made: NewKey }
  | { kind: "password"; hashed: string; oneTimeSecret: string; step: number };

const TRIES = 5;

/** Throws `not-found`, `key-refused`, `signed-out`, or what the delegation refuses. */
export async function acceptInvitation(taking: Taking, answer: Answer): Promise<Accepted> {
  const { context, door, request } = taking;
  const invitation = await lookAtInvitation(context, answer.token);
  const coming = await whoComes(taking, invitation, answer);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const done = await context.store
      .atDoor((session) => take(session, taking, { ...answer, coming }))
      .catch(unlessContended);
    if (!done) continue;
    const { account, accepted, seat } = done;
    await door.log({ request, account, act: "invitation-taken", detail: invitation.inviterName });
    await door.callers.forget(account);
    if (seat) tellRoom(context, { ...seat, kind: "delegation" }, seat.audience);
    return accepted;
  }
  throw new Contended();
}

async function whoComes(
  { context, door, request }: Taking,
  invitation: Invitation,
  { key }: Answer,
): Promise<Coming> {
  if (key === null) return { kind: "signed-in", account: personAt(request).account.id };
  if (key.kind === "passkey") {
    const made = await door.passkeys?.readNew(subjectOf(invitation), key.response);
    if (!made) throw keyRefused();
    return { kind: "passkey", made };
  }
  const secret = await context.store.atDoor((session) =>
    takeChallenge(session, {
      id: key.secret,
      purpose: "one-time-secret",
      subject: subjectOf(invitation),
      now: context.now().toISOString(),
    }),
  );
  const step = secret && stepOf(secret, key.code, context.now());
  if (!secret || !step) throw keyRefused();
  return { kind: "password", hashed: await door.passwords.hash(key.password), oneTimeSecret: secret, step };
}

export const keyRefused = () =>
  new ApiProblem("key-refused", "This key or code does not fit what was asked for. Begin again.");

async function take(session: Session, taking: Taking, { token, name, coming }: Answer & { coming: Coming }) {
  const { context, door, request, reply } = taking;
  const at = context.now().toISOString();
  const invitation = await takeInvitation(session, hashOf(token), at);
  if (!invitation) throw notFound();
  const account =
    coming.kind === "signed-in"
      ? await standing(session, coming.account, invitation)
      : await founded(session, { coming, name, invitation, at, id: context.newId() });
  const seat = invitation.seat && (await sit(session, context, { account, seat: invitation.seat }));
  let recoveryCodes: string[] | null = null;
  if (coming.kind !== "signed-in") {
    recoveryCodes = newRecoveryCodes();
    await setRecoveryCodes(session, account.id, recoveryCodes.map(hashOfRecoveryCode));
    await door.signIn(session, { request, reply, account: account.id });
  }
  return {
    account: account.id,
    seat,
    accepted: { login: account.login, recoveryCodes, process: invitation.seat?.process ?? null },
  };
}

interface Named {
  id: string;
  name: string;
  login: string;
}

/** What it may do already it goes on to do. */
async function standing(session: Session, id: string, invitation: Invitation): Promise<Named> {
  const account = await findAccount(session, id);
  if (!account) throw notFound();
  await changeAccount(session, id, {
    administrator: account.administrator || invitation.administrator,
    opens: account.opens || invitation.opens,
  });
  return account;
}

interface Founding {
  coming: Exclude<Coming, { kind: "signed-in" }>;
  name: string;
  invitation: Invitation;
  at: string;
  id: string;
}

async function founded(session: Session, { coming, name, invitation, at, id }: Founding): Promise<Named> {
  const account = { id: coming.kind === "passkey" ? coming.made.account : id, name, login: newLogin(name) };
  const { administrator, opens } = invitation;
  await addAccount(session, { ...account, administrator, opens, at });
  if (coming.kind === "passkey")
    await addPasskey(session, {
      ...coming.made.key,
      account: account.id,
      ...{ name: "First passkey", createdAt: at, usedAt: at },
    });
  else
    await setPassword(session, account.id, {
      password: coming.hashed,
      oneTimeSecret: coming.oneTimeSecret,
      step: coming.step,
    });
  return account;
}

/** The person sits down under its own name, in the circle it enters. */
async function sit(
  session: Session,
  context: Context,
  { account, seat }: { account: Named; seat: NonNullable<Invitation["seat"]> },
) {
  const { process, delegation: id, ...place } = seat;
  const at = context.now().toISOString();
  const capacity = await capacityOf(session, process, id);
  const viewer = seated(account.id, [{ process, delegation: id, capacity, lead: place.lead }]);
  const member = { ...place, from: place.from ?? at.slice(0, 10) };
  return asViewerWithin(session, viewer, async () => {
    const { audience } = await attemptIn(session, context, {
      ...{ process, viewer, command: context.newId() },
      stream: delegation.streamOf(id),
      aggregate: delegation,
      sees: async () => (await findDelegation(session, process, id)) !== null,
      ask: () => ({
        type: "seat-member" as const,
        member: { ...member, id: context.newId(), account: account.id, name: account.name },
      }),
      project: (within, state, { revision }) => projectDelegation(within, state, revision),
    });
    return { process, id, audience };
  });
}

async function capacityOf(session: Session, process: string, id: string) {
  const row = await session
    .selectFrom("delegations")
    .select("capacity")
    .where("process", "=", process)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.capacity;
}
