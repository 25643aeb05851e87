import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockFolder } from "./lock.ts";

const fresh = () => mkdtempSync(join(tmpdir(), "parley-lock-"));

describe("the lock on a data folder", () => {
  it("[S19] lets one holder in at a time and the next when it is gone", () => {
    const folder = fresh();
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: "data-folder-in-use" }));
    lock.release();
    lockFolder(folder).release();
    expect(existsSync(join(folder, "lock.json"))).toBe(false);
  });

  it("[S19] a holder that was killed holds nothing", async () => {
    const folder = fresh();
    const script = `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, "lock.ts"))};
      lockFolder(${JSON.stringify(folder)}); console.log("held"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    expect(() => lockFolder(folder)).toThrow(new RegExp(`process ${child.pid}`));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    lockFolder(folder).release();
  });

  it("[S19] an id that now belongs to another program holds nothing", () => {
    const folder = fresh();
    writeFileSync(join(folder, "lock.json"), JSON.stringify({ pid: process.pid, started: "another life" }));
    lockFolder(folder).release();
  });

  it("[S19] a lock cut short in the writing holds nothing", () => {
    const folder = fresh();
    writeFileSync(join(folder, "lock.json"), '{"pid":');
    const lock = lockFolder(folder);
    expect(JSON.parse(readFileSync(join(folder, "lock.json"), "utf8")).pid).toBe(process.pid);
    lock.release();
  });

  it("[S19] who lost the lock does not release the next holder's", () => {
    const folder = fresh();
    const lock = lockFolder(folder);
    const other = JSON.stringify({ pid: 1, started: null });
    writeFileSync(join(folder, "lock.json"), other);
    lock.release();
    expect(readFileSync(join(folder, "lock.json"), "utf8")).toBe(other);
  });
});
