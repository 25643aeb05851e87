import { join } from "node:path";
import type { Pool } from "pg";
import { afterAll } from "vitest";
import { visibility } from "../test/visibility.ts";
import { openEmbedded } from "./embedded.ts";
import type { Store } from "./index.ts";
import { storeOn } from "./store.ts";

const db = join(import.meta.dirname, "../../../db");
let opened: Promise<{ store: Store; owner: Pool }> | undefined;
visibility("embedded", () => {
  opened ??= openEmbedded(null).then(async (embedded) => ({
    store: await storeOn(embedded, { db, kind: "embedded" }),
    owner: embedded.pool,
  }));
  return opened;
});
afterAll(async () => (await opened)?.store.close());
