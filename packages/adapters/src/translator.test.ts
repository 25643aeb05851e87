/** The client of LibreTranslate against a server that speaks its protocol, in health and sickness. */
import type { Document, Translation } from "@parley/protocol";
import { afterEach, describe, expect, test } from "vitest";
import { type LibreTranslateOptions, slowDown, startLibreTranslate } from "../test/libretranslate.ts";
import { withoutPauses } from "../test/patience.ts";
import { html, json, type Misbehaviour, type RecordingServer } from "../test/recording-server.ts";
import { openTranslator } from "./translator.ts";

const TEXT = "Заголовок\n\nПервый абзац. Второе предложение.\n\n***\n\nПоследний абзац.";
const DICTIONARY = {
  Заголовок: "Headline",
  "Первый абзац. Второе предложение.": "First paragraph. Second sentence.",
  "Первый абзац.": "First paragraph.",
  "Второе предложение.": "Second sentence.",
  "Последний абзац.": "Last paragraph.",
};
const document = (more: Partial<Document> = {}): Document => ({
  ...{ id: "d", uri: null, title: "Заголовок", outlet: null, agencies: [], authors: [], language: "ru" },
  ...{ published: null, dateline: null, text: TEXT, sha256: "", reprintOf: null, diagnostics: [] },
  ...more,
});

let server: RecordingServer;
afterEach(() => server.close());

async function start(
  options: LibreTranslateOptions & { key?: string; timeout?: number; perAnswer?: number } = {},
) {
  server = await startLibreTranslate({ dictionary: DICTIONARY, ...options });
  const patience = withoutPauses(options.perAnswer);
  const { address, host } = server;
  const endpoint = { address, host, key: options.key ?? null, timeout: options.timeout ?? 5_000 };
  return { patience, translator: openTranslator(endpoint, patience) };
}
const asked = () => server.received.filter(({ path }) => path === "/translate").map(({ body }) => body);
const english = ({ passages }: Translation) => passages.map(({ text }) => text);

describe("a document", () => {
  test("is translated paragraph by paragraph, each tied to its place", async () => {
    const { translator } = await start();
    const { translation, leftOutFrom } = await translator.translate(document());
    expect(translation).toMatchObject({
      from: "ru",
      by: `LibreTranslate at ${server.host}`,
      title: "Headline",
    });
    expect(leftOutFrom).toBe(null);
    expect(translation.passages.map(({ start, end, text }) => [TEXT.slice(start, end), text])).toEqual([
      ["Заголовок", "Headline"],
      ["Первый абзац. Второе предложение.", "First paragraph. Second sentence."],
      ["Последний абзац.", "Last paragraph."],
    ]);
    expect(asked()).toEqual([
      {
        q: ["Заголовок", "Первый абзац. Второе предложение.", "Последний абзац."],
        ...{ source: "ru", target: "en", format: "text" },
      },
    ]);
  });

  test("asks for the languages once, and never for a guess at them", async () => {
    const { translator } = await start();
    await Promise.all([translator.translate(document()), translator.translate(document())]);
    await translator.translate(document());
    const paths = server.received.map(({ path }) => path);
    expect(paths.filter((path) => path === "/languages")).toHaveLength(1);
    expect(paths).not.toContain("/detect");
  });

  test("gets its title translated too where that is no part of the text", async () => {
    const { translator } = await start({
      dictionary: { ...DICTIONARY, "Другой заголовок": "Another headline" },
    });
    const { translation } = await translator.translate(document({ title: "Другой заголовок" }));
    expect(translation.title).toBe("Another headline");
    expect(english(translation)).toHaveLength(3);
  });

  test("goes out in requests of a size that servers take", async () => {
    const { translator } = await start();
    const paragraphs = Array.from({ length: 60 }, (_, i) =>
      `Абзац номер ${i}. ${"Слова. ".repeat(20)}`.trim(),
    );
    const { translation } = await translator.translate(
      document({ text: paragraphs.join("\n\n"), title: null }),
    );
    expect(english(translation)).toEqual(paragraphs);
    expect(asked().length).toBeGreaterThan(2);
    for (const { q } of asked() as { q: string[] }[]) expect(q.join("").length).toBeLessThanOrEqual(4_000);
  });

  test("is cut smaller where the server's limits are smaller, down to sentences", async () => {
    const limited = await start({ charLimit: 20, batchLimit: 2 });
    const { translation } = await limited.translator.translate(document());
    expect(english(translation)).toEqual([
      "Headline",
      "First paragraph. Second sentence.",
      "Last paragraph.",
    ]);
    expect(limited.patience.pauses).toEqual([]);
  });

  test("of a sentence longer than the server takes is not translated", async () => {
    const { translator } = await start({ charLimit: 12 });
    await expect(translator.translate(document())).rejects.toMatchObject({ code: "too-long" });
  });

  test("is translated up to a length, and says from where on not", async () => {
    const { translator } = await start();
    const text = Array.from({ length: 120 }, () => "Слово ".repeat(150).trim()).join("\n\n");
    const { translation, leftOutFrom } = await translator.translate(document({ text, title: null }));
    expect(translation.passages.at(-1)!.end).toBeLessThanOrEqual(100_000);
    expect(leftOutFrom).toBe(translation.passages.at(-1)!.end + 2);
  });

  test("in Chinese finds the server's own name for it", async () => {
    const { translator } = await start();
    const text = "两国外长通电话。";
    await translator.translate(document({ text, title: null, language: "zh" }));
    expect(asked()).toMatchObject([{ source: "zh-Hans" }]);
  });
});

describe("keys", () => {
  test("go with the request where there is one", async () => {
    const { translator } = await start({ keys: ["k-123"], key: "k-123" });
    await translator.translate(document());
    expect(asked()).toMatchObject([{ api_key: "k-123" }]);
  });

  test.each([
    ["missing", undefined],
    ["wrong", "k-999"],
  ])("%s: said, not tried again, never repeated", async (_, key) => {
    const { translator, patience } = await start({ keys: ["k-123"], ...(key ? { key } : {}) });
    const failure = translator.translate(document());
    await expect(failure).rejects.toMatchObject({
      code: "key",
      message: expect.stringContaining(server.host),
    });
    await expect(failure).rejects.not.toThrow(/k-999/);
    expect(patience.pauses).toEqual([]);
  });
});

describe("failures", () => {
  test.each<[string, Misbehaviour[], number[]]>([
    ["too many requests", [slowDown(), slowDown()], [1_000, 2_000]],
    ["too many requests, with the time to wait", [slowDown({ "retry-after": "7" })], [7_000]],
    [
      "a proxy whose server is down",
      [html(502, "502 Bad Gateway"), html(503, "503"), html(504, "504")],
      [1_000, 2_000, 4_000],
    ],
    ["a fault of its own", [json(500, { error: "Cannot translate text: out of memory" })], [1_000]],
    ["a connection that breaks", ["hang-up"], [1_000]],
  ])("%s passes: asked again, with pauses", async (_, misbehaviours, pauses) => {
    const { translator, patience } = await start();
    server.misbehave(misbehaviours, ({ path }) => path === "/translate");
    expect(english((await translator.translate(document())).translation)).toHaveLength(3);
    expect(patience.pauses).toEqual(pauses);
  });

  test.each<[string, Misbehaviour[], { code: string; message: RegExp; pauses: number }]>([
    [
      "too many requests for good",
      Array.from({ length: 9 }, () => slowDown()),
      { code: "busy", message: /Slowdown: 80 per 1 minute/, pauses: 3 },
    ],
    ["an hour to wait", [slowDown({ "retry-after": "3600" })], { code: "busy", message: /429/, pauses: 0 }],
    [
      "a proxy whose server stays down",
      Array.from({ length: 9 }, () => html(502, "502 Bad Gateway")),
      { code: "failing", message: /502 Bad Gateway/, pauses: 3 },
    ],
    [
      "a wrong address",
      [html(404, "404 Not Found")],
      { code: "wrong-address", message: /404 Not Found.*address/, pauses: 0 },
    ],
    [
      "a web page in the place of JSON",
      [html(200, "Welcome")],
      { code: "wrong-address", message: /no JSON: “Welcome”/, pauses: 0 },
    ],
    [
      "JSON of something else",
      [json(200, { ok: true })],
      { code: "unreadable", message: /LibreTranslate/, pauses: 0 },
    ],
    [
      "too few paragraphs",
      [json(200, { translatedText: ["one"] })],
      { code: "unreadable", message: /1 paragraphs for 3/, pauses: 0 },
    ],
    [
      "nothing but blanks",
      [json(200, { translatedText: ["", " ", ""] })],
      { code: "unreadable", message: /empty/, pauses: 0 },
    ],
    [
      "a redirect",
      [{ status: 302, body: "", headers: { location: "https://elsewhere.example/" } }],
      { code: "redirected", message: /elsewhere\.example/, pauses: 0 },
    ],
    [
      "a request it does not take",
      [json(400, { error: "Invalid request" })],
      { code: "rejected", message: /Invalid request/, pauses: 0 },
    ],
  ])("%s: %o", async (_, misbehaviours, { code, message, pauses }) => {
    const { translator, patience } = await start();
    server.misbehave(misbehaviours, ({ path }) => path === "/translate");
    await expect(translator.translate(document())).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(patience.pauses).toHaveLength(pauses);
  });

  test("a slow answer is given up in time", async () => {
    const { translator } = await start({ timeout: 150 });
    server.misbehave([{ silentFor: 2_000 }], ({ path }) => path === "/translate");
    const began = Date.now();
    await expect(translator.translate(document())).rejects.toMatchObject({
      code: "timeout",
      message: /0\.2 s|0\.1 s/,
    });
    expect(Date.now() - began).toBeLessThan(1_500);
  });

  test("a document gets no more time than its own, however often it may be tried", async () => {
    const { translator, patience } = await start();
    server.misbehave(
      Array.from({ length: 9 }, () => slowDown({ "retry-after": "59" })),
      ({ path }) => path === "/translate",
    );
    await expect(translator.translate(document())).rejects.toMatchObject({ code: "busy" });
    expect(patience.pauses).toEqual([59_000, 59_000, 59_000]);
  });

  test("a document that takes too long is given up between two requests", async () => {
    const { translator } = await start({ perAnswer: 70_000 });
    const text = Array.from({ length: 60 }, () => "Слово ".repeat(100).trim()).join("\n\n");
    await expect(translator.translate(document({ text }))).rejects.toMatchObject({
      code: "timeout",
      message: expect.stringContaining("this document"),
    });
    expect(asked()).toHaveLength(2);
  });

  test("a language that it does not know", async () => {
    const { translator } = await start({ languages: ["ru", "tr"] });
    await expect(translator.translate(document({ language: "hy" }))).rejects.toMatchObject({
      code: "language",
      message: expect.stringMatching(/"hy" into English; it knows ru, tr/),
    });
    expect(asked()).toEqual([]);
  });

  test("a language that it does not know into English, whether or not it lists that", async () => {
    const { translator } = await start({ withoutEnglish: ["ka"] });
    await expect(translator.translate(document({ language: "ka" }))).rejects.toMatchObject({
      code: "language",
    });
    server.misbehave([json(200, [{ code: "ka", name: "Georgian" }])], ({ path }) => path === "/languages");
    const endpoint = { address: server.address, host: server.host, key: null, timeout: 5_000 };
    const patience = withoutPauses();
    await expect(
      openTranslator(endpoint, patience).translate(document({ language: "ka" })),
    ).rejects.toMatchObject({
      code: "language",
    });
    expect(patience.pauses).toEqual([]);
  });

  test("languages that could not be asked for are asked for again", async () => {
    const { translator } = await start();
    server.misbehave([html(404, "Not Found")], ({ path }) => path === "/languages");
    await expect(translator.translate(document())).rejects.toMatchObject({ code: "wrong-address" });
    expect(english((await translator.translate(document())).translation)).toHaveLength(3);
  });

  test("nobody there", async () => {
    const { translator, patience } = await start();
    await server.close();
    await expect(translator.translate(document())).rejects.toMatchObject({
      code: "unreachable",
      message: expect.stringMatching(/refused.*ECONNREFUSED/),
    });
    expect(patience.pauses).toEqual([]);
  });
});
