/** The door of a shared installation: what all its addresses work with. A laptop has none. */
import type { Session, Store } from "@parley/store";
import { addSession, endSessions, rememberDevice, sweepDoor, writeDoorLog } from "@parley/store/door";
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify";
import { ApiProblem } from "../problem.ts";
import { type Caller, type Callers, createCallers, SESSION, signedOut } from "./callers.ts";
import { type Cookies, cookiesOf } from "./cookies.ts";
import { deviceWords } from "./device-words.ts";
import { createPasskeys, type PasskeyDesk } from "./passkeys.ts";
import { createPasswords, type Passwords } from "./passwords.ts";
import { hashOf, newSecret } from "./secrets.ts";
import { createThrottle, type Throttle } from "./throttle.ts";

export interface Door {
  /** "https://talks.example" */
  origin: string;
  cookies: Cookies;
  callers: Callers;
  /** Null where browsers make no keys for the address. */
  passkeys: PasskeyDesk | null;
  passwords: Passwords;
  throttle: Throttle;
  /** A new session for this browser in place of the one it had, within a transaction at the door. */
  signIn(session: Session, come: Come): Promise<void>;
  /** To the log of the server and, where an account is concerned, to the one its owner reads. Never holds a secret. */
  log(entry: Happened): Promise<void>;
  sweep(): Promise<void>;
}

export interface Come {
  request: FastifyRequest;
  reply: FastifyReply;
  account: string;
}

export interface Happened {
  request: FastifyRequest | null;
  account: string | null;
  act: string;
  detail?: string;
}

export interface DoorOptions {
  store: Store;
  origin: string;
  now(): Date;
  newId(): string;
  logger: FastifyBaseLogger;
}

/** What changes how one comes in asks for a sign-in this fresh. */
const RECENT = 10 * 60_000;
const DAY = 24 * 3600_000;
const KEPT = { tries: DAY, devices: 400 * DAY, log: 180 * DAY };

export function openDoor({ store, origin, now, newId, logger }: DoorOptions): Door {
  const cookies = cookiesOf(origin.startsWith("https:"));
  const log = logger.child({ door: origin }, logger.level === "silent" ? {} : { level: "info" });
  const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds).toISOString();
  return {
    origin,
    cookies,
    callers: createCallers({ store, now, cookies }),
    passkeys: createPasskeys({ store, now, origin }),
    passwords: createPasswords(),
    throttle: createThrottle({ store, now }),
    async signIn(session, { request, reply, account }) {
      const former = request.caller;
      if (former?.session) await endSessions(session, former.account.id, { only: former.session.id });
      const [secret, device] = [newSecret(), cookies.device(request) ?? newSecret()];
      const at = now().toISOString();
      const words = deviceWords(request.headers["user-agent"]);
      await addSession(session, {
        ...{ id: newId(), hash: hashOf(secret), account, device: words },
        ...{ createdAt: at, usedAt: at },
      });
      await rememberDevice(session, { hash: hashOf(device), account, at });
      cookies.setSession(reply, secret, SESSION.longest / 1000);
      cookies.setDevice(reply, device);
    },
    async log({ request, account, act, detail = "" }) {
      const device = request ? deviceWords(request.headers["user-agent"]) : "the console";
      log.info({ act, account, detail, address: request?.ip ?? null, request: request?.id ?? null }, "door");
      await store.atDoor((session) =>
        writeDoorLog(session, { id: newId(), at: now().toISOString(), account, act, device, detail }),
      );
    },
    sweep: () =>
      store.atDoor((session) =>
        sweepDoor(session, {
          now: ago(0),
          tries: ago(KEPT.tries),
          sessions: ago(SESSION.idle),
          devices: ago(KEPT.devices),
          log: ago(KEPT.log),
        }),
      ),
  };
}

/** The person at a browser. Throws `signed-out`. */
export function personAt(request: FastifyRequest): Caller & { session: { id: string; createdAt: string } } {
  const { caller } = request;
  if (!caller?.session) throw signedOut();
  return { ...caller, session: caller.session };
}

/** The same, signed in a moment ago. Throws `prove-again`. */
export function recentPerson(request: FastifyRequest, now: Date) {
  const person = personAt(request);
  if (!isRecent(person.session, now))
    throw new ApiProblem("prove-again", "Sign in again first: this changes how you come in.");
  return person;
}

export const isRecent = ({ createdAt }: { createdAt: string }, now: Date) =>
  now.getTime() - Date.parse(createdAt) < RECENT;
