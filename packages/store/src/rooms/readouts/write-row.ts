/** One row of a room, written anew with each event of its stream. */
import { sql } from "kysely";
import { rowsFor } from "../../bulk.ts";
import type { Session } from "../../store.ts";
import type { Tables } from "../../tables.ts";

/** As the machine. What is in `key` never changes. */
export async function writeRow(
  session: Session,
  table: keyof Tables,
  { key, rest }: { key: Record<string, unknown>; rest: Record<string, unknown> },
): Promise<void> {
  const row = { ...key, ...rest };
  const columns = Object.keys(row);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    ${rowsFor(table, columns, [row])}
    on conflict (${sql.join(Object.keys(key).map((column) => sql.ref(column)))}) do update set
    ${sql.join(Object.keys(rest).map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))}`.execute(
    session,
  );
}
