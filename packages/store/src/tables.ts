/** The columns of db/migrations as Kysely knows them. */
import type {
  Actor,
  ActorKind,
  Channel,
  ChannelKind,
  Claim,
  Delegation,
  Diagnostic,
  Document,
  FileView,
  Judged,
  Kind,
  Occurrence,
  OccurrenceType,
  Place,
  Status,
  When,
} from "@parley/protocol";
import type { Capacity, message } from "@parley/record";
import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { DoorTables } from "./door/tables.ts";
import type { ContactTables } from "./rooms/contacts/tables.ts";
import type { ReadoutTables } from "./rooms/readouts/tables.ts";

type Json<T extends object | null> = JSONColumnType<T, string, string>;
type Instant = ColumnType<Date, string, string>;

export type ItemState = "queued" | "read" | "unread" | "duplicate" | "failed";

export interface Tables extends DoorTables, ContactTables, ReadoutTables {
  events: {
    process: string;
    stream: string;
    version: number;
    position: Generated<string>;
    id: string;
    type: string;
    payload: Json<object>;
    author: string;
    capacity: Capacity;
    at: Instant;
    audience: string[];
    command: string;
    hash: string;
  };
  processes: {
    id: string;
    name: string;
    description: string;
    parties: string[];
    mediators: string[];
    created_at: Instant;
    audience: string[];
    resolved: Generated<string>;
  };
  sources: { process: string; content: string; source: Json<object>; audience: string[] };
  jobs: {
    id: string;
    process: string;
    command: string;
    author: string;
    started_at: Instant;
    finished_at: Instant | null;
    audience: string[];
  };
  job_items: {
    job: string;
    item: number;
    process: string;
    name: string;
    state: ItemState;
    document: string | null;
    content: string | null;
    claims: Generated<number>;
    diagnostics: Json<Diagnostic[]>;
    taken_until: Instant | null;
    attempts: Generated<number>;
    audience: string[];
  };
  readings: {
    process: string;
    document: string;
    reading: Json<object>;
    position: string;
    audience: string[];
  };
  documents: {
    process: string;
    id: string;
    title: string | null;
    outlet: string | null;
    agencies: string[];
    language: string | null;
    published: Json<When | null>;
    uri: string | null;
    reprint_of: string | null;
    claims: number;
    unread: string | null;
    added_at: Instant;
    published_ms: number;
    body: Json<Document>;
    folded: string;
    search: string;
    audience: string[];
  };
  occurrences: {
    process: string;
    id: string;
    kind: Kind;
    type: OccurrenceType | null;
    status: Status;
    background: boolean;
    judgement: Judged;
    confidence: number;
    from_ms: number | null;
    to_ms: number | null;
    sort_ms: number;
    uncertain: boolean;
    unsure: boolean;
    who: string[];
    label: string;
    quote: string;
    document: string;
    documents: number;
    accounts: number;
    body: Json<Occurrence>;
    possibly_same: Json<PossiblySame[]>;
    digest: string;
    audience: string[];
  };
  claims: {
    process: string;
    id: string;
    document: string;
    occurrence: string | null;
    start: number;
    body: Json<Claim>;
    folded: string;
    search: string;
    digest: string;
    audience: string[];
  };
  actors: {
    process: string;
    id: string;
    name: string;
    kind: ActorKind;
    country: string | null;
    occurrences: number;
    body: Json<Actor>;
    folded: string;
    search: string;
    digest: string;
    audience: string[];
  };
  places: {
    process: string;
    id: string;
    name: string;
    body: Json<Place>;
    digest: string;
    audience: string[];
  };
  delegations: {
    process: string;
    id: string;
    name: string;
    capacity: Capacity;
    together: string[];
    closed: boolean;
    body: Json<Delegation>;
    revision: string;
    audience: string[];
  };
  members: {
    process: string;
    delegation: string;
    id: string;
    account: string | null;
    name: string;
    lead: boolean;
    from_day: string;
    to_day: string | null;
    gone: boolean;
    audience: string[];
  };
  namings: {
    process: string;
    scope: string;
    of: string;
    language: string;
    name: string;
    audience: string[];
  };
  channels: {
    process: string;
    id: string;
    kind: ChannelKind;
    name: string;
    closed: boolean;
    body: Json<Channel>;
    clock: Generated<string>;
    revision: string;
    audience: string[];
  };
  messages: {
    process: string;
    id: string;
    channel: string;
    thread: string | null;
    delegation: string;
    author: string;
    recorded_by: string | null;
    at: Instant;
    ordered: string;
    changed: string;
    content: string;
    versions: number;
    withdrawn: boolean;
    carried_on: boolean;
    erase_on: Instant | null;
    erased_at: Instant | null;
    revision: string;
    audience: string[];
  };
  contents: {
    process: string;
    hash: string;
    message: string;
    version: number;
    author: string;
    at: Instant;
    body: Json<message.Content>;
    folded: string;
    search: string;
    audience: string[];
  };
  channel_reads: {
    process: string;
    channel: string;
    delegation: string;
    ordered: string;
    at: Instant;
    audience: string[];
  };
  carriages: {
    process: string;
    message: string;
    channel: string;
    from_message: string;
    from_channel: string;
    at: Instant;
    audience: string[];
  };
  files: FileView & {
    process: string;
    message: string;
    sent: boolean;
    at: Instant;
    parts: string;
    audience: string[];
  };
  file_parts: { file: string; part: number; at: Instant; bytes: Uint8Array };
  former_occurrences: { process: string; id: string; claims: string[]; audience: string[] };
}

export interface PossiblySame {
  occurrence: string;
  score: number;
  why: string;
}
