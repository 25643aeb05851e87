import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Opened, openEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";

const MIGRATIONS = join(import.meta.dirname, "../../../db/migrations");
const copy = () => {
  const folder = mkdtempSync(join(tmpdir(), "parley-migrations-"));
  cpSync(MIGRATIONS, folder, { recursive: true });
  return folder;
};

describe("migrations", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openEmbedded(null);
  }, 120_000);
  afterAll(async () => {
    await opened.pool.end();
    await opened.close();
  });

  it("[S20] are applied in order, once", async () => {
    const names = readdirSync(MIGRATIONS).sort();
    expect(await migrate(opened.pool, MIGRATIONS)).toEqual(names);
    expect(await migrate(opened.pool, MIGRATIONS)).toEqual([]);
  });

  it("[S20] a failing one leaves the database as it was", async () => {
    const folder = copy();
    writeFileSync(
      join(folder, "9999-broken.sql"),
      "create table parley.half (id int); select no_such_function();",
    );
    await expect(migrate(opened.pool, folder)).rejects.toThrow("no_such_function");
    const { rows } = await opened.pool.query("select to_regclass('parley.half') as half");
    expect(rows[0].half).toBeNull();
    expect(await migrate(opened.pool, MIGRATIONS)).toEqual([]);
  });

  it("[S20] one that was changed after it was applied is refused", async () => {
    const folder = copy();
    writeFileSync(join(folder, readdirSync(folder).sort()[0]!), "select 1;");
    await expect(migrate(opened.pool, folder)).rejects.toMatchObject({ code: "migration-mismatch" });
  });

  it("[S20] a database of a later version is refused", async () => {
    const folder = copy();
    rmSync(join(folder, readdirSync(folder).sort().at(-1)!));
    await expect(migrate(opened.pool, folder)).rejects.toMatchObject({ code: "migration-mismatch" });
  });
});
