/** Two servers on one database: what is done at one is heard at the other. */
import { setTimeout as after } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase } from "../../../packages/store/test/server-database.ts";
import type { RunningServer } from "../src/index.ts";
import { command, post, start } from "./running.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let servers: RunningServer[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  for (let i = 0; i < 2; i++) servers.push(await start({ databaseUrl: database.url }));
}, 60_000);
afterAll(async () => {
  for (const server of servers) await server.close();
  servers = [];
  await database?.drop();
});

/** What the server says until the line ends or `enough`. */
async function hear(server: RunningServer, enough: (text: string) => boolean): Promise<string> {
  const stop = new AbortController();
  const response = await fetch(`${server.address}/api/live`, { signal: stop.signal });
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk, { stream: true });
    if (enough(text)) break;
  }
  stop.abort();
  return text;
}

const openProcess = async (server: RunningServer, name: string) =>
  (
    await post<{ id: string }>(server, "/processes", {
      ...{ name, description: "", parties: [], mediators: [], command: command() },
    })
  ).body.id;

const found = (server: RunningServer, process: string) =>
  post(server, `/processes/${process}/delegations`, {
    ...{ name: "North", capacity: "party", represents: [], mandate: "", together: [] },
    ...{ discreet: false, command: command() },
  });

it("[S22] a message published at one server is heard at the other", async () => {
  const [one, other] = servers as [RunningServer, RunningServer];
  const process = await openProcess(one, "Talks");
  const heard = hear(other, (text) => text.includes('"kind":"delegation"'));
  await after(300);
  await found(one, process);
  expect(await heard).toContain(`"process":"${process}"`);
});

it("[S22] after a broken line between them listeners come back and words pass again", async () => {
  const [one, other] = servers as [RunningServer, RunningServer];
  const process = await openProcess(one, "Talks again");
  const sentAway = hear(other, () => false);
  await after(300);
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()",
  );
  await owner.end();
  await sentAway;
  await after(2_500);
  const heard = hear(other, (text) => text.includes('"kind":"delegation"'));
  await after(300);
  await found(one, process);
  expect(await heard).toContain(`"process":"${process}"`);
}, 20_000);
