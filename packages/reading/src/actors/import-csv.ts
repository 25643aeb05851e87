/** Reads actors from a table: one row an office, rows of one id together one actor. */
import { parse } from "csv-parse/sync";
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

/**
 * Columns by their heading: name (required), id, also (separated by ";"), kind, country, title, of, from, to, source.
 * `source` stands in where a row names none. A row that is wrong is rejected with its line number, the others are kept.
 */
export function importCsv(text: string, source: string): Imported {
  const rejected: Imported["rejected"] = [];
  const drafts = new Map<
    string,
    { line: number; entry: Record<string, unknown> & { offices: Partial<OfficeEntry>[] } }
  >();
  const rows: unknown[] = parse(text, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  rows.forEach((raw, index) => {
    const line = index + 2;
    const row = Row.safeParse(raw);
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
  return { entries, rejected };
}
