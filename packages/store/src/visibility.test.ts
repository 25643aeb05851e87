import { join } from "node:path";
import type { Pool } from "pg";
import { afterAll } from "vitest";
import { seats } from "../test/seats.ts";
import { visibility } from "../test/visibility.ts";
import { openEmbedded } from "./embedded.ts";
import type { Store } from "./index.ts";
import { storeOn } from "./store.ts";

const db = join(import.meta.dirname, "../../../db");
let opened: Promise<{ store: Store; owner: Pool }> | undefined;
function open() {
  opened ??= openEmbedded(null).then(async (embedded) => ({
    store: await storeOn(embedded, { db, kind: "embedded" }),
    owner: embedded.pool,
  }));
  return opened;
}
visibility("embedded", open);
seats("embedded", open);
afterAll(async () => (await opened)?.store.close());
