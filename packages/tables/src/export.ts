/** A record as one of the tables that users of event data know. */
import type { RecordFile } from "@parley/protocol";
import { cameoRows } from "./cameo.ts";
import { toCsv } from "./csv.ts";
import { ploverRows, type Row } from "./plover.ts";

export const TABLES = ["plover", "cameo", "csv", "ndjson"] as const;
export type Table = (typeof TABLES)[number];

/** `plover` and `cameo` are CSV; `csv` is one line an occurrence; `ndjson` one occurrence a line with its claims inside. */
export function exportTable(record: RecordFile, as: Table): string {
  if (as === "plover") return table(ploverRows(record));
  if (as === "cameo") return table(cameoRows(record));
  if (as === "csv") return table(occurrenceRows(record));
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
  return record.occurrences
    .map((o) => `${JSON.stringify({ ...o, claims: o.claims.map((id) => claims.get(id)) })}\n`)
    .join("");
}

const table = (rows: Row[]) => toCsv(rows, Object.keys(rows[0] ?? { empty: null }));

function occurrenceRows(record: RecordFile): Row[] {
  const names = new Map([...record.actors, ...record.places].map(({ id, name }) => [id, name]));
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
  return record.occurrences.map((o) => ({
    id: o.id,
    kind: o.kind,
    type: o.type,
    status: o.status,
    background: o.background ? 1 : 0,
    when: o.when?.edtf ?? null,
    when_as_worded: o.when?.asWorded ?? null,
    when_why: o.when?.why ?? null,
    where: o.where ? (names.get(o.where) ?? o.where) : null,
    who: o.actors.map((a) => `${names.get(a.actor) ?? a.actor} (${a.role})`).join("; "),
    judgement: o.judgement,
    confidence: o.confidence,
    accounts: o.accounts.length,
    quotes: o.claims.map((id) => claims.get(id)?.quote ?? "").join(" | "),
    documents: [...new Set(o.claims.map((id) => claims.get(id)?.document ?? ""))].join("; "),
  }));
}
