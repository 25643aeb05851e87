/** What surrounds a contact: a side's own notes, the hours in which each works, what people said of reports. */
import type { PrivateAgenda, ReportJudgement, WorkingTimesView } from "@parley/protocol";
import { contactNotes, contactReports, tokensOf, workingTimes } from "@parley/record";
import { sql } from "kysely";
import { rowsFor } from "../../bulk.ts";
import type { Session } from "../../store.ts";

/** One row of a table whose key is the process and these columns, as the machine. */
async function write(session: Session, table: string, key: string[], row: Record<string, unknown>) {
  const columns = Object.keys(row);
  const list = (names: string[]) => sql.join(names.map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${list(columns)}) ${rowsFor(table, columns, [row])}
    on conflict (${list(["process", ...key])}) do update set body = excluded.body, revision = excluded.revision,
      audience = excluded.audience`.execute(session);
}

export async function projectNotes(
  session: Session,
  state: contactNotes.State,
  revision: string,
): Promise<void> {
  if (state.status === "absent") throw new TypeError("there is nothing to project");
  await write(session, "private_agendas", ["contact", "delegation"], {
    process: state.process,
    contact: state.contact,
    delegation: state.delegation,
    body: state.items,
    revision,
    audience: tokensOf(contactNotes.audienceOf(state)),
  });
}

/** Of the delegations that the session sees the notes of. */
export async function privateAgendas(
  session: Session,
  process: string,
  contact: string,
): Promise<PrivateAgenda[]> {
  const rows = await session
    .selectFrom("private_agendas")
    .select(["delegation", "body", "revision"])
    .where("process", "=", process)
    .where("contact", "=", contact)
    .orderBy("delegation")
    .execute();
  return rows.map(({ delegation, body, revision }) => ({ contact, delegation, items: body, revision }));
}

export async function projectWorkingTimes(
  session: Session,
  state: workingTimes.State,
  revision: string,
): Promise<void> {
  if (state.status === "unstated") throw new TypeError("there is nothing to project");
  const { process, delegation, zone, week, off } = state;
  await write(session, "working_times", ["delegation"], {
    ...{ process, delegation, revision },
    body: { zone, week, off },
    audience: tokensOf(workingTimes.audienceOf(state)),
  });
}

export async function listWorkingTimes(session: Session, process: string): Promise<WorkingTimesView[]> {
  const rows = await session
    .selectFrom("working_times")
    .select(["delegation", "body", "revision"])
    .where("process", "=", process)
    .orderBy("delegation")
    .execute();
  return rows.map(({ delegation, body, revision }) => ({ ...body, delegation, revision }));
}

export async function projectReports(
  session: Session,
  state: contactReports.State,
  revision: string,
): Promise<void> {
  if (state.status === "unjudged") throw new TypeError("there is nothing to project");
  await write(session, "contact_reports", ["contact"], {
    process: state.process,
    contact: state.contact,
    body: state.judgements,
    revision,
    audience: tokensOf(contactReports.audienceOf(state)),
  });
}

/** What people said of reports, by contact; of those contacts that the session sees. */
export async function reportJudgements(
  session: Session,
  process: string,
): Promise<Map<string, ReportJudgement[]>> {
  const rows = await session
    .selectFrom("contact_reports")
    .select(["contact", "body"])
    .where("process", "=", process)
    .execute();
  return new Map(rows.map(({ contact, body }) => [contact, body]));
}

/** In which occurrence each of these claims is told, as far as the session sees it. */
export async function occurrencesOfClaims(
  session: Session,
  process: string,
  claims: string[],
): Promise<Map<string, string>> {
  if (!claims.length) return new Map();
  const rows = await session
    .selectFrom("claims")
    .select(["id", "occurrence"])
    .where("process", "=", process)
    .where("id", "in", claims)
    .where("occurrence", "is not", null)
    .execute();
  return new Map(rows.map(({ id, occurrence }) => [id, occurrence!]));
}
