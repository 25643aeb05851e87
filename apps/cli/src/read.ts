/** `parley read`: sources → the record. JSON lines stream one record a document; json and table join all documents. */
import { hash } from "node:crypto";
import type { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { AdapterSettings, Tally } from "@parley/adapters";
import type { RecordFile } from "@parley/protocol";
import { createReader, type Knowledge, type Reader, type Reading } from "@parley/reading";
import { resolve, toRecordFile } from "@parley/resolution";
import { inOrder } from "./in-order.ts";
import type { Input } from "./inputs.ts";
import { type LineError, lineWriter } from "./lines.ts";
import { type SharedReader, shareReading } from "./second-thread.ts";
import { formatTable } from "./table.ts";

export type Format = "json" | "ndjson" | "table";

export interface ReadOptions {
  inputs: AsyncIterable<Input>;
  format: Format;
  output: Writable;
  knowledge: Knowledge;
  /** Called after each document; for progress on stderr. */
  onDocument: (count: { read: number; duplicate: number; failed: number }, name: string) => void;
  onFailure: (name: string, failure: LineError) => void;
  /** Endpoints that text is sent to; none where absent or null. */
  adapters?: AdapterSettings | null;
  /** Called at the end, where there are adapters. */
  onSent?: (tally: Tally) => void;
  /** The bundled `reading-thread.ts`, where a second core may help; reading stays in this thread without it. */
  thread?: URL;
}

/** Documents whose endpoints are waited for at one time. */
const AT_ONCE = 4;

export async function read({
  inputs,
  format,
  output,
  knowledge,
  onDocument,
  onFailure,
  adapters = null,
  onSent,
  thread,
}: ReadOptions): Promise<void> {
  const reader = createReader(knowledge);
  const write = lineWriter(output);
  const kept: Reading[] = [];
  const seen = new Set<string>();
  const count = { read: 0, duplicate: 0, failed: 0 };
  const aided = adapters && (await readAided(inputs, reader, adapters));
  const shared = !aided && thread ? shareReading(reader, knowledge, thread) : null;
  const answers = aided?.readings ?? (shared ? readShared(inputs, shared) : inputs);
  for await (const { name, ...input } of answers) {
    if ("failure" in input) {
      count.failed++;
      onFailure(name, input.failure);
      if (format === "ndjson") await write(input.failure);
      continue;
    }
    const reading = "reading" in input ? input.reading : reader.read(input.source);
    const { id, sha256 } = reading.document;
    const mark = hash("sha1", `${id}\n${sha256}`, "base64");
    if (seen.has(mark)) {
      count.duplicate++;
      onFailure(name, {
        id,
        error: {
          code: "input.duplicate",
          message: `${name}: the document ${id} was given before with the same text`,
        },
      });
    } else {
      seen.add(mark);
      count.read++;
      if (format === "ndjson") await write({ id, ...toRecordFile(resolve([reading])) });
      else kept.push(reading);
    }
    onDocument(count, name);
  }
  await shared?.close();
  if (aided) onSent?.(aided.tally);
  if (format === "ndjson") return;
  const record = toRecordFile(resolve(kept));
  if (format === "table") output.write(`${formatTable(record)}\n`);
  else await writeRecord(record, output);
}

type Answer = { name: string; reading: Reading } | Extract<Input, { failure: LineError }>;

/** Documents under way at one time, so that neither thread waits for the other; one in work holds up those after it. */
const UNDER_WAY = 12;

function readShared(inputs: AsyncIterable<Input>, shared: SharedReader): AsyncIterable<Answer> {
  return inOrder(
    paced(inputs),
    UNDER_WAY,
    async (input: Input): Promise<Answer> =>
      "failure" in input ? input : { name: input.name, reading: await shared.read(input.source) },
  );
}

/** One at a time, with a pause in which the other thread's answers come in. */
async function* paced(inputs: AsyncIterable<Input>): AsyncGenerator<Input> {
  for await (const input of inputs) {
    yield input;
    await setImmediate();
  }
}

/** The adapters, and with them the network, are loaded only where some are configured. */
async function readAided(
  inputs: AsyncIterable<Input>,
  reader: Reader,
  settings: AdapterSettings,
): Promise<{ readings: AsyncIterable<Answer>; tally: Tally }> {
  const { network, openAidedReader } = await import("@parley/adapters");
  const aided = openAidedReader(reader, settings, network);
  const answer = async (input: Input): Promise<Answer> =>
    "failure" in input ? input : { name: input.name, reading: await aided.read(input.source) };
  return { readings: inOrder(inputs, AT_ONCE, answer), tally: aided.tally };
}

/** Piece by piece, so that a large record never stands in memory twice. */
async function writeRecord(record: RecordFile, output: Writable): Promise<void> {
  const put = async (text: string) => {
    if (!output.write(text)) await new Promise<void>((done) => output.once("drain", done));
  };
  await put(`{"format":${JSON.stringify(record.format)}`);
  for (const part of ["documents", "actors", "places", "occurrences", "claims"] as const) {
    await put(`,\n"${part}":[`);
    for (const [i, entry] of record[part].entries()) await put(`${i ? ",\n" : "\n"}${JSON.stringify(entry)}`);
    await put("]");
  }
  await put("}\n");
}
