import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Thread } from "./thread.ts";

const file = join(mkdtempSync(join(tmpdir(), "parley-thread-")), "worker.mjs");
writeFileSync(
  file,
  `import { parentPort } from "node:worker_threads";
   let lives = 0;
   parentPort.on("message", ({ id, read }) => {
     lives++;
     if (read.text === "die") process.exit(7);
     if (read.text === "eat") { const all = []; for (;;) all.push(new Array(1e6).fill(lives)); }
     if (read.text === "hang") return;
     if (read.text === "throw") return parentPort.postMessage({ id, failure: "thrown" });
     parentPort.postMessage({ id, result: lives });
   });`,
);
const thread = (more: { patience?: number; rest?: number } = {}) =>
  new Thread({
    file,
    task: { task: "read", knowledge: { lexicons: "", models: "" }, adapters: null },
    ...{ patience: 20_000, memory: 64, rest: 60_000 },
    ...more,
  });

describe("a worker thread", () => {
  it("answers one request after the other with what it holds", async () => {
    const one = thread();
    expect(await one.ask({ read: { text: "a" } })).toEqual({ outcome: "done", result: 1 });
    expect(await one.ask({ read: { text: "b" } })).toEqual({ outcome: "done", result: 2 });
    one.stop();
  });

  it.each([
    ["die", "crashed"],
    ["eat", "crashed"],
    ["throw", "failed"],
  ])("%s: says that it %s, and answers the next request", async (text, outcome) => {
    const one = thread();
    expect(await one.ask({ read: { text } })).toMatchObject({ outcome });
    expect(await one.ask({ read: { text: "a" } })).toMatchObject({ outcome: "done" });
    one.stop();
  });

  it("is ended when it takes too long", async () => {
    const one = thread({ patience: 300 });
    expect(await one.ask({ read: { text: "hang" } })).toMatchObject({ outcome: "late" });
    expect(one.alive).toBe(false);
  });

  it("ends by itself when nobody asks, and starts anew when somebody does", async () => {
    const one = thread({ rest: 50 });
    await one.ask({ read: { text: "a" } });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(one.alive).toBe(false);
    expect(await one.ask({ read: { text: "a" } })).toEqual({ outcome: "done", result: 1 });
    one.stop();
  });
});
