/** Which reminders are due, each once: whoever writes the mark sends it. As the machine. */
import type { Contact } from "@parley/protocol";
import { sql } from "kysely";
import type { Session } from "../../store.ts";

/** Agreed contacts of all processes that start between two instants (milliseconds). */
export async function agreedContacts(
  session: Session,
  { from, to }: { from: number; to: number },
): Promise<Contact[]> {
  const rows = await session
    .selectFrom("contacts")
    .select("body")
    .where("open", "=", true)
    .where("at_ms", ">", from)
    .where("at_ms", "<=", to)
    .execute();
  return rows.map(({ body }) => body).filter((body) => body.state === "agreed");
}

/** Marks them; the minutes of those that nobody had marked before. */
export async function markReminders(
  session: Session,
  { process, id, agreed }: Contact,
  minutes: number[],
): Promise<number[]> {
  if (!agreed || !minutes.length) return [];
  const { rows } = await sql<{ minutes: number }>`
    insert into reminders (process, contact, starts_at, minutes)
    select ${process}, ${id}, ${agreed.start}::timestamptz, unnest(${minutes}::int[])
    on conflict do nothing returning minutes`.execute(session);
  return rows.map((row) => row.minutes);
}
