import { randomUUID } from "node:crypto";
import type {
  ChannelSummary,
  ChannelView,
  MessageHistory,
  MessagePage,
  MessageView,
  SearchAnswer,
} from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layTable, type Table, type Who } from "./rooms.ts";

let table: Table;
let clock = Date.parse("2026-03-01T09:00:00.000Z");
beforeAll(async () => {
  table = await layTable({ now: () => new Date(clock) });
}, 120_000);
afterAll(() => table?.server.close());

type Side = "mediator" | "north" | "south" | "observer";
const id = (side: Side) => table.delegations[side];

function open(who: Who, more: Record<string, unknown> & { for?: Side; with?: Side[] } = {}) {
  const { for: by = "mediator", with: others = ["north"], ...given } = more;
  return table.post<ChannelView>(who, table.at("/channels"), {
    ...{ kind: "shuttle", name: "", retention: { days: null }, readsShown: true, command: randomUUID() },
    ...given,
    for: id(by),
    delegations: others.map(id),
  });
}
async function opened(...given: Parameters<typeof open>): Promise<ChannelView> {
  const { status, body } = await open(...given);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}
const say = (who: Who, channel: string, text: string, more: object = {}, by: Side = who as Side) =>
  table.post<MessageView>(who, table.at(`/channels/${channel}/messages`), {
    ...{ command: randomUUID(), thread: null, text, language: null, files: [], for: id(by) },
    ...more,
  });
const read = async (who: Who, channel: string, query = "") =>
  (await table.ask<MessagePage>(who, table.at(`/channels/${channel}/messages${query}`))).body.messages;
const texts = async (who: Who, channel: string) => (await read(who, channel)).map(({ text }) => text);
const list = async (who: Who, reader?: Side) =>
  (
    await table.ask<{ channels: ChannelSummary[] }>(
      who,
      table.at(`/channels${reader ? `?for=${id(reader)}` : ""}`),
    )
  ).body.channels;
const look = (who: Who, channel: string) => table.ask<ChannelView>(who, table.at(`/channels/${channel}`));
const alter = async (who: Who, channel: string, change: object) => {
  const { revision } = (await look(who, channel)).body;
  return table.post<ChannelView>(who, table.at(`/channels/${channel}`), {
    ...{ command: randomUUID(), revision: revision ?? "", change },
  });
};
const history = (who: Who, message: string) =>
  table.ask<MessageHistory>(who, table.at(`/messages/${message}`));
const rewrite = (who: Who, { id: of, revision }: MessageView, change: object) =>
  table.post<MessageView>(who, table.at(`/messages/${of}`), { command: randomUUID(), revision, change });
/** Answers without what differs from request to request. */
const dull = (body: object) => ({ ...body, request: null });

describe("channels", () => {
  it("[R50] the third party opens any that it is in; a side its own and the one to the third party", async () => {
    const outcome = async (...given: Parameters<typeof open>) => {
      const { status, body } = await open(...given);
      return status === 200 ? "open" : (body as unknown as { code: string }).code;
    };
    expect(await outcome("mediator")).toBe("open");
    expect(await outcome("mediator", { kind: "joint", with: ["north", "south"] })).toBe("open");
    expect(await outcome("mediator", { kind: "topic", name: "Prisoners", with: ["north", "south"] })).toBe(
      "open",
    );
    expect(await outcome("mediator", { kind: "internal", with: [] })).toBe("open");
    expect(await outcome("north", { for: "north", with: ["mediator"] })).toBe("open");
    expect(await outcome("north", { for: "north", kind: "internal", with: [] })).toBe("open");
    expect(await outcome("north", { for: "north", with: ["south"] })).toBe("channel-misfit");
    expect(await outcome("north", { for: "north", kind: "joint", with: ["south"] })).toBe("channel-convened");
    expect(await outcome("north", { for: "south", kind: "internal", with: [] })).toBe("not-yours");
    expect(await outcome("mediator", { for: "north", kind: "internal", with: [] })).toBe("not-yours");
    expect(await outcome("north", { for: "mediator", kind: "joint", with: ["north", "south"] })).toBe(
      "not-yours",
    );
  });

  it("[R50] one command opens one channel", async () => {
    const command = randomUUID();
    const [first, again] = [await opened("mediator", { command }), await opened("mediator", { command })];
    expect(again).toEqual(first);
  });

  it("[R51] who is not in a channel gets the same answer as for one that is not there", async () => {
    const shuttle = await opened("mediator", { name: "With the north" });
    const message = (await say("north", shuttle.id, "in confidence")).body;
    const absent = "0".repeat(20);
    for (const who of ["south", "observer", "press", "nobody"] as const) {
      expect((await list(who))?.map((one) => one.id) ?? []).not.toContain(shuttle.id);
      const pairs: [string, string, object?][] = [
        [`/channels/${shuttle.id}`, `/channels/${absent}`],
        [`/channels/${shuttle.id}/messages`, `/channels/${absent}/messages`],
        [`/messages/${message.id}`, `/messages/${absent}`],
        [
          `/channels/${shuttle.id}/messages`,
          `/channels/${absent}/messages`,
          { command: randomUUID(), thread: null, text: "x", language: null, files: [], for: id("south") },
        ],
        [
          `/channels/${shuttle.id}`,
          `/channels/${absent}`,
          { command: randomUUID(), revision: shuttle.revision, change: { type: "rename", name: "x" } },
        ],
        [
          `/messages/${message.id}`,
          `/messages/${absent}`,
          { command: randomUUID(), revision: message.revision, change: { type: "withdraw" } },
        ],
        [
          `/channels/${shuttle.id}/read`,
          `/channels/${absent}/read`,
          { for: id("south"), message: message.id },
        ],
        [
          `/messages/${message.id}/carry`,
          `/messages/${absent}/carry`,
          {
            ...{ command: randomUUID(), for: id("south"), to: shuttle.id, text: "x" },
            ...{ language: null, files: [], tell: true },
          },
        ],
      ];
      for (const [there, nowhere, body] of pairs) {
        const send = (path: string) =>
          body ? table.post<object>(who, table.at(path), body) : table.ask<object>(who, table.at(path));
        const [one, other] = [await send(there), await send(nowhere)];
        expect([one.status, dull(one.body)], there).toEqual([404, dull(other.body)]);
      }
    }
    expect(await texts("mediator", shuttle.id)).toEqual(["in confidence"]);
  });

  it("[R51] what is internal to a side is not there for the third party", async () => {
    const own = await opened("north", { for: "north", kind: "internal", with: [] });
    await say("north-member", own.id, "among us", {}, "north");
    expect((await look("mediator", own.id)).status).toBe(404);
    expect((await list("mediator")).map((one) => one.id)).not.toContain(own.id);
    expect((await say("mediator", own.id, "hello", {}, "north")).status).toBe(404);
    expect(await texts("north", own.id)).toEqual(["among us"]);
  });

  it("[R52] who joins sees what comes after, and with the history what was before", async () => {
    const later = await opened("mediator", { kind: "joint", with: ["north"] });
    const first = (await say("north", later.id, "before they came")).body;
    expect(
      (await alter("north", later.id, { type: "add", delegations: [id("south")], withHistory: true })).status,
    ).toBe(403);
    expect(
      (await alter("mediator", later.id, { type: "add", delegations: [id("south")], withHistory: false }))
        .status,
    ).toBe(200);
    await say("mediator", later.id, "answering", { thread: first.id });
    await say("mediator", later.id, "welcome");
    expect(await texts("south", later.id)).toEqual(["welcome"]);
    expect((await say("south", later.id, "re", { thread: first.id })).status).toBe(404);
    expect((await history("south", first.id)).status).toBe(404);
    await alter("mediator", later.id, { type: "add", delegations: [id("observer")], withHistory: true });
    expect(await texts("observer", later.id)).toEqual(["before they came", "answering", "welcome"]);
    expect(await texts("south", later.id)).toEqual(["welcome"]);
  });

  it("[R53] who opened it and the third party decide; the second of two is told; closed, nothing is written", async () => {
    const shuttle = await opened("mediator", { name: "One" });
    expect((await alter("north", shuttle.id, { type: "rename", name: "Two" })).status).toBe(403);
    const change = { type: "rename", name: "Two" };
    expect((await alter("mediator", shuttle.id, change)).body.name).toBe("Two");
    const late = await table.post("mediator", table.at(`/channels/${shuttle.id}`), {
      command: randomUUID(),
      revision: shuttle.revision,
      change: { type: "rename", name: "Three" },
    });
    expect(late).toMatchObject({ status: 409, body: { code: "moved-on" } });
    const message = (await say("north", shuttle.id, "last words")).body;
    expect((await alter("mediator", shuttle.id, { type: "close", reason: "done" })).body.closed).toBe("done");
    expect(await say("north", shuttle.id, "one more")).toMatchObject({ body: { code: "channel-closed" } });
    expect(await rewrite("north", message, { type: "withdraw" })).toMatchObject({
      body: { code: "channel-closed" },
    });
  });
});

describe("messages", () => {
  it("[R54] one command sends one message", async () => {
    const shuttle = await opened("mediator");
    const command = randomUUID();
    const [first, again] = [
      await say("north", shuttle.id, "once", { command }),
      await say("north", shuttle.id, "once", { command }),
    ];
    expect(again.body).toEqual(first.body);
    expect(await texts("mediator", shuttle.id)).toEqual(["once"]);
  });

  it("[R54] a page goes back from the newest, and what changed since can be asked for", async () => {
    const shuttle = await opened("mediator");
    for (const text of ["a", "b", "c", "d"]) await say("north", shuttle.id, text);
    const newest = await read("mediator", shuttle.id, "?limit=2");
    expect(newest.map(({ text }) => text)).toEqual(["c", "d"]);
    const older = await read("mediator", shuttle.id, `?limit=2&before=${newest[0]!.order}`);
    expect(older.map(({ text }) => text)).toEqual(["a", "b"]);
    await rewrite("north", older[0]!, { type: "edit", text: "a!", language: null });
    const since = await read("mediator", shuttle.id, `?since=${newest[1]!.changed}`);
    expect(since.map(({ text }) => text)).toEqual(["a!"]);
    expect((await table.ask("north", table.at(`/channels/${shuttle.id}/messages?before=x`))).status).toBe(
      400,
    );
  });

  it("[R55] a side is written for by its own; the third party writes down what a side told it, marked", async () => {
    const shuttle = await opened("mediator");
    expect((await say("north-member", shuttle.id, "ours", {}, "north")).body.recordedBy).toBeNull();
    expect((await say("mediator", shuttle.id, "they told me", {}, "north")).body.recordedBy).toBe(
      "secretariat",
    );
    expect((await say("mediator", shuttle.id, "ours too")).body.recordedBy).toBeNull();
    expect(await say("north", shuttle.id, "as the mediator", {}, "mediator")).toMatchObject({
      body: { code: "not-yours" },
    });
    expect(await say("mediator", shuttle.id, "as the south", {}, "south")).toMatchObject({
      body: { code: "channel-foreign" },
    });
    expect((await say("officer", shuttle.id, "on a laptop", {}, "north")).body.recordedBy).toBe(
      "secretariat",
    );
    expect((await say("officer", shuttle.id, "on a laptop", {}, "mediator")).body.recordedBy).toBeNull();
  });

  it("[R56] an edit keeps the old version, a withdrawal leaves a mark; the author and who leads decide", async () => {
    const shuttle = await opened("mediator");
    const message = (await say("north-member", shuttle.id, "first", {}, "north")).body;
    const edit = (text: string) => ({ type: "edit", text, language: null });
    expect(await rewrite("mediator", message, edit("x"))).toMatchObject({ body: { code: "not-yours" } });
    const edited = (await rewrite("north-member", message, edit("second"))).body;
    expect(edited).toMatchObject({ text: "second", versions: 2 });
    expect(await rewrite("north-member", message, edit("third"))).toMatchObject({
      body: { code: "moved-on" },
    });
    expect((await history("mediator", message.id)).body.versions.map(({ text }) => text)).toEqual([
      "first",
      "second",
    ]);
    const withdrawn = (await rewrite("north", edited, { type: "withdraw" })).body;
    expect(withdrawn).toMatchObject({ text: null, withdrawn: true });
    const told = (await history("mediator", message.id)).body;
    expect(JSON.stringify(told)).not.toMatch(/first|second/);
    const notAuthor = (await say("north", shuttle.id, "by the lead")).body;
    expect(await rewrite("north-member", notAuthor, { type: "withdraw" })).toMatchObject({
      body: { code: "not-yours" },
    });
  });

  it("[R58] marks move forward, count what is unread, and are hidden where the channel hides them", async () => {
    const shuttle = await opened("mediator");
    const unread = async (side: Side) =>
      (await list(side, side)).find((one) => one.id === shuttle.id)?.unread;
    const first = (await say("north", shuttle.id, "one")).body;
    const second = (await say("north", shuttle.id, "two")).body;
    expect([await unread("mediator"), await unread("north")]).toEqual([2, 0]);
    const mark = (who: Who, message: string, by: Side = who as Side) =>
      table.post<ChannelView>(who, table.at(`/channels/${shuttle.id}/read`), { for: id(by), message });
    expect((await mark("mediator", second.id)).body.reads).toMatchObject([{ order: second.order }]);
    expect((await mark("mediator", first.id)).body.reads).toMatchObject([{ order: second.order }]);
    expect(await unread("mediator")).toBe(0);
    expect((await look("north", shuttle.id)).body.reads).toMatchObject([{ delegation: id("mediator") }]);
    expect(await mark("mediator", second.id, "north")).toMatchObject({ body: { code: "not-yours" } });
    expect((await table.ask("mediator", table.at(`/channels?for=${id("north")}`))).status).toBe(403);
    await alter("mediator", shuttle.id, { type: "reads", shown: false });
    expect((await look("north", shuttle.id)).body.reads).toEqual([]);
    expect((await look("mediator", shuttle.id)).body.reads).toHaveLength(1);
  });

  it("[R59] a channel's rule erases words when their days are over; a longer one keeps earlier ones too", async () => {
    const day = 86_400_000;
    const shuttle = await opened("mediator", { retention: { days: 2 } });
    const other = await opened("mediator", { retention: { days: 2 } });
    const message = (await say("north", shuttle.id, "perishable words")).body;
    await rewrite("north", message, { type: "edit", text: "perishable again", language: null });
    await say("north", other.id, "kept longer");
    await alter("mediator", other.id, { type: "retention", days: 30 });
    clock += day;
    await alter("mediator", shuttle.id, { type: "retention", days: 1 });
    await table.server.round();
    expect(await texts("north", shuttle.id)).toEqual(["perishable again"]);
    clock += day;
    await table.server.round();
    const [erased] = await read("north", shuttle.id);
    expect(erased).toMatchObject({ text: null, erased: new Date(clock).toISOString() });
    expect((await history("north", message.id)).body.versions).toEqual([]);
    expect(await texts("north", other.id)).toEqual(["kept longer"]);
    expect(await rewrite("north", erased!, { type: "edit", text: "x", language: null })).toMatchObject({
      body: { code: "message-erased" },
    });
  });

  it.each<[string, object]>([
    ["too long", { text: "x".repeat(20_001) }],
    ["with a field of somebody else's making", { author: "person-south" }],
    ["marked by its sender", { recordedBy: null }],
    ["with a thread that is no id", { thread: "a\0b" }],
    ["with a file that is no hash", { files: ["../../etc/passwd"] }],
    ["without a command", { command: "1" }],
  ])("[R54] a message %s is not taken", async (_, more) => {
    const shuttle = await opened("mediator");
    expect(await say("north", shuttle.id, "x", more)).toMatchObject({ body: { code: "invalid-request" } });
    expect(await texts("north", shuttle.id)).toEqual([]);
  });

  it("[R54] odd text comes back as it can be held: right to left, signs beyond the first plane, NUL", async () => {
    const shuttle = await opened("mediator");
    await say("north", shuttle.id, "שלום \u{1f54a}\n\u0000\ud800 <b>&amp;");
    expect(await texts("mediator", shuttle.id)).toEqual(["שלום \u{1f54a}\n\ufffd\ufffd <b>&amp;"]);
  });
});

describe("search", () => {
  it("[R64] finds the words of one's own channels in their last version, and no others", async () => {
    const shuttle = await opened("mediator");
    const message = (await say("north", shuttle.id, "a heliotrope by the bridge")).body;
    const find = async (who: Who, q: string) =>
      (await table.ask<SearchAnswer>(who, `/search?q=${q}`)).body.messages.map((one) => one.excerpt);
    expect(await find("mediator", "heliotropes")).toEqual([
      expect.stringContaining("\u0001heliotrope\u0002"),
    ]);
    for (const who of ["south", "observer", "nobody"] as const)
      expect(await find(who, "heliotrope")).toEqual([]);
    const edited = await rewrite("north", message, { type: "edit", text: "a marigold", language: null });
    expect([await find("north", "heliotrope"), await find("north", "marigold")]).toEqual([
      [],
      [expect.stringContaining("\u0001marigold\u0002")],
    ]);
    await rewrite("north", edited.body, { type: "withdraw" });
    expect(await find("north", "marigold")).toEqual([]);
  });
});

describe("carriage", () => {
  it("[R57] is a message of its own, with no trace of where it came from but for the carrier", async () => {
    const [from, to] = [await opened("mediator"), await opened("mediator", { with: ["south"] })];
    const origin = (await say("north", from.id, "we could open the road")).body;
    const before = (await history("north", origin.id)).body;
    const command = randomUUID();
    const carried = await table.post<MessageView>("mediator", table.at(`/messages/${origin.id}/carry`), {
      ...{ command, for: id("mediator"), to: to.id, text: "we could open the road", language: null },
      ...{ files: [], tell: false },
    });
    expect(carried.body).toMatchObject({ carriedFrom: { channel: from.id, message: origin.id } });
    const [seen] = await read("south", to.id);
    expect(seen).toMatchObject({ text: "we could open the road", delegation: id("mediator") });
    expect(seen).toMatchObject({ carriedFrom: null, carriedTo: [], recordedBy: null });
    const everything = JSON.stringify([
      await look("south", to.id),
      await read("south", to.id),
      (await history("south", seen!.id)).body,
    ]);
    for (const trace of [from.id, origin.id, origin.revision, id("north")])
      expect(everything).not.toContain(trace);
    expect((await history("north", origin.id)).body).toEqual(before);
    expect((await history("mediator", origin.id)).body.message.carriedTo).toMatchObject([
      { channel: to.id, message: seen!.id },
    ]);
    const again = await table.post<MessageView>("mediator", table.at(`/messages/${origin.id}/carry`), {
      ...{ command, for: id("mediator"), to: to.id, text: "we could open the road", language: null },
      ...{ files: [], tell: false },
    });
    expect(again.body).toEqual(carried.body);
    expect(await read("south", to.id)).toHaveLength(1);
  });

  it("[R57] those it came from learn of it only where the third party says so; sides do not carry", async () => {
    const [from, to] = [await opened("mediator"), await opened("mediator", { with: ["south"] })];
    const origin = (await say("north", from.id, "tell them")).body;
    const carry = (who: Who, more: object = {}) =>
      table.post<MessageView>(who, table.at(`/messages/${origin.id}/carry`), {
        ...{ command: randomUUID(), for: id("mediator"), to: to.id, text: "my words", language: null },
        ...{ files: [], tell: true, ...more },
      });
    expect((await carry("north")).body).toMatchObject({ code: "not-yours" });
    expect((await carry("north", { for: id("north") })).body).toMatchObject({ code: "not-yours" });
    expect((await carry("mediator", { to: from.id })).body).toMatchObject({ code: "carried-nowhere" });
    expect(await texts("north", from.id)).toEqual(["tell them"]);
    await carry("mediator");
    const [told] = await read("north", from.id);
    expect(told).toMatchObject({ carriedOn: true, carriedTo: [] });
    expect(told!.changed).toBeGreaterThan(origin.changed);
    expect((await carry("mediator")).status).toBe(200);
    expect(await texts("south", to.id)).toEqual(["my words", "my words"]);
  });

  it("[R57] an internal channel of a side is neither carried from nor to", async () => {
    const own = await opened("south", { for: "south", kind: "internal", with: [] });
    const from = await opened("mediator");
    const origin = (await say("north", from.id, "x")).body;
    const carried = await table.post("mediator", table.at(`/messages/${origin.id}/carry`), {
      ...{ command: randomUUID(), for: id("mediator"), to: own.id, text: "x", language: null },
      ...{ files: [], tell: false },
    });
    expect(carried.status).toBe(404);
    expect(await texts("south", own.id)).toEqual([]);
  });
});
