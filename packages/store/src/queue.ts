/** The queue of documents to read. An item is taken for a while and comes back by itself where its taker dies. */
import { bounds, type Diagnostic, type Document, type When } from "@parley/protocol";
import { type DomainEvent, document, replay, seal } from "@parley/record";
import { sql } from "kysely";
import { append, audienceOf, loadStream } from "./events.ts";
import { fold } from "./fold.ts";
import { UNDATED } from "./projection.ts";
import { wordsOfDocument } from "./searchable.ts";
import { storableJson, storableText } from "./storable.ts";
import type { Session } from "./store.ts";

export interface Taken {
  job: string;
  item: number;
  process: string;
  document: string;
  /** How often it was taken, this time included. */
  attempts: number;
  /** What the reader gets. */
  source: object;
  audience: string[];
}

/**
 * Up to `limit` items; nobody else takes them before `until`. Those taken least often come first, so that a document
 * which brings its reader down holds up no other; then the oldest job.
 */
export async function takeItems(
  session: Session,
  { limit, now, until }: { limit: number; now: string; until: string },
): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    with taken as (
      update job_items set taken_until = ${until}, attempts = attempts + 1
      where (job, item) in (
        select job, item from job_items
        where state = 'queued' and (taken_until is null or taken_until < ${now})
        order by attempts, job, item limit ${limit} for update skip locked)
      returning job, item, process, document, content, attempts, audience)
    select t.job, t.item, t.process, t.document, t.attempts, t.audience, s.source
    from taken t join sources s on s.process = t.process and s.content = t.content and s.audience = t.audience
    order by t.job, t.item`.execute(session);
  return rows;
}

/** Gives back what an earlier run of this process had taken. Only where no other process reads from this database. */
export async function giveBack(session: Session): Promise<void> {
  await sql`update job_items set taken_until = null where state = 'queued' and taken_until is not null`.execute(
    session,
  );
}

/** Jobs with something still to read, and their processes. */
export async function openJobs(session: Session): Promise<{ id: string; process: string }[]> {
  return session
    .selectFrom("jobs")
    .select(["id", "process"])
    .where("finished_at", "is", null)
    .orderBy("id")
    .execute();
}

/** What the reader handed back. The store keeps all of it and looks only at these fields. */
export interface ReadingToKeep {
  document: Document;
  claims: { id: string }[];
}

export interface FinishedItem {
  taken: Taken;
  reading: ReadingToKeep;
  /** Hash of the reading. */
  hash: string;
  /** Why it is kept but not read, null when it was read. */
  unread: string | null;
  reader: string;
  at: string;
  eventId: string;
}

/** Records one reading: event, reading, document row and item together. */
export async function finishItem(session: Session, finished: FinishedItem): Promise<void> {
  const { taken, reading, unread, at } = finished;
  const { process } = taken;
  const stream = document.streamOf(taken.document);
  const past = await loadStream<document.DocumentFact>(session, process, stream);
  const decision = document.decide(
    {
      type: "record-reading",
      reader: finished.reader,
      reading: finished.hash,
      claims: reading.claims.length,
      unread,
    },
    replay(past, document.evolve, document.initialState),
  );
  if (decision.outcome === "accepted") {
    const events: DomainEvent[] = decision.facts.map((fact, i) =>
      seal(fact, {
        id: finished.eventId,
        process,
        stream,
        version: past.length + 1 + i,
        author: "machine:reader",
        capacity: "machine",
        at,
        audience: audienceOf(taken.audience),
        command: taken.job,
      }),
    );
    const appended = await append(session, events);
    if (appended.outcome === "appended") await keep(session, finished, appended.position);
  }
  await session
    .updateTable("job_items")
    .set({
      state: unread === null ? "read" : "unread",
      claims: reading.claims.length,
      diagnostics: sql`(diagnostics::jsonb || ${storableJson(reading.document.diagnostics)}::jsonb)::json`,
      taken_until: null,
    })
    .where("job", "=", taken.job)
    .where("item", "=", taken.item)
    .execute();
}

/** An item whose reading could not be kept: it gets a reason, and the document stays as it was received. */
export async function failItem(session: Session, { job, item }: Taken, why: Diagnostic): Promise<void> {
  await session
    .updateTable("job_items")
    .set({ state: "failed", diagnostics: storableJson([why]), taken_until: null })
    .where("job", "=", job)
    .where("item", "=", item)
    .execute();
}

async function keep(
  session: Session,
  { taken, reading, unread }: FinishedItem,
  position: number,
): Promise<void> {
  const { process, audience } = taken;
  const { id, title, outlet, agencies, language, published, uri } = reading.document;
  await sql`insert into readings (process, document, reading, position, audience)
    values (${process}, ${id}, ${storableJson(reading)}, ${position}, ${audience})
    on conflict (process, document) do update set reading = excluded.reading, position = excluded.position`.execute(
    session,
  );
  await sql`insert into documents
    (process, id, title, outlet, agencies, language, published, uri, claims, unread, added_at, published_ms, body, folded, audience)
    values (${process}, ${id}, ${storable(title)}, ${storable(outlet)}, ${agencies}, ${language}, ${storableJson(published)},
      ${storable(uri)}, ${reading.claims.length}, ${unread},
      (select started_at from jobs where id = ${taken.job}), ${instantOf(published)}, ${storableJson(reading.document)},
      ${fold(storableText(wordsOfDocument(reading.document)))}, ${audience})
    on conflict (process, id) do update set title = excluded.title, outlet = excluded.outlet, agencies = excluded.agencies,
      language = excluded.language, published = excluded.published, published_ms = excluded.published_ms, uri = excluded.uri, claims = excluded.claims,
      unread = excluded.unread, body = excluded.body, folded = excluded.folded`.execute(session);
}

const storable = (text: string | null) => (text === null ? null : storableText(text));

/** Where the publication date begins, for sorting. */
const instantOf = (published: When | null) => (published ? bounds(published.edtf).from : null) ?? UNDATED;
