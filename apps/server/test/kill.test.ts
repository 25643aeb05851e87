/** SIGKILL while reading in, many times at random moments: what was acknowledged stays, what was queued is read. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentPage, findJob, openStore } from "@parley/store";
import { expect, it } from "vitest";
import { DESK_OFFICER } from "../src/viewer.ts";
import { ROOT } from "./running.ts";

const KILLS = 22;
/** Every fourth is killed at any moment after its start, perhaps before it is up; the others at work. */
const EARLY = 4;

interface Acknowledged {
  job: string;
  documents: string[];
}

it("[S16] killed while reading in, again and again, it loses no acknowledged document and reads the rest", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parley-kill-"));
  const acknowledged: Acknowledged[] = [];
  let atWork = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const lines = await killOne(folder, kill % EARLY === 0);
    if (lines.length) atWork++;
    acknowledged.push(...lines);
  }
  expect(atWork).toBeGreaterThanOrEqual(15);

  await run(folder, "finish");
  const store = await openStore({ db: join(ROOT, "db"), folder });
  try {
    const unread = new Map<string, string | null>();
    for (let after: string | undefined; ; ) {
      const page = await store.as(DESK_OFFICER, (session) =>
        documentPage(session, "under-fire", { limit: 500, after }),
      );
      for (const document of page.documents) unread.set(document.id, document.unread);
      if (!page.next) break;
      after = page.next;
    }
    const promised = acknowledged.flatMap((job) => job.documents);
    expect(promised.filter((id) => unread.get(id) !== null)).toEqual([]);
    for (const { job, documents } of acknowledged) {
      const found = await store.as(DESK_OFFICER, (session) => findJob(session, job));
      expect(found?.items.map((item) => item.document)).toEqual(documents);
      expect(found?.items.every((item) => item.state === "read" && item.claims === 1)).toBe(true);
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 900_000);

const launch = (folder: string, mode = "work") =>
  spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "ingesting.ts"), folder, mode], {
    stdio: ["ignore", "pipe", "pipe"],
  });

/** What the process acknowledged before it was killed. */
function killOne(folder: string, early: boolean): Promise<Acknowledged[]> {
  const child = launch(folder);
  let out = "";
  let complaint = "";
  let doomed = false;
  const doom = (within: number) => {
    if (doomed) return;
    doomed = true;
    setTimeout(() => child.kill("SIGKILL"), Math.random() * within);
  };
  if (early) doom(3000);
  child.stdout.on("data", (chunk) => {
    out += chunk;
    doom(500);
  });
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("close", (code, signal) => {
      if (signal !== "SIGKILL") reject(new Error(`it ended by itself (${code}): ${complaint}`));
      // A line cut short was not an acknowledgement.
      else
        resolve(
          out
            .split("\n")
            .slice(0, -1)
            .map((line) => JSON.parse(line) as Acknowledged),
        );
    });
  });
}

function run(folder: string, mode: string): Promise<void> {
  const child = launch(folder, mode);
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(complaint))));
  });
}
