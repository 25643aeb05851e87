/** Many rows in one statement: they travel as one JSON parameter, whatever their number. */
import { type RawBuilder, sql } from "kysely";

/** `select columns from` the rows, typed by the table they are for. */
export function rowsFor(
  table: string,
  columns: readonly string[],
  rows: readonly object[],
): RawBuilder<unknown> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  return sql`select ${list} from json_populate_recordset(null::${sql.table(table)}, ${storableJson(rows)}::json)`;
}

/**
 * JSON that Postgres accepts: NUL and halves of surrogate pairs become U+FFFD, unit for unit, so that offsets hold.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return /\\u0000|\\ud[89a-f]/i.test(json)
    ? JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? storableText(part) : part))
    : json;
}

const LONE_HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const storableText = (text: string) => text.replaceAll("\0", "\ufffd").replace(LONE_HALF, "\ufffd");
