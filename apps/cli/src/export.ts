/** `parley export`: a record on file or stdin → a table on stdout. */
import { createReadStream } from "node:fs";
import type { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { RecordFile } from "@parley/protocol";
import { exportTable, type Table } from "@parley/tables";
import { z } from "zod";

/** Throws where the input is no record, with the first fault and where it stands. */
export async function exportRecord(file: string, as: Table, output: Writable): Promise<void> {
  const given = await text(file === "-" ? process.stdin : createReadStream(file));
  output.write(exportTable(parseRecord(given, file === "-" ? "stdin" : file), as));
}

function parseRecord(given: string, name: string): RecordFile {
  let json: unknown;
  try {
    json = JSON.parse(given);
  } catch (cause) {
    throw new UsageError(`${name} is no JSON. Give the record that \`parley read --format json\` prints.`, {
      cause,
    });
  }
  const parsed = RecordFile.safeParse(json);
  if (!parsed.success)
    throw new UsageError(
      `${name} is no record: ${z.prettifyError(parsed.error).split("\n").slice(0, 2).join(" ")}`,
    );
  return parsed.data;
}

/** The person at the terminal can mend it; its message says how. */
export class UsageError extends Error {
  readonly code = "usage";
}
