import { setTimeout as after } from "node:timers/promises";
import { expect, it } from "vitest";
import { contract } from "../test/contract.ts";
import { freshDatabase } from "../test/server-database.ts";
import { openStore } from "./index.ts";

contract("server", async () => {
  const { db, url, drop } = await freshDatabase();
  const store = await openStore({ db, folder: null, url });
  return {
    ...store,
    async close() {
      await store.close();
      await drop();
    },
  };
});

it("says that the database is busy where no connection comes free in time", async () => {
  const { db, url, drop } = await freshDatabase();
  const store = await openStore({ db, folder: null, url, connections: 1, patience: 200 });
  const held = store.asMachine(() => after(1_000));
  await expect(store.asMachine(async () => {})).rejects.toMatchObject({ code: "database-busy" });
  await held;
  await store.close();
  await drop();
});
