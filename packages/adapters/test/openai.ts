/**
 * A server for tests that speaks the OpenAI chat completions API, not streamed: keys, models, structured output, refusals
 * and errors in the forms of the API reference. A function stands in the place of the model.
 */
import {
  type Answer,
  json,
  type Received,
  type RecordingServer,
  startRecording,
} from "./recording-server.ts";

interface Message {
  content: string | null;
  refusal?: string | null;
  finish_reason?: "stop" | "length" | "content_filter";
}

export interface OpenAiOptions {
  model?: string;
  key?: string;
  /** Answers the text of the user's message: claims, or a whole message. */
  reads?: (text: string) => unknown[] | Message;
  /** As reasoning models do. */
  refusesTemperature?: boolean;
}

interface Asked {
  model?: string;
  messages?: { role: string; content: string }[];
  temperature?: number;
  stream?: boolean;
  response_format?: { type?: string; json_schema?: { name?: string; strict?: boolean; schema?: Schema } };
}

interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: Schema;
  anyOf?: Schema[];
}

export const openAiError = (status: number, message: string, more: object = {}): Answer =>
  json(status, { error: { message, type: "invalid_request_error", param: null, code: null, ...more } });

export function startOpenAi({
  model = "test-model",
  key = "sk-test-0123456789",
  reads = () => [],
  refusesTemperature = false,
}: OpenAiOptions = {}): Promise<RecordingServer> {
  return startRecording(({ method, path, headers, body }: Received): Answer => {
    if (path !== "/v1/chat/completions") return openAiError(404, `Invalid URL (${method} ${path})`);
    if (method !== "POST") return openAiError(405, `Not allowed to ${method} on ${path}`);
    if (headers.authorization !== `Bearer ${key}`)
      return openAiError(401, `Incorrect API key provided: ${headers.authorization?.slice(7) ?? ""}.`, {
        code: "invalid_api_key",
      });
    const asked = (body ?? {}) as Asked;
    if (asked.model !== model)
      return openAiError(
        404,
        `The model \`${asked.model}\` does not exist or you do not have access to it.`,
        {
          code: "model_not_found",
        },
      );
    if (refusesTemperature && asked.temperature !== undefined)
      return openAiError(
        400,
        `Unsupported value: 'temperature' does not support ${asked.temperature} with this model. Only the default (1) value is supported.`,
        { param: "temperature", code: "unsupported_value" },
      );
    if (asked.stream) return openAiError(400, "this server does not stream");
    const fault = faultIn(asked.response_format);
    if (fault)
      return openAiError(400, `Invalid schema for response_format 'claims': ${fault}`, {
        param: "response_format",
      });
    const text = asked.messages?.find(({ role }) => role === "user")?.content ?? "";
    const said = reads(text);
    const message: Message = Array.isArray(said) ? { content: JSON.stringify({ claims: said }) } : said;
    const { finish_reason = "stop", refusal = null, content } = message;
    return json(200, {
      id: "chatcmpl-1",
      object: "chat.completion",
      created: 1_700_000_000,
      model,
      choices: [
        { index: 0, message: { role: "assistant", content, refusal }, logprobs: null, finish_reason },
      ],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
  });
}

/** The rules of strict schemas: named, every object closed, every property required. */
function faultIn(format: Asked["response_format"]): string | null {
  if (format?.type !== "json_schema") return "no json_schema";
  const { name, strict, schema } = format.json_schema ?? {};
  if (!name || !/^[\w-]{1,64}$/.test(name)) return "no name";
  return strict && schema ? openIn(schema, "()") : "not strict";
}

function openIn(schema: Schema, at: string): string | null {
  if (schema.type === "object") {
    if (schema.additionalProperties !== false)
      return `In context=${at}, 'additionalProperties' must be false.`;
    const missing = Object.keys(schema.properties ?? {}).filter((name) => !schema.required?.includes(name));
    if (missing.length) return `In context=${at}, 'required' must include ${missing.join(", ")}.`;
  }
  const inner = [
    ...Object.entries(schema.properties ?? {}),
    ...(schema.anyOf ?? []).map((one, i) => [`anyOf ${i}`, one] as const),
  ];
  if (schema.items) inner.push(["items", schema.items]);
  for (const [name, one] of inner) {
    const fault = openIn(one, `${at}.${name}`);
    if (fault) return fault;
  }
  return null;
}
