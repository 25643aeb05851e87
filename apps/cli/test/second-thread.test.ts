/** Reading beside a second thread: the same output, whatever happens to the thread. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { shareReading } from "../src/second-thread.ts";
import { openReader, sharedKnowledge } from "./reader.ts";

const knowledge = sharedKnowledge();
const reader = openReader();

const texts = Array.from({ length: 90 }, (_, i) => ({
  id: `d${i}`,
  text: `Vladimir Putin met with Ilham Aliyev in Moscow on May ${(i % 28) + 1}, 2021.`,
}));

async function readThrough(code: string) {
  const file = join(mkdtempSync(join(tmpdir(), "parley-thread-")), "thread.mjs");
  writeFileSync(file, code);
  const shared = shareReading(reader, knowledge, pathToFileURL(file));
  const readings = await Promise.all(texts.map((source) => shared.read(source)));
  await shared.close();
  return readings;
}

const alone = () => texts.map((source) => reader.read(source));

test("a thread that answers is waited for, each document once", async () => {
  const echo = `import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ id, source }) =>
      parentPort.postMessage({ id, reading: { document: { id: source.id }, from: "thread" } }));`;
  const readings = await readThrough(echo);
  expect(readings.map(({ document }) => document.id)).toEqual(texts.map(({ id }) => id));
  expect(readings.filter((reading) => "from" in reading).length).toBeGreaterThan(0);
});

test("what a thread cannot read, or takes down with it, is read here", async () => {
  const failing = `import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ id }) => parentPort.postMessage({ id, reading: null }));`;
  expect(await readThrough(failing)).toEqual(alone());
  const dying = `import { parentPort } from "node:worker_threads";
    parentPort.on("message", () => { throw new Error("gone"); });`;
  expect(await readThrough(dying)).toEqual(alone());
});

test("what the reader throws here too reaches whoever asked", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "parley-thread-")), "thread.mjs");
  writeFileSync(
    file,
    `import { parentPort } from "node:worker_threads";
     parentPort.on("message", ({ id }) => parentPort.postMessage({ id, reading: null }));`,
  );
  const broken = {
    read: (): never => {
      throw new Error("no reading");
    },
  };
  const shared = shareReading(broken, knowledge, pathToFileURL(file));
  const ended = await Promise.allSettled(texts.map((source) => shared.read(source)));
  await shared.close();
  expect(new Set(ended.map(({ status }) => status))).toEqual(new Set(["rejected"]));
});
