import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Overview } from "@parley/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { type Progress, type RunningServer, startServer } from "../src/index.ts";
import { ask, ROOT, SMALL_READER, start } from "./running.ts";

/** An installation with a desk of one page and a sample of two reports. */
function installation(): string {
  const root = mkdtempSync(join(tmpdir(), "parley-root-"));
  cpSync(join(ROOT, "db"), join(root, "db"), { recursive: true });
  for (const part of ["lexicons", "models"]) symlinkSync(join(ROOT, part), join(root, part));
  mkdirSync(join(root, "apps/desk/dist/assets"), { recursive: true });
  writeFileSync(join(root, "apps/desk/dist/index.html"), "<!doctype html><title>Desk</title>");
  writeFileSync(join(root, "apps/desk/dist/assets/main-1.js"), "export {};");
  mkdirSync(join(root, "samples"));
  const process = { id: "sample", name: "Sample", description: "", parties: [], mediators: [] };
  writeFileSync(join(root, "samples/process.json"), JSON.stringify({ process, files: ["a.txt", "b.txt"] }));
  writeFileSync(join(root, "samples/a.txt"), "Ada called Bo on 2020-10-03.");
  writeFileSync(join(root, "samples/b.txt"), "Cy called Dee on 2020-10-04.");
  return root;
}

describe("starting", () => {
  const root = installation();
  const dataFolder = join(root, "data");
  let taken: Server;
  let port: number;
  let server: RunningServer;
  const progress: Progress[] = [];
  const options = { root, dataFolder, worker: SMALL_READER, readers: 1, sample: join(root, "samples") };

  beforeAll(async () => {
    taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    port = (taken.address() as { port: number }).port;
    server = await startServer({ ...options, port, onProgress: (step) => progress.push(step) });
  }, 120_000);
  afterAll(async () => {
    await server.close();
    taken.close();
    rmSync(root, { recursive: true, force: true });
  });

  it("takes another port where the first is taken, and says so", () => {
    expect(server).toMatchObject({ otherPort: true, sharedAt: null });
    expect(server.port).toBeGreaterThan(port);
  });

  it("reads the sample process in, with progress, before it says that it is ready", async () => {
    expect(progress[0]).toEqual({ done: 0, total: 2 });
    expect(progress.at(-1)).toEqual({ done: 2, total: 2 });
    const { body } = await ask<z.infer<typeof Overview>>(server, "/processes/sample");
    expect(body.counts).toMatchObject({ documents: 2, occurrences: 2 });
  });

  it("refuses a second server on the same folder", async () => {
    await expect(start({ dataFolder })).rejects.toMatchObject({ code: "data-folder-in-use" });
  });

  it("serves the desk, every page of it, and nothing beside it", async () => {
    for (const path of [
      "/",
      "/processes/sample",
      "/processes/sample/reports/a.html",
      "/..%2f..%2fdb/schema.sql",
    ]) {
      const page = await fetch(server.address + path);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("Desk")]);
      expect(page.headers.get("cache-control")).toBe("no-cache");
    }
    const script = await fetch(`${server.address}/assets/main-1.js`);
    expect(script.headers.get("cache-control")).toContain("immutable");
    for (const path of ["/assets/absent.js", "/assets/..%2f..%2f..%2f..%2fdb/schema.sql", "/api/absent"])
      expect((await fetch(server.address + path)).status, path).toBe(404);
  });

  it("starts again with all there was, without reading anything twice", async () => {
    await server.close();
    const again: Progress[] = [];
    server = await startServer({ ...options, port: 0, onProgress: (step) => again.push(step) });
    expect(again).toEqual([]);
    expect(server.otherPort).toBe(false);
    const { body } = await ask<z.infer<typeof Overview>>(server, "/processes/sample");
    expect(body.counts.documents).toBe(2);
  });
});
