/**
 * A client of the OpenAI chat completions API (POST /chat/completions, not streamed, structured output), as OpenAI,
 * llama.cpp, Ollama, vLLM and others serve it. What comes back are proposals: the reader decides which are claims.
 */
import type { Document } from "@parley/protocol";
import { englishText, type Proposals } from "@parley/reading";
import { z } from "zod";
import { type AdapterCode, AdapterError } from "./error.ts";
import { ask, type Exchange } from "./exchange.ts";
import { INSTRUCTIONS, RESPONSE_FORMAT } from "./instructions.ts";
import type { Network } from "./network.ts";
import type { AdapterSettings } from "./settings.ts";

interface SecondReading {
  proposals: Proposals;
  /** Where in the English text what was left out begins; null where all was sent. */
  leftOutFrom: number | null;
}

export interface SecondReader {
  /** Of a document in English or with its translation. Throws AdapterError. */
  propose(document: Document): Promise<SecondReading>;
}

/** Of one document, UTF-16 units: what fits small models' contexts (some 6,000 tokens) with the instructions and the answer. */
const MOST = 24_000;
/** Milliseconds for one document, all tries together. */
const PATIENCE = 240_000;

const Completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
});
const Claims = z.object({ claims: z.array(z.unknown()) });

export function openSecondReader(
  endpoint: NonNullable<AdapterSettings["secondReader"]>,
  network: Network,
): SecondReader {
  const { host, key, model } = endpoint;
  const by = `${model} at ${host}`;
  /** The same text gives the same proposals, as far as a model allows; some models refuse to be asked. */
  let steady = true;

  async function complete(text: string, exchange: Exchange): Promise<unknown> {
    const body = {
      model,
      messages: [
        { role: "system", content: INSTRUCTIONS },
        { role: "user", content: text },
      ],
      response_format: RESPONSE_FORMAT,
      stream: false,
      ...(steady ? { temperature: 0 } : {}),
    };
    const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
    try {
      return await ask({ method: "POST", path: "/chat/completions", body, headers }, exchange);
    } catch (error) {
      if (
        !(
          steady &&
          error instanceof AdapterError &&
          error.code === "rejected" &&
          /temperature/i.test(error.message)
        )
      )
        throw error;
      steady = false;
      return complete(text, exchange);
    }
  }

  return {
    async propose(document) {
      const whole = englishText(document);
      const text =
        whole.length <= MOST ? whole : whole.slice(0, whole.lastIndexOf("\n\n", MOST) + 1 || MOST).trimEnd();
      const exchange = { endpoint, network, deadline: network.now() + PATIENCE, explain };
      const claims = claimsIn(await complete(text, exchange), by);
      return { proposals: { by, claims }, leftOutFrom: text.length < whole.length ? text.length : null };
    },
  };
}

function claimsIn(answer: unknown, by: string): unknown[] {
  const completion = Completion.safeParse(answer);
  if (!completion.success) throw new AdapterError("unreadable", `The answer of ${by} is no chat completion.`);
  const { message, finish_reason } = completion.data.choices[0]!;
  if (message.refusal || finish_reason === "content_filter")
    throw new AdapterError("declined", `${by} declined to read this text.`);
  if (finish_reason === "length")
    throw new AdapterError("cut-short", `The answer of ${by} was cut short; nothing of it was taken.`);
  const claims = Claims.safeParse(jsonIn(message.content ?? ""));
  if (claims.success) return claims.data.claims;
  throw new AdapterError(
    "unreadable",
    `The answer of ${by} is not in the JSON asked for; the model or its server may know no structured output (json_schema).`,
  );
}

function jsonIn(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

/** OpenAI's error codes and what other servers write: an unknown model is a 404 as a wrong address is, an empty account a 429. */
function explain(status: number, message: string, body: unknown): AdapterCode | null {
  const { error } = z
    .object({ error: z.object({ code: z.unknown() }) })
    .catch({ error: { code: null } })
    .parse(body);
  const said = `${String(error.code)} ${message}`;
  if (status === 429 && /quota|credit|billing/i.test(said)) return "quota";
  if (status === 404 && /model/i.test(said)) return "model";
  if (status === 400 && /context.?length|maximum context|context size/i.test(said)) return "too-long";
  return null;
}
