/** The lexicon files that a run takes beside the project's own: those named, and those in the folder PARLEY_LEXICONS. */
import { findLexicons } from "@parley/lexicons";

export const LEXICON_OPTION = [
  "--lexicon <file>",
  "actors to know besides, as `parley actors import` writes them; may be repeated (also: folder PARLEY_LEXICONS)",
] as const;

/** For an option that may be repeated. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** Throws where PARLEY_LEXICONS names no folder. */
export function addedLexicons(named: readonly string[] = []): string[] {
  const folder = process.env.PARLEY_LEXICONS;
  return [...(folder ? findLexicons(folder) : []), ...named];
}
