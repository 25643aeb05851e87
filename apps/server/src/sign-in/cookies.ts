/** The two cookies: who is signed in, and which browser this is. Neither is for scripts or for other sites. */
import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";

export interface Cookies {
  /** Secret of the session; null where there is none. */
  session(request: FastifyRequest): string | null;
  device(request: FastifyRequest): string | null;
  setSession(reply: FastifyReply, secret: string, seconds: number): void;
  clearSession(reply: FastifyReply): void;
  setDevice(reply: FastifyReply, secret: string): void;
}

const YEAR = 365 * 24 * 60 * 60;

/** `secure`: the browser sends them over https alone, and no neighbour under the same domain can set them. */
export function cookiesOf(secure: boolean): Cookies {
  const name = (word: string) => (secure ? `__Host-${word}` : word);
  const [session, device] = [name("parley"), name("parley-device")];
  const read = (request: FastifyRequest, which: string) =>
    parseCookie(request.headers.cookie ?? "")[which]?.slice(0, 200) || null;
  const set = (reply: FastifyReply, which: string, value: string, seconds: number) =>
    reply.header(
      "set-cookie",
      stringifySetCookie({
        name: which,
        value,
        secure,
        path: "/",
        httpOnly: true,
        // Strict costs nothing here: pages need no cookie, and what they ask for is asked for by this site.
        sameSite: "strict",
        maxAge: seconds,
      }),
    );
  return {
    session: (request) => read(request, session),
    device: (request) => read(request, device),
    setSession: (reply, secret, seconds) => set(reply, session, secret, seconds),
    clearSession: (reply) => set(reply, session, "", 0),
    setDevice: (reply, secret) => set(reply, device, secret, YEAR),
  };
}
