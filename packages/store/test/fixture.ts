/** Small true-to-form rows for tests: a process, reports handed in, a reading of each, what resolution makes of them. */
import type { Claim, Document, Occurrence } from "@parley/protocol";
import {
  type Audience,
  type DomainEvent,
  judgement,
  NOBODY,
  process as processes,
  replay,
  seal,
  type Viewer,
} from "@parley/record";
import {
  addProcess,
  append,
  difference,
  finishItem,
  type Given,
  loadStream,
  project,
  projectionRows,
  readDigests,
  type Session,
  type Store,
  standing,
  takeIn,
  takeItems,
} from "../src/index.ts";

export const AT = "2026-01-02T03:04:05.678Z";
export const OFFICER: Viewer = { ...NOBODY, id: "officer", capacity: "secretariat", everything: true };

let count = 0;
/** Distinct and ordered, in the form of a UUID of version 7. */
export function newId(): string {
  const n = (++count).toString(16).padStart(12, "0");
  return `01900000-0000-7000-8000-${n}`;
}

export const member = (process: string, ...delegations: string[]): Viewer => ({
  id: `member of ${delegations.join(" and ") || process}`,
  capacity: "party",
  seats: delegations.map((delegation) => ({ process, delegation, capacity: "party", lead: false })),
  everything: false,
  processes: [process],
  delegations,
});

export async function openProcess(store: Store, id: string, audience?: Audience): Promise<void> {
  const decision = processes.decide(
    { type: "open-process", name: `Talks ${id}`, description: "", parties: ["state:ARM"], mediators: [] },
    processes.initialState,
  );
  if (decision.outcome === "rejected") throw new Error(decision.message);
  const event = seal(decision.facts[0], {
    id: newId(),
    process: id,
    stream: processes.streamOf(id),
    version: 1,
    author: "officer",
    capacity: "secretariat",
    at: AT,
    audience: audience ?? { kind: "process", process: id },
    command: newId(),
  });
  await store.as(OFFICER, (session) => addProcess(session, event));
}

export interface HandIn {
  process: string;
  documents: Given[];
  audience?: Audience;
  command?: string;
  by?: Viewer;
  at?: string;
}

export async function handIn(store: Store, given: HandIn): Promise<string> {
  const taken = await store.as(given.by ?? OFFICER, (session) =>
    takeIn(session, {
      job: newId(),
      process: given.process,
      command: given.command ?? newId(),
      by: given.by ?? OFFICER,
      at: given.at ?? AT,
      audience: given.audience ?? { kind: "process", process: given.process },
      documents: given.documents,
      newId,
    }),
  );
  if (taken === "conflict") throw new Error("conflict");
  return taken.job;
}

export const report = (id: string, text: string): Given => ({ name: `${id}.txt`, source: { id, text } });

/** A reading that finds one claim: the whole text tells of one call. */
export function readingOf(id: string, text: string): { document: Document; claims: { id: string }[] } {
  return {
    document: {
      id,
      uri: null,
      title: `Title of ${id}`,
      outlet: null,
      agencies: [],
      authors: [],
      language: "en",
      published: null,
      dateline: null,
      text,
      sha256: "0".repeat(64),
      reprintOf: null,
      diagnostics: [],
    },
    claims: [{ id: `claim:${id}` }],
  };
}

/** Reads all that waits, at the given instant. */
export async function readAll(store: Store, now = AT): Promise<number> {
  const until = new Date(Date.parse(now) + 60_000).toISOString();
  let read = 0;
  for (;;) {
    const taken = await store.asMachine((session) => takeItems(session, { limit: 10, now, until }));
    if (!taken.length) return read;
    for (const item of taken) {
      const { text = "", published } = item.source as { text?: string; published?: string };
      const reading = readingOf(item.document, text);
      if (published)
        reading.document.published = {
          edtf: published,
          asWorded: null,
          zone: null,
          basis: "metadata",
          why: "",
        };
      await store.asMachine((session) =>
        finishItem(session, {
          taken: item,
          reading,
          hash: `hash of ${item.document}`,
          unread: null,
          reader: "test/1",
          at: now,
          eventId: newId(),
        }),
      );
      read++;
    }
  }
}

export const claimOf = (document: string, text: string, occurrence: string): Claim => ({
  id: `claim:${document}`,
  document,
  start: 0,
  end: text.length,
  quote: text,
  attribution: [],
  stance: "asserts",
  occurrence,
  confidence: 0.9,
});

export function occurrenceOf(id: string, claims: string[], more: Partial<Occurrence> = {}): Occurrence {
  return {
    id,
    kind: "contact",
    type: "call",
    status: "happened",
    background: false,
    when: { edtf: "2020-10-03", asWorded: "3 October 2020", zone: null, basis: "stated", why: "" },
    where: null,
    actors: [{ actor: "person:ada-example", role: "participant", asWorded: "Ada" }],
    initiator: null,
    topics: [],
    ambiguous: false,
    detail: {},
    plover: null,
    claims,
    accounts: [{ by: null, via: [], claims, published: true }],
    judgement: "proposed",
    confidence: 0.9,
    why: "",
    ...more,
  };
}

/** Brings the projections of a process to these occurrences, for one audience. */
export async function projectTo(
  session: Session,
  process: string,
  occurrences: Occurrence[],
  claims: Claim[],
  audience = [`process:${process}`],
) {
  const { position, resolved } = await standing(session, process);
  const known = await readDigests(session, process);
  const wanted = projectionRows({
    process,
    audience,
    reprints: [],
    actors: [
      {
        id: "person:ada-example",
        kind: "person",
        name: "Ada Éxample",
        country: null,
        offices: [],
        foundAs: ["Ada"],
        confidence: 1,
      },
    ],
    places: [],
    occurrences,
    claims,
    possiblySame: [],
  });
  const change = { process, from: resolved, to: position, reprints: [], ...difference(known, wanted) };
  return { change, outcome: await project(session, change, AT) };
}

export async function judge(
  store: Store,
  process: string,
  given: Partial<judgement.Judged> & { claims: string[] },
) {
  return store.as(OFFICER, async (session) => {
    const id = newId();
    const stream = judgement.streamOf(given.claims);
    const past = await loadStream<judgement.JudgementGiven>(session, process, stream);
    const judged: judgement.Judged = {
      verdict: "accept",
      reason: "",
      correction: null,
      others: [],
      undoes: null,
      ...given,
      id,
    };
    const decision = judgement.decide(
      { type: "judge", ...judged },
      replay(past, judgement.evolve, judgement.initialState),
    );
    if (decision.outcome === "rejected") throw new Error(decision.code);
    const event: DomainEvent = seal(decision.facts[0], {
      id,
      process,
      stream,
      version: past.length + 1,
      author: "officer",
      capacity: "secretariat",
      at: AT,
      audience: { kind: "process", process },
      command: newId(),
    });
    await append(session, [event]);
    return { ...judged, author: "officer", at: AT };
  });
}
