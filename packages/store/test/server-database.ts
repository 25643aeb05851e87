/** A database of its own on the Postgres server that PARLEY_TEST_DATABASE_URL names, or the one on this machine. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";

const SERVER = process.env.PARLEY_TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";

export const DB = join(import.meta.dirname, "../../../db");

export async function freshDatabase(): Promise<{ db: string; url: string; drop(): Promise<void> }> {
  const name = `parley_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(`create database ${name}`);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return { db: DB, url: url.href, drop: () => onServer(`drop database ${name} with (force)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
