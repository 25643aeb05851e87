/**
 * Without sign-in the browser is the only gate: another site must neither write here (forms need no permission to be
 * sent) nor read here by pointing a name of its own at this machine. So writes must come from this origin, and on a
 * loopback address only the names of the loopback are answered to.
 */
import type { App } from "./context.ts";
import { ApiProblem } from "./problem.ts";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

export function guardOrigin(app: App, loopbackOnly: boolean): void {
  app.addHook("onRequest", async (request) => {
    const { host = "", origin } = request.headers;
    if (loopbackOnly && !LOOPBACK.test(host))
      throw new ApiProblem(
        "wrong-host",
        "This Parley answers on this machine only, as localhost or 127.0.0.1.",
      );
    if (request.method === "GET" || request.method === "HEAD") return;
    const site = request.headers["sec-fetch-site"];
    const foreign =
      site === "cross-site" || site === "same-site" || (origin !== undefined && originHost(origin) !== host);
    if (foreign) throw new ApiProblem("cross-site", "Another site may not write here.");
  });
}

function originHost(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
