/** The client of the OpenAI API against a server that speaks its protocol, in health and sickness. */
import type { Document } from "@parley/protocol";
import { afterEach, describe, expect, test } from "vitest";
import { type OpenAiOptions, openAiError, startOpenAi } from "../test/openai.ts";
import { withoutPauses } from "../test/patience.ts";
import { html, json, type Misbehaviour, type RecordingServer } from "../test/recording-server.ts";
import { openSecondReader } from "./second-reader.ts";

const document = (text: string, more: Partial<Document> = {}): Document => ({
  ...{ id: "d", uri: null, title: null, outlet: null, agencies: [], authors: [], language: "en" },
  ...{ published: null, dateline: null, text, sha256: "", reprintOf: null, diagnostics: [] },
  ...more,
});
const TEXT = "The ministers spoke by telephone on Tuesday.";
const KEY = "sk-test-0123456789";

let server: RecordingServer;
afterEach(() => server.close());

interface Configured {
  key?: string;
  model?: string;
  path?: string;
  timeout?: number;
}
async function start(
  options: OpenAiOptions = {},
  { key = KEY, model = "test-model", path = "/v1", timeout = 5_000 }: Configured = {},
) {
  server = await startOpenAi(options);
  const patience = withoutPauses();
  const endpoint = { address: server.address + path, host: server.host, key, model, timeout };
  return { patience, reader: openSecondReader(endpoint, patience) };
}
type Asked = { messages: { role: string; content: string }[]; temperature?: number };
const asked = () => server.received.map(({ body }) => body as Asked);

describe("a document", () => {
  test("is sent whole, with instructions that hold the vocabulary", async () => {
    const { reader } = await start({ reads: (text) => [{ quote: text }] });
    expect(await reader.propose(document(TEXT))).toEqual({
      proposals: { by: `test-model at ${server.host}`, claims: [{ quote: TEXT }] },
      leftOutFrom: null,
    });
    const [system, user] = asked()[0]!.messages;
    expect(system).toMatchObject({ role: "system", content: expect.stringContaining("martial-law") });
    expect(user).toEqual({ role: "user", content: TEXT });
    expect(server.received[0]!.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  test("in another language is sent in its translation", async () => {
    const { reader } = await start();
    const passages = [{ start: 0, end: 6, text: TEXT }];
    await reader.propose(
      document("Звонок", { translation: { from: "ru", by: "LibreTranslate", title: null, passages } }),
    );
    expect(asked()[0]!.messages[1]!.content).toBe(TEXT);
  });

  test("is sent up to a length, by whole paragraphs, and says from where on not", async () => {
    const { reader } = await start();
    const text = Array.from({ length: 50 }, (_, i) => `Paragraph ${i} ${"word ".repeat(200)}end.`).join(
      "\n\n",
    );
    const { leftOutFrom } = await reader.propose(document(text));
    const sent = asked()[0]!.messages[1]!.content;
    expect(sent.length).toBeLessThanOrEqual(24_000);
    expect(sent).toMatch(/end\.$/);
    expect([text.startsWith(sent), leftOutFrom]).toEqual([true, sent.length]);
  });
});

test("a model that refuses a temperature is asked without one from then on", async () => {
  const { reader, patience } = await start({ refusesTemperature: true });
  await reader.propose(document(TEXT));
  await reader.propose(document(TEXT));
  expect(asked().map(({ temperature }) => temperature)).toEqual([0, undefined, undefined]);
  expect(patience.pauses).toEqual([]);
});

test("an endpoint without keys gets none", async () => {
  server = await startOpenAi();
  const endpoint = {
    address: `${server.address}/v1`,
    host: server.host,
    key: null,
    model: "m",
    timeout: 5_000,
  };
  await expect(openSecondReader(endpoint, withoutPauses()).propose(document(TEXT))).rejects.toMatchObject({
    code: "key",
  });
  expect(server.received[0]!.headers.authorization).toBe(undefined);
});

describe("answers that are none", () => {
  test.each<[string, OpenAiOptions["reads"], string]>([
    ["a refusal", () => ({ content: null, refusal: "I'm sorry, I cannot assist with that." }), "declined"],
    ["a filter", () => ({ content: "", finish_reason: "content_filter" }), "declined"],
    [
      "JSON that breaks off",
      () => ({ content: '{"claims":[{"quote":"The min', finish_reason: "length" }),
      "cut-short",
    ],
    [
      "JSON that breaks off and says nothing of it",
      () => ({ content: '{"claims":[{"quote":"The min' }),
      "unreadable",
    ],
    ["prose", () => ({ content: "Here are the claims:" }), "unreadable"],
    ["JSON of another form", () => ({ content: '{"events":[]}' }), "unreadable"],
    ["no content", () => ({ content: null }), "unreadable"],
  ])("%s", async (_, reads, code) => {
    const { reader, patience } = await start(reads ? { reads } : {});
    await expect(reader.propose(document(TEXT))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(`test-model at ${server.host}`),
    });
    expect(patience.pauses).toEqual([]);
  });
});

describe("failures", () => {
  test.each<[string, Misbehaviour[], number[]]>([
    ["too many requests", [openAiError(429, "Rate limit reached", { code: "rate_limit_exceeded" })], [1_000]],
    [
      "an overloaded server",
      [openAiError(503, "The engine is currently overloaded"), html(502, "Bad Gateway")],
      [1_000, 2_000],
    ],
  ])("%s passes: asked again, with pauses", async (_, misbehaviours, pauses) => {
    const { reader, patience } = await start();
    server.misbehave(misbehaviours);
    expect((await reader.propose(document(TEXT))).proposals.claims).toEqual([]);
    expect(patience.pauses).toEqual(pauses);
  });

  test.each<[string, Misbehaviour, string]>([
    [
      "an account that is used up",
      openAiError(429, "You exceeded your current quota", { code: "insufficient_quota" }),
      "quota",
    ],
    [
      "a text too long for the model",
      openAiError(400, "This model's maximum context length is 4096 tokens", {
        code: "context_length_exceeded",
      }),
      "too-long",
    ],
    ["no structured output", openAiError(400, "response_format json_schema is not supported"), "rejected"],
    ["an error as Ollama writes it", json(404, { error: "model 'qwen' not found" }), "model"],
    [
      "an error as llama.cpp writes it",
      json(400, { error: { code: 400, message: "bad grammar", type: "invalid_request_error" } }),
      "rejected",
    ],
    ["no completion", json(200, { ok: true }), "unreadable"],
  ])("%s is not tried again", async (_, misbehaviour, code) => {
    const { reader, patience } = await start();
    server.misbehave([misbehaviour]);
    await expect(reader.propose(document(TEXT))).rejects.toMatchObject({ code });
    expect(patience.pauses).toEqual([]);
  });

  test.each<[string, Configured, string, RegExp]>([
    ["a wrong key, which the server repeats and we do not", { key: "sk-wrong" }, "key", /provided: •••/],
    ["a model that is not there", { model: "other" }, "model", /`other` does not exist/],
    ["a wrong path", { path: "/openai" }, "wrong-address", /Invalid URL/],
  ])("%s", async (_, configured, code, said) => {
    const { reader } = await start({}, configured);
    const failure = reader.propose(document(TEXT));
    await expect(failure).rejects.toMatchObject({ code, message: expect.stringMatching(said) });
    await expect(failure).rejects.not.toThrow(/sk-/);
  });

  test("a slow answer is given up in time", async () => {
    const { reader } = await start({}, { timeout: 150 });
    server.misbehave([{ silentFor: 2_000 }]);
    await expect(reader.propose(document(TEXT))).rejects.toMatchObject({ code: "timeout" });
  });
});
