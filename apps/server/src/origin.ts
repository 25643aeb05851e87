/**
 * The browser is the first gate: another site must neither write here (forms need no permission to be sent) nor read
 * here by pointing a name of its own at this machine. So writes must come from this origin, and only the names of this
 * installation are answered to: those of the loopback, and of a shared one its own.
 */
import type { App } from "./context.ts";
import { ApiProblem } from "./problem.ts";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** `shared` is the origin of a shared installation; null on a laptop. */
export function guardOrigin(
  app: App,
  { loopbackOnly, shared }: { loopbackOnly: boolean; shared: string | null },
): void {
  const name = shared === null ? null : new URL(shared).host;
  app.addHook("onRequest", async (request) => {
    const { host = "", origin } = request.headers;
    if ((loopbackOnly || name !== null) && !LOOPBACK.test(host) && host.toLowerCase() !== name)
      throw new ApiProblem(
        "wrong-host",
        name === null
          ? "This Parley answers on this machine only, as localhost or 127.0.0.1."
          : "This Parley answers under its own name only.",
      );
    if (request.method === "GET" || request.method === "HEAD") return;
    const site = request.headers["sec-fetch-site"];
    const elsewhere =
      origin !== undefined && (shared === null ? originHost(origin) !== host : origin !== shared);
    if (site === "cross-site" || site === "same-site" || elsewhere)
      throw new ApiProblem("cross-site", "Another site may not write here.");
  });
}

function originHost(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
