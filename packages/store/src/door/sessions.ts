/** Sessions of browsers and tokens of programs: opaque secrets, of which only the hash is here. */
import type { Session } from "../store.ts";
import { type Account, toAccount } from "./accounts.ts";

export interface SignedIn {
  id: string;
  account: string;
  /** "Firefox on Windows". */
  device: string;
  createdAt: string;
  usedAt: string;
}

/** How long a session holds, as instants before which it is over. */
export interface Bounds {
  usedAfter: string;
  createdAfter: string;
}

export async function addSession(session: Session, row: SignedIn & { hash: string }): Promise<void> {
  await session
    .insertInto("sessions")
    .values({
      id: row.id,
      hash: row.hash,
      account: row.account,
      device: row.device,
      created_at: row.createdAt,
      used_at: row.usedAt,
    })
    .execute();
}

/** Null where there is none, its time is over or its account is closed. */
export async function findSession(
  session: Session,
  hash: string,
  { usedAfter, createdAfter }: Bounds,
): Promise<{ signedIn: SignedIn; account: Account } | null> {
  const row = await session
    .selectFrom("sessions")
    .selectAll()
    .where("hash", "=", hash)
    .where("used_at", ">", new Date(usedAfter))
    .where("created_at", ">", new Date(createdAfter))
    .executeTakeFirst();
  const account = row && (await openAccount(session, row.account));
  return row && account ? { signedIn: toSignedIn(row), account } : null;
}

async function openAccount(session: Session, id: string): Promise<Account | null> {
  const row = await session
    .selectFrom("accounts")
    .selectAll()
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return row ? toAccount(row) : null;
}

export async function touchSession(session: Session, id: string, at: string): Promise<void> {
  await session.updateTable("sessions").set({ used_at: at }).where("id", "=", id).execute();
}

/** Last used first. */
export async function sessionsOf(session: Session, account: string, bounds: Bounds): Promise<SignedIn[]> {
  const rows = await session
    .selectFrom("sessions")
    .selectAll()
    .where("account", "=", account)
    .where("used_at", ">", new Date(bounds.usedAfter))
    .where("created_at", ">", new Date(bounds.createdAfter))
    .orderBy("used_at", "desc")
    .execute();
  return rows.map(toSignedIn);
}

const toSignedIn = (row: {
  id: string;
  account: string;
  device: string;
  created_at: Date;
  used_at: Date;
}): SignedIn => ({
  id: row.id,
  account: row.account,
  device: row.device,
  createdAt: row.created_at.toISOString(),
  usedAt: row.used_at.toISOString(),
});

/** One of the account's sessions, or all but one. */
export async function endSessions(
  session: Session,
  account: string,
  which: { only: string } | { allBut: string | null },
): Promise<void> {
  const of = session.deleteFrom("sessions").where("account", "=", account);
  if ("only" in which) await of.where("id", "=", which.only).execute();
  else if (which.allBut !== null) await of.where("id", "<>", which.allBut).execute();
  else await of.execute();
}

export interface Token {
  id: string;
  account: string;
  name: string;
  scopes: string[];
  createdAt: string;
  usedAt: string | null;
  expiresAt: string;
}

export async function addToken(session: Session, row: Token & { hash: string }): Promise<void> {
  await session
    .insertInto("tokens")
    .values({
      id: row.id,
      hash: row.hash,
      account: row.account,
      name: row.name,
      scopes: row.scopes,
      created_at: row.createdAt,
      used_at: null,
      expires_at: row.expiresAt,
    })
    .execute();
}

export async function findToken(
  session: Session,
  hash: string,
  now: string,
): Promise<{ token: Token; account: Account } | null> {
  const row = await session
    .selectFrom("tokens")
    .selectAll()
    .where("hash", "=", hash)
    .where("expires_at", ">", new Date(now))
    .executeTakeFirst();
  const account = row && (await openAccount(session, row.account));
  return row && account ? { token: toToken(row), account } : null;
}

export async function touchToken(session: Session, id: string, at: string): Promise<void> {
  await session.updateTable("tokens").set({ used_at: at }).where("id", "=", id).execute();
}

/** Newest first, with those whose time is over. */
export async function tokensOfAccount(session: Session, account: string): Promise<Token[]> {
  const rows = await session
    .selectFrom("tokens")
    .selectAll()
    .where("account", "=", account)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toToken);
}

const toToken = (row: {
  id: string;
  account: string;
  name: string;
  scopes: string[];
  created_at: Date;
  used_at: Date | null;
  expires_at: Date;
}): Token => ({
  id: row.id,
  account: row.account,
  name: row.name,
  scopes: row.scopes,
  createdAt: row.created_at.toISOString(),
  usedAt: row.used_at?.toISOString() ?? null,
  expiresAt: row.expires_at.toISOString(),
});

export async function removeToken(session: Session, account: string, id: string): Promise<boolean> {
  const removed = await session
    .deleteFrom("tokens")
    .where("id", "=", id)
    .where("account", "=", account)
    .returning("id")
    .executeTakeFirst();
  return removed !== undefined;
}
