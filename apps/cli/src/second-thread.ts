/** A long run on a machine with a second core: half of the documents are read in a thread beside the main one. */
import { Worker } from "node:worker_threads";
import type { Knowledge, Reader, Reading, Source } from "@parley/reading";
import type { ThreadReply, ThreadRequest } from "./reading-thread.ts";

/** Documents after which the start of the thread pays, and those it has waiting at most: enough that it never idles. */
const PAYS_AFTER = 60;
const WAITING = 3;
/** Megabytes of the thread's heap. The whole run stays under 600. */
const HEAP = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };

export interface SharedReader {
  /** The reading, now or from the other thread. The same, wherever it was made. */
  read(source: Source): Promise<Reading>;
  close(): Promise<void>;
}

/** `entry`: the bundled `reading-thread.ts`. */
export function shareReading(reader: Reader, knowledge: Knowledge, entry: URL): SharedReader {
  const waiting = new Map<number, { source: Source; done: (reading: Reading | Promise<Reading>) => void }>();
  /** What it throws reaches whoever asked, as it would without the other thread. */
  const readHere = async (source: Source): Promise<Reading> => reader.read(source);
  let thread: Worker | null = null;
  let given = 0;
  let alone = false;

  function start(): Worker {
    const worker = new Worker(entry, { workerData: knowledge, resourceLimits: HEAP });
    worker.on("message", ({ id, reading }: ThreadReply) => {
      const asked = waiting.get(id)!;
      waiting.delete(id);
      asked.done(reading ?? readHere(asked.source));
    });
    // A thread that fails is done without: what it had is read here.
    worker.on("error", () => {
      alone = true;
      thread = null;
      for (const [id, { source, done }] of [...waiting]) {
        waiting.delete(id);
        done(readHere(source));
      }
    });
    return worker;
  }

  return {
    async read(source) {
      given++;
      if (alone || given <= PAYS_AFTER || waiting.size >= WAITING) return readHere(source);
      thread ??= start();
      const id = given;
      return new Promise((done) => {
        waiting.set(id, { source, done });
        thread?.postMessage({ id, source } satisfies ThreadRequest);
      });
    },
    async close() {
      await thread?.terminate();
    },
  };
}
