import { contactsContract } from "../../../test/contacts.ts";
import { freshDatabase } from "../../../test/server-database.ts";
import { openStore } from "../../index.ts";

contactsContract("server", async () => {
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
