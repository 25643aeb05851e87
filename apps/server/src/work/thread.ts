/**
 * One worker thread that answers one request at a time. It starts with its first request, and a thread that dies or
 * takes too long is replaced at the next; the request it had is answered with why.
 */
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Reply, Request, WorkerTask } from "./messages.ts";

export interface ThreadOptions {
  /** The bundled entry, or read-worker.ts itself where the program runs from its sources. */
  file: string;
  task: WorkerTask;
  /** Milliseconds that one request may take. */
  patience: number;
  /** Megabytes of heap; a document that needs more ends the thread and not the server. */
  memory: number;
  /** Milliseconds without a request after which the thread ends; the next request starts it anew. */
  rest: number;
}

/** `crashed` and `late` say that the thread is gone; `failed` that it answered with an error of ours. */
export type Answer<T> =
  | { outcome: "done"; result: T }
  | { outcome: "crashed" | "late" | "failed"; why: string };

type Asked = { read: object } | { resolve: object };

/** In development and tests the thread reads TypeScript, as the program that starts it does. */
const FROM_SOURCES = `import("tsx/esm/api").then(({ register }) => (register(), import(process.argv[2])))`;

/** Whoever answers one request at a time. */
export interface Asker {
  ask<T>(asked: Asked): Promise<Answer<T>>;
  stop(): void;
}

export class Thread implements Asker {
  #worker: Worker | null = null;
  #next = 0;
  #asked = 0;
  #rest: NodeJS.Timeout | undefined;

  constructor(private readonly options: ThreadOptions) {}

  /** True while the thread holds what earlier requests left with it. */
  get alive(): boolean {
    return this.#worker !== null;
  }

  ask<T>(asked: Asked): Promise<Answer<T>> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = this.#next++;
    this.#asked++;
    clearTimeout(this.#rest);
    return new Promise((resolve) => {
      const settle = (answer: Answer<T>) => {
        clearTimeout(timer);
        if (--this.#asked === 0) this.#rest = setTimeout(() => this.stop(), this.options.rest).unref();
        worker.off("message", onMessage);
        worker.off("error", onError);
        worker.off("exit", onExit);
        if (answer.outcome === "crashed" || answer.outcome === "late") this.stop();
        resolve(answer);
      };
      const onMessage = (reply: Reply) => {
        if (reply.id !== id) return;
        if ("failure" in reply) settle({ outcome: "failed", why: reply.failure });
        else settle({ outcome: "done", result: reply.result as T });
      };
      const onError = (error: unknown) => settle({ outcome: "crashed", why: String(error) });
      const onExit = (code: number) => settle({ outcome: "crashed", why: `the thread ended with ${code}` });
      const timer = setTimeout(
        () => settle({ outcome: "late", why: `no answer within ${this.options.patience / 1000} s` }),
        this.options.patience,
      );
      worker.on("message", onMessage);
      worker.on("error", onError);
      worker.on("exit", onExit);
      worker.postMessage({ id, ...asked } as Request);
    });
  }

  stop(): void {
    clearTimeout(this.#rest);
    void this.#worker?.terminate();
    this.#worker = null;
  }

  #start(): Worker {
    const { file, task, memory } = this.options;
    const settings = { workerData: task, resourceLimits: { maxOldGenerationSizeMb: memory } };
    const worker = file.endsWith(".ts")
      ? new Worker(FROM_SOURCES, { ...settings, eval: true, argv: [pathToFileURL(file).href] })
      : new Worker(file, settings);
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = null;
    });
    worker.on("error", () => {});
    return worker;
  }
}
