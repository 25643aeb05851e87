/** Contacts as rows: one for each, which only those who take part see. */
import type { ContactPage, ContactView } from "@parley/protocol";
import { contact, tokensOf } from "@parley/record";
import { sql } from "kysely";
import { rowsFor } from "../../bulk.ts";
import { cursor, type Page, readCursor } from "../../page.ts";
import type { Session } from "../../store.ts";

/** Sorts what has no time behind what has one. */
const TIMELESS = 253_402_300_799_000;
const OPEN = new Set(["proposed", "agreed", "adjourned"]);

/** As the machine. */
export async function projectContact(
  session: Session,
  state: contact.State,
  revision: string,
): Promise<void> {
  if (state.status === "absent") throw new TypeError("there is nothing to project");
  const { status: _, ...body } = state;
  const start = body.held?.from ?? body.agreed?.start ?? body.times[0]?.start;
  const row = {
    process: body.process,
    id: body.id,
    open: OPEN.has(body.state),
    at_ms: start === undefined ? TIMELESS : Date.parse(start),
    body,
    revision,
    audience: tokensOf(contact.audienceOf(state)),
  };
  const columns = Object.keys(row);
  await sql`insert into contacts (${sql.join(columns.map((column) => sql.ref(column)))})
    ${rowsFor("contacts", columns, [row])}
    on conflict (process, id) do update set open = excluded.open, at_ms = excluded.at_ms, body = excluded.body,
      revision = excluded.revision, audience = excluded.audience`.execute(session);
  // What people said of its reports is for those who take part now.
  await sql`update contact_reports set audience = ${row.audience}
    where process = ${row.process} and contact = ${row.id} and audience <> ${row.audience}`.execute(session);
}

export async function findContact(
  session: Session,
  process: string,
  id: string,
): Promise<ContactView | null> {
  const row = await session
    .selectFrom("contacts")
    .select(["body", "revision"])
    .where("process", "=", process)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { ...row.body, revision: row.revision } : null;
}

/** Open ones soonest first, past ones latest first. */
export async function contactPage(
  session: Session,
  process: string,
  { which, after, limit }: Page & { which: "open" | "past" },
): Promise<ContactPage> {
  const from = readCursor(after, 1);
  const [direction, beyond] = which === "open" ? (["asc", ">"] as const) : (["desc", "<"] as const);
  const all = session
    .selectFrom("contacts")
    .where("process", "=", process)
    .where("open", "=", which === "open");
  const rows = await all
    .select(["id", "body", "revision", "at_ms"])
    .$if(from !== null, (query) =>
      query.where((or) =>
        or.or([
          or("at_ms", beyond, from!.keys[0]!),
          or.and([or("at_ms", "=", from!.keys[0]!), or("id", ">", from!.id)]),
        ]),
      ),
    )
    .orderBy("at_ms", direction)
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const { total } = await all
    .select((of) => of.cast<number>(of.fn.countAll(), "integer").as("total"))
    .executeTakeFirstOrThrow();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    contacts: rows.slice(0, limit).map(({ body, revision }) => ({ ...body, revision })),
    total,
    next: last ? cursor({ keys: [last.at_ms], id: last.id }) : null,
  };
}

/** What happened to a contact, oldest first, as far as the session sees it: who was invited later sees no earlier events. */
export async function contactEvents(
  session: Session,
  process: string,
  id: string,
): Promise<{ id: string; at: string; fact: contact.ContactFact }[]> {
  const rows = await session
    .selectFrom("events")
    .select(["id", "at", "type", "payload"])
    .where("process", "=", process)
    .where("stream", "=", contact.streamOf(id))
    .orderBy("version")
    .execute();
  return rows.map(({ id: event, at, type, payload }) => ({
    id: event,
    at: at.toISOString(),
    fact: { type, payload } as contact.ContactFact,
  }));
}

/** Settled contacts of these delegations that may lie within the stretch (milliseconds), as far as the session sees them. */
export async function agreedBetween(
  session: Session,
  process: string,
  { from, to }: { from: number; to: number },
): Promise<ContactView[]> {
  const rows = await session
    .selectFrom("contacts")
    .select(["body", "revision"])
    .where("process", "=", process)
    // The longest contact lasts a month.
    .where("at_ms", ">=", from - 31 * 86_400_000)
    .where("at_ms", "<=", to)
    .orderBy("at_ms")
    .orderBy("id")
    .execute();
  return rows.map(({ body, revision }) => ({ ...body, revision }));
}

/** What a calendar shows: contacts of all processes that begin between two instants (milliseconds) and have a time. */
export async function calendarContacts(
  session: Session,
  { from, to }: { from: number; to: number },
): Promise<ContactView[]> {
  const rows = await session
    .selectFrom("contacts")
    .select(["body", "revision"])
    .where("at_ms", ">=", from)
    .where("at_ms", "<=", to)
    .orderBy("at_ms")
    .orderBy("process")
    .orderBy("id")
    .limit(2000)
    .execute();
  return rows.map(({ body, revision }) => ({ ...body, revision }));
}
