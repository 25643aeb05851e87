/** JSON lines in, JSON lines out, in order and in constant memory. A bad line answers with an error and the stream goes on. */
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";

export interface LineError {
  id: string | null;
  error: {
    code: "line.json" | "line.form" | "line.failed" | "input.absent" | "input.too-large" | "input.duplicate";
    message: string;
  };
}

/** One parsed line, or what was wrong with it; `line` counts from 1. Blank lines are passed over. */
export async function* parseLines<T>(
  input: Readable,
  form: z.ZodType<T>,
): AsyncGenerator<{ line: number; value: T } | { line: number; failure: LineError }> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (!text.trim()) continue;
    let json: unknown;
    try {
      json = JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch (cause) {
      const message = `line ${line} is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`;
      yield { line, failure: { id: null, error: { code: "line.json", message } } };
      continue;
    }
    const parsed = form.safeParse(json);
    if (parsed.success) yield { line, value: parsed.data };
    else
      yield {
        line,
        failure: {
          id: idOf(json),
          error: { code: "line.form", message: `line ${line}: ${z.prettifyError(parsed.error)}` },
        },
      };
  }
}

const idOf = (json: unknown) =>
  typeof json === "object" && json !== null && "id" in json && typeof json.id === "string" ? json.id : null;

/** Writes and waits whenever the reader of our output is slower than we are. */
export function lineWriter(output: Writable): (value: unknown) => Promise<void> {
  return async (value) => {
    if (!output.write(`${JSON.stringify(value)}\n`))
      await new Promise<void>((resolve) => output.once("drain", resolve));
  };
}

/**
 * Answers each line of `input` with `answer`. What it throws becomes an error line of that id, because the stream's
 * contract is that one bad line never takes the others with it.
 */
export async function answerLines<T extends { id: string }>(
  streams: { input: Readable; output: Writable },
  form: z.ZodType<T>,
  answer: (line: T) => object,
): Promise<void> {
  const write = lineWriter(streams.output);
  for await (const item of parseLines(streams.input, form)) {
    if ("failure" in item) await write(item.failure);
    else await write(tryAnswer(item.value, answer));
  }
}

function tryAnswer<T extends { id: string }>(value: T, answer: (line: T) => object): object {
  try {
    return { id: value.id, ...answer(value) };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return { id: value.id, error: { code: "line.failed", message } } satisfies LineError;
  }
}
