/**
 * Lexicon files that a user adds beside the project's own: lists of actors, in YAML or JSON. They add, and never take away:
 * where both know an actor, the project's entry decides and the names of both are kept; a name that the project knows as
 * something else keeps that meaning.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ActorEntry, withoutKnown } from "@parley/reading/added-actors";
import type { Lexicons } from "./load.ts";

/** The user can mend it; the message names the file, the line and what is wrong. */
export class LexiconError extends Error {
  readonly code = "lexicon";
}

/** The lexicon files of a folder, by name. Throws `LexiconError` where there is no such folder. */
export function findLexicons(folder: string): string[] {
  if (!existsSync(folder)) throw new LexiconError(`${folder}: there is no such folder of lexicons`);
  return readdirSync(folder)
    .filter((file) => /\.(ya?ml|json)$/.test(file))
    .sort()
    .map((file) => join(folder, file));
}

/** Throws `LexiconError` at the first file that cannot be read and the first entry that is not of the form. */
export function addActors(lexicons: Lexicons, files: readonly string[]): Lexicons {
  if (files.length === 0) return lexicons;
  const added = withoutKnown(files.flatMap(readActors), lexicons);
  return { ...lexicons, actors: [...added, ...(lexicons.actors ?? [])] };
}

function readActors(file: string): ActorEntry[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new LexiconError(`${file}: it cannot be read (${cause instanceof Error ? cause.message : cause})`, {
      cause,
    });
  }
  return listOf(text, file).map((entry, i) => {
    const parsed = ActorEntry.safeParse(entry);
    if (parsed.success) return parsed.data;
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "entry"}: ${message}`);
    throw new LexiconError(`${file}, line ${lineOf(text, i)}: ${faults.join("; ")}`);
  });
}

/** `parley actors import` writes JSON, which is read many times faster than YAML. */
function listOf(text: string, file: string): unknown[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    try {
      list = yaml().parse(text);
    } catch (cause) {
      // The parser's message ends with the line and column.
      throw new LexiconError(`${file}: ${cause instanceof Error ? cause.message.split("\n")[0] : cause}`, {
        cause,
      });
    }
  }
  if (Array.isArray(list)) return list;
  throw new LexiconError(`${file}: a lexicon is a list of actors, as \`parley actors import\` writes it`);
}

/** Where the entry of that number begins. */
function lineOf(text: string, entry: number): number {
  const { LineCounter, parseDocument, isSeq, isNode } = yaml();
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter });
  const node = isSeq(contents) ? contents.items[entry] : null;
  return lineCounter.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
}

/** Only where it is needed: most runs have no file of their own. */
const yaml = () => createRequire(import.meta.url)("yaml") as typeof import("yaml");
