/** Documents in other languages on their way through the server, with the real reader and endpoints of this test's own. */
import { join } from "node:path";
import type { DocumentView, Job, Process } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLibreTranslate } from "../../../packages/adapters/test/libretranslate.ts";
import { startOpenAi } from "../../../packages/adapters/test/openai.ts";
import { html, type RecordingServer } from "../../../packages/adapters/test/recording-server.ts";
import type { RunningServer } from "../src/index.ts";
import { ask, command, post, ROOT, start } from "./running.ts";

const DICTIONARY = {
  "Лавров и Мирзоян поговорили по телефону": "Lavrov and Mirzoyan spoke by phone",
  "Министр иностранных дел России Сергей Лавров 4 мая 2022 года провёл телефонный разговор с Араратом Мирзояном, сообщил МИД России.":
    "Russian Foreign Minister Sergey Lavrov held a telephone conversation with Ararat Mirzoyan on May 4, 2022, the Russian Foreign Ministry said.",
  "Дорогу в деревню открыли для семей в пятницу.":
    "The road to the village was reopened to families on Friday.",
};
const RUSSIAN = { text: Object.keys(DICTIONARY).join("\n\n"), published: "2022-05-08" };
const ARMENIAN = { text: "Արտաքին գործերի նախարարը հեռախոսազրույց է ունեցել իր գործընկերոջ հետ։" };
const ENGLISH = { text: "Sergey Lavrov met Ararat Mirzoyan in Geneva on 6 May 2022." };
const ROAD = {
  ...{ quote: "The road to the village was reopened to families", kind: "measure", type: "opening" },
  ...{ status: "happened", stance: "asserts", background: false, actors: [], time: null, place: null },
  ...{ speaker: null, cue: null },
};
const worker = join(ROOT, "apps/server/src/read-worker.ts");

async function openProcess(server: RunningServer): Promise<string> {
  const opening = { name: "Talks", description: "", parties: [], mediators: [], command: command() };
  return (await post<Process>(server, "/processes", opening)).body.id;
}

/** The documents that were handed in, read, in the order given. */
async function handIn(server: RunningServer, process: string, documents: object[]): Promise<DocumentView[]> {
  const address = `/processes/${process}/documents`;
  const { body: job } = await post<Job>(server, address, { documents, command: command() });
  await server.settled();
  const views = job.items.map(({ document }) =>
    ask<DocumentView>(server, `${address}/${encodeURIComponent(document!)}`),
  );
  return (await Promise.all(views)).map(({ body }) => body);
}

describe("with endpoints configured", () => {
  let translation: RecordingServer;
  let second: RecordingServer;
  let server: RunningServer;
  let russian: DocumentView;
  let armenian: DocumentView;
  let english: DocumentView;

  beforeAll(async () => {
    translation = await startLibreTranslate({ dictionary: DICTIONARY });
    second = await startOpenAi({
      reads: (text) => (text.includes(ROAD.quote) ? [ROAD, { ...ROAD, quote: "no such words here" }] : []),
    });
    const timeout = 5_000;
    const adapters = {
      translator: { address: translation.address, host: translation.host, key: null, timeout },
      secondReader: {
        address: `${second.address}/v1`,
        host: second.host,
        key: "sk-test-0123456789",
        timeout,
        model: "test-model",
      },
    };
    server = await start({ worker, adapters });
    [russian, armenian, english] = (await handIn(server, await openProcess(server), [
      RUSSIAN,
      ARMENIAN,
      ENGLISH,
    ])) as [DocumentView, DocumentView, DocumentView];
  }, 120_000);
  afterAll(() => Promise.all([server.close(), translation.close(), second.close()]));

  test("a document in another language is read, and its evidence is the original", () => {
    expect(russian.unread).toBe(null);
    expect(russian.document).toMatchObject({ language: "ru", text: RUSSIAN.text });
    expect(russian.document.translation?.passages.map(({ text }) => text)).toEqual(Object.values(DICTIONARY));
    expect(russian.claims.length).toBeGreaterThan(1);
    for (const claim of russian.claims) {
      expect(russian.document.text.slice(claim.start, claim.end)).toBe(claim.quote);
      expect(DICTIONARY[claim.quote as keyof typeof DICTIONARY]).toContain(claim.translation!.quote);
    }
    expect(russian.occurrences.map(({ type }) => type)).toContain("call");
  });

  test("what a second reader proposes is there under its name, once", () => {
    const proposed = russian.claims.filter(({ proposedBy }) => proposedBy !== undefined);
    expect(proposed.map(({ proposedBy, translation }) => [proposedBy, translation?.quote])).toEqual([
      [`test-model at ${second.host}`, ROAD.quote],
    ]);
    expect(russian.document.diagnostics.map(({ rule }) => rule)).toContain("second-reader.not-verbatim");
  });

  test("one that cannot be translated is kept unread, with why, and the others are read", () => {
    expect(armenian.unread).toMatch(/"hy".*could not be translated.*it knows/);
    expect(armenian.document.text).toBe(ARMENIAN.text);
    expect(armenian.claims).toEqual([]);
    expect(armenian.document.diagnostics.map(({ rule }) => rule)).toContain("translation.language");
    expect(english.claims.length).toBeGreaterThan(0);
  });

  test("an endpoint that is down costs no document, and what was handed in meanwhile is read when it is handed in again", async () => {
    translation.misbehave([html(403, "Forbidden")], ({ path }) => path === "/translate");
    const process = await openProcess(server);
    const [kept, read] = await handIn(server, process, [RUSSIAN, ENGLISH]);
    expect(kept!.unread).toMatch(/could not be translated.*403/);
    expect(read!.unread).toBe(null);
    const [again] = await handIn(server, process, [RUSSIAN]);
    expect(again!.document.id).toBe(kept!.document.id);
    expect(again!.unread).toBe(null);
    expect(again!.claims.length).toBeGreaterThan(0);
  });
});

test("with none configured nothing is sent, and the document is kept unread", async () => {
  const translation = await startLibreTranslate({ dictionary: DICTIONARY });
  const server = await start({ worker });
  const [view] = await handIn(server, await openProcess(server), [RUSSIAN]);
  expect(view!.unread).toMatch(/only English is read$/);
  expect(view!.document.text).toBe(RUSSIAN.text);
  expect(translation.connections()).toBe(0);
  await Promise.all([server.close(), translation.close()]);
}, 120_000);
