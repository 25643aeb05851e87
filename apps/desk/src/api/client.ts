/** Requests to the server. Every answer is parsed with the contract; what does not fit it never reaches a page. */
import { API_PREFIX, Problem } from "@parley/protocol";
import { z } from "zod";

export type FailureCode = "offline" | "unreadable-answer" | (string & {});

/** A request that gave no answer to show. `code` is the server's, or "offline", or "unreadable-answer". */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: FailureCode;
  readonly status: number | null;
  readonly request: string | null;

  constructor(told: {
    code: FailureCode;
    message: string;
    status?: number;
    request?: string;
    cause?: unknown;
  }) {
    super(told.message, { cause: told.cause });
    this.code = told.code;
    this.status = told.status ?? null;
    this.request = told.request ?? null;
  }
}

interface Sent {
  method?: "GET" | "POST";
  body?: FormData | object;
  signal?: AbortSignal;
}

async function answerTo(path: string, { method = "GET", body, signal }: Sent): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (body && !(body instanceof FormData)) headers["content-type"] = "application/json";
  try {
    return await fetch(`${API_PREFIX}${path}`, {
      method,
      headers,
      signal: signal ?? null,
      body: body instanceof FormData ? body : body ? JSON.stringify(body) : null,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Failure({ code: "offline", message: "The server does not answer.", cause });
  }
}

async function refusal(response: Response): Promise<Failure> {
  const told = Problem.safeParse(await response.json().catch(() => null));
  if (told.success) return new Failure({ ...told.data, status: response.status });
  const code = response.status >= 502 && response.status <= 504 ? "offline" : `http-${response.status}`;
  return new Failure({ code, message: "The server refused without a reason.", status: response.status });
}

/**
 * The parsed answer.
 * @throws Failure with the server's code; with "offline" where nothing came; with "unreadable-answer" where the
 * answer does not fit the contract (server and desk of different versions: reload).
 */
export async function ask<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  sent: Sent = {},
): Promise<z.infer<Schema>> {
  const response = await answerTo(path, sent);
  if (!response.ok) throw await refusal(response);
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const message = `The answer does not fit the contract. ${z.prettifyError(parsed.error).slice(0, 400)}`;
  throw new Failure({ code: "unreadable-answer", message, status: response.status });
}

/** A query string without the empty ones, "" where all are. */
export function queryString(fields: Record<string, unknown>): string {
  const filled = Object.entries(fields).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  return filled.length === 0
    ? ""
    : `?${new URLSearchParams(filled.map(([key, value]) => [key, String(value)]))}`;
}
