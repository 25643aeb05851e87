/** Entry of the thread that reads beside the main one: a source in, its reading out, one after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { createReader, type Knowledge, type Reading, type Source } from "@parley/reading";

export interface ThreadRequest {
  id: number;
  source: Source;
}

/** Null where the reader failed; whoever asked reads it and meets the failure where it can be told. */
export interface ThreadReply {
  id: number;
  reading: Reading | null;
}

const reader = createReader(workerData as Knowledge);

parentPort!.on("message", ({ id, source }: ThreadRequest) => {
  let reading: Reading | null = null;
  try {
    reading = reader.read(source);
  } catch {}
  parentPort!.postMessage({ id, reading } satisfies ThreadReply);
});
