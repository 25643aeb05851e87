import { type Job, LiveMessage } from "@parley/protocol";
import { NOBODY } from "@parley/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { RunningServer } from "../src/index.ts";
import { createLive } from "../src/live.ts";
import { command, post, start } from "./running.ts";

let server: RunningServer;
let process: string;
beforeAll(async () => {
  server = await start();
  const opening = { name: "Talks", description: "", parties: [], mediators: [], command: command() };
  process = (await post<{ id: string }>(server, "/processes", opening)).body.id;
}, 120_000);
afterAll(() => server?.close());

interface Heard {
  id: string;
  message: LiveMessage;
}

/** Listens until `enough` says so. */
async function listen(enough: (heard: Heard[]) => boolean, lastId?: string): Promise<Heard[]> {
  const stop = new AbortController();
  const response = await fetch(`${server.address}/api/live`, {
    headers: lastId ? { "last-event-id": lastId } : {},
    signal: stop.signal,
  });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const heard: Heard[] = [];
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split("\n\n");
    text = events.pop()!;
    for (const event of events) {
      const id = /^id: (.+)$/m.exec(event)?.[1];
      const data = /^data: (.+)$/m.exec(event)?.[1];
      if (id && data) heard.push({ id, message: LiveMessage.parse(JSON.parse(data)) });
    }
    if (enough(heard)) break;
  }
  stop.abort();
  return heard;
}

const finished = (heard: Heard[]) =>
  heard.some(({ message }) => message.type === "job" && message.state === "done");
const handIn = async (text: string) =>
  (
    await post<z.infer<typeof Job>>(server, `/processes/${process}/documents`, {
      command: command(),
      documents: [{ text }],
    })
  ).body;

describe("live messages", () => {
  it("tell how a job goes and that the record changed, and nothing of the content", async () => {
    const listening = listen(finished);
    const job = await handIn("Ada called Bo on 2020-10-03.");
    const heard = await listening;
    expect(heard.map(({ message }) => message)).toContainEqual({ type: "record", process });
    expect(heard.at(-1)?.message).toEqual({
      type: "job",
      job: job.id,
      process,
      done: 1,
      total: 1,
      state: "done",
    });
    expect(JSON.stringify(heard)).not.toContain("Ada");
  });

  it("tell a listener that comes back what it missed", async () => {
    const listening = listen(finished);
    await handIn("Cy called Dee on 2020-10-03.");
    const [first, ...rest] = await listening;
    const again = await listen((heard) => heard.length >= rest.length, first!.id);
    expect(again.map((heard) => heard.id).slice(0, rest.length)).toEqual(rest.map((heard) => heard.id));
  });

  it("tell a listener that was away too long to look at everything", async () => {
    const heard = await listen((messages) => messages.length > 0, "forgotten");
    expect(heard[0]?.message).toEqual({ type: "record", process });
  });

  it("reach only those who may see what they are about", () => {
    const live = createLive({ newId: () => "id" });
    const heard: string[] = [];
    const listener = (name: string, delegations: string[]) =>
      live.subscribe({ ...NOBODY, processes: ["talks"], delegations }, undefined, {
        send: () => heard.push(name),
        end() {},
      });
    listener("arm", ["arm"]);
    listener("aze", ["aze"]);
    live.publish({ type: "record", process: "talks" }, { kind: "delegations", delegations: ["arm"] });
    expect(heard).toEqual(["arm"]);
  });

  it("come from another server under the same ids; after a gap every listener is sent away", () => {
    const here = createLive({ newId: () => "never" });
    const there = createLive({ newId: () => "m1", tell: here.hear });
    const heard: string[] = [];
    const listener = { send: (sent: { id: string }) => heard.push(sent.id), end: () => heard.push("end") };
    here.subscribe(NOBODY, undefined, listener);
    there.publish({ type: "record", process: "talks" }, { kind: "public" });
    there.publish({ type: "record", process: "talks" }, { kind: "process", process: "talks" });
    expect([heard, here.remembers("m1")]).toEqual([["m1"], true]);
    here.missed();
    expect([heard, here.remembers("m1")]).toEqual([["m1", "end"], false]);
  });
});
