/** What was written and is not sent yet, kept by the browser across reloads: each with the command that makes it one. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

interface WaitingFile {
  name: string;
  file: Blob;
}

export interface Waiting {
  /** In which order; given when it is kept. */
  place: number;
  command: string;
  /** Who wrote it: nobody else who uses this browser sends it. */
  person: string;
  process: string;
  channel: string;
  for: string;
  thread: string | null;
  text: string;
  language: string | null;
  files: WaitingFile[];
  writtenAt: string;
  /** What the server said against it; null while it only waits. */
  refused: string | null;
}

/** A channel that was open here: enough to write in it while there is no line. */
export interface KnownChannel {
  key: string;
  name: string;
  for: string;
}

interface Outbox extends DBSchema {
  waiting: { key: number; value: Waiting };
  channels: { key: string; value: KnownChannel };
}

let opening: Promise<IDBPDatabase<Outbox>> | null = null;
function open(): Promise<IDBPDatabase<Outbox>> {
  opening ??= openDB<Outbox>("parley-outbox", 1, {
    upgrade(database) {
      database.createObjectStore("waiting", { keyPath: "place", autoIncrement: true });
      database.createObjectStore("channels", { keyPath: "key" });
    },
  });
  return opening;
}

export async function keepWaiting(written: Omit<Waiting, "place">): Promise<void> {
  await (await open()).add("waiting", written as Waiting);
}

/** False where it is gone: sent or discarded meanwhile. */
export async function replaceWaiting(place: number, part: Partial<Waiting>): Promise<boolean> {
  const store = (await open()).transaction("waiting", "readwrite").store;
  const known = await store.get(place);
  if (!known) return false;
  await store.put({ ...known, ...part, place });
  return true;
}

export const dropWaiting = async (place: number): Promise<void> => (await open()).delete("waiting", place);

/** In the order in which they were written. */
export const allWaiting = async (): Promise<Waiting[]> => (await open()).getAll("waiting");

const keyOf = (person: string, process: string, channel: string) =>
  JSON.stringify([person, process, channel]);

export async function rememberChannel(
  [person, process, channel]: [string, string, string],
  told: Omit<KnownChannel, "key">,
): Promise<void> {
  await (await open()).put("channels", { key: keyOf(person, process, channel), ...told });
}

export const knownChannel = async (
  person: string,
  process: string,
  channel: string,
): Promise<KnownChannel | null> =>
  (await (await open()).get("channels", keyOf(person, process, channel))) ?? null;
