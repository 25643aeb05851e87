/** Accounts as the door keeps them. An account is a person who can come in; where it sits is the record's to say. */
import { type Selectable, sql } from "kysely";
import type { Session } from "../store.ts";
import type { DoorTables } from "./tables.ts";

export interface Account {
  id: string;
  name: string;
  login: string;
  administrator: boolean;
  /** Opens processes. */
  opens: boolean;
  /** An argon2id hash; null where the account has none. */
  password: string | null;
  oneTimeSecret: string | null;
  createdAt: string;
  closed: boolean;
}

export const toAccount = (row: Selectable<DoorTables["accounts"]>): Account => ({
  id: row.id,
  name: row.name,
  login: row.login,
  administrator: row.administrator,
  opens: row.opens,
  password: row.password,
  oneTimeSecret: row.one_time_secret,
  createdAt: row.created_at.toISOString(),
  closed: row.closed_at !== null,
});

export type NewAccount = Pick<Account, "id" | "name" | "login" | "administrator" | "opens"> & { at: string };

export async function addAccount(session: Session, { at, ...account }: NewAccount): Promise<void> {
  await session
    .insertInto("accounts")
    .values({ ...account, password: null, one_time_secret: null, created_at: at, closed_at: null })
    .execute();
}

/** Closed ones too. */
export async function findAccount(session: Session, id: string): Promise<Account | null> {
  const row = await session.selectFrom("accounts").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toAccount(row) : null;
}

/** Null where it is closed. */
export async function accountByLogin(session: Session, login: string): Promise<Account | null> {
  const row = await session
    .selectFrom("accounts")
    .selectAll()
    .where("login", "=", login)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return row ? toAccount(row) : null;
}

/** In the order of their names. `usedAt` is when somebody last came in with it, null where nobody did lately. */
export async function listAccounts(session: Session): Promise<(Account & { usedAt: string | null })[]> {
  const rows = await session
    .selectFrom("accounts")
    .selectAll("accounts")
    .select(
      sql<Date | null>`(select max(used_at) from sessions where sessions.account = accounts.id)`.as("seen"),
    )
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(({ seen, ...row }) => ({ ...toAccount(row), usedAt: seen?.toISOString() ?? null }));
}

export async function hasAdministrator(session: Session): Promise<boolean> {
  const row = await session
    .selectFrom("accounts")
    .select("id")
    .where("administrator", "=", true)
    .where("closed_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type Rights = Partial<Pick<Account, "name" | "administrator" | "opens">>;

export async function changeAccount(session: Session, id: string, rights: Rights): Promise<void> {
  if (Object.keys(rights).length)
    await session.updateTable("accounts").set(rights).where("id", "=", id).execute();
}

/** Closing ends every session and token; its keys stay, so that opening again gives back what there was. */
export async function closeAccount(session: Session, id: string, at: string | null): Promise<void> {
  await session.updateTable("accounts").set({ closed_at: at }).where("id", "=", id).execute();
  if (at === null) return;
  await session.deleteFrom("sessions").where("account", "=", id).execute();
  await session.deleteFrom("tokens").where("account", "=", id).execute();
}

/** Both or neither: a password alone opens nothing. */
export async function setPassword(
  session: Session,
  id: string,
  secrets: { password: string; oneTimeSecret: string; step: number } | null,
): Promise<void> {
  await session
    .updateTable("accounts")
    .set({
      password: secrets?.password ?? null,
      one_time_secret: secrets?.oneTimeSecret ?? null,
      one_time_step: String(secrets?.step ?? 0),
    })
    .where("id", "=", id)
    .execute();
}

/** False where a code of this step, or a later one, was taken before. */
export async function takeStep(session: Session, id: string, step: number): Promise<boolean> {
  const taken = await session
    .updateTable("accounts")
    .set({ one_time_step: String(step) })
    .where("id", "=", id)
    .where("one_time_step", "<", String(step))
    .returning("id")
    .executeTakeFirst();
  return taken !== undefined;
}
