/** Whether this is one person's laptop or a shared installation, decided once at the start. */
import type { Store } from "@parley/store";
import { sharedOrigin, shareUnder } from "@parley/store/door";

export class StartError extends Error {
  override readonly name = "StartError";
  constructor(
    /**
     * `loopback-only`: without sign-in nobody else may reach it. `origin-wrong`: not the address of a site.
     * `not-shared`: nobody signs in to a laptop.
     */
    readonly code: "loopback-only" | "origin-wrong" | "not-shared",
    message: string,
  ) {
    super(message);
  }
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
export const isLoopback = (host: string) => LOOPBACK.has(host);

/**
 * The origin of a shared installation, null for a laptop. `origin` makes it a shared one, under that address from now
 * on; everything written on the laptop stays as it is. Throws StartError.
 */
export async function installationOf(
  { store, now }: { store: Store; now(): Date },
  { origin, host }: { origin: string | null; host: string },
): Promise<string | null> {
  if (origin !== null) {
    const read = readOrigin(origin);
    await store.atDoor((session) => shareUnder(session, read, now().toISOString()));
    return read;
  }
  const known = await store.atDoor(sharedOrigin);
  if (known === null && !isLoopback(host))
    throw new StartError(
      "loopback-only",
      `Without sign-in Parley listens on this machine only, not on ${host}. Others come in with --shared --origin https://….`,
    );
  return known;
}

/** Passkeys and cookies hang on it: https, or a name of this machine itself to try it out. */
function readOrigin(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  const plain = url && (url.pathname === "/" || url.pathname === "") && !url.search && !url.hash;
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (!plain || !safe || url.username)
    throw new StartError(
      "origin-wrong",
      `--origin ${given}: an address such as https://talks.example, which is what people type. Only localhost may go without https.`,
    );
  return url.origin;
}
