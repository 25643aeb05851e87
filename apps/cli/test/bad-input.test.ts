/** Bad input gets a code, is kept where it was given, and never stops the others. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RecordFile } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPaths } from "./collect.ts";

/** A readable sentence; the number makes each file another document. */
const good = (minutes: number) =>
  `Sergey Lavrov spoke by telephone with Ararat Mirzoyan on 4 May 2022, the Russian Foreign Ministry said in a statement. They spoke for ${minutes} minutes.`;
const page = (body: string, head = "") =>
  `<!doctype html><html><head>${head}<title>Call</title></head><body><article><p>${body}</p></article></body></html>`;

/** Windows-1251 of Russian text, and GB18030 of Chinese text: bytes written by hand, as no encoder for them ships with Node. */
const cyrillic = (text: string) =>
  Buffer.from(
    [...text].map((c) => (c >= "А" && c <= "я" ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0))),
  );
const RUSSIAN =
  "Министр иностранных дел России провел телефонный разговор с коллегой. Стороны обсудили обстановку на линии соприкосновения. ".repeat(
    4,
  );
const GB = Buffer.from(
  "b6edc2decbb9cde2bdbbb2bfb3a4cdacd1c7c3c0c4e1d1c7cde2b3a4cda8c1cbb5e7bbb0a3accbabb7bdccd6c2dbc1cbcda3bbf0cecacce2a1a3",
  "hex",
);

const FILES: Record<string, string | Uint8Array> = {
  "good.txt": `Call\n\n${good(21)}\n`,
  "empty.txt": "",
  "binary.bin": new Uint8Array(5000).map((_, i) => (i * 7919) % 256),
  "page.pdf": "%PDF-1.7\n%âãÏÓ\n1 0 obj <<>> endobj\n",
  "nested.html": page(`${"<div>".repeat(60_000)}${good(22)}${"</div>".repeat(60_000)}`),
  "broken.html": `<html><body><p>${good(23)}<p><b><i>unclosed <a href="x>mangled</p><table><tr><td>cell`,
  "cyrillic.html": Buffer.concat([
    Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'),
    cyrillic(RUSSIAN),
    Buffer.from("</p></body></html>"),
  ]),
  "chinese.txt": Buffer.concat(Array.from({ length: 12 }, () => GB)),
  "utf16.txt": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`Call\n\n${good(24)}`, "utf16le")]),
  "wrong-charset.html": Buffer.from(
    page(`${good(25)} Çavuşoğlu was informed.`, '<meta charset="windows-1252">'),
  ),
  "marks.txt": `Call\n\nSergey Lav\u200brov spoke\u200e by \u202btelephone\u202c with Ararat Mir\u00adzoyan on 4 May 2022.`,
  "nul.txt": `Call\n\n${good(26)}\0\0 The talks\0 go on.`,
  "lines.ndjson": `{"id":"n1","text":${JSON.stringify(good(27))}}\n{"id":"n2","text":\n[1,2]\n{"id":"n4"}\n{"id":"n5","text":"The ministers met on 5 May 2022."}\n`,
  "endless.txt": `Report\n\n${Array.from({ length: 50_000 }, (_, i) => `word${i % 97}`).join(" ")}`,
  "same.txt": `Call\n\n${good(21)}\n`,
  "german.txt":
    "Der russische Außenminister telefonierte am Mittwoch mit seinem armenischen Kollegen, teilte das Ministerium in Moskau mit. Beide Seiten vereinbarten weitere Gespräche.",
};

let folder: string;
let record: RecordFile;
let failures: { name: string; code: string; message: string }[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-bad-"));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  const printed = await readPaths([folder], "json");
  record = RecordFile.parse(JSON.parse(printed.output));
  failures = printed.failures;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const document = (name: string) => record.documents.find((d) => d.uri?.endsWith(name))!;
const codes = (name: string) => document(name).diagnostics.map((d) => d.rule);
const actorsIn = (name: string) => {
  const claims = new Set(record.claims.filter((c) => c.document === document(name).id).map((c) => c.id));
  return record.occurrences
    .filter((o) => o.claims.some((c) => claims.has(c)))
    .flatMap((o) => o.actors.map((a) => a.actor));
};

describe("kept, with a code", () => {
  test.each([
    "empty.txt",
    "binary.bin",
    "page.pdf",
    "cyrillic.html",
    "chinese.txt",
    "german.txt",
    "marks.txt",
    "nul.txt",
    "wrong-charset.html",
  ])("%s", (name) => {
    expect(document(name)).toBeDefined();
    expect(codes(name).length).toBeGreaterThan(0);
    for (const { message } of document(name).diagnostics) expect(message.length).toBeGreaterThan(10);
  });
  test("a language that is not read is named, and the words are kept", () => {
    expect(document("cyrillic.html").language).toBe("ru");
    expect(document("cyrillic.html").text).toContain("телефонный разговор");
    expect(document("chinese.txt").language).toBe("zh");
    expect(document("german.txt").language).toBe("de");
  });
});

describe("still read", () => {
  test.each([
    "good.txt",
    "nested.html",
    "broken.html",
    "utf16.txt",
    "nul.txt",
    "marks.txt",
    "wrong-charset.html",
  ])("%s", (name) => {
    expect(actorsIn(name)).toEqual(
      expect.arrayContaining(["person:sergey-lavrov", "person:ararat-mirzoyan"]),
    );
  });
  test("the lines around a bad one", () => {
    expect(record.documents.map((d) => d.id)).toEqual(expect.arrayContaining(["n1", "n5"]));
    expect(failures.map((f) => f.code)).toEqual(expect.arrayContaining(["line.json", "line.form"]));
  });
  test("a sentence of 50,000 words", () =>
    expect(document("endless.txt").text.length).toBeGreaterThan(250_000));
});

test("the same text twice is one document, and it is said", () => {
  expect(failures.filter((f) => f.code === "input.duplicate")).toHaveLength(1);
});
test("a path that is not there is said", async () => {
  const { failures } = await readPaths([join(folder, "no-such-file")], "json");
  expect(failures.map((f) => f.code)).toEqual(["input.absent"]);
});
test("a page of 100 MB ends in bounded time with a code", async () => {
  const huge = join(folder, "huge.html");
  writeFileSync(
    huge,
    page(`<p>${good(60)}</p>`.repeat(Math.ceil((100 * 1024 * 1024) / (good(60).length + 7)))),
  );
  const { output } = await readPaths([huge], "json");
  expect(JSON.parse(output).documents[0].diagnostics.length).toBeGreaterThan(0);
}, 60_000);
