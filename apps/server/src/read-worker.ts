/** Entry of the worker threads: reads documents or resolves a process, one request after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { loadKnowledge } from "./knowledge.ts";
import type { Reply, Request, WorkerTask } from "./work/messages.ts";
import { openReader } from "./work/read.ts";
import { openResolver } from "./work/resolve.ts";

const { task, knowledge, adapters } = workerData as WorkerTask;
const read = task === "read" ? await openReader(loadKnowledge(knowledge), adapters) : null;
const resolve = openResolver();

parentPort?.on("message", async (request: Request) => {
  let reply: Reply;
  try {
    if ("resolve" in request) reply = { id: request.id, result: resolve(request.resolve) };
    else if (read) reply = { id: request.id, result: await read(request.read) };
    else throw new Error("this thread does not read");
  } catch (error) {
    reply = {
      id: request.id,
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  parentPort?.postMessage(reply);
});
