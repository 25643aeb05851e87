/** What the door remembers for a while: challenges that wait for their answer, failed tries, and what happened at it. */
import { sql } from "kysely";
import type { Session } from "../store.ts";

export interface Challenge {
  id: string;
  purpose: string;
  subject: string;
  /** What the answer must be made from. */
  secret: string;
  expiresAt: string;
}

export async function addChallenge(session: Session, { expiresAt, ...challenge }: Challenge): Promise<void> {
  await session
    .insertInto("challenges")
    .values({ ...challenge, expires_at: expiresAt })
    .execute();
}

/** Its secret, once; null where it was taken, is over, or was made for something else. */
export async function takeChallenge(
  session: Session,
  { id, purpose, subject, now }: { id: string; purpose: string; subject: string; now: string },
): Promise<string | null> {
  const taken = await session
    .deleteFrom("challenges")
    .where("id", "=", id)
    .where("purpose", "=", purpose)
    .where("subject", "=", subject)
    .returning(["secret", "expires_at"])
    .executeTakeFirst();
  return taken && taken.expires_at.toISOString() > now ? taken.secret : null;
}

/** Counts up or down under each key and says how many there are now; a window that began before `since` begins anew. */
export async function takeTries(
  session: Session,
  keys: string[],
  { by, now, since }: { by: 1 | -1; now: string; since: string },
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const key of [...keys].sort()) {
    const { rows } = await sql<{ failures: number }>`
      insert into tries (key, failures, since) values (${key}, ${Math.max(by, 0)}, ${now})
      on conflict (key) do update set
        failures = greatest(0, case when tries.since > ${since}::timestamptz then tries.failures else 0 end + ${by}),
        since = case when tries.since > ${since}::timestamptz then tries.since else excluded.since end
      returning failures`.execute(session);
    counts.set(key, rows[0]!.failures);
  }
  return counts;
}

export async function rememberDevice(
  session: Session,
  { hash, account, at }: { hash: string; account: string; at: string },
): Promise<void> {
  await session
    .insertInto("devices")
    .values({ hash, account, used_at: at })
    .onConflict((conflict) => conflict.columns(["hash", "account"]).doUpdateSet({ used_at: at }))
    .execute();
}

export async function knowsDevice(session: Session, hash: string, account: string): Promise<boolean> {
  const known = await session
    .selectFrom("devices")
    .select("hash")
    .where("hash", "=", hash)
    .where("account", "=", account)
    .executeTakeFirst();
  return known !== undefined;
}

export interface DoorEntry {
  at: string;
  account: string | null;
  /** "signed-in", "sign-in-failed", … */
  act: string;
  device: string;
  detail: string;
}

export async function writeDoorLog(session: Session, entry: DoorEntry & { id: string }): Promise<void> {
  await session.insertInto("door_log").values(entry).execute();
}

/** Newest first. */
export async function doorLogOf(session: Session, account: string, limit: number): Promise<DoorEntry[]> {
  const rows = await session
    .selectFrom("door_log")
    .select(["at", "account", "act", "device", "detail"])
    .where("account", "=", account)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Forgets what is over. `log` is from when on the log is kept. */
export async function sweepDoor(
  session: Session,
  before: { now: string; tries: string; sessions: string; devices: string; log: string },
): Promise<void> {
  await session.deleteFrom("challenges").where("expires_at", "<", new Date(before.now)).execute();
  await session.deleteFrom("tries").where("since", "<", new Date(before.tries)).execute();
  await session.deleteFrom("sessions").where("used_at", "<", new Date(before.sessions)).execute();
  await session.deleteFrom("devices").where("used_at", "<", new Date(before.devices)).execute();
  await session.deleteFrom("door_log").where("at", "<", new Date(before.log)).execute();
}
