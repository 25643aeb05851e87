/** A job as its giver follows it. */
import type { Job } from "@parley/protocol";
import type { Audience } from "@parley/record";
import { sql } from "kysely";
import { audienceOf } from "./events.ts";
import type { Session } from "./store.ts";

/** Items in the order given; null where there is no such job, or not for this viewer. */
export async function findJob(session: Session, id: string): Promise<Job | null> {
  const job = await session
    .selectFrom("jobs")
    .select(["id", "process", "started_at", "finished_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!job) return null;
  const items = await session
    .selectFrom("job_items")
    .select(["name", "state", "document", "claims", "diagnostics"])
    .where("job", "=", id)
    .orderBy("item")
    .execute();
  const done = items.filter((item) => item.state !== "queued").length;
  return {
    id: job.id,
    process: job.process,
    state: job.finished_at ? "done" : done ? "reading" : "queued",
    total: items.length,
    done,
    startedAt: job.started_at.toISOString(),
    items,
  };
}

/** How far a job is and who may know of it, without its items; null where there is none. */
export async function jobProgress(
  session: Session,
  id: string,
): Promise<(Pick<Job, "process" | "done" | "total" | "state"> & { audience: Audience }) | null> {
  const { rows } = await sql<{
    process: string;
    finished: boolean;
    done: number;
    total: number;
    audience: string[];
  }>`
    select process, audience, finished_at is not null as finished,
      (select count(*) from job_items where job = id and state <> 'queued')::int as done,
      (select count(*) from job_items where job = id)::int as total
    from jobs where id = ${id}`.execute(session);
  const row = rows[0];
  if (!row) return null;
  const { process, done, total } = row;
  const audience = audienceOf(row.audience);
  return { process, done, total, audience, state: row.finished ? "done" : done ? "reading" : "queued" };
}
