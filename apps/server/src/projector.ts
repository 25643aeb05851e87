/**
 * Keeps the projections of each process up with its events: after a burst of changes it hands what is new to the
 * resolver and writes what came out different. Where it falls behind it waits longer between runs, never in a queue.
 */

import type { Reading } from "@parley/reading";
import { type Audience, united } from "@parley/record";
import {
  audienceOf,
  type Change,
  project,
  readDigests,
  readingsAfter,
  type Store,
  standing,
} from "@parley/store";
import type { ResolveRequest, ResolveResult } from "./work/messages.ts";
import type { Thread } from "./work/thread.ts";

export interface ProjectorOptions {
  store: Store;
  thread: Thread;
  now(): Date;
  /** After each run that wrote. `finished` are jobs that are done by it; `audience` sees what is different. */
  onProjected(process: string, { finished, audience }: { finished: string[]; audience: Audience }): void;
  onFailure(process: string, why: string): void;
}

export interface Projector {
  schedule(process: string): void;
  /** Resolves when nothing is scheduled and nothing runs. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const FIRST_WAIT = 150;
const LONGEST_WAIT = 10_000;
/** Readings that travel to the thread in one message. */
const BATCH = 100;

/** Everybody in the process where nothing tells it closer, as with a judgement that changes no row. */
function whoSees(process: string, { upsert, remove }: Change, added: string[][]): Audience {
  const rows = [...Object.values(upsert), ...Object.values(remove)].flat() as { audience: string[] }[];
  const audiences = [...rows.map(({ audience }) => audience), ...added].map(audienceOf);
  return audiences.length ? audiences.reduce(united) : { kind: "process", process };
}

export function createProjector({ store, thread, now, onProjected, onFailure }: ProjectorOptions): Projector {
  const waiting = new Set<string>();
  /** Position of the last reading that the thread holds, by process. */
  const held = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let wait = FIRST_WAIT;
  let stopped = false;
  let idle: (() => void)[] = [];

  function arm(): void {
    if (stopped || timer || running) return;
    if (!waiting.size) {
      for (const tell of idle) tell();
      idle = [];
      return;
    }
    timer = setTimeout(() => {
      timer = undefined;
      running = runAll().finally(() => {
        running = null;
        arm();
      });
    }, wait);
  }

  async function runAll(): Promise<void> {
    const processes = [...waiting];
    waiting.clear();
    const started = now().getTime();
    wait = FIRST_WAIT;
    for (const process of processes) await runOne(process);
    wait = Math.min(LONGEST_WAIT, Math.max(wait, 2 * (now().getTime() - started)));
  }

  async function runOne(process: string): Promise<void> {
    try {
      const outcome = await bringUp(process);
      if (outcome === "again") waiting.add(process);
    } catch (error) {
      held.delete(process);
      if (stopped) return;
      waiting.add(process);
      wait = LONGEST_WAIT;
      onFailure(process, error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  async function bringUp(process: string): Promise<"done" | "again"> {
    if (!thread.alive) held.clear();
    const state = await store.asMachine((session) => standing(session, process));
    const added = await handOver(process);
    const known = await store.asMachine((session) => readDigests(session, process));
    const change = await ask({
      type: "resolve",
      process,
      from: state.resolved,
      to: state.position,
      judgements: state.judgements,
      known,
    });
    if (!change || stopped) return "done";
    const written = await store.asMachine((session) => project(session, change, now().toISOString()));
    if (written.outcome === "conflict") return "again";
    onProjected(process, { finished: written.finished, audience: whoSees(process, change, added) });
    return "done";
  }

  /** The audiences of what is new. */
  async function handOver(process: string): Promise<string[][]> {
    const audiences: string[][] = [];
    for (;;) {
      const after = held.get(process) ?? 0;
      const kept = await store.asMachine((session) =>
        readingsAfter(session, process, { after, limit: BATCH }),
      );
      if (!kept.length) return audiences;
      audiences.push(...kept.map(({ audience }) => audience));
      const readings = kept.map(({ audience, reading }) => ({ audience, reading: reading as Reading }));
      await ask({ type: "keep", process, readings });
      held.set(process, kept.at(-1)!.position);
    }
  }

  async function ask(request: ResolveRequest): Promise<ResolveResult> {
    const answer = await thread.ask<ResolveResult>({ resolve: request });
    if (answer.outcome === "done") return answer.result;
    throw new Error(answer.why);
  }

  return {
    schedule(process) {
      waiting.add(process);
      arm();
    },
    settled: () =>
      waiting.size || timer || running ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve(),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
      thread.stop();
      await running;
    },
  };
}
