/** `parley actors import`: dictionaries of actors in the PETRARCH form or as a table → a lexicon file that `--lexicon` takes. */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { Writable } from "node:stream";
import { decodeBytes, type Imported, importCsv, importPetrarch } from "@parley/reading";
import { UsageError } from "./export.ts";

export const DICTIONARIES = ["petrarch", "csv"] as const;
export type Dictionary = (typeof DICTIONARIES)[number];

export interface ImportOptions {
  files: string[];
  /** By each file's ending where absent: a table for `.csv`, PETRARCH's form for all others. */
  as?: Dictionary;
  /** Where the lexicon goes; `output` where absent. */
  out?: string;
  output: Writable;
  /** What was taken, what was left and why: for people. */
  tell: (line: string) => void;
}

/** Lines that are written out one by one, a file; the rest is counted. */
const MOST_REJECTED = 20;

/** Throws `UsageError` where a file cannot be read or yields no actor; nothing is written then. */
export function importActors({ files, as, out, output, tell }: ImportOptions): void {
  const entries = files.flatMap((file) => {
    const imported = importFile(file, as ?? (/\.csv$/i.test(file) ? "csv" : "petrarch"));
    for (const line of report(file, imported)) tell(line);
    if (imported.entries.length === 0)
      throw new UsageError(
        `${file}: no actor in it. Is it a dictionary of actors, and --as the right form? Nothing was written.`,
      );
    return imported.entries;
  });
  const lexicon = `[\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]\n`;
  if (!out) {
    output.write(lexicon);
    return;
  }
  try {
    writeFileSync(out, lexicon);
  } catch (cause) {
    throw new UsageError(`${out}: it cannot be written (${messageOf(cause)})`, { cause });
  }
  tell(`${entries.length} actors written to ${out}; use them with --lexicon ${out}`);
}

function importFile(file: string, as: Dictionary): Imported {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new UsageError(`${file}: it cannot be read (${messageOf(cause)})`, { cause });
  }
  const { text } = decodeBytes(bytes);
  return (as === "csv" ? importCsv : importPetrarch)(text, basename(file));
}

function report(file: string, { entries, left, rejected }: Imported): string[] {
  const reasons = new Map<string, number>();
  for (const { why } of left) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const shown = rejected.slice(0, MOST_REJECTED);
  return [
    `${file}: ${entries.length} actors taken, ${left.length} left out, ${rejected.length} lines not understood`,
    ...[...reasons].map(([why, count]) => `  left out ${count}: ${why}`),
    ...shown.map(({ line, why }) => `  ${file}:${line}: ${why}`),
    ...(rejected.length > shown.length ? [`  … and ${rejected.length - shown.length} more`] : []),
  ];
}

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
