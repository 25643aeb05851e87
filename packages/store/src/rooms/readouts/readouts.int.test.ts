import { readouts } from "../../../test/readouts.ts";
import { freshDatabase } from "../../../test/server-database.ts";
import { openStore } from "../../index.ts";

readouts("server", async () => {
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
