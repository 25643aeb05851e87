/** The HTTP API in zod: bodies, answers and live messages. The server validates with these and prints OpenAPI from them. */
import { z } from "zod";
import { Actor, Claim, Diagnostic, Document, Occurrence, OccurrenceActor, Place, When } from "./record.ts";
import { ACTOR_KINDS, JUDGED, KINDS, STATUSES, TYPES, VERDICTS } from "./vocabulary.ts";

/** Every refusal and failure. `code` is one of the closed list in docs/errors.md; `request` finds it in the log. */
export const Problem = z.object({
  code: z.string(),
  message: z.string(),
  request: z.string(),
  /** Field by field, where the body was not of the right form. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

const page = { next: z.string().nullable() };
export const PageQuery = z.object({
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const Process = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** The sides of the conflict, actor ids, in no order of rank. */
  parties: z.array(z.string()),
  mediators: z.array(z.string()),
  createdAt: z.string(),
});
export type Process = z.infer<typeof Process>;
export const NewProcess = Process.pick({
  name: true,
  description: true,
  parties: true,
  mediators: true,
}).extend({
  /** Command id: the same id twice is one command. */
  command: z.uuid(),
});

export const ActorName = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  country: z.string().nullable(),
});
export type ActorName = z.infer<typeof ActorName>;
/** Names for every actor and place id that an answer speaks of, so that a page needs one request. */
const names = { actors: z.array(ActorName), places: z.array(Place.pick({ id: true, name: true })) };

export const DocumentSummary = Document.pick({
  id: true,
  title: true,
  outlet: true,
  agencies: true,
  published: true,
  language: true,
  uri: true,
  reprintOf: true,
}).extend({ claims: z.number().int(), addedAt: z.string(), unread: z.string().nullable() });
export type DocumentSummary = z.infer<typeof DocumentSummary>;
export const DocumentPage = z.object({
  documents: z.array(DocumentSummary),
  total: z.number().int(),
  ...page,
});

/** One line in a list of occurrences: enough to print it with its first words of evidence. */
export const OccurrenceSummary = Occurrence.pick({
  id: true,
  kind: true,
  type: true,
  status: true,
  background: true,
  when: true,
  where: true,
  actors: true,
  judgement: true,
  confidence: true,
}).extend({
  quote: z.string(),
  document: z.string(),
  documents: z.number().int(),
  accounts: z.number().int(),
  /** Earliest instant `when` allows, ISO 8601; null where nothing allows a date. For ordering, not for showing. */
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type OccurrenceSummary = z.infer<typeof OccurrenceSummary>;
export const OccurrenceQuery = PageQuery.extend({
  kind: z.enum(KINDS).optional(),
  status: z.enum(STATUSES).optional(),
  actor: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  judgement: z.enum(JUDGED).optional(),
  background: z.enum(["true", "false"]).optional(),
});
export const OccurrencePage = z.object({
  occurrences: z.array(OccurrenceSummary),
  total: z.number().int(),
  ...names,
  ...page,
});

/** The first page of a process. */
export const Overview = z.object({
  process: Process,
  counts: z.object({
    documents: z.number().int(),
    unread: z.number().int(),
    occurrences: z.number().int(),
    unsure: z.number().int(),
  }),
  newest: z.array(DocumentSummary),
  contacts: z.array(OccurrenceSummary),
  agreements: z.array(OccurrenceSummary),
  allegations: z.array(OccurrenceSummary),
  /** What each party says: newest positions first. */
  positions: z.array(z.object({ party: z.string(), occurrences: z.array(OccurrenceSummary) })),
  planned: z.array(OccurrenceSummary),
  ...names,
});
export type Overview = z.infer<typeof Overview>;

/** The timeline in columns, one row an occurrence, sorted by `from`; undated ones are counted, not placed. */
export const Timeline = z.object({
  ids: z.array(z.string()),
  kinds: z.array(z.number().int()),
  statuses: z.array(z.number().int()),
  /** Milliseconds since 1970, earliest and latest instant that `when` allows. */
  from: z.array(z.number()),
  to: z.array(z.number()),
  /** 1 where the year or the instant is not stated (basis inferred or corroborated, or approximate). */
  uncertain: z.array(z.number().int()),
  background: z.array(z.number().int()),
  labels: z.array(z.string()),
  /** Indexes into `actors` below. */
  who: z.array(z.array(z.number().int())),
  actors: z.array(ActorName),
  undated: z.number().int(),
});
export type Timeline = z.infer<typeof Timeline>;

export const DocumentView = z.object({
  document: Document,
  addedAt: z.string(),
  /** Why it was kept but not read, null when it was read. */
  unread: z.string().nullable(),
  claims: z.array(Claim),
  occurrences: z.array(OccurrenceSummary),
  reprints: z.array(DocumentSummary),
  ...names,
});
export type DocumentView = z.infer<typeof DocumentView>;

export const Judgement = z.object({
  id: z.string(),
  /** The claims it is about: an occurrence is addressed by its claims, so it survives re-reading. */
  claims: z.array(z.string()).min(1),
  verdict: z.enum(VERDICTS),
  reason: z.string(),
  author: z.string(),
  at: z.string(),
  /** For `correct`: the fields to replace. */
  correction: z
    .object({
      type: z.enum(Object.values(TYPES).flat() as [string, ...string[]]).nullable(),
      status: z.enum(STATUSES),
      when: When.nullable(),
      where: z.string().nullable(),
      actors: z.array(OccurrenceActor),
      background: z.boolean(),
    })
    .partial()
    .nullable(),
  /** For `merge`: the claims of the other occurrence; for `split`: the claims that leave. */
  others: z.array(z.string()),
  /**
   * The judgement that this one takes back, null for a first judgement. One that takes back does nothing else: its
   * verdict repeats the one taken back. It may itself be taken back.
   */
  undoes: z.string().nullable(),
});
export type Judgement = z.infer<typeof Judgement>;
export const NewJudgement = Judgement.omit({ id: true, author: true, at: true }).extend({
  command: z.uuid(),
});
export type NewJudgement = z.infer<typeof NewJudgement>;

export const OccurrenceView = z.object({
  occurrence: Occurrence,
  claims: z.array(Claim),
  documents: z.array(DocumentSummary),
  judgements: z.array(Judgement),
  /** Candidates that the machine was unsure to join with this one, each with its reason. */
  possiblySame: z.array(z.object({ occurrence: OccurrenceSummary, score: z.number(), why: z.string() })),
  ...names,
});
export type OccurrenceView = z.infer<typeof OccurrenceView>;

export const ActorView = z.object({
  actor: Actor,
  contacts: z.array(OccurrenceSummary),
  positions: z.array(OccurrenceSummary),
  others: z.array(OccurrenceSummary),
  ...names,
});
export type ActorView = z.infer<typeof ActorView>;
export const ActorPage = z.object({
  actors: z.array(ActorName.extend({ occurrences: z.number().int(), foundAs: z.array(z.string()) })),
  total: z.number().int(),
  ...page,
});

export const SearchQuery = z.object({ q: z.string().min(1).max(500), process: z.string().optional() });
export const SearchAnswer = z.object({
  /** `process` says where it is, for a search over all processes. */
  documents: z.array(
    z.object({
      process: z.string().optional(),
      document: DocumentSummary,
      /** plain text with matches between \u0001 and \u0002 */ excerpt: z.string(),
    }),
  ),
  quotes: z.array(
    z.object({
      process: z.string().optional(),
      claim: Claim,
      document: DocumentSummary,
      excerpt: z.string(),
    }),
  ),
  actors: z.array(ActorName.extend({ process: z.string().optional() })),
  ...{ places: z.array(Place.pick({ id: true, name: true })) },
  /** Those of channels one is in, in their last version. */
  messages: z.array(
    z.object({
      process: z.string(),
      channel: z.string(),
      message: z.string(),
      delegation: z.string(),
      at: z.string(),
      excerpt: z.string(),
    }),
  ),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** One report handed in. Files go as multipart to the same address; feeds and folders become many of these. */
export const NewDocument = z.object({
  text: z.string().optional(),
  html: z.string().optional(),
  url: z.string().optional(),
  title: z.string().optional(),
  outlet: z.string().optional(),
  published: z.string().optional(),
  /** File name, shown in the job. */
  name: z.string().optional(),
});
export const NewDocuments = z.object({ command: z.uuid(), documents: z.array(NewDocument).min(1).max(1000) });

export const Job = z.object({
  id: z.string(),
  process: z.string(),
  state: z.enum(["queued", "reading", "done"]),
  total: z.number().int(),
  done: z.number().int(),
  startedAt: z.string(),
  items: z.array(
    z.object({
      name: z.string(),
      state: z.enum(["queued", "read", "unread", "duplicate", "failed"]),
      document: z.string().nullable(),
      claims: z.number().int(),
      diagnostics: z.array(Diagnostic),
    }),
  ),
});
export type Job = z.infer<typeof Job>;

export const ROOM_KINDS = [
  "delegation",
  "naming",
  "contact",
  "channel",
  "message",
  "readout",
  "point",
] as const;

/** Server-sent events on /api/live: what changed, never the content. */
export const LiveMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("record"), process: z.string() }),
  z.object({
    type: z.literal("job"),
    job: z.string(),
    process: z.string(),
    done: z.number().int(),
    total: z.number().int(),
    state: Job.shape.state,
  }),
  /** An agreed contact begins in so many minutes or fewer. */
  z.object({
    type: z.literal("reminder"),
    process: z.string(),
    contact: z.string(),
    minutes: z.number().int(),
  }),
  /** Something in the rooms of a process is different: what kind of thing, and which. */
  z.object({ type: z.literal("room"), process: z.string(), kind: z.enum(ROOM_KINDS), id: z.string() }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;

/**
 * Addresses, all under /api:
 *   GET  /processes                          { processes: Process[] }        POST /processes            NewProcess → Process
 *   GET  /processes/:process                 Overview
 *   GET  /processes/:process/occurrences     OccurrenceQuery → OccurrencePage
 *   GET  /processes/:process/timeline        Timeline
 *   GET  /processes/:process/documents       PageQuery → DocumentPage        POST same                  NewDocuments | multipart → Job
 *   GET  /processes/:process/documents/:id   DocumentView
 *   GET  /processes/:process/occurrences/:id OccurrenceView
 *   GET  /processes/:process/actors          PageQuery → ActorPage
 *   GET  /processes/:process/actors/:id      ActorView
 *   POST /processes/:process/judgements      NewJudgement → Judgement
 *   GET  /processes/:process/review          OccurrencePage  (what the machine was unsure of)
 *   GET  /jobs/:id                           Job
 *   GET  /search                             SearchQuery → SearchAnswer
 *   GET  /live                               server-sent events of LiveMessage
 *   GET  /health                             { status: "ok" }
 */
export const API_PREFIX = "/api";
