import pg, { type Pool } from "pg";
import { afterAll } from "vitest";
import { seats } from "../test/seats.ts";
import { freshDatabase } from "../test/server-database.ts";
import { visibility } from "../test/visibility.ts";
import { openStore, type Store } from "./index.ts";

let opened: Promise<{ store: Store; owner: Pool; drop(): Promise<void> }> | undefined;
function open() {
  opened ??= freshDatabase().then(async ({ db, url, drop }) => ({
    store: await openStore({ db, folder: null, url }),
    owner: new pg.Pool({ connectionString: url, max: 1 }),
    drop,
  }));
  return opened;
}
visibility("server", open);
seats("server", open);
afterAll(async () => {
  const { store, owner, drop } = (await opened)!;
  await store.close();
  await owner.end();
  await drop();
});
