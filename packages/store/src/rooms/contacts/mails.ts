/** Mail that waits to be sent, and whom it may reach. Everything here is the machine's. */
import { sql } from "kysely";
import { rowsFor } from "../../bulk.ts";
import type { Session } from "../../store.ts";

export interface MailAddress {
  address: string;
  /** False where nothing is to be sent, though the address is known. */
  wanted: boolean;
}

export async function setAddress(
  session: Session,
  person: string,
  { address, wanted, at }: MailAddress & { at: string },
): Promise<void> {
  await session
    .insertInto("mail_addresses")
    .values({ person, address, wanted, updated_at: at })
    .onConflict((of) => of.column("person").doUpdateSet({ address, wanted, updated_at: at }))
    .execute();
}

export async function addressOf(session: Session, person: string): Promise<MailAddress | null> {
  const row = await session
    .selectFrom("mail_addresses")
    .select(["address", "wanted"])
    .where("person", "=", person)
    .executeTakeFirst();
  return row ?? null;
}

/** The person whose address it is, where a member does not sign in. */
export const personOf = (process: string, delegation: string, member: string) =>
  `member:${process}/${delegation}/${member}`;

export interface Recipient {
  person: string;
  delegation: string;
  name: string;
  lead: boolean;
  address: string;
}

/** Who of these delegations sits in them on that day (YYYY-MM-DD) and wants mail; one of a format by its own delegation too. */
export async function recipientsOf(
  session: Session,
  process: string,
  { delegations, day }: { delegations: string[]; day: string },
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    with asked as (
      select id as circle, id as delegation from delegations where process = ${process} and id = any(${delegations})
      union
      select id, unnest(together) from delegations where process = ${process} and id = any(${delegations}))
    select distinct on (a.address, asked.circle) a.person, asked.circle as delegation, m.name, m.lead, a.address
    from asked join members m on m.process = ${process} and m.delegation = asked.delegation
      join mail_addresses a
        on a.person = coalesce(m.account, 'member:' || m.process || '/' || m.delegation || '/' || m.id)
    where a.wanted and m.from_day <= ${day}::date and (m.to_day is null or m.to_day >= ${day}::date)
    order by a.address, asked.circle, m.lead desc, m.id`.execute(session);
  return rows;
}

export interface Mail {
  id: string;
  process: string;
  contact: string;
  reminder: boolean;
  address: string;
  subject: string;
  text: string;
  calendar: string | null;
  method: string | null;
  /** ISO instant after which it is no use; null where it always is. */
  uselessAt: string | null;
}

const COLUMNS = [
  ...["id", "process", "contact", "reminder", "address", "subject", "text", "calendar", "method"],
  ...["created_at", "next_at", "useless_at", "attempts"],
];

/** Twice the same id is one mail. */
export async function queueMails(session: Session, mails: Mail[], at: string): Promise<void> {
  if (!mails.length) return;
  const rows = mails.map(({ uselessAt, ...mail }) => ({
    ...{ ...mail, created_at: at, next_at: at, useless_at: uselessAt, attempts: 0 },
  }));
  await sql`insert into mails (${sql.join(COLUMNS.map((column) => sql.ref(column)))})
    ${rowsFor("mails", COLUMNS, rows)} on conflict (id) do nothing`.execute(session);
}

/** Reminders that did not leave yet say nothing true any more. */
export async function dropReminders(session: Session, process: string, contact: string): Promise<void> {
  await session
    .deleteFrom("mails")
    .where("process", "=", process)
    .where("contact", "=", contact)
    .where("reminder", "=", true)
    .where("sent_at", "is", null)
    .execute();
}

export interface TakenMail extends Omit<Mail, "uselessAt"> {
  /** This one counted. */
  attempts: number;
}

/** Mails that are due, for this sender alone until then. */
export async function takeMails(
  session: Session,
  { now, until, limit }: { now: string; until: string; limit: number },
): Promise<TakenMail[]> {
  const { rows } = await sql<TakenMail>`
    update mails set attempts = attempts + 1, next_at = ${until}::timestamptz
    where id in (select id from mails where sent_at is null and given_up_at is null and next_at <= ${now}::timestamptz
        and (useless_at is null or useless_at > ${now}::timestamptz)
      order by next_at, id limit ${limit} for update skip locked)
    returning id, process, contact, reminder, address, subject, text, calendar, method, attempts`.execute(
    session,
  );
  return rows;
}

/** Sent: that it was stays, what it said does not. */
export async function mailSent(session: Session, id: string, at: string): Promise<void> {
  await session
    .updateTable("mails")
    .set({ sent_at: at, subject: "", text: "", calendar: null, problem: null })
    .where("id", "=", id)
    .execute();
}

/** Not sent: again at `next`, or never where that is null. */
export async function mailFailed(
  session: Session,
  id: string,
  { problem, next, at }: { problem: string; next: string | null; at: string },
): Promise<void> {
  await session
    .updateTable("mails")
    .set(
      next === null
        ? { problem, given_up_at: at, subject: "", text: "", calendar: null }
        : { problem, next_at: next },
    )
    .where("id", "=", id)
    .execute();
}
