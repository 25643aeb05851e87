import { randomUUID } from "node:crypto";
import { LiveMessage } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layTable, type Table, type Who } from "./rooms.ts";

let table: Table;
beforeAll(async () => {
  table = await layTable();
}, 120_000);
afterAll(() => table?.server.close());

type Side = "mediator" | "north" | "south";
const id = (side: Side) => table.delegations[side];
const open = async (others: Side[], kind = "shuttle") =>
  (
    await table.post<{ id: string }>("mediator", table.at("/channels"), {
      ...{ kind, name: "", retention: { days: null }, readsShown: true, command: randomUUID() },
      ...{ for: id("mediator"), delegations: others.map(id) },
    })
  ).body.id;
const say = async (who: Side, channel: string, text: string) =>
  (
    await table.post<{ id: string }>(who, table.at(`/channels/${channel}/messages`), {
      ...{ command: randomUUID(), for: id(who), thread: null, text, language: null, files: [] },
    })
  ).body.id;

interface Ear {
  heard: { kind: string; id: string; at: number }[];
  close(): void;
}

/** Listens from now on. */
async function ear(who: Who): Promise<Ear> {
  const stop = new AbortController();
  const response = await fetch(`${table.server.address}/api/live`, {
    headers: { "x-who": who },
    signal: stop.signal,
  });
  const heard: Ear["heard"] = [];
  void (async () => {
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of response.body!) {
      text += decoder.decode(chunk, { stream: true });
      const events = text.split("\n\n");
      text = events.pop()!;
      for (const event of events) {
        const data = /^data: (.+)$/m.exec(event)?.[1];
        const told = data ? LiveMessage.parse(JSON.parse(data)) : null;
        if (told?.type === "room") heard.push({ kind: told.kind, id: told.id, at: performance.now() });
      }
    }
  })().catch(() => {});
  return { heard, close: () => stop.abort() };
}
const until = async (there: () => boolean) => {
  for (let waited = 0; !there() && waited < 5000; waited += 10)
    await new Promise((done) => setTimeout(done, 10));
};

describe("live", () => {
  it("[R54] a message is told within a second to those in the channel, and to nobody else", async () => {
    const channel = await open(["north"]);
    const [north, south] = [await ear("north"), await ear("south")];
    const times: number[] = [];
    for (let i = 0; i < 10; i++) {
      const began = performance.now();
      const message = await say("mediator", channel, `word ${i}`);
      await until(() => north.heard.some((one) => one.id === message));
      times.push(north.heard.find((one) => one.id === message)!.at - began);
    }
    expect(Math.max(...times)).toBeLessThan(1000);
    expect(north.heard.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["message", "channel"]));
    expect(south.heard).toEqual([]);
    north.close();
    south.close();
  });

  it("[R57] of what is carried, each side hears only what is its own", async () => {
    const [from, to] = [await open(["north"]), await open(["south"])];
    const origin = await say("north", from, "carry this");
    const [north, south] = [await ear("north"), await ear("south")];
    const carried = await table.post<{ id: string }>("mediator", table.at(`/messages/${origin}/carry`), {
      ...{ command: randomUUID(), for: id("mediator"), to, text: "my words", language: null },
      ...{ files: [], tell: false },
    });
    const last = await say("mediator", from, "something else");
    await until(() => north.heard.some((one) => one.id === last) && south.heard.length >= 2);
    expect(south.heard.map(({ id: of }) => of).sort()).toEqual([carried.body.id, to].sort());
    expect(new Set(north.heard.map(({ id: of }) => of))).toEqual(new Set([last, from]));
    north.close();
    south.close();
  });

  it("[R58] a hidden read mark is told to its own delegation alone", async () => {
    const channel = await open(["north", "south"], "joint");
    const { body } = await table.ask<{ revision: string }>("mediator", table.at(`/channels/${channel}`));
    await table.post("mediator", table.at(`/channels/${channel}`), {
      ...{ command: randomUUID(), revision: body.revision, change: { type: "reads", shown: false } },
    });
    const message = await say("mediator", channel, "read me");
    const [north, south] = [await ear("north"), await ear("south")];
    await table.post("north", table.at(`/channels/${channel}/read`), { for: id("north"), message });
    await until(() => north.heard.length > 0);
    expect(north.heard).toMatchObject([{ kind: "channel", id: channel }]);
    expect(south.heard).toEqual([]);
    north.close();
    south.close();
  });
});
