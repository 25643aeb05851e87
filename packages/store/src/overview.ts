/** The first page of a process. */
import type { Overview } from "@parley/protocol";
import { sql } from "kysely";
import { documentPage } from "./documents.ts";
import { namesOf } from "./names.ts";
import { latest } from "./occurrences.ts";
import { findProcess } from "./processes.ts";
import type { Session } from "./store.ts";

/** Foreground only: older news told as context stays on the timeline. null where there is no such process. */
export async function overview(session: Session, id: string): Promise<Overview | null> {
  const process = await findProcess(session, id);
  if (!process) return null;
  const counts = await sql<Overview["counts"]>`
    select (select count(*) from documents where process = ${id})::int as documents,
      (select count(*) from documents where process = ${id} and unread is not null)::int as unread,
      (select count(*) from occurrences where process = ${id})::int as occurrences,
      (select count(*) from occurrences where process = ${id} and unsure)::int as unsure`.execute(session);
  const foreground = { background: false } as const;
  const { documents: newest } = await documentPage(session, id, { limit: 8 });
  const contacts = await latest(session, id, { ...foreground, kind: "contact", status: "happened" }, 12);
  const agreements = await latest(session, id, { ...foreground, kind: "agreement", status: "happened" }, 12);
  // What a report itself states as fact is an incident and no allegation; it stands among the occurrences.
  const allegations = [
    ...(await latest(session, id, { ...foreground, kind: "incident", status: "alleged" }, 12)),
    ...(await latest(session, id, { ...foreground, kind: "incident", status: "denied" }, 12)),
  ];
  const planned = [
    ...(await latest(session, id, { ...foreground, status: "planned" }, 8)),
    ...(await latest(session, id, { ...foreground, status: "offered" }, 8)),
  ];
  const positions = [];
  for (const party of process.parties)
    positions.push({ party, occurrences: await positionsOf(session, id, party) });
  const spoken = [contacts, agreements, allegations, planned, ...positions.map((p) => p.occurrences)].flat();
  return {
    process,
    counts: counts.rows[0]!,
    ...{ newest, contacts, agreements, allegations, positions, planned },
    ...(await namesOf(session, id, spoken, [
      ...process.parties,
      ...process.mediators,
      ...newest.flatMap((document) => document.agencies),
    ])),
  };
}

/** What the party itself says, and whoever speaks for it by office or country. */
async function positionsOf(session: Session, process: string, party: string) {
  const all = await latest(session, process, { kind: "position", background: false }, 200);
  const country = party.startsWith("state:") ? party.slice(6) : null;
  const { rows } = await sql<{ id: string }>`
    select id from actors where process = ${process} and (id = ${party} or country = ${country})`.execute(
    session,
  );
  const voices = new Set([party, ...rows.map((row) => row.id)]);
  const speaks = new Set(["speaker", "actor", "accuser", "demander"]);
  return all
    .filter(({ actors }) => actors.some(({ actor, role }) => speaks.has(role) && voices.has(actor)))
    .slice(0, 12);
}
