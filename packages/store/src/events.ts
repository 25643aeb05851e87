/** Appending to streams and reading them back. A stream that moved on meanwhile is an answer, `conflict`, not an error. */
import { type Audience, type Capacity, type DomainEvent, type Fact, tokensOf } from "@parley/record";
import { sql } from "kysely";
import { rowsFor } from "./bulk.ts";
import type { Session } from "./store.ts";

const COLUMNS = [
  "process",
  "stream",
  "version",
  "id",
  "type",
  "payload",
  "author",
  "capacity",
  "at",
  "audience",
  "command",
  "hash",
] as const;

export type Appended = { outcome: "appended"; position: number } | { outcome: "conflict" };

/**
 * All or none: on `conflict` the caller rolls back, reads again and decides again. Events of one process are appended
 * one transaction at a time, so that their positions are in the order of commit and a projection misses none.
 */
export async function append(session: Session, events: DomainEvent[]): Promise<Appended> {
  if (!events.length) throw new TypeError("nothing to append");
  for (const process of [...new Set(events.map((event) => event.process))].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${process}, 0))`.execute(session);
  const rows = events.map((event) => ({ ...event, audience: tokensOf(event.audience) }));
  const { rows: added } = await sql<{ position: string }>`
    insert into events (${sql.join(COLUMNS.map((column) => sql.ref(column)))})
    ${rowsFor("events", COLUMNS, rows)} order by 1, 2, 3
    on conflict do nothing returning position`.execute(session);
  if (added.length !== events.length) return { outcome: "conflict" };
  return { outcome: "appended", position: Math.max(...added.map((row) => Number(row.position))) };
}

/** Facts of the streams, oldest first, by stream. A stream that is not there, or may not be seen, has an empty list. */
export async function loadStreams<F extends Fact>(
  session: Session,
  process: string,
  streams: string[],
): Promise<Map<string, F[]>> {
  const found = new Map<string, F[]>(streams.map((stream) => [stream, []]));
  const { rows } = await sql<{ stream: string; type: F["type"]; payload: F["payload"] }>`
    select stream, type, payload from events
    where process = ${process} and stream = any(${streams}) order by stream, version`.execute(session);
  for (const { stream, type, payload } of rows) found.get(stream)!.push({ type, payload } as F);
  return found;
}

export async function loadStream<F extends Fact>(
  session: Session,
  process: string,
  stream: string,
): Promise<F[]> {
  return (await loadStreams<F>(session, process, [stream])).get(stream)!;
}

/** Events in order of arrival with their seals, as they are kept. `after` is a position. */
export async function readLog(
  session: Session,
  process: string,
  { after, limit }: { after: number; limit: number },
): Promise<(DomainEvent & { position: number })[]> {
  const rows = await session
    .selectFrom("events")
    .selectAll()
    .where("process", "=", process)
    .where("position", ">", String(after))
    .orderBy("position")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    process: row.process,
    stream: row.stream,
    version: row.version,
    type: row.type,
    payload: row.payload,
    author: row.author,
    capacity: row.capacity as Capacity,
    at: row.at.toISOString(),
    audience: audienceOf(row.audience),
    command: row.command,
    hash: row.hash,
    position: Number(row.position),
  }));
}

/** The audience whose tokens these are. */
export function audienceOf(tokens: string[]): Audience {
  const [first = ""] = tokens;
  if (first === "public") return { kind: "public" };
  const name = (token: string) => token.slice(token.indexOf(":") + 1);
  return first.startsWith("process:")
    ? { kind: "process", process: name(first) }
    : { kind: "delegations", delegations: tokens.map(name) as [string, ...string[]] };
}
