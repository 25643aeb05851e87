/**
 * Run as a process of its own, to be killed: takes documents in without end, says on stdout what is acknowledged, and
 * reads them at the same time. With "finish" it takes nothing in and ends when all is read.
 */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { process as processes, seal } from "@parley/record";
import { addProcess, findJob, findProcess, giveBack, openStore, takeIn } from "@parley/store";
import { v4, v7 } from "uuid";
import { createIngest } from "../src/ingest.ts";
import { DESK_OFFICER } from "../src/viewer.ts";
import type { Answer, Asker } from "../src/work/thread.ts";
import { smallResult } from "./small-reading.ts";

const PROCESS = "under-fire";
const [folder = "", mode] = process.argv.slice(2);
const store = await openStore({ db: join(import.meta.dirname, "../../../db"), folder });
const now = () => new Date();

const reader: Asker = {
  async ask<T>(asked: object) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const result = smallResult((asked as { read: Parameters<typeof smallResult>[0] }).read);
    return { outcome: "done", result } as Answer<T>;
  },
  stop() {},
};
const ingest = createIngest({
  ...{ store, now },
  threads: [reader],
  newId: v7,
  reader: "small/1",
  onItem() {},
  onFailure(why) {
    throw new Error(why);
  },
});

await store.asMachine(giveBack);
ingest.wake();
if (mode === "finish") {
  await ingest.settled();
  await store.close();
} else await takeInForever();

async function takeInForever(): Promise<void> {
  const audience = { kind: "process", process: PROCESS } as const;
  await store.as(DESK_OFFICER, async (session) => {
    if (await findProcess(session, PROCESS)) return;
    const opening = { name: "Under fire", description: "", parties: [], mediators: [] };
    const decision = processes.decide({ type: "open-process", ...opening }, processes.initialState);
    if (decision.outcome === "rejected") throw new Error(decision.message);
    const envelope = {
      id: v7(),
      process: PROCESS,
      stream: processes.streamOf(PROCESS),
      version: 1,
      command: v4(),
    };
    const { id: author, capacity } = DESK_OFFICER;
    await addProcess(
      session,
      seal(decision.facts[0], { ...envelope, author, capacity, audience, at: now().toISOString() }),
    );
  });
  for (;;) {
    const documents = Array.from({ length: 1 + Math.floor(Math.random() * 6) }, () => {
      const name = v4();
      return {
        name,
        source: { text: `Ada called Bo on 2020-10-03. Report ${name}. ${"More. ".repeat(200)}` },
      };
    });
    const job = await store.as(DESK_OFFICER, async (session) => {
      const intake = {
        job: v7(),
        process: PROCESS,
        command: v4(),
        at: now().toISOString(),
        audience,
        documents,
      };
      const taken = await takeIn(session, { ...intake, by: DESK_OFFICER, newId: v7 });
      if (taken === "conflict") throw new Error("conflict");
      return findJob(session, taken.job);
    });
    // Committed, and only now said.
    writeSync(1, `${JSON.stringify({ job: job!.id, documents: job!.items.map((item) => item.document) })}\n`);
    ingest.wake();
  }
}
