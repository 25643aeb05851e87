/** `parley read` as a program, with endpoints of this test's own: what it says, what it sends, what it prints. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { RecordFile } from "@parley/protocol";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startLibreTranslate } from "../../../packages/adapters/test/libretranslate.ts";
import { startOpenAi } from "../../../packages/adapters/test/openai.ts";
import { html, type RecordingServer } from "../../../packages/adapters/test/recording-server.ts";
import { ROOT } from "./reader.ts";

const DICTIONARY = {
  "Лавров и Мирзоян поговорили по телефону": "Lavrov and Mirzoyan spoke by phone",
  "Министр иностранных дел России Сергей Лавров 4 мая 2022 года провёл телефонный разговор с Араратом Мирзояном, сообщил МИД России.":
    "Russian Foreign Minister Sergey Lavrov held a telephone conversation with Ararat Mirzoyan on May 4, 2022, the Russian Foreign Ministry said.",
  "Дорогу в деревню открыли для семей в пятницу.":
    "The road to the village was reopened to families on Friday.",
};
const LINES = [
  { id: "ru", text: Object.keys(DICTIONARY).join("\n\n"), published: "2022-05-08" },
  { id: "hy", text: "Արտաքին գործերի նախարարը հեռախոսազրույց է ունեցել իր գործընկերոջ հետ։" },
  { id: "en", text: "Sergey Lavrov met Ararat Mirzoyan in Geneva on 6 May 2022." },
];
const ROAD = {
  ...{ quote: "The road to the village was reopened to families", kind: "measure", type: "opening" },
  ...{ status: "happened", stance: "asserts", background: false, actors: [], time: null, place: null },
  ...{ speaker: null, cue: null },
};
const KEY = "sk-test-0123456789";

let folder: string;
let translation: RecordingServer;
let second: RecordingServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-adapters-"));
  writeFileSync(join(folder, "lines.ndjson"), LINES.map((line) => JSON.stringify(line)).join("\n"));
  writeFileSync(join(folder, "key"), `${KEY}\n`);
});
beforeEach(async () => {
  await Promise.all([translation?.close(), second?.close()]);
  translation = await startLibreTranslate({ dictionary: DICTIONARY });
  second = await startOpenAi({ reads: (given) => (given.includes(ROAD.quote) ? [ROAD] : []) });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await Promise.all([translation.close(), second.close()]);
});

/** The program from its sources. */
async function parley(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", join(ROOT, "apps/cli/src/main.ts"), ...args], {
    env: { PATH: process.env.PATH, ...env },
    cwd: ROOT,
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, code: await ended };
}
const lines = () => join(folder, "lines.ndjson");

describe("with nothing configured", () => {
  test("nothing is sent, and documents in other languages are kept unread", async () => {
    const { stdout, stderr } = await parley(["read", lines()]);
    const { documents } = RecordFile.parse(JSON.parse(stdout));
    expect(documents.map(({ id, language }) => [id, language])).toEqual([
      ["en", "en"],
      ["hy", "hy"],
      ["ru", "ru"],
    ]);
    expect(documents.find(({ id }) => id === "ru")!.text).toBe(LINES[0]!.text);
    expect(stderr).toBe("");
    expect([translation.connections(), second.connections()]).toEqual([0, 0]);
  });

  test("--send-nothing says no to the environment", async () => {
    const { stdout, stderr } = await parley(["read", "--send-nothing", lines()], {
      PARLEY_TRANSLATE_URL: translation.address,
    });
    expect(JSON.parse(stdout).documents[2].translation).toBe(undefined);
    expect([stderr, translation.connections()]).toEqual(["", 0]);
  });
});

describe("with endpoints configured", () => {
  test("the run says where text goes, reads in translation, and says what came of it", async () => {
    const { stdout, stderr } = await parley(["read", "--quiet", "--translate", translation.address, lines()]);
    const record = RecordFile.parse(JSON.parse(stdout));
    const texts = new Map(record.documents.map((document) => [document.id, document.text]));
    const translated = record.claims.filter(({ translation: one }) => one !== undefined);
    expect(translated.length).toBeGreaterThan(1);
    expect(new Set(translated.map(({ document }) => document))).toEqual(new Set(["ru"]));
    for (const { document, start, end, quote } of record.claims)
      expect(texts.get(document)!.slice(start, end)).toBe(quote);
    expect(stderr.split("\n")).toEqual([
      `SENDS TEXT ELSEWHERE: reports in other languages to ${translation.host} (this machine), for translation.`,
      "By the endpoints: 1 translated, 0 read a second time; failed: 1 not translated, and kept unread (their diagnostics say why).",
      "",
    ]);
    expect(second.connections()).toBe(0);
  });

  test("from the environment, with a key from a file; lines stay in their order", async () => {
    translation.misbehave([{ silentFor: 300 }], ({ path }) => path === "/translate");
    const { stdout, stderr } = await parley(["read", "--format", "ndjson", lines()], {
      PARLEY_TRANSLATE_URL: translation.address,
      PARLEY_SECOND_READER_URL: `${second.address}/v1`,
      PARLEY_SECOND_READER_MODEL: "test-model",
      PARLEY_SECOND_READER_KEY_FILE: join(folder, "key"),
    });
    const records = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map(({ id }) => id)).toEqual(["ru", "hy", "en"]);
    const proposed = records[0].claims.filter(
      ({ proposedBy }: { proposedBy?: string }) => proposedBy !== undefined,
    );
    expect(proposed).toMatchObject([
      { proposedBy: `test-model at ${second.host}`, translation: { quote: ROAD.quote } },
    ]);
    expect(second.received.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${KEY}`,
      `Bearer ${KEY}`,
    ]);
    expect(stdout + stderr).not.toContain(KEY);
    expect(stderr).toContain(
      `every report that is read to ${second.host} (this machine), for a second reading by test-model`,
    );
  });

  test("an endpoint that is down leaves a record of everything, with codes", async () => {
    translation.misbehave([html(404, "404 Not Found")], ({ path }) => path === "/languages");
    const { stdout, code } = await parley(["read", lines()], { PARLEY_TRANSLATE_URL: translation.address });
    const { documents, claims } = RecordFile.parse(JSON.parse(stdout));
    const rules = new Map(documents.map(({ id, diagnostics }) => [id, diagnostics.map(({ rule }) => rule)]));
    expect(rules.get("ru")).toContain("translation.wrong-address");
    expect(claims.map(({ document }) => document)).toContain("en");
    expect(code).toBe(0);
  });

  test("settings that are wrong stop the run before anything is read, without the secret", async () => {
    const { stdout, stderr, code } = await parley(["read", lines()], {
      PARLEY_TRANSLATE_URL: "https://me:hush-hush@t.example",
    });
    expect([stdout, code]).toEqual(["", 1]);
    expect(stderr).toMatch(/^parley: PARLEY_TRANSLATE_URL must hold no password/);
    expect(stderr).not.toContain("hush-hush");
  });
});

test("help says that text is sent elsewhere; the schema has what a translation adds", async () => {
  const [read, serve, schema] = await Promise.all(
    [["read", "--help"], ["serve", "--help"], ["schema"]].map((args) => parley(args)),
  );
  for (const { stdout } of [read!, serve!]) expect(stdout).toMatch(/SENT THERE/);
  expect(read!.stdout).toMatch(/--translate <address> +SENDS TEXT ELSEWHERE/);
  const { properties } = JSON.parse(schema!.stdout);
  expect(Object.keys(properties.claims.items.properties)).toEqual(
    expect.arrayContaining(["translation", "proposedBy"]),
  );
  expect(properties.documents.items.properties.translation.required).toEqual([
    "from",
    "by",
    "title",
    "passages",
  ]);
});
