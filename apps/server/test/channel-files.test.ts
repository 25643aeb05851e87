import { createHash, randomUUID } from "node:crypto";
import type { FileView, MessageView } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdf, png } from "./bytes.ts";
import { layTable, type Table, type Who } from "./rooms.ts";

const LIMIT = 3 * 1024 * 1024;
let table: Table;
let channel: string;
let clock = Date.parse("2026-03-01T09:00:00.000Z");
beforeAll(async () => {
  table = await layTable({ limits: { attachment: LIMIT }, now: () => new Date(clock) });
  channel = await open("north");
}, 120_000);
afterAll(() => table?.server.close());

type Side = "mediator" | "north" | "south";
const id = (side: Side) => table.delegations[side];

async function open(side: Side, days: number | null = null): Promise<string> {
  const { body } = await table.post<{ id: string }>("mediator", table.at("/channels"), {
    ...{ kind: "shuttle", name: "", retention: { days }, readsShown: true, command: randomUUID() },
    ...{ for: id("mediator"), delegations: [id(side)] },
  });
  return body.id;
}

function bring(
  who: Who,
  bytes: Uint8Array,
  more: { name?: string; command?: string; to?: string; by?: Side } = {},
) {
  const form = new FormData();
  form.append("command", more.command ?? randomUUID());
  form.append("for", id(more.by ?? (who as Side)));
  form.append("file", new Blob([new Uint8Array(bytes)]), more.name ?? "paper.pdf");
  const path = table.at(`/channels/${more.to ?? channel}/files`);
  return table.ask<FileView & { code?: string }>(who, path, { method: "POST", body: form });
}
const say = (who: Who, command: string, files: string[], to = channel, text = "see here") =>
  table.post<MessageView & { code?: string }>(who, table.at(`/channels/${to}/messages`), {
    ...{ command, for: id(who as Side), thread: null, text, language: null, files },
  });
const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const fetchFile = (who: Who, message: string, hash: string, init: RequestInit = {}, query = "") =>
  fetch(`${table.server.address}/api${table.at(`/messages/${message}/files/${hash}${query}`)}`, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), "x-who": who },
  });

async function sent(
  bytes: Uint8Array,
  name: string,
  to = channel,
): Promise<{ message: string; hash: string }> {
  const command = randomUUID();
  const { body } = await bring("north", bytes, { command, name, to });
  const message = await say("north", command, [body.sha256], to);
  expect(message.status, JSON.stringify(message.body)).toBe(200);
  return { message: message.body.id, hash: body.sha256 };
}

describe("files of messages", () => {
  it("[R62] are kept by hash, come back byte for byte, and only to be saved", async () => {
    // More than one piece, and no multiple of one.
    const bytes = Buffer.concat([pdf(), Buffer.alloc(700_001, 37), pdf().subarray(-20)]);
    const { message, hash } = await sent(bytes, "Été\u202e.pdf");
    expect(hash).toBe(sha(bytes));
    const answer = await fetchFile("mediator", message, hash);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    const { headers } = answer;
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="_t_.pdf"; filename*=UTF-8''%C3%89t%C3%A9.pdf`,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("sandbox");
    expect(headers.get("cache-control")).toContain("no-store");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("content-length")).toBe(String(bytes.length));
  });

  it("[R62] ranges and what one has already are answered to those who see it, and to nobody else", async () => {
    const bytes = Buffer.concat([pdf(), Buffer.alloc(600_000, 48), pdf().subarray(-20)]);
    const { message, hash } = await sent(bytes, "long.pdf");
    const part = async (range: string, who: Who = "north") => {
      const answer = await fetchFile(who, message, hash, { headers: { range } });
      const { status } = answer;
      return {
        status,
        bytes: Buffer.from(await answer.arrayBuffer()),
        told: answer.headers.get("content-range"),
      };
    };
    const middle = await part("bytes=262100-262200");
    expect(middle).toMatchObject({ status: 206, told: `bytes 262100-262200/${bytes.length}` });
    expect(middle.bytes.equals(bytes.subarray(262_100, 262_201))).toBe(true);
    expect((await part("bytes=-5")).bytes.equals(bytes.subarray(-5))).toBe(true);
    expect((await part(`bytes=${bytes.length}-`)).status).toBe(416);
    expect((await part("bytes=5-4")).status).toBe(416);
    expect((await part("lines=1-2")).status).toBe(200);
    expect((await part("bytes=0-1", "south")).status).toBe(404);
    const has = { headers: { "if-none-match": `"${hash}"` } };
    expect((await fetchFile("mediator", message, hash, has)).status).toBe(304);
    expect((await fetchFile("south", message, hash, has)).status).toBe(404);
    expect((await fetchFile("south", message, hash, { method: "HEAD" })).status).toBe(404);
  });

  it("[R61] a picture is shown as what it is, and as nothing else", async () => {
    const { message, hash } = await sent(png(), "photo.html");
    const shown = await fetchFile("mediator", message, hash, {}, "?preview=1");
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect(shown.headers.get("content-disposition")).toMatch(/^attachment; filename="photo.html.png"/);
    const hiding = await sent(Buffer.concat([png(), Buffer.from("<script>alert(1)</script>")]), "photo.png");
    const bytes = await fetchFile("mediator", hiding.message, hiding.hash, {}, "?preview=1");
    expect(bytes.headers.get("content-type")).toBe("application/octet-stream");
  });

  it.each<[string, Buffer, string]>([
    ["HTML", Buffer.from("<html><script>alert(1)</script>"), "page.pdf"],
    ["SVG", Buffer.from('<svg onload="alert(1)">'), "drawing.png"],
    ["nothing", Buffer.alloc(0), "empty.txt"],
  ])("[R61] %s is refused, whatever it calls itself", async (_, bytes, name) => {
    expect(await bring("north", bytes, { name })).toMatchObject({
      status: 415,
      body: { code: "file-type-refused" },
    });
  });

  it("[R61] too large a file is refused, and one as large as may be is taken", async () => {
    const filled = (length: number) => Buffer.alloc(length, "a");
    expect((await bring("north", filled(LIMIT + 1), { name: "a.txt" })).body.code).toBe("too-large");
    expect((await bring("north", filled(LIMIT), { name: "a.txt" })).status).toBe(200);
  });

  it("[R62] brought twice it is one; a message holds ten; others find nothing before it is sent", async () => {
    const command = randomUUID();
    const [first, again] = [
      await bring("north", pdf("same"), { command }),
      await bring("north", pdf("same"), { command }),
    ];
    expect(again.body).toEqual(first.body);
    for (let i = 0; i < 9; i++) await bring("north", pdf(`paper ${i}`), { command });
    expect((await bring("north", pdf("one more"), { command })).body.code).toBe("too-many-files");
    const message = await say("north", command, [first.body.sha256]);
    expect(message.body.files).toEqual([first.body]);
    expect((await fetchFile("north", message.body.id, sha(pdf("paper 1")))).status).toBe(404);
  });

  it("[R62] nobody sends what another brought, or what is not there", async () => {
    const command = randomUUID();
    const { body } = await bring("mediator", pdf("the mediator's"), { command });
    expect((await say("north", command, [body.sha256])).body.code).toBe("files-absent");
    expect((await say("north", randomUUID(), ["0".repeat(64)])).body.code).toBe("files-absent");
  });

  it("[R62] the same bytes in another channel tell nothing, and go when theirs go", async () => {
    const [other, short] = [await open("south"), await open("north", 1)];
    const bytes = pdf("the same paper");
    const first = await sent(bytes, "paper.pdf", short);
    const command = randomUUID();
    const probe = await bring("south", bytes, { command, to: other });
    const fresh = await bring("south", pdf("another paper"), { to: other });
    expect([probe.status, Object.keys(probe.body)]).toEqual([fresh.status, Object.keys(fresh.body)]);
    const second = await say("south", command, [probe.body.sha256], other);
    expect((await fetchFile("south", first.message, first.hash)).status).toBe(404);
    clock += 86_400_000;
    await table.server.round();
    expect((await fetchFile("north", first.message, first.hash)).status).toBe(404);
    expect((await fetchFile("south", second.body.id, first.hash)).status).toBe(200);
  });

  it("[R62] goes with its message when that is withdrawn", async () => {
    const { message, hash } = await sent(pdf("a mistake"), "paper.pdf");
    const { body } = await table.ask<{ message: MessageView }>("north", table.at(`/messages/${message}`));
    await table.post("north", table.at(`/messages/${message}`), {
      ...{ command: randomUUID(), revision: body.message.revision, change: { type: "withdraw" } },
    });
    expect((await fetchFile("mediator", message, hash)).status).toBe(404);
  });

  it("[R57] carried, it is a file of its own, and only those are carried that are named", async () => {
    const other = await open("south");
    const command = randomUUID();
    const [one, two] = [
      (await bring("north", pdf("to carry"), { command })).body,
      (await bring("north", pdf("to keep"), { command })).body,
    ];
    const origin = (await say("north", command, [one.sha256, two.sha256])).body;
    const carried = await table.post<MessageView>("mediator", table.at(`/messages/${origin.id}/carry`), {
      ...{ command: randomUUID(), for: id("mediator"), to: other, text: "", language: null },
      ...{ files: [one.sha256], tell: false },
    });
    expect(carried.body.files).toEqual([one]);
    expect((await fetchFile("south", carried.body.id, one.sha256)).status).toBe(200);
    expect((await fetchFile("south", carried.body.id, two.sha256)).status).toBe(404);
    expect((await fetchFile("south", origin.id, one.sha256)).status).toBe(404);
  });

  it("[R62] who is not in the channel brings nothing; the address says no more than that nothing is there", async () => {
    expect((await bring("south", pdf(), { by: "south" })).status).toBe(404);
    expect((await bring("nobody", pdf(), { by: "north" })).status).toBe(404);
    expect((await bring("north", pdf(), { by: "mediator" })).body.code).toBe("not-yours");
    const json = await table.post<{ code: string }>("north", table.at(`/channels/${channel}/files`), {});
    expect(json).toMatchObject({ status: 415 });
    const bare = new FormData();
    bare.append("file", new Blob(["x"]), "x.txt");
    const missing = await table.ask<{ code: string }>("north", table.at(`/channels/${channel}/files`), {
      method: "POST",
      body: bare,
    });
    expect(missing.body.code).toBe("invalid-request");
  });
});
