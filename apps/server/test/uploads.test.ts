import type { Job } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { LIMITS } from "../src/context.ts";
import type { RunningServer } from "../src/index.ts";
import { reportsOf } from "../src/uploads.ts";
import { ask, command, post, start } from "./running.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>
  <item><title>First</title><link>https://a.example/1</link><description>Ada called Bo on 2020-10-03.</description></item>
  <item><title>Second</title><link>https://a.example/2</link><description>Cy called Dee on 2020-10-04.</description></item>
</channel></rss>`;

describe("files", () => {
  it("a page is html, a text is text", () => {
    expect(reportsOf("a.html", bytes("<html><body><p>Hello</p></body></html>"))).toMatchObject([
      { name: "a.html", source: { html: expect.stringContaining("Hello") } },
    ]);
    expect(reportsOf("a.txt", bytes("Hello"))).toMatchObject([{ name: "a.txt", source: { text: "Hello" } }]);
  });

  it("a feed is as many reports as it has entries", () => {
    expect(reportsOf("feed.rss", bytes(FEED)).map((given) => given.name)).toEqual(["First", "Second"]);
  });

  it("a JSON-lines file is as many reports as it has good lines; each bad one says which", () => {
    const lines =
      '{"id":"x1","text":"One"}\n{broken\n\n{"title":"no text"}\n{"html":"<p>Two</p>","title":"Two"}\n';
    const given = reportsOf("all.jsonl", bytes(lines));
    expect(given.map((one) => [one.name, one.source.id ?? null, one.refused?.rule ?? null])).toEqual([
      ["all.jsonl:1", "x1", null],
      ["all.jsonl:2", null, "line-no-json"],
      ["all.jsonl:4", null, "line-misshapen"],
      ["Two", null, null],
    ]);
  });

  it("a charset other than UTF-8 is read as what it is", () => {
    const page = Buffer.concat([
      bytes('<html><head><meta charset="windows-1251"></head><body><p>'),
      Buffer.from([0xcb, 0xe0, 0xe2, 0xf0, 0xee, 0xe2]),
      bytes("</p></body></html>"),
    ]);
    expect(reportsOf("a.html", page)[0]?.source.html).toContain("Лавров");
  });

  it("a picture and an empty file are given a place and a reason", () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 0, 0, 0]);
    for (const [name, content] of [
      ["a.png", png],
      ["b.txt", bytes("")],
    ] as const) {
      const [given] = reportsOf(name, content);
      expect(given).toMatchObject({ name, source: { text: "" } });
    }
  });
});

describe("uploads", () => {
  let server: RunningServer;
  let process: string;
  beforeAll(async () => {
    server = await start({ limits: { file: 10_000 } });
    const opening = { name: "Talks", description: "", parties: [], mediators: [], command: command() };
    process = (await post<{ id: string }>(server, "/processes", opening)).body.id;
  }, 120_000);
  afterAll(() => server?.close());

  it("folders of files become one job, once for one command, with a line for what is too large", async () => {
    const once = command();
    const send = async () => {
      const form = new FormData();
      form.append("command", once);
      form.append("files", new Blob(["Ada called Bo on 2020-10-03."]), "folder/a.txt");
      form.append("files", new Blob([FEED]), "folder/feed.rss");
      form.append("files", new Blob(["x".repeat(20_000)]), "folder/big.txt");
      form.append("files", new Blob(["Eve called Fay on 2020-10-03."]), "folder/z.txt");
      return ask<z.infer<typeof Job>>(server, `/processes/${process}/documents`, {
        method: "POST",
        body: form,
      });
    };
    const { status, body } = await send();
    expect(status, JSON.stringify(body)).toBe(200);
    await server.settled();
    const { body: job } = await ask<z.infer<typeof Job>>(server, `/jobs/${body.id}`);
    expect(job.items.map((item) => [item.name, item.state, item.claims])).toEqual([
      ["folder/a.txt", "read", 1],
      ["First", "read", 1],
      ["Second", "read", 1],
      ["folder/big.txt", "failed", 0],
      ["folder/z.txt", "read", 1],
    ]);
    expect((await send()).body.id).toBe(body.id);
  });

  it("one file may be as large as a long report with its pictures", () => {
    expect(LIMITS.file).toBeGreaterThanOrEqual(32 * 1024 * 1024);
  });
});
