/** One question to an endpoint and its JSON answer: asked again where that helps, explained where it does not. */
import { type AdapterCode, AdapterError } from "./error.ts";
import type { Incoming, Network } from "./network.ts";
import type { Endpoint } from "./settings.ts";

export interface Question {
  method: "GET" | "POST";
  /** Below the endpoint's address, with its slash. */
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

export interface Exchange {
  endpoint: Endpoint;
  network: Network;
  /** Milliseconds since 1970 after which nothing is asked any more. */
  deadline: number;
  /** What a refusal means in the endpoint's own protocol; null where its status says enough. */
  explain(status: number, message: string, body: unknown): AdapterCode | null;
}

/** Once, and three times more after 1, 2 and 4 seconds or as the endpoint asks. */
const TRIES = 4;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
const WORTH_ANOTHER: ReadonlySet<AdapterCode> = new Set(["busy", "failing"]);

const ADVICE: Partial<Record<AdapterCode, string>> = {
  redirected: "Text is sent to no other address than the one configured: configure that one if you trust it.",
  "wrong-address": "Check the address that is configured.",
  key: "Check the key that is configured.",
  quota: "The account there is used up.",
  busy: "It asks for fewer requests; try again later.",
};

/** The parsed JSON of a successful answer. Throws AdapterError. */
export async function ask(question: Question, exchange: Exchange): Promise<unknown> {
  const { network, deadline } = exchange;
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(question, exchange);
    if (!(outcome instanceof Refused)) return outcome.json;
    const pause = outcome.pause ?? FIRST_PAUSE * 2 ** (attempt - 1);
    const again = WORTH_ANOTHER.has(outcome.error.code) && attempt < TRIES;
    if (!again || pause > LONGEST_PAUSE || network.now() + pause >= deadline) throw outcome.error;
    await network.wait(pause);
  }
}

class Refused {
  constructor(
    readonly error: AdapterError,
    /** Milliseconds that the endpoint asks to wait; null where it does not say. */
    readonly pause: number | null,
  ) {}
}

async function tryOnce(question: Question, exchange: Exchange): Promise<{ json: unknown } | Refused> {
  const { endpoint, network, deadline } = exchange;
  const timeout = Math.min(endpoint.timeout, deadline - network.now());
  if (timeout <= 0) throw new AdapterError("timeout", `${endpoint.host} took too long over this document.`);
  const { method, path, body, headers } = question;
  let answer: Incoming;
  try {
    answer = await network.send({
      method,
      url: endpoint.address + path,
      headers: {
        accept: "application/json",
        ...(body ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      body: body ? JSON.stringify(body) : null,
      timeout,
    });
  } catch (error) {
    if (error instanceof AdapterError && WORTH_ANOTHER.has(error.code)) return new Refused(error, null);
    throw error;
  }
  const json = parsed(answer.body);
  if (answer.status >= 200 && answer.status < 300) {
    if (json !== undefined) return { json };
    const message = `${endpoint.host} answered ${path} with no JSON${quoted(messageIn(answer.body, json, endpoint))}.`;
    return new Refused(new AdapterError("wrong-address", `${message} ${ADVICE["wrong-address"]}`), null);
  }
  return new Refused(refusal(answer, json, path, exchange), pauseAsked(answer, network));
}

function refusal(
  { status, body, location }: Incoming,
  json: unknown,
  path: string,
  { endpoint, explain }: Exchange,
): AdapterError {
  const message = status < 400 ? (location ?? "") : messageIn(body, json, endpoint);
  const code = explain(status, message, json) ?? codeOf(status);
  const advice = ADVICE[code] ? ` ${ADVICE[code]}` : "";
  return new AdapterError(
    code,
    `${endpoint.host} answered ${path} with ${status}${quoted(message)}.${advice}`,
  );
}

function codeOf(status: number): AdapterCode {
  if (status < 400) return "redirected";
  if (status === 401 || status === 403) return "key";
  if (status === 404 || status === 405) return "wrong-address";
  if (status === 413) return "too-long";
  if (status === 429) return "busy";
  return status >= 500 ? "failing" : "rejected";
}

/** Seconds or a date (RFC 9110, section 10.2.3). */
function pauseAsked({ retryAfter }: Incoming, network: Network): number | null {
  if (retryAfter === null) return null;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1_000;
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? null : Math.max(0, until - network.now());
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const LONGEST_MESSAGE = 200;

/** What the endpoint says in its own words: the error of a JSON answer, the title of a proxy's page. Never the key. */
function messageIn(body: string, json: unknown, { key }: Endpoint): string {
  const said = json === undefined ? (/<title[^>]*>([^<]*)/i.exec(body)?.[1] ?? "") : errorIn(json);
  const line = said.replace(/\s+/g, " ").trim();
  return (key ? line.replaceAll(key, "•••") : line).slice(0, LONGEST_MESSAGE);
}

/** `{error: "…"}` (LibreTranslate, Ollama), `{error: {message}}` (OpenAI, llama.cpp), `{message}` and `{detail}` (others). */
function errorIn(json: unknown): string {
  const field = (of: unknown, name: string) =>
    typeof of === "object" && of !== null && name in of ? (of as Record<string, unknown>)[name] : undefined;
  const error = field(json, "error");
  const said = [error, field(error, "message"), field(json, "message"), field(json, "detail")];
  return said.find((one): one is string => typeof one === "string") ?? "";
}

const quoted = (message: string): string => (message ? `: “${message}”` : "");
