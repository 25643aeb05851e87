/** Channels as rows, and how far each delegation has read in them. */
import type { Channel, ChannelSummary, ChannelView, ReadMark } from "@parley/protocol";
import { channel, tokensOf } from "@parley/record";
import { sql } from "kysely";
import { rowsFor } from "../../bulk.ts";
import type { Session } from "../../store.ts";

/** More unread messages than this are not counted. */
const MOST_UNREAD = 100;
const EXCERPT = 160;

/** As the machine. */
export async function projectChannel(
  session: Session,
  state: channel.State,
  revision: string,
): Promise<void> {
  if (state.status === "absent") throw new TypeError("there is nothing to project");
  const { status: _, ...body } = state;
  const row = {
    process: body.process,
    id: body.id,
    kind: body.kind,
    name: body.name,
    closed: body.closed !== null,
    body,
    revision,
    audience: tokensOf(channel.audienceOf(state)),
  };
  const columns = Object.keys(row);
  await sql`insert into channels (${sql.join(columns.map((column) => sql.ref(column)))})
    ${rowsFor("channels", columns, [row])}
    on conflict (process, id) do update set name = excluded.name, closed = excluded.closed,
      body = excluded.body, revision = excluded.revision, audience = excluded.audience`.execute(session);
}

/**
 * As the machine: moves the clock of a channel on and holds the channel until the transaction ends. Null where there is
 * none, or none of that revision; `clock` is given to nobody else.
 */
export async function tickChannel(
  session: Session,
  { process, id, now, revision }: { process: string; id: string; now: Date; revision?: string },
): Promise<{ channel: Channel; clock: number } | null> {
  const { rows } = await sql<{ body: Channel; clock: string }>`
    update channels set clock = greatest(clock + 1, ${now.getTime()}::bigint)
    where process = ${process} and id = ${id} and revision = coalesce(${revision ?? null}, revision)
    returning body, clock`.execute(session);
  return rows[0] ? { channel: rows[0].body, clock: Number(rows[0].clock) } : null;
}

export async function seesChannel(session: Session, process: string, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from channels where process = ${process} and id = ${id}`.execute(
    session,
  );
  return rows.length > 0;
}

export async function findChannel(
  session: Session,
  process: string,
  id: string,
): Promise<ChannelView | null> {
  const { rows } = await sql<{ body: Channel; revision: string; reads: ReadMark[] | null }>`
    select c.body, c.revision, (
      select json_agg(json_build_object('delegation', r.delegation, 'order', r.ordered,
        'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.delegation)
      from channel_reads r where r.process = c.process and r.channel = c.id) as reads
    from channels c where c.process = ${process} and c.id = ${id}`.execute(session);
  const [row] = rows;
  return row ? { ...row.body, revision: row.revision, reads: row.reads ?? [] } : null;
}

/** Those where something was said last come first; closed ones last. Unread is counted for one delegation, or not at all. */
export async function listChannels(
  session: Session,
  process: string,
  reader: string | null,
): Promise<ChannelSummary[]> {
  const { rows } = await sql<{
    body: Channel;
    delegation: string | null;
    at: Date | null;
    excerpt: string | null;
    unread: number | null;
  }>`
    select c.body, l.delegation, l.at, nullif(left(t.body->>'text', ${EXCERPT}), '') as excerpt,
      case when ${reader}::text is null then null else (
        select count(*)::int from (
          select 1 from messages m where m.process = c.process and m.channel = c.id
            and m.ordered > coalesce((select r.ordered from channel_reads r
              where r.process = c.process and r.channel = c.id and r.delegation = ${reader}), 0)
            and m.delegation <> ${reader} and not m.withdrawn limit ${MOST_UNREAD}) as n) end as unread
    from channels c
    left join lateral (
      select m.delegation, m.at, m.ordered, m.content, m.withdrawn from messages m
      where m.process = c.process and m.channel = c.id order by m.ordered desc limit 1) l on true
    left join contents t on t.process = c.process and t.hash = l.content and not l.withdrawn
    where c.process = ${process}
    order by c.closed, l.ordered desc nulls last, c.name, c.id`.execute(session);
  return rows.map(({ body, delegation, at, excerpt, unread }) => ({
    ...body,
    last: delegation !== null && at ? { delegation, at: at.toISOString(), excerpt } : null,
    unread,
  }));
}

export interface Reading {
  process: string;
  channel: Channel;
  delegation: string;
  order: number;
  at: Date;
}

/** As the machine. False where the delegation had read as far before. */
export async function readUpTo(
  session: Session,
  { process, channel: of, delegation, order, at }: Reading,
): Promise<boolean> {
  const { rows } = await sql`
    insert into channel_reads (process, channel, delegation, ordered, at, audience)
    values (${process}, ${of.id}, ${delegation}, ${order}, ${at.toISOString()}, ${readersOf(of, delegation)})
    on conflict (process, channel, delegation) do update
      set ordered = excluded.ordered, at = excluded.at, audience = excluded.audience
      where channel_reads.ordered < excluded.ordered returning 1`.execute(session);
  return rows.length > 0;
}

const readersOf = ({ readsShown, delegations }: Channel, own: string) =>
  (readsShown ? delegations : [own]).map((delegation) => `delegation:${delegation}`).sort();

/** As the machine, where the channel has other members now or shows what it did not show. */
export async function readdressReads(session: Session, of: Channel): Promise<void> {
  for (const delegation of of.delegations)
    await sql`update channel_reads set audience = ${readersOf(of, delegation)}
      where process = ${of.process} and channel = ${of.id} and delegation = ${delegation}`.execute(session);
}
