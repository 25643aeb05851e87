/** Reads actors from a table: one row an office, rows of one id together one actor. */
import { type CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { ActorEntry, type OfficeEntry } from "./entry.ts";
import { slugOf } from "./fold.ts";
import type { Imported } from "./import-petrarch.ts";

const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const cell = z.preprocess(blank, z.string().trim().optional());
const Row = z.object({
  id: cell,
  name: z.string().trim().min(1),
  also: cell,
  kind: cell,
  country: cell,
  title: cell,
  of: cell,
  from: cell,
  to: cell,
  source: cell,
});

const COLUMNS = Object.keys(Row.shape);

/**
 * Columns by their heading: name (required), id, also (separated by ";"), kind, country, title, of, from, to, source.
 * `source` stands in where a row names none. A row that is wrong is rejected with the number of its last line, the others are
 * kept. Never throws on content.
 */
export function importCsv(text: string, source: string): Imported {
  const rejected: Imported["rejected"] = [];
  const drafts = new Map<
    string,
    { line: number; entry: Record<string, unknown> & { offices: Partial<OfficeEntry>[] } }
  >();
  const begins = text.replace(/^\uFEFF/, "");
  const heading = (begins.split(/\r?\n/, 1)[0] ?? "").toLowerCase();
  if (!/(^|,)\s*"?name"?\s*(,|$)/.test(heading))
    return {
      entries: [],
      rejected: [{ line: 1, why: `the heading has no column "name"; it may have ${COLUMNS.join(", ")}` }],
      left: [],
    };
  const rows: { record: unknown; info: { lines: number } }[] = parse(begins, {
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    skip_empty_lines: true,
    relax_column_count: true,
    info: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => {
      rejected.push({ line: Number(error?.lines ?? 0), why: error?.message ?? "no row of a table" });
      return undefined;
    },
  });
  rows.forEach(({ record, info: { lines: line } }) => {
    const row = Row.safeParse(record);
    if (!row.success) {
      rejected.push({ line, why: z.prettifyError(row.error) });
      return;
    }
    const { id: given, name, also, kind, country, title, of, from, to } = row.data;
    const id = given ?? `${kind === undefined || kind === "person" ? "person" : "org"}:${slugOf(name)}`;
    const draft = drafts.get(id) ?? {
      line,
      entry: {
        id,
        name,
        also: also?.split(";").map((one) => one.trim()),
        kind,
        country,
        source: row.data.source ?? source,
        offices: [],
      },
    };
    if (title && of) draft.entry.offices.push({ title, of, from, to });
    drafts.set(id, draft);
  });
  const entries: ActorEntry[] = [];
  for (const { line, entry } of drafts.values()) {
    const parsed = ActorEntry.safeParse(entry);
    if (parsed.success) entries.push(parsed.data);
    else rejected.push({ line, why: z.prettifyError(parsed.error) });
  }
  return { entries, rejected: rejected.sort((a, b) => a.line - b.line), left: [] };
}
