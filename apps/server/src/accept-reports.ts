/** Reports handed in → queued in one transaction, tried again where somebody else wrote at the same moment. */

import type { Job } from "@parley/protocol";
import type { Audience, Viewer } from "@parley/record";
import { findJob, findProcess, type Given, type Session, type Store, takeIn } from "@parley/store";
import { ApiProblem, notFound } from "./problem.ts";

export interface Handed {
  process: string;
  command: string;
  documents: Given[];
  by: Viewer;
}

export interface Intaker {
  store: Store;
  now(): Date;
  newId(): string;
}

const TRIES = 5;

export async function acceptReports({ store, now, newId }: Intaker, handed: Handed): Promise<Job> {
  const audience: Audience = { kind: "process", process: handed.process };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const job = await store
      .as(handed.by, async (session) => {
        if (!(await findProcess(session, handed.process))) throw notFound();
        const taken = await takeIn(session, {
          ...handed,
          job: newId(),
          at: now().toISOString(),
          audience,
          newId,
        });
        if (taken === "conflict") throw new Contended();
        return found(session, taken.job);
      })
      .catch(unlessContended);
    if (job) return job;
  }
  throw new ApiProblem("write-contended", "Others are writing to this process. Try again.");
}

async function found(session: Session, id: string): Promise<Job> {
  const job = await findJob(session, id);
  if (!job) throw notFound();
  return job;
}

/** Rolls the transaction back before the next attempt. */
export class Contended extends Error {}

export function unlessContended(error: unknown): null {
  if (error instanceof Contended) return null;
  throw error;
}
