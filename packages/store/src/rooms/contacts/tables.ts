/** The columns of db/migrations/0007-contacts.sql as Kysely knows them. */
import type { Contact, PrivateAgenda, ReportJudgement, WorkingTimes } from "@parley/protocol";
import type { ColumnType, Generated, JSONColumnType } from "kysely";

type Json<T extends object> = JSONColumnType<T, string, string>;
type Instant = ColumnType<Date, string, string>;
interface Row {
  process: string;
  revision: string;
  audience: string[];
}

export interface ContactTables {
  contacts: Row & { id: string; open: boolean; at_ms: number; body: Json<Contact> };
  private_agendas: Row & { contact: string; delegation: string; body: Json<PrivateAgenda["items"]> };
  working_times: Row & { delegation: string; body: Json<WorkingTimes> };
  contact_reports: Row & { contact: string; body: Json<ReportJudgement[]> };
  calendar_feeds: { id: string; hash: string; viewer: string; created_at: Instant };
  mail_addresses: { person: string; address: string; wanted: boolean; updated_at: Instant };
  mails: {
    id: string;
    process: string;
    contact: string;
    reminder: boolean;
    address: string;
    subject: string;
    text: string;
    calendar: string | null;
    method: string | null;
    created_at: Instant;
    attempts: Generated<number>;
    next_at: Instant;
    useless_at: Instant | null;
    sent_at: Instant | null;
    given_up_at: Instant | null;
    problem: string | null;
  };
  reminders: { process: string; contact: string; starts_at: Instant; minutes: number };
}
