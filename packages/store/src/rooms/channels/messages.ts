/** Messages as rows, their words by hash beside them, and the channel's rule that erases the words again. */
import type { MessageHistory, MessagePage, MessageView } from "@parley/protocol";
import { message, tokensOf } from "@parley/record";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { rowsFor } from "../../bulk.ts";
import { fold } from "../../fold.ts";
import type { Session } from "../../store.ts";

type Standing = Extract<message.State, { status: "standing" }>;

export interface Written {
  state: Standing;
  content: message.Content;
  author: string;
  at: string;
  revision: string;
  /** Of the channel. */
  clock: number;
  /** Days after which it is erased; null where it is kept. */
  days: number | null;
}

/** As the machine: a message that was sent, with its words, in one statement. */
export async function projectPosted(session: Session, written: Written): Promise<void> {
  const { state, at, author, revision, clock, days } = written;
  const row = {
    process: state.process,
    id: state.id,
    channel: state.channel,
    thread: state.thread,
    delegation: state.delegation,
    author,
    recorded_by: state.recordedBy,
    at,
    ordered: clock,
    changed: clock,
    content: state.contents[0],
    versions: 1,
    withdrawn: false,
    carried_on: false,
    erase_on: erasedOn(at, days),
    revision,
    audience: tokensOf(message.audienceOf(state)),
  };
  const columns = Object.keys(row);
  await sql`with words as (${insertContent(written)})
    insert into messages (${sql.join(columns.map((column) => sql.ref(column)))})
    ${rowsFor("messages", columns, [row])}`.execute(session);
}

const DAY = 86_400_000;
/** When a message of that instant is erased under a rule of so many days; null where it is kept. */
export const erasedOn = (at: string, days: number | null) =>
  days === null ? null : new Date(Date.parse(at) + days * DAY).toISOString();

function insertContent({ state, content, author, at }: Written): RawBuilder<unknown> {
  const row = {
    process: state.process,
    hash: state.contents.at(-1),
    message: state.id,
    version: state.contents.length,
    author,
    at,
    body: content,
    folded: fold(content.text),
    audience: tokensOf(message.audienceOf(state)),
  };
  const columns = Object.keys(row);
  return sql`insert into contents (${sql.join(columns.map((column) => sql.ref(column)))})
    ${rowsFor("contents", columns, [row])}`;
}

/** As the machine: a message that became different; with words where it was edited. */
export async function projectChanged(
  session: Session,
  changed: Pick<Written, "state" | "revision" | "clock"> & Partial<Written>,
): Promise<void> {
  const { state, revision, clock } = changed;
  await sql`update messages set content = ${state.contents.at(-1)}, versions = ${state.contents.length},
      withdrawn = ${state.withdrawn}, carried_on = ${state.carriedOn}, revision = ${revision}, changed = ${clock}
    where process = ${state.process} and id = ${state.id}`.execute(session);
  if (changed.content) await insertContent(changed as Written).execute(session);
}

/** As the machine: messages of a channel that others may see now, with their words and files. */
export async function readdressMessages(
  session: Session,
  {
    process,
    shown,
    clock,
  }: {
    process: string;
    shown: { id: string; audience: string[]; revision: string }[];
    /** Of the channel; they became different together. */
    clock: number;
  },
): Promise<void> {
  const rows = JSON.stringify(shown.map(({ id, audience, revision }) => ({ id, audience, revision })));
  const given = sql`json_to_recordset(${rows}::json) as g(id text, audience text[], revision text)`;
  await sql`update messages m set audience = g.audience, revision = g.revision, changed = ${clock} from ${given}
    where m.process = ${process} and m.id = g.id`.execute(session);
  for (const table of ["contents", "files"])
    await sql`update ${sql.table(table)} m set audience = g.audience from ${given}
      where m.process = ${process} and m.message = g.id`.execute(session);
}

/** Ids of the messages of a channel, oldest first. */
export async function messagesIn(session: Session, process: string, channel: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from messages
    where process = ${process} and channel = ${channel} order by ordered`.execute(session);
  return rows.map((row) => row.id);
}

/** As the machine, where a channel keeps its messages longer than before: earlier ones too. */
export async function keepLonger(
  session: Session,
  { process, channel, days }: { process: string; channel: string; days: number | null },
): Promise<void> {
  await sql`update messages set erase_on =
      case when ${days}::int is null then null else greatest(erase_on, at + ${days}::int * interval '1 day') end
    where process = ${process} and channel = ${channel} and erased_at is null and erase_on is not null`.execute(
    session,
  );
}

interface Row {
  id: string;
  channel: string;
  thread: string | null;
  delegation: string;
  author: string;
  recorded_by: "secretariat" | null;
  at: Date;
  ordered: string;
  changed: string;
  versions: number;
  withdrawn: boolean;
  carried_on: boolean;
  erase_on: Date | null;
  erased_at: Date | null;
  revision: string;
  content: message.Content | null;
  from_channel: string | null;
  from_message: string | null;
  carried_to: MessageView["carriedTo"] | null;
}

/** What stands in a thread that began before one came is no answer to anything one could know of. */
const rowsOf = (matching: RawBuilder<SqlBool>, rest: RawBuilder<unknown>) => sql<Row>`
  select m.id, m.channel, t.id as thread, m.delegation, m.author, m.recorded_by, m.at, m.ordered, m.changed,
    m.versions, m.withdrawn, m.carried_on, m.erase_on, m.erased_at, m.revision, c.body as content,
    f.from_channel, f.from_message, (
      select json_agg(json_build_object('channel', o.channel, 'message', o.message,
        'at', to_char(o.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by o.at, o.message)
      from carriages o where o.process = m.process and o.from_message = m.id) as carried_to
  from (select * from messages m where ${matching} ${rest}) m
  left join contents c on c.process = m.process and c.hash = m.content and not m.withdrawn
  left join messages t on t.process = m.process and t.id = m.thread
  left join carriages f on f.process = m.process and f.message = m.id`;

const toView = (row: Row): MessageView => ({
  id: row.id,
  channel: row.channel,
  thread: row.thread,
  delegation: row.delegation,
  author: row.author,
  recordedBy: row.recorded_by,
  at: row.at.toISOString(),
  order: Number(row.ordered),
  changed: Number(row.changed),
  text: row.content?.text ?? null,
  language: row.content?.language ?? null,
  files: row.content?.files ?? [],
  versions: row.versions,
  withdrawn: row.withdrawn,
  erased: row.erased_at?.toISOString() ?? null,
  erasedOn: row.erase_on?.toISOString() ?? null,
  carriedOn: row.carried_on,
  carriedFrom:
    row.from_channel !== null && row.from_message !== null
      ? { channel: row.from_channel, message: row.from_message }
      : null,
  carriedTo: row.carried_to ?? [],
  revision: row.revision,
});

export interface Stretch {
  limit: number;
  /** The newest before that order. */
  before?: number | undefined;
  /** Those that became different after that count, instead. */
  since?: number | undefined;
}

/** In the order in which they were sent; with `since` in the order in which they changed. */
export async function messagePage(
  session: Session,
  { process, channel }: { process: string; channel: string },
  { limit, before, since }: Stretch,
): Promise<MessagePage> {
  const here = sql<SqlBool>`m.process = ${process} and m.channel = ${channel}`;
  if (since !== undefined) {
    const { rows } =
      await sql`${rowsOf(sql`${here} and m.changed > ${since}`, sql`order by m.changed limit ${limit + 1}`)}
      order by m.changed`
        .$castTo<Row>()
        .execute(session);
    return { messages: rows.slice(0, limit).map(toView), more: rows.length > limit };
  }
  const earlier = before === undefined ? here : sql<SqlBool>`${here} and m.ordered < ${before}`;
  const { rows } = await sql`${rowsOf(earlier, sql`order by m.ordered desc limit ${limit + 1}`)}
    order by m.ordered desc`
    .$castTo<Row>()
    .execute(session);
  return { messages: rows.slice(0, limit).map(toView).reverse(), more: rows.length > limit };
}

export async function findMessage(
  session: Session,
  process: string,
  id: string,
): Promise<MessageView | null> {
  const { rows } = await rowsOf(sql`m.process = ${process} and m.id = ${id}`, sql`limit 1`).execute(session);
  return rows[0] ? toView(rows[0]) : null;
}

/** Oldest first; none of a message that was withdrawn or erased. */
export async function versionsOf(
  session: Session,
  process: string,
  { id, withdrawn }: MessageView,
): Promise<MessageHistory["versions"]> {
  if (withdrawn) return [];
  const { rows } = await sql<{ at: Date; author: string; body: message.Content }>`
    select at, author, body from contents where process = ${process} and message = ${id}
    order by version`.execute(session);
  return rows.map(({ at, author, body: { text, language } }) => ({
    at: at.toISOString(),
    author,
    text,
    language,
  }));
}

/**
 * The beginning of the thread that a message stands in, itself where it begins one, as far as the viewer sees it; with
 * the delegations that it is for.
 */
export async function threadOf(
  session: Session,
  process: string,
  id: string,
): Promise<{ id: string; channel: string; audience: string[] } | null> {
  const { rows } = await sql<{ id: string; channel: string; audience: string[] }>`
    select coalesce(t.id, m.id) as id, m.channel, coalesce(t.audience, m.audience) as audience
    from messages m left join messages t on t.process = m.process and t.id = m.thread
    where m.process = ${process} and m.id = ${id}`.execute(session);
  const [row] = rows;
  return row ? { ...row, audience: row.audience.map((token) => token.slice(token.indexOf(":") + 1)) } : null;
}

export interface Carried {
  process: string;
  message: string;
  channel: string;
  from: { message: string; channel: string };
  by: string;
  at: string;
}

/** As the machine. */
export async function projectCarriage(
  session: Session,
  { process, message: to, channel, from, by, at }: Carried,
): Promise<void> {
  await sql`insert into carriages (process, message, channel, from_message, from_channel, at, audience)
    values (${process}, ${to}, ${channel}, ${from.message}, ${from.channel}, ${at}, ${[`delegation:${by}`]})`.execute(
    session,
  );
}

/** As the machine: messages whose days are over. Those that another server is at are passed over. */
export async function dueForErasure(
  session: Session,
  { now, limit }: { now: Date; limit: number },
): Promise<{ process: string; id: string; channel: string }[]> {
  const { rows } = await sql<{ process: string; id: string; channel: string }>`
    select process, id, channel from messages where erased_at is null and erase_on <= ${now.toISOString()}
    order by erase_on, id limit ${limit} for update skip locked`.execute(session);
  return rows;
}

/** As the machine: words, files and their names are gone after this. */
export async function eraseContents(
  session: Session,
  { state, revision, clock, at }: Pick<Written, "state" | "revision" | "clock" | "at">,
): Promise<void> {
  const { process, id } = state;
  await sql`delete from contents where process = ${process} and message = ${id}`.execute(session);
  await sql`delete from file_parts where file in
    (select parts from files where process = ${process} and message = ${id})`.execute(session);
  await sql`delete from files where process = ${process} and message = ${id}`.execute(session);
  await sql`update messages set erased_at = ${at}, revision = ${revision}, changed = ${clock}
    where process = ${process} and id = ${id}`.execute(session);
}
