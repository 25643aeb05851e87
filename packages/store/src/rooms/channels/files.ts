/** Files of messages: a row for each with what it is, and its bytes in pieces that no viewer reads by themselves. */
import type { FileView } from "@parley/protocol";
import { sql } from "kysely";
import { rowsFor } from "../../bulk.ts";
import type { Session } from "../../store.ts";

export interface FileToKeep extends FileView {
  process: string;
  message: string;
  /** Of its pieces, a UUID. */
  parts: string;
  at: string;
  /** Tokens of those who brought it. */
  audience: string[];
}

/** As the machine. */
export async function keepPart(
  session: Session,
  { parts, part, at, bytes }: { parts: string; part: number; at: string; bytes: Uint8Array },
): Promise<void> {
  await sql`insert into file_parts (file, part, at, bytes) values (${parts}, ${part}, ${at}, ${bytes})`.execute(
    session,
  );
}

/** As the machine, once all its pieces are kept. False where the message has this file already. */
export async function keepFile(session: Session, file: FileToKeep): Promise<boolean> {
  const row = { ...file, sent: false };
  const columns = Object.keys(row);
  const { rows } = await sql`insert into files (${sql.join(columns.map((column) => sql.ref(column)))})
    ${rowsFor("files", columns, [row])} on conflict do nothing returning 1`.execute(session);
  return rows.length > 0;
}

/** As the machine: what was brought for a message, among these hashes and in their order. */
export async function filesFor(
  session: Session,
  { process, message, hashes }: { process: string; message: string; hashes: string[] },
): Promise<FileView[]> {
  if (!hashes.length) return [];
  const { rows } = await sql<FileView>`select sha256, name, type, size, preview from files
    where process = ${process} and message = ${message} and sha256 = any(${hashes})
    order by array_position(${hashes}, sha256)`.execute(session);
  return rows;
}

/** As the machine: how many were brought for a message. */
export async function countBrought(session: Session, process: string, message: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from files
    where process = ${process} and message = ${message}`.execute(session);
  return rows[0]?.n ?? 0;
}

/** As the machine: these belong to the message now, and what else was brought for it is forgotten. */
export async function sendFiles(
  session: Session,
  sent: { process: string; message: string; hashes: string[]; audience: string[] },
): Promise<void> {
  const { process, message, hashes, audience } = sent;
  await sql`delete from files where process = ${process} and message = ${message}
    and not sha256 = any(${hashes})`.execute(session);
  await sql`update files set sent = true, audience = ${audience}
    where process = ${process} and message = ${message}`.execute(session);
}

/** As the machine: the same bytes as a file of another message, with pieces of its own. */
export async function copyFile(
  session: Session,
  copy: {
    process: string;
    from: string;
    to: string;
    sha256: string;
    parts: string;
    at: string;
    audience: string[];
  },
): Promise<void> {
  const { process, from, to, sha256, parts, at, audience } = copy;
  await sql`insert into file_parts (file, part, at, bytes)
    select ${parts}::uuid, p.part, ${at}::timestamptz, p.bytes from files f join file_parts p on p.file = f.parts
    where f.process = ${process} and f.message = ${from} and f.sha256 = ${sha256}`.execute(session);
  await sql`insert into files (process, message, sha256, name, type, size, preview, sent, at, parts, audience)
    select process, ${to}, sha256, name, type, size, preview, true, ${at}::timestamptz, ${parts}::uuid, ${audience}
    from files where process = ${process} and message = ${from} and sha256 = ${sha256}`.execute(session);
}

export interface FoundFile extends FileView {
  parts: string;
}

/** Null where there is none, or none for this viewer, or its message was withdrawn. */
export async function findFile(
  session: Session,
  { process, message, sha256 }: { process: string; message: string; sha256: string },
): Promise<FoundFile | null> {
  const { rows } = await sql<FoundFile>`
    select f.sha256, f.name, f.type, f.size, f.preview, f.parts from files f
    join messages m on m.process = f.process and m.id = f.message and not m.withdrawn
    where f.process = ${process} and f.message = ${message} and f.sha256 = ${sha256} and f.sent`.execute(
    session,
  );
  return rows[0] ?? null;
}

/** As the machine; empty past the end. */
export async function readPart(session: Session, parts: string, part: number): Promise<Uint8Array> {
  const { rows } = await sql<{ bytes: Uint8Array }>`select bytes from file_parts
    where file = ${parts} and part = ${part}`.execute(session);
  return rows[0]?.bytes ?? new Uint8Array();
}

/** As the machine: what was brought before that instant for messages that were never sent. */
export async function forgetUnsent(session: Session, before: Date): Promise<void> {
  await sql`delete from files where not sent and at < ${before.toISOString()}`.execute(session);
  await sql`delete from file_parts p where p.at < ${before.toISOString()}
    and not exists (select 1 from files f where f.parts = p.file)`.execute(session);
}
