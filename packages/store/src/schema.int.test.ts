/** db/schema.sql is what the migrations make, as pg_dump prints it. UPDATE_SCHEMA=1 writes it anew. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DB, freshDatabase } from "../test/server-database.ts";
import { openStore } from "./index.ts";

it("[S21] schema.sql says what the migrations make", async () => {
  const { db, url, drop } = await freshDatabase();
  try {
    await (await openStore({ db, folder: null, url })).close();
    const dumped = execFileSync("pg_dump", ["--schema-only", "--schema=parley", "--no-owner", url], {
      encoding: "utf8",
    });
    const schema = `-- Made from db/migrations by packages/store/src/schema.int.test.ts; do not edit.\n${withoutVersions(dumped)}`;
    const file = join(DB, "schema.sql");
    if (process.env.UPDATE_SCHEMA) writeFileSync(file, schema);
    expect(readFileSync(file, "utf8")).toBe(schema);
  } finally {
    await drop();
  }
});

/** What differs between versions of pg_dump and says nothing about the schema. */
const withoutVersions = (dump: string) =>
  dump
    .split("\n")
    .filter((line) => !/^(--|SET |SELECT pg_catalog|\\)/.test(line))
    .join("\n")
    .replace(/\n{2,}/g, "\n\n");
