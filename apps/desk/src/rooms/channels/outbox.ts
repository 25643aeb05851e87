/**
 * Sends what waits: in order, one at a time over all tabs, in the name of the person who wrote it. Giving the same command
 * twice is giving it once, so what was sent without an answer is sent again.
 */
import { FileView, Me, MessageView } from "@parley/protocol";
import type { QueryClient } from "@tanstack/react-query";
import { ask, Failure } from "../../api/client.ts";
import { allWaiting, dropWaiting, keepWaiting, replaceWaiting, type Waiting } from "./outbox-store.ts";
import { sendFile } from "./send-file.ts";

export interface Outbox {
  waiting: Waiting[];
  /** Place of the one that is on its way, and how much of its files is gone, 0 to 1. */
  sending: { place: number; share: number } | null;
  /** Why nothing is sent at this moment. */
  held: "no-line" | "signed-out" | null;
}

let state: Outbox = { waiting: [], sending: null, held: null };
const listeners = new Set<() => void>();
const tabs = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("parley-outbox");

function set(part: Partial<Outbox>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}
export const outbox = (): Outbox => state;
export function onOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function look(): Promise<Waiting[]> {
  const waiting = await allWaiting();
  set({ waiting });
  return waiting;
}
async function changed(): Promise<void> {
  await look();
  tabs?.postMessage("changed");
}

let client: QueryClient | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const PATIENCE = [2_000, 5_000, 15_000, 30_000];
let failures = 0;

/** Begins to send what waits, now and whenever there is a line again. */
export function startOutbox(queries: QueryClient): void {
  client = queries;
  addEventListener("online", () => void pump());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void pump());
  tabs?.addEventListener("message", () => void look());
  void pump();
}

export async function send(written: Omit<Waiting, "place" | "refused">): Promise<void> {
  await keepWaiting({ ...written, refused: null });
  await changed();
  void pump();
}
/** Another text for what waits. False where it was sent meanwhile. */
export async function rewrite(place: number, text: string): Promise<boolean> {
  const known = await replaceWaiting(place, { text, refused: null });
  await changed();
  void pump();
  return known;
}
export async function discard(place: number): Promise<void> {
  await dropWaiting(place);
  await changed();
}

let running = false;
let again = false;

/** Sends until nothing waits or something holds it. */
async function pump(): Promise<void> {
  if (running) {
    again = true;
    return;
  }
  running = true;
  clearTimeout(timer);
  try {
    do {
      again = false;
      await (navigator.locks
        ? navigator.locks.request("parley-outbox", sendAll)
        : // Without a secure origin tabs may send side by side; the command still makes it one message.
          sendAll());
    } while (again);
  } finally {
    running = false;
    set({ sending: null });
    if (state.held === "no-line") {
      timer = setTimeout(() => void pump(), PATIENCE[Math.min(failures++, PATIENCE.length - 1)]);
    } else failures = 0;
  }
}

async function sendAll(): Promise<void> {
  const tried = new Set<number>();
  for (;;) {
    const next = (await look()).find(({ place, refused }) => refused === null && !tried.has(place));
    if (!next) {
      set({ held: null });
      return;
    }
    tried.add(next.place);
    const outcome = await sendOne(next);
    set({ sending: null });
    if (outcome !== "gone-on") {
      set({ held: outcome });
      return;
    }
  }
}

async function sendOne(next: Waiting): Promise<"gone-on" | "no-line" | "signed-out"> {
  try {
    const me = await ask("/me", Me);
    if (!me.person) return "signed-out";
    if (me.person.id !== next.person) return "gone-on";
    set({ sending: { place: next.place, share: 0 } });
    await deliver(next);
    await dropWaiting(next.place);
    await changed();
    // With the line back, all that is on screen may be old.
    if (state.held === "no-line") void client!.invalidateQueries();
    for (const kind of ["message", "channel"])
      void client!.invalidateQueries({ queryKey: ["rooms", next.process, kind] });
    set({ held: null });
    return "gone-on";
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.status === 401) return "signed-out";
    const later =
      error.code === "offline" ||
      error.code === "write-contended" ||
      error.code === "rate-limited" ||
      (error.status ?? 0) >= 500;
    if (later) return "no-line";
    await replaceWaiting(next.place, { refused: error.message });
    await changed();
    return "gone-on";
  }
}

async function deliver({ place, files, ...written }: Waiting): Promise<void> {
  const { process, channel, command, thread, text, language, for: by } = written;
  const at = `/processes/${encodeURIComponent(process)}/channels/${encodeURIComponent(channel)}`;
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  let gone = 0;
  const hashes: string[] = [];
  for (const { name, file } of files) {
    const onShare = (bytes: number) =>
      set({ sending: { place, share: size ? Math.min(1, (gone + bytes) / size) : 0 } });
    const kept = FileView.parse(await sendFile(`${at}/files`, { command, for: by, name, file }, onShare));
    gone += file.size;
    hashes.push(kept.sha256);
  }
  const body = { command, for: by, thread, text, language, files: hashes };
  const sent = await ask(`${at}/messages`, MessageView, { method: "POST", body });
  // It had arrived before, without an answer, and was rewritten here since.
  if (sent.text !== null && sent.text !== text && sent.versions === 1 && !sent.text.includes("\ufffd"))
    await ask(
      `/processes/${encodeURIComponent(process)}/messages/${encodeURIComponent(sent.id)}`,
      MessageView,
      {
        method: "POST",
        body: {
          command: crypto.randomUUID(),
          revision: sent.revision,
          change: { type: "edit", text, language },
        },
      },
    );
}
