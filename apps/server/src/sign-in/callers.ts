/**
 * Who is asking: the session of a browser or the token of a program → its account → the seats it holds today. Found out
 * anew every two seconds, so that a seat or session that ended elsewhere ends here too; what ends here ends at once.
 */
import { circlesOf, NOBODY, seated, type Viewer } from "@parley/record";
import { type Session, type Store, seatsOf } from "@parley/store";
import { type Account, findSession, findToken, touchSession, touchToken } from "@parley/store/door";
import type { FastifyRequest } from "fastify";
import { ApiProblem } from "../problem.ts";
import type { Cookies } from "./cookies.ts";
import { hashOf } from "./secrets.ts";

export interface Caller {
  account: Pick<Account, "id" | "name" | "login" | "administrator" | "opens">;
  viewer: Viewer;
  /** Null for programs. */
  session: { id: string; createdAt: string } | null;
  scopes: string[] | null;
}

export interface Callers {
  /** Null where nobody is signed in. Throws `signed-out` where the session or token is over, except at the door. */
  find(request: FastifyRequest): Promise<Caller | null>;
  /** Something about this account is different: what is held of it is forgotten, and its lines are looked at. */
  forget(account: string): Promise<void>;
  /** The same of everybody. */
  forgetAll(): Promise<void>;
  /** Calls `end`, once, when whoever asks is no longer who they are now. Returns how to stop. */
  watch(request: FastifyRequest, end: () => void): () => void;
  /** Looks at all lines; a round calls it. */
  look(): Promise<void>;
}

export const SESSION = { idle: 24 * 3600_000, longest: 14 * 24 * 3600_000 };
const HELD = 2_000;
const MOST_HELD = 5_000;
/** Lines looked at together: less than the connections to the database, so that others come in between. */
const AT_ONCE = 6;
/** A session is marked as used this often. */
const MARK = 60_000;
/** Addresses at which a session that is over says no more than that nobody is signed in. */
const AT_DOOR = /^\/api\/(me|health|live|sign-in|sign-out|invitations)(\/|$)/;
export const isAtDoor = (request: FastifyRequest) => AT_DOOR.test(routeOf(request));
/** The address as it is declared: as it was written, one address has many spellings. */
const routeOf = (request: FastifyRequest) => request.routeOptions.url ?? "";
/** Addresses that are for people alone. */
const PEOPLE_ONLY =
  /^\/api\/(account|administration|sign-in|sign-out|invitations)(\/|$)|\/delegations\/:id\/invitations(\/|$)/;
const RECORD = /^\/api\/processes\/:process\/(documents|judgements)$/;

interface Line {
  request: FastifyRequest;
  account: string;
  sight: string;
  end: () => void;
}

export function createCallers(options: { store: Store; now(): Date; cookies: Cookies }): Callers {
  const { store, now, cookies } = options;
  const held = new Map<string, { caller: Caller | null; until: number }>();
  const lines = new Set<Line>();

  async function lookUp(secret: string, kind: "session" | "token"): Promise<Caller | null> {
    const key = `${kind} ${hashOf(secret)}`;
    const kept = held.get(key);
    if (kept && kept.until > now().getTime()) return kept.caller;
    const caller = await store.atDoor((session) =>
      kind === "session" ? bySession(session, secret) : byToken(session, secret),
    );
    if (held.size >= MOST_HELD) held.clear();
    held.set(key, { caller, until: now().getTime() + HELD });
    return caller;
  }

  async function bySession(session: Session, secret: string): Promise<Caller | null> {
    const found = await findSession(session, hashOf(secret), sessionBounds(now()));
    if (!found) return null;
    const { signedIn, account } = found;
    if (now().getTime() - Date.parse(signedIn.usedAt) > MARK)
      await touchSession(session, signedIn.id, now().toISOString());
    return {
      account: known(account),
      viewer: await viewerFor(session, account.id),
      session: { id: signedIn.id, createdAt: signedIn.createdAt },
      scopes: null,
    };
  }

  async function byToken(session: Session, secret: string): Promise<Caller | null> {
    const found = await findToken(session, hashOf(secret), now().toISOString());
    if (!found) return null;
    const { token, account } = found;
    if (token.usedAt === null || now().getTime() - Date.parse(token.usedAt) > MARK)
      await touchToken(session, token.id, now().toISOString());
    const viewer = await viewerFor(session, account.id);
    return { account: known(account), viewer, session: null, scopes: token.scopes };
  }

  const viewerFor = async (session: Session, account: string) =>
    seated(account, await seatsOf(session, account, now().toISOString().slice(0, 10)));

  async function find(request: FastifyRequest): Promise<Caller | null> {
    const bearer = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? "")?.[1];
    const secret = bearer ?? cookies.session(request);
    const caller = secret ? await lookUp(secret, bearer ? "token" : "session") : null;
    if (secret && !caller && !isAtDoor(request)) throw signedOut();
    if (caller?.scopes) allow(caller.scopes, request.method, routeOf(request));
    return caller;
  }

  async function lookAt(line: Line): Promise<void> {
    // Whoever cannot be asked about, because the database is away, keeps the line until the next look.
    const caller = await find(line.request).catch((error: unknown) => {
      if (error instanceof ApiProblem) return null;
      throw error;
    });
    if (lines.has(line) && sightOf(caller) !== line.sight) line.end();
  }

  async function look(): Promise<void> {
    const all = [...lines];
    for (let i = 0; i < all.length; i += AT_ONCE) await Promise.all(all.slice(i, i + AT_ONCE).map(lookAt));
  }

  return {
    find,
    async forget(account) {
      for (const [key, { caller }] of held) if (caller?.account.id === account) held.delete(key);
      await Promise.all([...lines].filter((line) => line.account === account).map(lookAt));
    },
    async forgetAll() {
      held.clear();
      await look();
    },
    watch(request, end) {
      if (!request.caller) return () => {};
      const line: Line = {
        request,
        account: request.caller.account.id,
        sight: sightOf(request.caller),
        end: () => {
          lines.delete(line);
          end();
        },
      };
      lines.add(line);
      return () => lines.delete(line);
    },
    look,
  };
}

/** Without the secrets. */
const known = ({ id, name, login, administrator, opens }: Account): Caller["account"] => ({
  ...{ id, name, login, administrator, opens },
});

export const sessionBounds = (now: Date) => ({
  usedAfter: new Date(now.getTime() - SESSION.idle).toISOString(),
  createdAfter: new Date(now.getTime() - SESSION.longest).toISOString(),
});

/** What a line was opened with: other circles, or another session, are another line. */
const sightOf = (caller: Caller | null) =>
  JSON.stringify([caller?.session?.id ?? null, circlesOf(caller?.viewer ?? NOBODY)]);

function allow(scopes: string[], method: string, path: string): void {
  const reads = method === "GET" || method === "HEAD";
  const needed = reads ? "read" : RECORD.test(path) ? "record" : "write";
  if (PEOPLE_ONLY.test(path) || !scopes.includes(needed))
    throw new ApiProblem("token-scope", "This token is not for that.");
}

export const signedOut = () => new ApiProblem("signed-out", "Sign in first.");
