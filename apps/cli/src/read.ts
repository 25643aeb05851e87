/** `parley read`: sources → the record. JSON lines stream one record a document; json and table join all documents. */
import { createHash } from "node:crypto";
import type { Writable } from "node:stream";
import type { RecordFile } from "@parley/protocol";
import { createReader, type Knowledge, type Reading } from "@parley/reading";
import { resolve, toRecordFile } from "@parley/resolution";
import type { Input } from "./inputs.ts";
import { type LineError, lineWriter } from "./lines.ts";
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
}

export async function read({
  inputs,
  format,
  output,
  knowledge,
  onDocument,
  onFailure,
}: ReadOptions): Promise<void> {
  const reader = createReader(knowledge);
  const write = lineWriter(output);
  const kept: Reading[] = [];
  const seen = new Set<string>();
  const count = { read: 0, duplicate: 0, failed: 0 };
  for await (const { name, ...input } of inputs) {
    if ("failure" in input) {
      count.failed++;
      onFailure(name, input.failure);
      if (format === "ndjson") await write(input.failure);
      continue;
    }
    const reading = reader.read(input.source);
    const { id, sha256 } = reading.document;
    const mark = createHash("sha1").update(`${id}\n${sha256}`).digest("base64");
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
  if (format === "ndjson") return;
  const record = toRecordFile(resolve(kept));
  if (format === "table") output.write(`${formatTable(record)}\n`);
  else await writeRecord(record, output);
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
