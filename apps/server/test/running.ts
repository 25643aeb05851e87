/** A server for tests: in memory, on any free port, with the small reader. */

import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type RunningServer, type ServerOptions, startServer } from "../src/index.ts";

export const ROOT = join(import.meta.dirname, "../../..");
export const SMALL_READER = join(import.meta.dirname, "small-reader.ts");

export const start = (more: Partial<ServerOptions> = {}): Promise<RunningServer> =>
  startServer({ root: ROOT, dataFolder: null, port: 0, worker: SMALL_READER, readers: 1, ...more });

export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
}

export async function ask<T>(
  server: RunningServer,
  path: string,
  init: RequestInit = {},
): Promise<Answer<T>> {
  const response = await fetch(`${server.address}/api${path}`, init);
  return { status: response.status, body: (await response.json()) as T, headers: response.headers };
}

export const post = <T>(server: RunningServer, path: string, body: unknown): Promise<Answer<T>> =>
  ask<T>(server, path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

export const command = () => randomUUID();
