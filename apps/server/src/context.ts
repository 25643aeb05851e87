/** What every route works with. */
import type { Me } from "@parley/protocol";
import type { Viewer } from "@parley/record";
import type { Store } from "@parley/store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Live } from "./live.ts";
import type { MailSettings } from "./rooms/mail/settings.ts";
import type { ReadAside } from "./rooms/readouts/read-draft.ts";
import type { Caller } from "./sign-in/callers.ts";
import type { Door } from "./sign-in/door.ts";

export interface Context {
  store: Store;
  live: Live;
  now(): Date;
  /** UUID, version 7. */
  newId(): string;
  /** Who is asking, found out before any route runs. Throws ApiProblem where nobody may ask at all. */
  recognise(request: FastifyRequest): Promise<Viewer>;
  viewerOf(request: FastifyRequest): Viewer;
  me(request: FastifyRequest): Promise<Me>;
  /** How people come in; null on a laptop, where nobody signs in. */
  door: Door | null;
  /** Reads what is not in the record and does not enter it: a draft. */
  readAside: ReadAside;
  /** Something was queued. */
  wake(): void;
  /** The projections of this process are behind. */
  schedule(process: string): void;
  limits: Limits;
  /** "https://meet.example/{room}"; null where no conference service is configured. */
  joinTemplate: string | null;
  /** Null where no mail is sent. */
  mail: MailSettings | null;
  /** Titles, places, links and agendas go into calendars. */
  calendarContent: boolean;
  /** Where the desk is reached: "https://talks.example". */
  origin(): string;
  /** The viewer of an account as it is now; null where it is nobody's (any more). */
  viewerById(id: string): Promise<Viewer | null>;
}

export interface Limits {
  /** Bytes of one file. */
  file: number;
  /** Bytes of one file in a message. */
  attachment: number;
  /** Bytes of all files of one upload, and of a JSON body. */
  upload: number;
  files: number;
  /** Requests a minute from one address. */
  requests: number;
}

export const LIMITS: Limits = {
  file: 32 * 1024 * 1024,
  attachment: 25 * 1024 * 1024,
  upload: 256 * 1024 * 1024,
  files: 2000,
  requests: 6000,
};

/** A Fastify instance whose routes are typed by their zod schemas. */
export type App = FastifyInstance<
  import("node:http").Server,
  import("node:http").IncomingMessage,
  import("node:http").ServerResponse,
  import("fastify").FastifyBaseLogger,
  ZodTypeProvider
>;

declare module "fastify" {
  interface FastifyRequest {
    viewer: Viewer;
    /** Who signed in; null for nobody and on a laptop. */
    caller: Caller | null;
  }
}
