/** Puts the parts together: store, threads, queue, projections, HTTP. Clock, randomness and network begin here. */
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import type { AdapterSettings } from "@parley/adapters";
import {
  type Broadcast,
  giveBack,
  jobProgress,
  listProcesses,
  openBroadcast,
  openJobs,
  openStore,
  staleProcesses,
} from "@parley/store";
import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";
import { v7 } from "uuid";
import { type Context, LIMITS, type Limits } from "./context.ts";
import { createIngest } from "./ingest.ts";
import { listen } from "./listen.ts";
import { createLive } from "./live.ts";
import { createProjector } from "./projector.ts";
import { retentionRound } from "./rooms/channels/retention.ts";
import { startContactRounds } from "./rooms/contacts/rounds.ts";
import type { MailSettings } from "./rooms/mail/settings.ts";
import { rememberReadings } from "./rooms/readouts/read-draft.ts";
import { publicationRound } from "./rooms/readouts/round.ts";
import { viewerById } from "./rooms/viewer-by-id.ts";
import { createRounds } from "./rounds.ts";
import { openDoor } from "./sign-in/door.ts";
import { installationOf, isLoopback } from "./sign-in/installation.ts";
import { inviteFirst } from "./sign-in/invite.ts";
import { DESK_OFFICER, DESK_OFFICER_SELF, recogniseAt, selfOf } from "./viewer.ts";
import type { ReadResult } from "./work/messages.ts";
import { Thread } from "./work/thread.ts";

export interface ServerOptions {
  /** The installation: db, lexicons, models, apps/desk/dist and apps/server/dist are looked for in it. */
  root: string;
  /** Folder of the embedded database, or null for one in memory. Not looked at where `databaseUrl` is given. */
  dataFolder: string | null;
  databaseUrl?: string | undefined;
  host?: string;
  /** Makes it a shared installation, reached under this origin from now on. Later starts know it without. */
  sharedAt?: string | undefined;
  /** Proxies on other machines that encrypt for it: addresses or networks. */
  proxies?: readonly string[];
  /** The first port to try; 0 takes any. */
  port?: number;
  /** Folder with process.json, read in on the first start; null for none. */
  sample?: string | null;
  /** Threads that read. */
  readers?: number;
  /** Lexicon files beside the project's own. */
  lexicons?: readonly string[];
  /** The threads' program; the built one where it is not given. */
  worker?: string;
  limits?: Partial<Limits>;
  /** Endpoints that text is sent to; none where absent or null. */
  adapters?: AdapterSettings | null;
  /** Where calls are held: "https://meet.example/{room}". */
  joinTemplate?: string | null;
  /** Where mail leaves, and what it may say; none where absent or null. */
  mail?: MailSettings | null;
  /** Titles, places, links and agendas go into calendars. */
  calendarContent?: boolean;
  /** The viewer of an account, where something else than sign-in knows it. */
  viewerById?: Context["viewerById"];
  logger?: FastifyBaseLogger;
  /** Who is asking, where something else than sign-in knows it. */
  recognise?: Context["recognise"];
  /** The clock, where tests turn it. */
  now?: () => Date;
  /** While the sample process is read in. */
  onProgress?: (progress: Progress) => void;
}

export interface Progress {
  done: number;
  total: number;
}

export interface RunningServer {
  /** http://127.0.0.1:4100 */
  address: string;
  port: number;
  /** The port asked for was taken by another program. */
  otherPort: boolean;
  /** Where people come in to a shared installation; null on a laptop. */
  sharedAt: string | null;
  /** Link that makes the first administrator; null where there is one, and on a laptop. */
  firstAdministrator: string | null;
  /** Milliseconds from the call to the first answer. */
  startedIn: number;
  /** Resolves when everything queued so far is read and shown. */
  settled(): Promise<void>;
  /** Does what is due by the clock now, without waiting for the next round. */
  round(): Promise<void>;
  close(): Promise<void>;
}

const READER = "parley/0.1.0";
const PATIENCE = { read: 120_000, resolve: 600_000 };
/** What the adapters may take of it besides: their own patience with one document, both together. */
const ADAPTERS_PATIENCE = 420_000;
const MEMORY = { read: 1024, resolve: 4096 };
/** An idle thread gives its knowledge back: several hundred megabytes. */
const REST = 120_000;
const TELL_EVERY = 200;
const ROUND_EVERY = 5_000;

/**
 * Throws StoreError where the data folder is in use or the database cannot be opened, StartError where it would stand
 * open to others or the origin is none.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const started = performance.now();
  const { root, host = "127.0.0.1", onProgress, adapters = null } = options;
  const logger = options.logger ?? (pino({ level: process.env.PARLEY_LOG ?? "warn" }) as FastifyBaseLogger);
  // The database opens while the HTTP side is loaded: together they are most of the start.
  const [store, { buildApp }] = await Promise.all([
    openStore({ db: join(root, "db"), folder: options.dataFolder, url: options.databaseUrl }),
    import("./app.ts"),
  ]);
  const now = options.now ?? (() => new Date());
  const where = { origin: options.sharedAt ?? null, host };
  const origin = await installationOf({ store, now }, where).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const door = origin === null ? null : openDoor({ store, origin, now, newId: v7, logger });
  let broadcast: Broadcast | null = null;
  const live = createLive({ newId: v7, tell: (word) => broadcast?.send(word) });
  if (options.databaseUrl)
    broadcast = await openBroadcast({
      url: options.databaseUrl,
      onWord: live.hear,
      onGap: live.missed,
    });
  const knowledge = {
    lexicons: join(root, "lexicons"),
    models: join(root, "models"),
    added: options.lexicons ?? [],
  };
  const thread = (task: "read" | "resolve") =>
    new Thread({
      file: options.worker ?? join(root, "apps/server/dist/read-worker.js"),
      task: { task, knowledge, adapters },
      patience: PATIENCE[task] + (task === "read" && adapters ? ADAPTERS_PATIENCE : 0),
      memory: MEMORY[task],
      rest: REST,
    });

  const projector = createProjector({
    store,
    thread: thread("resolve"),
    now,
    onProjected(id, { finished, audience }) {
      live.publish({ type: "record", process: id }, audience);
      for (const job of finished) void tellJob(job);
    },
    onFailure: (id, why) => logger.error({ process: id, why }, "projection failed"),
  });
  const readers = options.readers ?? Math.max(1, Math.min(4, cpus().length - 1));
  const threads = Array.from({ length: readers }, () => thread("read"));
  const ingest = createIngest({
    ...{ store, threads },
    now,
    newId: v7,
    reader: READER,
    // One at a time, so that none waits for another's translation and the lease on it holds.
    ...(adapters ? { batch: 1 } : {}),
    onItem(taken) {
      tellJobSoon(taken.job);
      projector.schedule(taken.process);
    },
    onFailure: (why) => logger.error({ why }, "reading in failed"),
  });

  /** Jobs with news that nobody was told yet: what happens to many items at once is told once. */
  const news = new Map<string, NodeJS.Timeout>();
  function tellJobSoon(id: string): void {
    if (!news.has(id))
      news.set(
        id,
        setTimeout(() => void tellJob(id), TELL_EVERY),
      );
  }

  async function tellJob(id: string): Promise<void> {
    clearTimeout(news.get(id));
    news.delete(id);
    try {
      const job = await store.asMachine((session) => jobProgress(session, id));
      if (!job) return;
      const { audience, ...progress } = job;
      live.publish({ type: "job", job: id, ...progress }, audience);
      if (id === sampleJob) onProgress?.({ done: job.done, total: job.total });
    } catch (error) {
      logger.error({ err: error }, "job progress could not be told");
    }
  }

  const context: Context = {
    ...{ store, live, now },
    newId: v7,
    recognise:
      options.recognise ?? (door ? (request) => recogniseAt(door, request) : async () => DESK_OFFICER),
    viewerOf: (request) => request.viewer,
    me: async (request) => (door ? selfOf(request) : DESK_OFFICER_SELF),
    door,
    readAside: rememberReadings(async (source) => {
      const answer = await threads[0]!.ask<ReadResult>({ read: source });
      if (answer.outcome === "done") return answer.result;
      throw new Error(`a draft could not be read: ${answer.why}`);
    }),
    wake: ingest.wake,
    schedule: projector.schedule,
    limits: { ...LIMITS, ...options.limits },
    joinTemplate: options.joinTemplate ?? null,
    mail: options.mail ?? null,
    calendarContent: options.calendarContent ?? false,
    origin: () => door?.origin ?? server.address,
    viewerById: options.viewerById ?? ((id) => viewerById({ store, now, shared: door !== null }, id)),
  };
  const contactRounds = startContactRounds(context, logger);
  const desk = join(root, "apps/desk/dist");
  const app = await buildApp({
    ...{ context, logger, desk: existsSync(desk) ? desk : null },
    ...{ loopbackOnly: isLoopback(host), proxies: options.proxies ?? [] },
  });
  // What stands before a shared installation looks for it at one port.
  const { port, otherPort } = await listen(app, host, { first: options.port ?? 4100, others: !door });

  let sampleJob: string | null = null;
  const known = await store.as(DESK_OFFICER, listProcesses);
  if (options.sample && !door && !known.length)
    sampleJob = await (await import("./sample.ts")).openSample(
      { store, now, newId: v7 },
      options.sample,
      DESK_OFFICER,
    );
  const firstAdministrator = door
    ? await inviteFirst(store, { id: v7(), now: now(), origin: door.origin })
    : null;
  if (store.kind === "embedded") await store.asMachine(giveBack);
  ingest.wake();
  for (const id of await store.asMachine(staleProcesses)) projector.schedule(id);
  for (const job of await store.asMachine(openJobs)) projector.schedule(job.process);

  const rounds = createRounds({
    rounds: [
      retentionRound(context),
      publicationRound(context),
      ...(door
        ? [
            { name: "lines", run: door.callers.look },
            { name: "door", run: door.sweep },
          ]
        : []),
    ],
    now,
    every: ROUND_EVERY,
    onFailure: (name, error) => logger.error({ round: name, err: error }, "a round failed"),
  });

  async function settled(): Promise<void> {
    await ingest.settled();
    await projector.settled();
  }

  const shown = host.includes(":") ? `[${host}]` : host;
  const server: RunningServer = {
    address: `http://${shown}:${port}`,
    port,
    otherPort,
    sharedAt: origin,
    firstAdministrator,
    startedIn: Math.round(performance.now() - started),
    settled,
    async round() {
      await rounds.once();
      await contactRounds.once();
    },
    async close() {
      await app.close();
      await rounds.stop();
      await contactRounds.stop();
      for (const timer of news.values()) clearTimeout(timer);
      await ingest.stop();
      await projector.stop();
      await broadcast?.close();
      await store.close();
    },
  };
  if (sampleJob) {
    await tellJob(sampleJob);
    await settled();
    sampleJob = null;
  }
  return server;
}
