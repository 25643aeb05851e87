/**
 * One process at a time in a data folder: PGlite has no lock of its own and two writers destroy the files.
 * The lock file names its holder by process id and start time, so that a lock left by a killed process is seen to be
 * stale even when its id has been given to another program.
 */
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { StoreError } from "./errors.ts";

const Holder = z.object({ pid: z.number().int(), started: z.string().nullable() });
type Holder = z.infer<typeof Holder>;

export interface FolderLock {
  release(): void;
}

/** Takes the folder, made where it is missing. Throws `data-folder-in-use` while its holder lives. */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "lock.json");
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) };
  const content = JSON.stringify(mine);
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(file, content)) return { release: () => release(file, content) };
    const found = read(file);
    if (found === null) continue;
    const holder = parse(found);
    if (holder && lives(holder))
      throw new StoreError(
        "data-folder-in-use",
        `${folder} is open in process ${holder.pid}. Stop it, or choose another folder.`,
      );
    setAside(file, found);
  }
  throw new StoreError("data-folder-in-use", `${folder} is being opened by another process.`);
}

/** Written whole under another name and then linked, so that nobody ever reads half a lock. */
function create(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Renaming is atomic: of two processes that found the same stale lock only one moves it; what it moved it looks at again. */
function setAside(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  unlinkSync(aside);
}

function release(file: string, content: string): void {
  if (read(file) === content) rmSync(file, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function parse(text: string): Holder | null {
  try {
    return Holder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function lives(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const started = startOf(holder.pid);
  return holder.started === null || started === null || started === holder.started;
}

/** When a process began, in whatever words the system has for it; null where it does not say. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      return `${boot} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
    }
    if (process.platform === "win32") return null;
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}
