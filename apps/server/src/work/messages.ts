/** What the server and its worker threads say to each other. */
import type { AdapterSettings } from "@parley/adapters";
import type { Judgement } from "@parley/protocol";
import type { Reading, Source } from "@parley/reading";
import type { Change, Digests } from "@parley/store";
import type { KnowledgeFolders } from "../knowledge.ts";

/** Given to a worker at its start. */
export interface WorkerTask {
  task: "read" | "resolve";
  knowledge: KnowledgeFolders;
  /** Null where nothing is to be sent anywhere. */
  adapters: AdapterSettings | null;
}

export interface ReadResult {
  reading: Reading;
  hash: string;
  /** Why it is kept but not read, null when it was read. */
  unread: string | null;
}

/** `keep` adds readings to what the worker holds of the process; `resolve` answers with what must be written. */
export type ResolveRequest =
  | { type: "keep"; process: string; readings: { audience: string[]; reading: Reading }[] }
  | {
      type: "resolve";
      process: string;
      from: number;
      to: number;
      judgements: { audience: string[]; judgement: Judgement }[];
      known: Digests;
    };
export type ResolveResult = Change | null;

export type Request = { id: number } & ({ read: Source } | { resolve: ResolveRequest });
export type Reply = { id: number } & ({ result: ReadResult | ResolveResult } | { failure: string });
