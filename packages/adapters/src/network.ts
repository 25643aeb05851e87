/** The outer world of the adapters: one HTTP exchange, a clock, a pause. The only file of this package that touches it. */
import { AdapterError } from "./error.ts";

interface Outgoing {
  method: "GET" | "POST";
  url: string;
  headers: Record<string, string>;
  body: string | null;
  /** Milliseconds until the whole answer must be here. */
  timeout: number;
}

export interface Incoming {
  status: number;
  body: string;
  /** The header `retry-after`, null where absent. */
  retryAfter: string | null;
  /** Where a redirect points, null where absent. */
  location: string | null;
}

export interface Network {
  /** Resolves for every status. Throws AdapterError `unreachable`, `timeout`, `failing` or `unreadable`. */
  send(request: Outgoing): Promise<Incoming>;
  /** Milliseconds since 1970. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/** Longest answer that is taken in, bytes: far more than any report or its claims. */
const LARGEST = 16 * 1024 * 1024;

/** Redirects are not followed: text goes to the host that was configured and to no other. */
export const network: Network = {
  async send({ url, timeout, ...request }) {
    const signal = AbortSignal.timeout(timeout);
    const { host } = new URL(url);
    try {
      const response = await fetch(url, { ...request, signal, redirect: "manual" });
      const { status, headers } = response;
      const body = await bodyOf(response, host);
      return { status, body, retryAfter: headers.get("retry-after"), location: headers.get("location") };
    } catch (cause) {
      if (cause instanceof AdapterError) throw cause;
      if (signal.aborted)
        throw new AdapterError("timeout", `${host} did not answer within ${seconds(timeout)}.`, { cause });
      throw lost(host, cause);
    }
  },
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

async function bodyOf(response: Response, host: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > LARGEST)
      throw new AdapterError("unreadable", `${host} answered with more than ${LARGEST / 1024 / 1024} MB.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: "the connection was refused; is the program running there, on that port?",
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "the name could not be looked up; is this machine connected?",
  ETIMEDOUT: "no connection came about",
  EHOSTUNREACH: "there is no way to that host",
  ENETUNREACH: "there is no way to that network",
};
/** The connection was there and broke: worth another try, unlike one that never came about. */
const BROKEN = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

function lost(host: string, cause: unknown): AdapterError {
  const { code, message } = rootOf(cause);
  if (BROKEN.has(code))
    return new AdapterError("failing", `${host} closed the connection unanswered.`, { cause });
  const reason = REASONS[code] ?? (code.includes("CERT") ? "its certificate is not valid" : message);
  const named = code ? ` (${code})` : "";
  return new AdapterError("unreachable", `${host} cannot be reached: ${reason}${named}.`, { cause });
}

/** A failed fetch keeps the system's error in `cause`, and several of them in an AggregateError. */
function rootOf(error: unknown): { code: string; message: string } {
  const inner =
    error instanceof AggregateError ? error.errors[0] : error instanceof Error ? error.cause : null;
  if (inner instanceof Error) return rootOf(inner);
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  return { code, message: error instanceof Error ? error.message : String(error) };
}

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 100) / 10} s`;
