import type { ContactView, Today } from "@parley/protocol";
import { afterAll, beforeAll, expect, it } from "vitest";
import { layTable, type Table, type Who } from "./rooms.ts";
import { command } from "./running.ts";

let table: Table;
let clock = Date.parse("2026-03-02T09:00:00Z");
const later = (minutes: number) => {
  clock += minutes * 60_000;
};
beforeAll(async () => {
  table = await layTable({ now: () => new Date(clock) });
}, 60_000);
afterAll(() => table?.server.close());

const today = async (who: Who): Promise<Today> => {
  const { status, body } = await table.ask<Today>(who, table.at("/today"));
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const waits = async (who: Who) => (await today(who)).awaiting.map((one) => `${one.what}: ${one.title}`);

async function propose(title: string): Promise<ContactView> {
  const { delegations } = table;
  const given = {
    ...{ command: command(), for: delegations.mediator, type: "call", title, persons: [] },
    invited: [{ delegation: delegations.north, persons: [] }],
    times: [{ start: "2026-03-05T09:00:00Z", end: "2026-03-05T10:00:00Z" }],
    ...{ zone: "UTC", place: null, join: null, agenda: [], topics: [], reminders: [] },
  };
  const { status, body } = await table.post<ContactView>("mediator", table.at("/contacts"), given);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

it("[R90] says what awaits whom, and to others nothing of it", async () => {
  const contact = await propose("About the bridge");
  expect(await waits("north")).toEqual(["answer: About the bridge"]);
  for (const who of ["south", "mediator", "observer"] as const) expect(await waits(who)).toEqual([]);
  for (const who of ["press", "nobody"] as const)
    expect((await table.ask(who, table.at("/today"))).status).toBe(404);
  const answer = {
    ...{ command: command(), for: table.delegations.north, revision: contact.revision },
    change: { type: "answer", answer: "accepted", suits: [contact.times[0]!.id], offers: [], reason: "" },
  };
  expect((await table.post("north", table.at(`/contacts/${contact.id}`), answer)).status).toBe(200);
  expect(await waits("north")).toEqual([]);
  expect(await waits("mediator")).toEqual(["settle: About the bridge"]);
});

it("[R94] tells what changed since the last visit, of what one sees and did not do oneself", async () => {
  expect((await today("south")).since).toBeNull();
  expect((await today("mediator")).changed).toEqual([]);
  await today("north");
  later(10);
  await today("north");
  later(60);
  const at = new Date(clock).toISOString();
  await propose("About the road");
  later(60);
  const { since, changed } = await today("north");
  expect(since).toBe(new Date(clock - 120 * 60_000).toISOString());
  expect(changed).toEqual([
    {
      ...{ kind: "contact", id: expect.any(String), contact: null, title: "About the road" },
      ...{ last: "contact-proposed", events: 1, at },
    },
  ]);
  expect((await today("south")).changed).toEqual([]);
  expect((await today("mediator")).changed).toEqual([]);
  // Still the same visit: what changed stays until one was away.
  later(10);
  expect((await today("north")).changed).toHaveLength(1);
});
