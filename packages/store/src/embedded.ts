/**
 * Postgres in this process, each commit really on disk: PGlite's own start parameters switch fsync off, and fdatasync
 * does nothing there, so it starts without -F and syncs by fsync.
 */
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { StoreError } from "./errors.ts";
import { lockFolder } from "./lock.ts";

const START_PARAMETERS = [
  "--single",
  "-O",
  "-j",
  ...[
    "search_path=public",
    "exit_on_error=false",
    "log_checkpoints=false",
    "max_worker_processes=0",
    "max_parallel_workers=0",
    "max_parallel_workers_per_gather=0",
    "max_parallel_maintenance_workers=0",
    "io_method=sync",
    "wal_sync_method=fsync",
    "jit=off",
  ].flatMap((setting) => ["-c", setting]),
];

export interface Opened {
  pool: Pool;
  close(): Promise<void>;
}

/** Made under another name and then renamed: a founding that is cut short leaves nothing that looks like a database. */
async function found(
  folder: string,
  open: (dataDir: string) => Promise<{ close(): Promise<void> }>,
): Promise<void> {
  const [draft, database] = [join(folder, "database.new"), join(folder, "database")];
  if (existsSync(database)) return;
  rmSync(draft, { recursive: true, force: true });
  await (await open(draft)).close();
  renameSync(draft, database);
}

/** `folder` null keeps the database in memory, for tests. */
export async function openEmbedded(folder: string | null): Promise<Opened> {
  const lock = folder === null ? null : lockFolder(folder);
  try {
    const [{ PGlite }, { createPgConfig }, pg] = await Promise.all([
      import("@electric-sql/pglite"),
      import("@electric-sql/pglite/node-postgres"),
      import("pg"),
    ]);
    const open = (dataDir: string) => PGlite.create({ dataDir, startParams: START_PARAMETERS });
    if (folder !== null) await found(folder, open);
    const lite = await open(folder === null ? "memory://" : join(folder, "database"));
    const pool = new pg.default.Pool({
      ...createPgConfig(lite),
      max: 1,
    } as unknown as import("pg").PoolConfig);
    return {
      pool,
      async close() {
        await lite.close();
        lock?.release();
      },
    };
  } catch (cause) {
    lock?.release();
    throw new StoreError("database-unavailable", `The database in ${folder} could not be opened.`, { cause });
  }
}
