/** Passkeys and recovery codes of accounts. */
import type { Session } from "../store.ts";

export interface Passkey {
  /** Credential id, base64url. */
  id: string;
  account: string;
  name: string;
  /** COSE key, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
  createdAt: string;
  usedAt: string | null;
}

export async function addPasskey(
  session: Session,
  { publicKey, createdAt, usedAt, counter, ...key }: Passkey,
): Promise<void> {
  await session
    .insertInto("passkeys")
    .values({
      ...key,
      counter: String(counter),
      public_key: publicKey,
      created_at: createdAt,
      used_at: usedAt,
    })
    .execute();
}

export async function findPasskey(session: Session, id: string): Promise<Passkey | null> {
  return (await passkeys(session, { id }))[0] ?? null;
}

/** Oldest first. */
export const passkeysOf = (session: Session, account: string) => passkeys(session, { account });

async function passkeys(session: Session, where: { id: string } | { account: string }): Promise<Passkey[]> {
  const [[column, value]] = Object.entries(where) as [["id" | "account", string]];
  const rows = await session
    .selectFrom("passkeys")
    .selectAll()
    .where(column, "=", value)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    account: row.account,
    name: row.name,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports,
    createdAt: row.created_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null,
  }));
}

/**
 * False where the counter does not go up: somebody made a copy of the key, or answers twice. Keys that do not count
 * say 0 always.
 */
export async function usePasskey(
  session: Session,
  id: string,
  { counter, at }: { counter: number; at: string },
): Promise<boolean> {
  const used = await session
    .updateTable("passkeys")
    .set({ counter: String(counter), used_at: at })
    .where("id", "=", id)
    .where((is) =>
      counter === 0 ? is("counter", "=", String(counter)) : is("counter", "<", String(counter)),
    )
    .returning("id")
    .executeTakeFirst();
  return used !== undefined;
}

/** False where the account has no such key. */
export async function renamePasskey(
  session: Session,
  { account, id, name }: { account: string; id: string; name: string },
): Promise<boolean> {
  const renamed = await session
    .updateTable("passkeys")
    .set({ name })
    .where("id", "=", id)
    .where("account", "=", account)
    .returning("id")
    .executeTakeFirst();
  return renamed !== undefined;
}

export async function removePasskey(session: Session, account: string, id: string): Promise<boolean> {
  const removed = await session
    .deleteFrom("passkeys")
    .where("id", "=", id)
    .where("account", "=", account)
    .returning("id")
    .executeTakeFirst();
  return removed !== undefined;
}

/** New codes end the old ones. */
export async function setRecoveryCodes(session: Session, account: string, hashes: string[]): Promise<void> {
  await session.deleteFrom("recovery_codes").where("account", "=", account).execute();
  await session
    .insertInto("recovery_codes")
    .values(hashes.map((hash) => ({ hash, account })))
    .execute();
}

/** The account whose code it was; null where it is none, was taken before or belongs to a closed account. */
export async function takeRecoveryCode(session: Session, hash: string): Promise<string | null> {
  const taken = await session
    .deleteFrom("recovery_codes")
    .where("hash", "=", hash)
    .where("account", "in", session.selectFrom("accounts").select("id").where("closed_at", "is", null))
    .returning("account")
    .executeTakeFirst();
  return taken?.account ?? null;
}

export async function recoveryCodesLeft(session: Session, account: string): Promise<number> {
  const { n } = await session
    .selectFrom("recovery_codes")
    .select(({ fn }) => fn.countAll<string>().as("n"))
    .where("account", "=", account)
    .executeTakeFirstOrThrow();
  return Number(n);
}
