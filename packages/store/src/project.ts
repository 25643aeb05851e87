/** Writes what changed in a process's projections, in one transaction with the position they now stand at. */
import { sql } from "kysely";
import { rowsFor } from "./bulk.ts";
import type { Rows } from "./projection.ts";
import type { Session } from "./store.ts";

const PROJECTED = ["occurrences", "claims", "actors", "places"] as const;
type Projected = (typeof PROJECTED)[number];

const COLUMNS: Record<Projected, string[]> = {
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

/** Digests by key ("id" and audience) as they are written now. */
export type Digests = Record<Projected, Record<string, string>>;

export interface Change {
  process: string;
  /** The position that this change starts from, and the one it brings the projections to. */
  from: number;
  to: number;
  upsert: Rows;
  remove: Record<Projected, { id: string; audience: string[] }[]>;
  reprints: { id: string; reprintOf: string | null }[];
}

export const rowKey = (row: { id: string; audience: string[] }) => JSON.stringify([row.id, ...row.audience]);

/** What must be written to come from the digests to the rows. Pure. */
export function difference(known: Digests, wanted: Rows): Pick<Change, "upsert" | "remove"> {
  const upsert: Rows = { occurrences: [], claims: [], actors: [], places: [] };
  const remove: Change["remove"] = { occurrences: [], claims: [], actors: [], places: [] };
  for (const table of PROJECTED) {
    const rows: { id: string; audience: string[]; digest: string }[] = wanted[table];
    const changed = rows.filter((row) => known[table][rowKey(row)] !== row.digest);
    (upsert[table] as typeof changed) = changed;
    const kept = new Set(rows.map(rowKey));
    for (const key of Object.keys(known[table])) {
      if (kept.has(key)) continue;
      const [id = "", ...audience] = JSON.parse(key) as string[];
      remove[table].push({ id, audience });
    }
  }
  return { upsert, remove };
}

export async function readDigests(session: Session, process: string): Promise<Digests> {
  const digests: Digests = { occurrences: {}, claims: {}, actors: {}, places: {} };
  for (const table of PROJECTED) {
    const { rows } = await sql<{ id: string; audience: string[]; digest: string }>`
      select id, audience, digest from ${sql.table(table)} where process = ${process}`.execute(session);
    for (const row of rows) digests[table][rowKey(row)] = row.digest;
  }
  return digests;
}

/** `conflict`: another server projected this process meanwhile; its rows stand. Jobs that are all read become finished. */
export async function project(session: Session, change: Change, at: string): Promise<"written" | "conflict"> {
  const { process } = change;
  const moved = await session
    .updateTable("processes")
    .set({ resolved: String(change.to) })
    .where("id", "=", process)
    .where("resolved", "=", String(change.from))
    .executeTakeFirst();
  if (!moved.numUpdatedRows) return "conflict";
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
  await finishJobs(session, process, at);
  return "written";
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

/** Jobs whose items are all read and whose claims the projections contain. */
export async function finishJobs(session: Session, process: string, at: string): Promise<void> {
  await sql`update jobs j set finished_at = ${at}
    where j.process = ${process} and j.finished_at is null
      and not exists (select 1 from job_items i where i.job = j.id and i.state = 'queued')
      and not exists (
        select 1 from job_items i join readings r on r.process = i.process and r.document = i.document
        where i.job = j.id and r.position > (select resolved from processes p where p.id = j.process))`.execute(
    session,
  );
}
