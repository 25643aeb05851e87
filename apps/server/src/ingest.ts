/**
 * Takes documents from the queue, has them read, records the readings. A document that ends a thread is tried again
 * and then given up with a reason; it stays in the record and the others go on.
 */
import type { Document } from "@parley/protocol";
import type { Reading, Source } from "@parley/reading";
import { contentHash } from "@parley/record";
import { type FinishedItem, finishItem, type Store, type Taken, takeItems } from "@parley/store";
import type { ReadResult } from "./work/messages.ts";
import type { Answer, Asker } from "./work/thread.ts";

export interface IngestOptions {
  store: Store;
  threads: Asker[];
  now(): Date;
  newId(): string;
  /** Name and version of the reader, kept with each reading. */
  reader: string;
  onItem(taken: Taken): void;
  onFailure(why: string): void;
}

export interface Ingest {
  /** There may be something in the queue. */
  wake(): void;
  /** Resolves when the queue is empty. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** How long an item is ours; longer than a thread's patience. */
const LEASE = 10 * 60_000;
/** A thread that dies twice over one document will die again. Ends of the whole process count only when there are many. */
const TRIES = 2;
const LIVES = 20;
/** How long the queue rests after the database failed. */
const REST = 2_000;

export function createIngest(options: IngestOptions): Ingest {
  const { store, threads, now } = options;
  let stopped = false;
  let again = false;
  let running: Promise<unknown> | null = null;

  /** Each thread takes for itself, so that none waits for the slowest. */
  async function work(thread: Asker): Promise<void> {
    while (!stopped) {
      const at = now();
      const [taken] = await store.asMachine((session) =>
        takeItems(session, {
          limit: 1,
          now: at.toISOString(),
          until: new Date(at.getTime() + LEASE).toISOString(),
        }),
      );
      if (!taken) return;
      await readOne(thread, taken);
    }
  }

  async function readOne(thread: Asker, taken: Taken): Promise<void> {
    let answer: Answer<ReadResult> = {
      outcome: "crashed",
      why: `${taken.attempts} attempts ended the program`,
    };
    for (let attempt = 0; attempt < TRIES && taken.attempts <= LIVES; attempt++) {
      answer = await thread.ask<ReadResult>({ read: taken.source as Source });
      if (stopped) return;
      if (answer.outcome !== "crashed") break;
    }
    if (answer.outcome !== "done") options.onFailure(`${taken.document}: ${answer.why}`);
    await record(taken, answer.outcome === "done" ? answer.result : unreadable(taken, answer.outcome));
    options.onItem(taken);
  }

  async function record(taken: Taken, { reading, hash, unread }: ReadResult): Promise<void> {
    const finished: FinishedItem = {
      ...{ taken, reading, hash, unread },
      reader: options.reader,
      at: now().toISOString(),
      eventId: options.newId(),
    };
    await store.asMachine((session) => finishItem(session, finished));
  }

  async function runAll(): Promise<void> {
    do {
      again = false;
      try {
        await Promise.all(threads.map(work));
      } catch (error) {
        if (stopped) return;
        options.onFailure(error instanceof Error ? (error.stack ?? error.message) : String(error));
        await new Promise((resolve) => setTimeout(resolve, REST));
        again = true;
      }
    } while (again && !stopped);
  }

  return {
    wake() {
      again = true;
      if (stopped || running) return;
      running = runAll().finally(() => {
        running = null;
      });
    },
    async settled() {
      await running;
    },
    async stop() {
      stopped = true;
      for (const thread of threads) thread.stop();
      await running;
    },
  };
}

const WHY = {
  crashed: "The reader did not survive this document.",
  late: "The reader took too long over this document.",
  failed: "The reader failed on this document.",
};

/** The document as it was given, with the reason in place of a reading. */
function unreadable({ document: id, source }: Taken, outcome: keyof typeof WHY): ReadResult {
  const { text = "", url, title, outlet } = source as Source;
  const document: Document = {
    id,
    uri: url ?? null,
    title: title ?? null,
    outlet: outlet ?? null,
    agencies: [],
    authors: [],
    language: null,
    published: null,
    dateline: null,
    text,
    sha256: contentHash(text),
    reprintOf: null,
    diagnostics: [{ rule: `reader-${outcome}`, message: WHY[outcome], start: null, end: null }],
  };
  const reading: Reading = { document, actors: [], places: [], claims: [] };
  return { reading, hash: contentHash(reading), unread: WHY[outcome] };
}
