/** Entry of a worker thread with the small reader and the real resolver. */
import { parentPort } from "node:worker_threads";
import type { Reply, Request } from "../src/work/messages.ts";
import { openResolver } from "../src/work/resolve.ts";
import { smallResult } from "./small-reading.ts";

const resolve = openResolver();
parentPort?.on("message", (request: Request) => {
  let reply: Reply;
  try {
    const result = "resolve" in request ? resolve(request.resolve) : smallResult(request.read);
    reply = { id: request.id, result };
  } catch (error) {
    reply = { id: request.id, failure: String(error) };
  }
  parentPort?.postMessage(reply);
});
