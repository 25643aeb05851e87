/**
 * The one door to the database. Whoever comes in says as whom: a viewer, held by row-level security to what its circles
 * allow, or the machine, which reads a process whole and writes its projections. Nothing runs as the owner.
 */
import { join } from "node:path";
import { circlesOf, type Viewer } from "@parley/record";
import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import type { Pool } from "pg";
import { type Opened, openEmbedded } from "./embedded.ts";
import { StoreError } from "./errors.ts";
import { migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";

/** One transaction under one role. */
export type Session = Transaction<Tables>;

export interface Store {
  kind: "embedded" | "server";
  /** Names of the migrations that opening applied. */
  migrated: string[];
  as<T>(viewer: Viewer, work: (session: Session) => Promise<T>): Promise<T>;
  asMachine<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Before there is a viewer: accounts, secrets and seats, and nothing of the record. */
  atDoor<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** The folder that holds `migrations`. */
  db: string;
  /** Data folder of the embedded database, or null for one in memory. Not looked at where `url` is given. */
  folder: string | null;
  /** postgres://… of a server, version 14 or newer. */
  url?: string | undefined;
  /** Connections to that server. */
  connections?: number;
  /** Milliseconds that a transaction waits for a connection, and a connection for the server. */
  patience?: number;
}

/** Opens, and migrates where needed. Throws StoreError (`data-folder-in-use`, `database-unavailable`, `migration-mismatch`). */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { db, url, folder } = options;
  return url
    ? storeOn(
        await openServer(url, { max: options.connections ?? 10, patience: options.patience ?? 10_000 }),
        { db, kind: "server" },
      )
    : storeOn(await openEmbedded(folder), { db, kind: "embedded" });
}

/** The store on an open database, which it closes when it is closed. */
export async function storeOn(
  opened: Opened,
  { db, kind }: { db: string; kind: Store["kind"] },
): Promise<Store> {
  const { pool } = opened;
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await kysely.destroy();
    await opened.close();
  };
  const within = <T>(settings: Settings, work: (session: Session) => Promise<T>) =>
    kysely
      .transaction()
      .execute(async (session) => {
        await enter(session, settings);
        return work(session);
      })
      .catch(whyNot);
  try {
    return {
      kind,
      migrated: await migrate(pool, join(db, "migrations")),
      as: (viewer, work) => within(settingsOf(viewer), work),
      asMachine: (work) => within({ role: "parley_machine", ...NO_CIRCLES }, work),
      atDoor: (work) => within(AT_DOOR, work),
      close,
    };
  } catch (error) {
    await pool.end();
    await opened.close();
    throw error;
  }
}

/** In the words of the pool, which gives no code. */
const NO_CONNECTION = "timeout exceeded when trying to connect";

function whyNot(error: unknown): never {
  if (error instanceof Error && error.message === NO_CONNECTION)
    throw new StoreError("database-busy", "The database has no connection free.", { cause: error });
  throw error;
}

type Role = "parley_viewer" | "parley_machine" | "parley_door";

interface Settings {
  role: Role;
  everything: boolean;
  circles: string[];
}

const NO_CIRCLES = { everything: false, circles: [] };
const AT_DOOR: Settings = { role: "parley_door", ...NO_CIRCLES };
const settingsOf = (viewer: Viewer): Settings => ({
  role: "parley_viewer",
  everything: viewer.everything,
  circles: circlesOf(viewer),
});

/** Role and circles hold until the transaction ends; a connection that goes back to the pool carries neither. */
async function enter(session: Session, { role, everything, circles }: Settings): Promise<void> {
  await sql`select set_config('parley.everything', ${everything ? "on" : "off"}, true),
    set_config('parley.circles', ${arrayLiteral(circles)}, true),
    set_config('search_path', 'parley', true),
    set_config('role', ${role}, true)`.execute(session);
}

/**
 * Inside a viewer's transaction: folds a stream whole, or writes the projection of what the viewer did. Ask first, as the
 * viewer, whether there is anything for it to see.
 */
export async function asMachineWithin<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const result = await asMachineAtLast(session, work);
  await sql`select set_config('role', 'parley_viewer', true)`.execute(session);
  return result;
}

/** The same where nothing of the viewer's follows in the transaction. */
export async function asMachineAtLast<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'parley_machine', true)`.execute(session);
  return work();
}

/** Inside a transaction at the door: what somebody who comes in, or invites, does to the record under its own circles. */
export async function asViewerWithin<T>(
  session: Session,
  viewer: Viewer,
  work: () => Promise<T>,
): Promise<T> {
  await enter(session, settingsOf(viewer));
  const result = await work();
  await enter(session, AT_DOOR);
  return result;
}

const arrayLiteral = (values: string[]) =>
  `{${values.map((value) => `"${value.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;

async function openServer(
  url: string,
  { max, patience }: { max: number; patience: number },
): Promise<Opened> {
  const { default: pg } = await import("pg");
  const pool: Pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: patience });
  // An idle connection that breaks is replaced by the pool; the query that needs it next sees the error.
  pool.on("error", () => {});
  try {
    await pool.query("select 1");
  } catch (cause) {
    await pool.end();
    throw new StoreError("database-unavailable", "The database server does not answer.", { cause });
  }
  return { pool, close: async () => {} };
}
