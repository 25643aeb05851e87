/** Judgements, read from the events that give them. */
import type { Judgement } from "@parley/protocol";
import type { judgement } from "@parley/record";
import { sql } from "kysely";
import type { Session } from "./store.ts";

interface Row {
  payload: object;
  author: string;
  at: Date;
}

export const toJudgement = ({ payload, author, at }: Row): Judgement => ({
  ...(payload as judgement.Judged),
  author,
  at: at.toISOString(),
});

/** Those that name any of the claims, on either side, oldest first. */
export async function judgementsOn(
  session: Session,
  process: string,
  claims: string[],
): Promise<Judgement[]> {
  const { rows } = await sql<Row>`
    select payload, author, at from events
    where process = ${process} and type = 'judged'
      and (payload::jsonb -> 'claims' ?| ${claims} or payload::jsonb -> 'others' ?| ${claims})
    order by position`.execute(session);
  return rows.map(toJudgement);
}

/** The stream that a judgement stands in; null where there is none of that id, or not for this viewer. */
export async function streamOfJudgement(
  session: Session,
  process: string,
  id: string,
): Promise<string | null> {
  const row = await session
    .selectFrom("events")
    .select("stream")
    .where("process", "=", process)
    .where("type", "=", "judged")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.stream ?? null;
}

/** The judgement that a command gave, where it was given before. */
export async function judgementOfCommand(
  session: Session,
  process: string,
  command: string,
): Promise<Judgement | null> {
  const row = await session
    .selectFrom("events")
    .select(["payload", "author", "at"])
    .where("process", "=", process)
    .where("type", "=", "judged")
    .where("command", "=", command)
    .executeTakeFirst();
  return row ? toJudgement(row) : null;
}

/** How many of these claims there are. */
export async function countClaims(session: Session, process: string, claims: string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from claims where process = ${process} and id = any(${claims})`.execute(
    session,
  );
  return rows[0]?.n ?? 0;
}
