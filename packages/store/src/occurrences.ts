/** Occurrences as lists, the timeline and pages show them. */
import {
  bounds,
  type Judged,
  KINDS,
  type Kind,
  type OccurrenceSummary,
  STATUSES,
  type Status,
  type Timeline,
} from "@parley/protocol";
import { type Selectable, type SqlBool, sql } from "kysely";
import { claimsWhere } from "./documents.ts";
import { namesOf } from "./names.ts";
import { cursor, type Page, readCursor } from "./page.ts";
import { UNDATED } from "./projection.ts";
import type { Session } from "./store.ts";
import type { Tables } from "./tables.ts";

export interface OccurrenceFilter {
  kind?: Kind | undefined;
  status?: Status | undefined;
  actor?: string | undefined;
  /** EDTF dates; an occurrence is in where its `when` may lie between them. */
  from?: string | undefined;
  to?: string | undefined;
  judgement?: Judged | undefined;
  background?: boolean | undefined;
  /** Only those that wait for somebody to look: unsure joins, unsure verdicts. */
  unsure?: boolean;
}

const SUMMARY = ["body", "quote", "document", "documents", "accounts", "from_ms", "to_ms"] as const;
type SummaryRow = Pick<Selectable<Tables["occurrences"]>, (typeof SUMMARY)[number]>;

export function toOccurrenceSummary(row: SummaryRow): OccurrenceSummary {
  const { id, kind, type, status, background, when, where, actors, judgement, confidence } = row.body;
  return {
    ...{ id, kind, type, status, background, when, where, actors, judgement, confidence },
    quote: row.quote,
    document: row.document,
    documents: row.documents,
    accounts: row.accounts,
    from: instant(row.from_ms),
    to: instant(row.to_ms),
  };
}

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

function filtered(session: Session, process: string, filter: OccurrenceFilter) {
  const from = filter.from ? bounds(filter.from).from : null;
  const to = filter.to ? bounds(filter.to).to : null;
  return session
    .selectFrom("occurrences")
    .where("process", "=", process)
    .$if(filter.kind !== undefined, (q) => q.where("kind", "=", filter.kind!))
    .$if(filter.status !== undefined, (q) => q.where("status", "=", filter.status!))
    .$if(filter.judgement !== undefined, (q) => q.where("judgement", "=", filter.judgement!))
    .$if(filter.background !== undefined, (q) => q.where("background", "=", filter.background!))
    .$if(filter.actor !== undefined, (q) => q.where(sql<SqlBool>`who @> array[${filter.actor}]::text[]`))
    .$if(filter.unsure === true, (q) => q.where("unsure", "=", true))
    .$if(from !== null, (q) => q.where(sql<SqlBool>`coalesce(to_ms, from_ms) >= ${from}::float8`))
    .$if(to !== null, (q) => q.where(sql<SqlBool>`coalesce(from_ms, to_ms) <= ${to}::float8`));
}

/** Latest first, undated ones last. */
export async function occurrencePage(
  session: Session,
  process: string,
  { after, limit, ...filter }: OccurrenceFilter & Page,
) {
  const from = readCursor(after, 1);
  const rows = await filtered(session, process, filter)
    .select([...SUMMARY, "sort_ms"])
    .$if(from !== null, (q) =>
      q.where((or) =>
        or.or([
          or("sort_ms", "<", from!.keys[0]!),
          or.and([or("sort_ms", "=", from!.keys[0]!), or("id", ">", from!.id)]),
        ]),
      ),
    )
    .orderBy("sort_ms", "desc")
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const { total } = await filtered(session, process, filter)
    .select((of) => of.cast<number>(of.fn.countAll(), "integer").as("total"))
    .executeTakeFirstOrThrow();
  const occurrences = rows.slice(0, limit).map(toOccurrenceSummary);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    occurrences,
    total,
    next: last ? cursor({ keys: [last.sort_ms], id: last.body.id }) : null,
    ...(await namesOf(session, process, occurrences)),
  };
}

/** Newest first, without names and count. */
export async function latest(
  session: Session,
  process: string,
  filter: OccurrenceFilter,
  limit: number,
): Promise<OccurrenceSummary[]> {
  const rows = await filtered(session, process, filter)
    .select(SUMMARY)
    .orderBy("sort_ms", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toOccurrenceSummary);
}

export async function occurrencesById(
  session: Session,
  process: string,
  ids: string[],
): Promise<OccurrenceSummary[]> {
  if (!ids.length) return [];
  const rows = await session
    .selectFrom("occurrences")
    .select(SUMMARY)
    .where("process", "=", process)
    .where("id", "in", ids)
    .orderBy("sort_ms", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toOccurrenceSummary);
}

/** By its id, by an id it had before, or by any of its claims; null where there is none. */
export async function findOccurrence(session: Session, process: string, id: string) {
  const current = await currentId(session, process, id);
  if (!current) return null;
  const row = await session
    .selectFrom("occurrences")
    .select([...SUMMARY, "possibly_same"])
    .where("process", "=", process)
    .where("id", "=", current)
    .executeTakeFirst();
  if (!row) return null;
  const near = await occurrencesById(
    session,
    process,
    row.possibly_same.map((pair) => pair.occurrence),
  );
  return {
    occurrence: row.body,
    summary: toOccurrenceSummary(row),
    claims: await claimsWhere(session, process, { occurrence: current }),
    possiblySame: row.possibly_same.flatMap(({ occurrence, score, why }) => {
      const summary = near.find((other) => other.id === occurrence);
      return summary ? [{ occurrence: summary, score, why }] : [];
    }),
  };
}

async function currentId(session: Session, process: string, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id, 0 as rank from occurrences where process = ${process} and id = ${id}
    union all
    select occurrence, 1 from claims where process = ${process} and id = ${id} and occurrence is not null
    union all
    select c.occurrence, 2 from former_occurrences f
      join claims c on c.process = f.process and c.id = any(f.claims) and c.occurrence is not null
      where f.process = ${process} and f.id = ${id}
    order by rank, id limit 1`.execute(session);
  return rows[0]?.id ?? null;
}

/** Every dated occurrence in columns, sorted by its earliest instant. */
export async function timeline(session: Session, process: string): Promise<Timeline> {
  const { rows } = await sql<{ columns: Columns | null }>`
    select json_build_object(
      'ids', json_agg(id), 'kinds', json_agg(kind), 'statuses', json_agg(status),
      'from', json_agg(low), 'to', json_agg(high), 'uncertain', json_agg(uncertain::int),
      'background', json_agg(background::int), 'labels', json_agg(label), 'who', json_agg(who)) as columns
    from (select id, kind, status, coalesce(from_ms, to_ms) as low, coalesce(to_ms, from_ms) as high, uncertain,
        background, label, who
      from occurrences where process = ${process} and sort_ms > ${UNDATED}::float8 order by sort_ms, id) as dated`.execute(
    session,
  );
  const { undated } = await session
    .selectFrom("occurrences")
    .select((of) => of.cast<number>(of.fn.countAll(), "integer").as("undated"))
    .where("process", "=", process)
    .where("sort_ms", "=", UNDATED)
    .executeTakeFirstOrThrow();
  const columns = rows[0]?.columns;
  if (!columns?.ids) return { ...EMPTY, undated };
  const seen = [...new Set(columns.who.flat())].sort();
  const index = new Map(seen.map((id, i) => [id, i]));
  const { actors } = await namesOf(session, process, [], seen);
  return {
    ...columns,
    kinds: columns.kinds.map((kind) => KINDS.indexOf(kind)),
    statuses: columns.statuses.map((status) => STATUSES.indexOf(status)),
    who: columns.who.map((who) => who.map((id) => index.get(id)!)),
    actors,
    undated,
  };
}

const EMPTY: Omit<Timeline, "undated"> = {
  ...{
    ids: [],
    kinds: [],
    statuses: [],
    from: [],
    to: [],
    uncertain: [],
    background: [],
    labels: [],
    who: [],
  },
  actors: [],
};

interface Columns extends Omit<Timeline, "kinds" | "statuses" | "who" | "actors" | "undated"> {
  kinds: Kind[];
  statuses: Status[];
  who: string[][];
}
