import { join } from "node:path";
import { contactsContract } from "../../../test/contacts.ts";
import { openStore } from "../../index.ts";

contactsContract("embedded", () =>
  openStore({ db: join(import.meta.dirname, "../../../../../db"), folder: null }),
);
