/** Brings a database to the form that db/migrations describes: in order, each in a transaction, never one twice. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool, PoolClient } from "pg";
import { StoreError } from "./errors.ts";

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** Names of the migrations applied now; empty where all were. Runs as the owner and is the only thing that does. */
export async function migrate(pool: Pool, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = await pool.connect();
  try {
    return await inOneTransaction(client, async () => {
      await client.query("select pg_advisory_xact_lock(7031942)");
      await client.query(`create schema if not exists parley;
        create table if not exists parley.migrations (
          name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
      const { rows } = await client.query<{ name: string; checksum: string }>(
        "select name, checksum from parley.migrations order by name",
      );
      refuseForeign(rows, migrations);
      const pending = migrations.slice(rows.length);
      for (const { name, sql, checksum } of pending) {
        await client.query(sql);
        await client.query("insert into parley.migrations (name, checksum) values ($1, $2)", [
          name,
          checksum,
        ]);
      }
      return pending.map((migration) => migration.name);
    });
  } finally {
    client.release();
  }
}

function refuseForeign(applied: { name: string; checksum: string }[], migrations: Migration[]): void {
  applied.forEach(({ name, checksum }, i) => {
    const known = migrations[i];
    if (known?.name !== name)
      throw new StoreError(
        "migration-mismatch",
        `The database was made by another version of Parley (${name}).`,
      );
    if (known.checksum !== checksum)
      throw new StoreError("migration-mismatch", `Migration ${name} was changed after it was applied.`);
  });
}

async function inOneTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
