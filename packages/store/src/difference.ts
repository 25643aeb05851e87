/** What must be written to bring a process's projections from what they are to what resolution says. Pure. */
import type { Rows } from "./projection.ts";

export const PROJECTED = ["occurrences", "claims", "actors", "places"] as const;
export type Table = (typeof PROJECTED)[number];

/** Digests by key ("id" and audience) as they are written now. */
export type Digests = Record<Table, Record<string, string>>;

export interface Change {
  process: string;
  /** The position that this change starts from, and the one it brings the projections to. */
  from: number;
  to: number;
  upsert: Rows;
  remove: Record<Table, { id: string; audience: string[] }[]>;
  reprints: { id: string; reprintOf: string | null }[];
}

export const rowKey = (row: { id: string; audience: string[] }) => JSON.stringify([row.id, ...row.audience]);

/** What must be written to come from the digests to the rows. Pure. */
export function difference(known: Digests, wanted: Rows): Pick<Change, "upsert" | "remove"> {
  const upsert: Rows = { occurrences: [], claims: [], actors: [], places: [] };
  const remove: Change["remove"] = { occurrences: [], claims: [], actors: [], places: [] };
  for (const table of PROJECTED) {
    const rows: { id: string; audience: string[]; digest: string }[] = wanted[table];
    const changed = rows.filter((row) => known[table][rowKey(row)] !== row.digest);
    (upsert[table] as typeof changed) = changed;
    const kept = new Set(rows.map(rowKey));
    for (const key of Object.keys(known[table])) {
      if (kept.has(key)) continue;
      const [id = "", ...audience] = JSON.parse(key) as string[];
      remove[table].push({ id, audience });
    }
  }
  return { upsert, remove };
}
