/** What resolution works from: the readings and judgements of a process, as the machine sees them. */
import type { Judgement } from "@parley/protocol";
import { sql } from "kysely";
import { toJudgement } from "./judgements.ts";
import type { ReadingToKeep } from "./queue.ts";
import type { Session } from "./store.ts";

/** Processes with events that their projections do not contain yet. */
export async function staleProcesses(session: Session): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from processes p where exists (
      select 1 from events e where e.process = p.id and e.position > p.resolved and e.type in ('document-read', 'judged'))
    order by p.id`.execute(session);
  return rows.map((row) => row.id);
}

export interface KeptReading {
  position: number;
  audience: string[];
  reading: ReadingToKeep;
}

/** Readings recorded after `after`, in order of arrival, at most `limit`. */
export async function readingsAfter(
  session: Session,
  process: string,
  { after, limit }: { after: number; limit: number },
): Promise<KeptReading[]> {
  const rows = await session
    .selectFrom("readings")
    .select(["position", "audience", "reading"])
    .where("process", "=", process)
    .where("position", ">", String(after))
    .orderBy("position")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    position: Number(row.position),
    audience: row.audience,
    reading: row.reading as ReadingToKeep,
  }));
}

export interface Standing {
  /** Position of the last event that resolution follows. */
  position: number;
  /** Position that its projections stand at. */
  resolved: number;
  judgements: { audience: string[]; judgement: Judgement }[];
}

export async function standing(session: Session, process: string): Promise<Standing> {
  const { rows } = await sql<{ position: string; resolved: string }>`
    select coalesce((select max(position) from events where process = ${process}
      and type in ('document-received', 'document-read', 'judged', 'process-opened')), 0) as position, resolved
    from processes where id = ${process}`.execute(session);
  const judged = await session
    .selectFrom("events")
    .select(["payload", "author", "at", "audience"])
    .where("process", "=", process)
    .where("type", "=", "judged")
    .orderBy("position")
    .execute();
  return {
    position: Number(rows[0]?.position ?? 0),
    resolved: Number(rows[0]?.resolved ?? 0),
    judgements: judged.map((row) => ({ audience: row.audience, judgement: toJudgement(row) })),
  };
}
