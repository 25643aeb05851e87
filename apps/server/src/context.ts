/** What every route works with. */
import type { Me } from "@parley/protocol";
import type { Viewer } from "@parley/record";
import type { Store } from "@parley/store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Live } from "./live.ts";

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
  /** Something was queued. */
  wake(): void;
  /** The projections of this process are behind. */
  schedule(process: string): void;
  limits: Limits;
  /** "https://meet.example/{room}"; null where no conference service is configured. */
  joinTemplate: string | null;
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
  }
}
