/** Two servers on one database make due publications at the same time: each goes out once. */

import type { ContactView, ReadoutList, ReadoutView } from "@parley/protocol";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase } from "../../../packages/store/test/server-database.ts";
import type { RunningServer } from "../src/index.ts";
import { layTable, type Table, type Who } from "./rooms.ts";
import { command, start } from "./running.ts";

const MANY = 12;
let at = "2026-03-02T12:00:00.000Z";
const now = () => new Date(at);
let database: Awaited<ReturnType<typeof freshDatabase>>;
let table: Table;
let other: RunningServer;

beforeAll(async () => {
  database = await freshDatabase();
  table = await layTable({ databaseUrl: database.url, now });
  other = await start({
    ...{ databaseUrl: database.url, now },
    recognise: async ({ headers }) => table.viewers.get(String(headers["x-who"]) as Who)!,
  });
}, 120_000);
afterAll(async () => {
  await table?.server.close();
  await other?.close();
  await database?.drop();
});

it("[R74] two servers publish what is due once", async () => {
  const proposed = await table.post<ContactView>("mediator", table.at("/contacts"), {
    ...{ command: command(), for: table.delegations.mediator, type: "call", title: "Call", persons: [] },
    invited: [{ delegation: table.delegations.north, persons: [] }],
    ...{ times: [], zone: "UTC", place: null, join: null, agenda: [], topics: [] },
  });
  const asNorth = { for: table.delegations.north };
  for (let n = 0; n < MANY; n++) {
    const texts = [{ language: "en", title: "", text: `Ada called Bo on 2026-03-02. Text ${n}.` }];
    let { body } = await table.post<ReadoutView>("north", table.at("/readouts"), {
      ...{ command: command(), contact: proposed.body.id, texts, ...asNorth },
    });
    for (const change of [
      { type: "submit" },
      { type: "approve" },
      { type: "schedule", publications: [{ to: "process", at: "2026-03-02T13:00:00Z" }] },
    ])
      ({ body } = await table.post<ReadoutView>("north", table.at(`/readouts/${body.id}`), {
        ...{ command: command(), revision: body.revision, change, ...asNorth },
      }));
    expect(body.state).toBe("scheduled");
  }
  at = "2026-03-02T13:00:00.000Z";
  await Promise.all([table.server.round(), other.round(), table.server.round(), other.round()]);
  await Promise.all([table.server.settled(), other.settled()]);
  const { publications } = (await table.ask<ReadoutList>("observer", table.at("/readouts"))).body;
  expect(publications.length).toBe(MANY);
  expect(new Set(publications.map(({ texts }) => texts[0]!.text)).size).toBe(MANY);
  const { body } = await table.ask<{ total: number }>("observer", table.at("/documents"));
  expect(body.total).toBe(MANY);
});
