/** Many rows in one statement: they travel as one JSON parameter, whatever their number. */
import { type RawBuilder, sql } from "kysely";
import { storableJson } from "./storable.ts";

/** `select columns from` the rows, typed by the table they are for. */
export function rowsFor(
  table: string,
  columns: readonly string[],
  rows: readonly object[],
): RawBuilder<unknown> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  return sql`select ${list} from json_populate_recordset(null::${sql.table(table)}, ${storableJson(rows)}::json)`;
}
