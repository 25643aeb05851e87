/**
 * Takes documents from the queue, has them read, records the readings. A document that ends a thread is tried again
 * and then given up with a reason; it stays in the record and the others go on.
 */
import type { Document } from "@parley/protocol";
import type { Reading, Source } from "@parley/reading";
import { contentHash } from "@parley/record";
import { type FinishedItem, failItem, finishItem, type Store, type Taken, takeItems } from "@parley/store";
import type { ReadResult } from "./work/messages.ts";
import type { Answer, Asker } from "./work/thread.ts";

export interface IngestOptions {
  store: Store;
  threads: Asker[];
  now(): Date;
  newId(): string;
  /** Items that one thread takes, and one transaction records; fewer where each takes long. */
  batch?: number;
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
const BATCH = 8;
const NOT_KEPT = {
  rule: "reading-not-kept",
  message: "The document is kept, but what was read could not be written down.",
  start: null,
  end: null,
};
/** How long the queue rests after the database failed. */
const REST = 2_000;

export function createIngest(options: IngestOptions): Ingest {
  const { store, threads, now } = options;
  let stopped = false;
  let again = false;
  let running: Promise<unknown> | null = null;

  /** Each thread takes for itself, so that none waits for the slowest, and reads on while its last batch is recorded. */
  async function work(thread: Asker): Promise<void> {
    let recording = Promise.resolve();
    for (;;) {
      const batch = stopped ? [] : await take();
      const finished: FinishedItem[] = [];
      for (const taken of batch) if (!stopped) finished.push(...(await readOne(thread, taken)));
      await recording;
      if (!finished.length) return;
      recording = record(finished);
      // Thrown where it is awaited; until then it is nobody's unhandled rejection.
      recording.catch(() => {});
    }
  }

  function take(): Promise<Taken[]> {
    const at = now();
    const until = new Date(at.getTime() + LEASE).toISOString();
    return store.asMachine((session) =>
      takeItems(session, { limit: options.batch ?? BATCH, now: at.toISOString(), until }),
    );
  }

  /** Empty when the reader was stopped meanwhile. */
  async function readOne(thread: Asker, taken: Taken): Promise<FinishedItem[]> {
    let answer: Answer<ReadResult> = {
      outcome: "crashed",
      why: `${taken.attempts} attempts ended the program`,
    };
    for (let attempt = 0; attempt < TRIES && taken.attempts <= LIVES; attempt++) {
      answer = await thread.ask<ReadResult>({ read: taken.source as Source });
      if (stopped) return [];
      if (answer.outcome !== "crashed") break;
    }
    if (answer.outcome !== "done") options.onFailure(`${taken.document}: ${answer.why}`);
    const result = answer.outcome === "done" ? answer.result : unreadable(taken, answer.outcome);
    return [{ ...result, taken, reader: options.reader, at: now().toISOString(), eventId: options.newId() }];
  }

  /** One transaction for the batch; where that fails one for each, so that a bad one takes no other with it. */
  async function record(finished: FinishedItem[]): Promise<void> {
    try {
      await store.asMachine(async (session) => {
        for (const item of finished) await finishItem(session, item);
      });
    } catch (error) {
      const [only, ...others] = finished;
      if (others.length) {
        for (const item of finished) await record([item]);
        return;
      }
      options.onFailure(`${only!.taken.document}: ${String(error)}`);
      await store.asMachine((session) => failItem(session, only!.taken, NOT_KEPT));
    }
    for (const { taken } of finished) options.onItem(taken);
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
