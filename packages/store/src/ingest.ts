/**
 * Taking reports in. The documents, their sources and their places in the queue are one transaction: what was
 * acknowledged is in the record and will be read, whatever happens to this process.
 */
import type { Diagnostic } from "@parley/protocol";
import {
  type Audience,
  capacityIn,
  contentHash,
  type DomainEvent,
  document,
  replay,
  seal,
  tokensOf,
  type Viewer,
} from "@parley/record";
import { sql } from "kysely";
import { rowsFor } from "./bulk.ts";
import { append, loadStreams } from "./events.ts";
import type { Session } from "./store.ts";
import type { ItemState } from "./tables.ts";

/** One report as given. `source` is what the reader gets, without an id where none was given. */
export interface Given {
  name: string;
  source: { id?: string; url?: string } & Record<string, unknown>;
  /** Set where it could not even be taken in: it gets a line in the job and no document. */
  refused?: Diagnostic;
}

export interface Intake {
  /** Id of the new job. */
  job: string;
  process: string;
  command: string;
  by: Viewer;
  at: string;
  audience: Audience;
  documents: Given[];
  /** Ids for events, each used once. */
  newId(): string;
}

/** Id of the job: an earlier one where the command was given before. `conflict`: try again. */
export async function takeIn(session: Session, intake: Intake): Promise<{ job: string } | "conflict"> {
  const { process, command, at } = intake;
  const audience = tokensOf(intake.audience);
  const earlier = await session
    .selectFrom("jobs")
    .select("id")
    .where("process", "=", process)
    .where("command", "=", command)
    .executeTakeFirst();
  if (earlier) return { job: earlier.id };

  const { events, sources, items } = await decideAll(session, intake);
  if (events.length && (await append(session, events)).outcome === "conflict") return "conflict";
  const finished = items.every((item) => item.state !== "queued");
  const added = await session
    .insertInto("jobs")
    .values({
      id: intake.job,
      process,
      command,
      author: intake.by.id,
      started_at: at,
      finished_at: finished ? at : null,
      audience,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!added.numInsertedOrUpdatedRows) return "conflict";
  const SOURCE = ["process", "content", "source", "audience"];
  await sql`insert into sources (${columns(SOURCE)}) ${rowsFor("sources", SOURCE, sources)}
    on conflict do nothing`.execute(session);
  const ITEM = [
    "job",
    "item",
    "process",
    "name",
    "state",
    "document",
    "content",
    "claims",
    "diagnostics",
    "attempts",
    "audience",
  ];
  await sql`insert into job_items (${columns(ITEM)}) ${rowsFor("job_items", ITEM, items)}`.execute(session);
  return { job: intake.job };
}

const columns = (names: string[]) => sql.join(names.map((name) => sql.ref(name)));

interface ItemRow {
  job: string;
  item: number;
  process: string;
  name: string;
  state: ItemState;
  document: string | null;
  content: string | null;
  claims: number;
  diagnostics: Diagnostic[];
  attempts: number;
  audience: string[];
}

async function decideAll(session: Session, intake: Intake) {
  const audience = tokensOf(intake.audience);
  const named = intake.documents.map((given) => ({ given, ...identify(given, intake.audience) }));
  const candidates = named.flatMap(({ id, fallback }) => [id, fallback]);
  const past = await loadStreams<document.DocumentFact>(
    session,
    intake.process,
    [...new Set(candidates)].map(document.streamOf),
  );
  const states = new Map(
    [...past].map(([stream, facts]) => [stream, replay(facts, document.evolve, document.initialState)]),
  );
  const events: DomainEvent[] = [];
  const sources: object[] = [];
  const items: ItemRow[] = [];
  for (const { given, content, ...ids } of named) {
    const item = {
      job: intake.job,
      item: items.length,
      process: intake.process,
      name: given.name,
      claims: 0,
      attempts: 0,
      audience,
    };
    if (given.refused) {
      items.push({ ...item, state: "failed", document: null, content: null, diagnostics: [given.refused] });
      continue;
    }
    const taken = states.get(document.streamOf(ids.id))!;
    const id = taken.status === "received" && taken.content !== content ? ids.fallback : ids.id;
    const stream = document.streamOf(id);
    const state = states.get(stream)!;
    const decision = document.decide(
      { type: "receive-document", name: given.name, content, uri: given.source.url ?? null },
      state,
    );
    if (decision.outcome === "rejected") {
      // What was kept unread may be read by now: another reader, or a translator that was not there or not well.
      const again = state.status === "received" && state.unread !== null;
      if (again)
        sources.push({ process: intake.process, content, source: { ...given.source, id }, audience });
      const became = again ? ("queued" as const) : ("duplicate" as const);
      items.push({ ...item, state: became, document: id, content, diagnostics: [] });
      continue;
    }
    for (const fact of decision.facts)
      events.push(
        seal(fact, {
          id: intake.newId(),
          process: intake.process,
          stream,
          version: 1,
          author: intake.by.id,
          capacity: capacityIn(intake.by, intake.process),
          at: intake.at,
          audience: intake.audience,
          command: intake.command,
        }),
      );
    states.set(stream, replay(decision.facts, document.evolve, state));
    sources.push({ process: intake.process, content, source: { ...given.source, id }, audience });
    items.push({ ...item, state: "queued", document: id, content, diagnostics: renamed(ids.id, id) });
  }
  return { events, sources, items };
}

/**
 * The id given, or one made from the content. What only some delegations see gets an id of their own, so that handing
 * in the same page tells nobody that others have it.
 */
function identify(given: Given, audience: Audience): { id: string; fallback: string; content: string } {
  const { id, ...source } = given.source;
  const content = contentHash(source);
  const key = audience.kind === "delegations" ? contentHash([content, tokensOf(audience)]) : content;
  const own = `doc-${key.slice(0, 20)}`;
  return { id: id ?? own, fallback: id ? `${id}~${key.slice(0, 8)}` : own, content };
}

function renamed(asked: string, kept: string): Diagnostic[] {
  if (asked === kept) return [];
  const message = `Another document has the id ${asked}; this one is kept as ${kept}.`;
  return [{ rule: "id-taken", message, start: null, end: null }];
}
