/** When somebody was last here, and what happened since. */
import { sql } from "kysely";
import type { Session } from "../store.ts";

/** Who is away longer than this and comes back makes another visit. */
const VISIT_MINUTES = 30;

/**
 * As the machine: notes that the person is here now, and gives the end of the visit before this one (ISO 8601), null on
 * the first.
 */
export async function visit(
  session: Session,
  { process, person, now }: { process: string; person: string; now: Date },
): Promise<string | null> {
  const { rows } = await sql<{ since: Date | null }>`
    insert into visits (process, person, since, touched) values (${process}, ${person}, null, ${now.toISOString()})
    on conflict (process, person) do update set
      since = case when visits.touched < excluded.touched - make_interval(mins => ${VISIT_MINUTES})
        then visits.touched else visits.since end,
      touched = greatest(visits.touched, excluded.touched)
    returning since`.execute(session);
  return rows[0]?.since?.toISOString() ?? null;
}

/** A stream in which something happened: the last thing, when, and how many. */
export interface Moved {
  stream: string;
  last: string;
  at: string;
  events: number;
}

/** As the viewer; latest first. What the person did itself is no news to it. */
export async function movedSince(
  session: Session,
  { process, since, person }: { process: string; since: string; person: string },
): Promise<Moved[]> {
  const { rows } = await sql<{ stream: string; last: string; at: Date; events: number }>`
    select stream, (array_agg(type order by version desc))[1] as last, max(at) as at, count(*)::int as events
    from events where process = ${process} and at > ${since} and author <> ${person}
    group by stream order by max(at) desc, stream limit 500`.execute(session);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** As the viewer: how many occurrences of the reports wait for a judgement. */
export async function countUnsure(session: Session, process: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from occurrences where process = ${process} and unsure`.execute(session);
  return rows[0]?.n ?? 0;
}

/** As the viewer: the channels that these messages stand in, by message. */
export async function channelsOfMessages(
  session: Session,
  process: string,
  messages: string[],
): Promise<Map<string, string>> {
  const rows = await session
    .selectFrom("messages")
    .select(["id", "channel"])
    .where("process", "=", process)
    .where("id", "in", messages.length ? messages : [""])
    .execute();
  return new Map(rows.map((row) => [row.id, row.channel]));
}
