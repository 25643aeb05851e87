/** Writes what changed in a process's projections, in one transaction with the position they now stand at. */
import { sql } from "kysely";
import { rowsFor } from "./bulk.ts";
import { type Change, type Digests, PROJECTED, rowKey, type Table } from "./difference.ts";
import type { Session } from "./store.ts";

const COLUMNS: Record<Table, string[]> = {
  occurrences: [
    ..."process id kind type status background judgement confidence from_ms to_ms sort_ms uncertain".split(
      " ",
    ),
    ..."unsure who label quote document documents accounts body possibly_same digest audience".split(" "),
  ],
  claims: "process id document occurrence start body folded digest audience".split(" "),
  actors: "process id name kind country occurrences body folded digest audience".split(" "),
  places: "process id name body digest audience".split(" "),
};

export async function readDigests(session: Session, process: string): Promise<Digests> {
  const digests: Digests = { occurrences: {}, claims: {}, actors: {}, places: {} };
  for (const table of PROJECTED) {
    const { rows } = await sql<{ id: string; audience: string[]; digest: string }>`
      select id, audience, digest from ${sql.table(table)} where process = ${process}`.execute(session);
    for (const row of rows) digests[table][rowKey(row)] = row.digest;
  }
  return digests;
}

/** Ids of the jobs that are finished by it. */
export type Projected = { outcome: "written"; finished: string[] } | { outcome: "conflict" };

/** `conflict`: another server projected this process meanwhile; its rows stand. Jobs that are all read become finished. */
export async function project(session: Session, change: Change, at: string): Promise<Projected> {
  const { process } = change;
  const moved = await session
    .updateTable("processes")
    .set({ resolved: String(change.to) })
    .where("id", "=", process)
    .where("resolved", "=", String(change.from))
    .executeTakeFirst();
  if (!moved.numUpdatedRows) return { outcome: "conflict" };
  await rememberFormer(session, change);
  for (const table of PROJECTED) {
    const columns = COLUMNS[table];
    const key = table === "actors" || table === "places" ? ["process", "id", "audience"] : ["process", "id"];
    const gone = change.remove[table];
    if (gone.length)
      await sql`delete from ${sql.table(table)} t using ${records(gone)} as g(id text, audience text[])
        where t.process = ${process} and t.id = g.id and t.audience = g.audience`.execute(session);
    if (change.upsert[table].length)
      await sql`insert into ${sql.table(table)} (${sql.join(columns.map((c) => sql.ref(c)))})
        ${rowsFor(table, columns, change.upsert[table])}
        on conflict (${sql.join(key.map((c) => sql.ref(c)))}) do update set
        ${sql.join(columns.filter((c) => !key.includes(c)).map((c) => sql`${sql.ref(c)} = excluded.${sql.ref(c)}`))}`.execute(
        session,
      );
  }
  if (change.reprints.length)
    await sql`update documents d set reprint_of = r."reprintOf"
      from ${records(change.reprints)} as r(id text, "reprintOf" text)
      where d.process = ${process} and d.id = r.id and d.reprint_of is distinct from r."reprintOf"`.execute(
      session,
    );
  return { outcome: "written", finished: await finishJobs(session, process, at) };
}

const records = (rows: object[]) => sql`json_to_recordset(${JSON.stringify(rows)}::json)`;

/** An occurrence that goes leaves its id behind, with the claims it held. */
async function rememberFormer(session: Session, { process, remove }: Change): Promise<void> {
  const ids = remove.occurrences.map((row) => row.id);
  if (!ids.length) return;
  await sql`insert into former_occurrences (process, id, claims, audience)
    select process, id, array(select json_array_elements_text(body -> 'claims')), audience
    from occurrences where process = ${process} and id = any(${ids})
    on conflict (process, id) do update set claims = excluded.claims`.execute(session);
}

/** Finishes the jobs whose items are all read and whose claims the projections contain; their ids. */
export async function finishJobs(session: Session, process: string, at: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update jobs j set finished_at = ${at}
    where j.process = ${process} and j.finished_at is null
      and not exists (select 1 from job_items i where i.job = j.id and i.state = 'queued')
      and not exists (
        select 1 from job_items i join readings r on r.process = i.process and r.document = i.document
        where i.job = j.id and r.position > (select resolved from processes p where p.id = j.process))
    returning j.id`.execute(session);
  return rows.map((row) => row.id);
}
