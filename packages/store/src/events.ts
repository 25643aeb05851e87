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

/** What resolution follows by position. */
const RESOLVED = new Set(["document-received", "document-read", "judged"]);

/**
 * All or none: on `conflict` the caller rolls back, reads again and decides again. Events that resolution follows are
 * appended one transaction at a time, so that their positions are in the order of commit and no projection misses one;
 * those of the rooms wait for nobody but their own stream.
 */
export async function append(session: Session, events: DomainEvent[]): Promise<Appended> {
  if (!events.length) throw new TypeError("nothing to append");
  const followed = events.filter((event) => RESOLVED.has(event.type)).map((event) => event.process);
  for (const process of [...new Set(followed)].sort())
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

/** A stream with what a command needs to know of it: whether it was given before, and on what it was decided. */
export interface StreamSeen<F> {
  facts: F[];
  /** The command of each fact. */
  commands: string[];
  /** Names the last event; "" where there is none. */
  revision: string;
}

export async function seeStream<F extends Fact>(
  session: Session,
  process: string,
  stream: string,
): Promise<StreamSeen<F>> {
  const { rows } = await sql<{ type: string; payload: unknown; command: string; hash: string }>`
    select type, payload, command, hash from events
    where process = ${process} and stream = ${stream} order by version`.execute(session);
  return {
    facts: rows.map(({ type, payload }) => ({ type, payload }) as F),
    commands: rows.map((row) => row.command),
    revision: revisionOf(rows.at(-1)),
  };
}

/** A revision is the head of a hash: unlike a count it says nothing of how much there is that one may not see. */
export const revisionOf = (event: { hash: string } | undefined) => event?.hash.slice(0, 20) ?? "";

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
