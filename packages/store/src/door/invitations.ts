/** Invitations work once, until a day, for what they were made for. */
import type { Selectable } from "kysely";
import type { Session } from "../store.ts";
import type { DoorTables, InvitedSeat } from "./tables.ts";

export interface Invitation {
  id: string;
  name: string;
  administrator: boolean;
  opens: boolean;
  /** Null where it is for an account alone. */
  seat: (InvitedSeat & { process: string; delegation: string }) | null;
  /** Account id; null for the console. */
  inviter: string | null;
  inviterName: string;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
  withdrawnAt: string | null;
}

const toInvitation = (row: Selectable<DoorTables["invitations"]>): Invitation => ({
  id: row.id,
  name: row.name,
  administrator: row.administrator,
  opens: row.opens,
  seat:
    row.seat && row.process !== null && row.delegation !== null
      ? { ...row.seat, process: row.process, delegation: row.delegation }
      : null,
  inviter: row.inviter,
  inviterName: row.inviter_name,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  usedAt: row.used_at?.toISOString() ?? null,
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
});

/** The same id again is the same invitation under a new secret, as long as nobody took it. */
export async function addInvitation(
  session: Session,
  { seat, ...row }: Omit<Invitation, "usedAt" | "withdrawnAt"> & { hash: string },
): Promise<void> {
  const { process = null, delegation = null, ...place } = seat ?? {};
  await session
    .insertInto("invitations")
    .values({
      id: row.id,
      hash: row.hash,
      name: row.name,
      administrator: row.administrator,
      opens: row.opens,
      process,
      delegation,
      seat: seat ? JSON.stringify(place) : null,
      inviter: row.inviter,
      inviter_name: row.inviterName,
      created_at: row.createdAt,
      expires_at: row.expiresAt,
    })
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet({ hash: row.hash })
        .where("invitations.used_at", "is", null)
        .where("invitations.withdrawn_at", "is", null),
    )
    .execute();
}

/** Null where there is none, it was taken or withdrawn, or its time is over: one answer for all. */
export async function standingInvitation(
  session: Session,
  hash: string,
  now: string,
): Promise<Invitation | null> {
  const row = await session
    .selectFrom("invitations")
    .selectAll()
    .where("hash", "=", hash)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", new Date(now))
    .executeTakeFirst();
  return row ? toInvitation(row) : null;
}

/** The same, and nobody takes it again. */
export async function takeInvitation(
  session: Session,
  hash: string,
  now: string,
): Promise<Invitation | null> {
  const row = await session
    .updateTable("invitations")
    .set({ used_at: now })
    .where("hash", "=", hash)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", new Date(now))
    .returningAll()
    .executeTakeFirst();
  return row ? toInvitation(row) : null;
}

/** Newest first: those to a seat in a delegation, or those to an account alone. */
export async function listInvitations(
  session: Session,
  to: { process: string; delegation: string } | null,
): Promise<Invitation[]> {
  const all = session.selectFrom("invitations").selectAll().orderBy("created_at", "desc").orderBy("id");
  const rows = await (to
    ? all.where("process", "=", to.process).where("delegation", "=", to.delegation)
    : all.where("process", "is", null)
  ).execute();
  return rows.map(toInvitation);
}

/** Whether somebody is on the way to any seat of the process. */
export async function openInvitationsTo(session: Session, process: string, now: string): Promise<boolean> {
  const row = await session
    .selectFrom("invitations")
    .select("id")
    .where("process", "=", process)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", new Date(now))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** False where there is nothing to withdraw in this delegation, or among those to an account alone. */
export async function withdrawInvitation(
  session: Session,
  id: string,
  { to, at }: { to: { process: string; delegation: string } | null; at: string },
): Promise<boolean> {
  const one = session
    .updateTable("invitations")
    .set({ withdrawn_at: at })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .returning("id");
  const withdrawn = await (to
    ? one.where("process", "=", to.process).where("delegation", "=", to.delegation)
    : one.where("process", "is", null)
  ).executeTakeFirst();
  return withdrawn !== undefined;
}

/** Those from the console: a new one ends the one before. */
export async function withdrawConsoleInvitations(session: Session, at: string): Promise<void> {
  await session
    .updateTable("invitations")
    .set({ withdrawn_at: at })
    .where("inviter", "is", null)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .execute();
}
