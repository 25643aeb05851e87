/** The columns of db/migrations/0009-readouts.sql as Kysely knows them. */
import type { AgreedPoint, Approval, Readout } from "@parley/protocol";
import type { publication } from "@parley/record";
import type { ColumnType, JSONColumnType } from "kysely";

type Json<T extends object> = JSONColumnType<T, string, string>;
type Instant = ColumnType<Date, string, string>;
interface Row {
  process: string;
  revision: string;
  audience: string[];
}

export interface ReadoutTables {
  readouts: Row & {
    id: string;
    contact: string;
    delegation: string;
    state: string;
    due_at: ColumnType<Date | null, string | null, string | null>;
    body: Json<Readout>;
  };
  publications: Row & {
    id: string;
    contact: string;
    delegation: string;
    published_at: Instant;
    body: Json<publication.Published>;
  };
  readout_rules: Row & { delegation: string; approval: Approval };
  points: Row & { id: string; contact: string; state: string; body: Json<AgreedPoint> };
}
