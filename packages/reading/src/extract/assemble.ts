/**
 * Puts the kept paragraphs together and says where each dropped one stood. Invariant: every diagnostic's offsets point
 * into the text that is returned, and the dropped words of all diagnostics with the kept text are all that was there.
 */
import type { Diagnostic } from "@parley/protocol";
import type { Paragraph } from "./extracted.ts";
import { RESIDUE_RULES } from "./residue-rules.ts";

/** Longest run of dropped words that one diagnostic repeats; a diagnostic says how much more there was. */
const MOST_DROPPED = 4_000;
const SEPARATOR = "\n\n";

export interface Assembled {
  text: string;
  /** Where each kept paragraph starts, in order. */
  starts: number[];
  diagnostics: Diagnostic[];
}

export function assemble(paragraphs: readonly Paragraph[]): Assembled {
  const pieces: string[] = [];
  const starts: number[] = [];
  const diagnostics: Diagnostic[] = [];
  let length = 0;
  let rule: string | null = null;
  let words: string[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.drop !== rule) {
      if (rule !== null) diagnostics.push(dropped(rule, words, length));
      rule = paragraph.drop;
      words = [];
    }
    if (rule !== null) {
      words.push(paragraph.text);
      continue;
    }
    if (pieces.length) length += SEPARATOR.length;
    starts.push(length);
    pieces.push(paragraph.text);
    length += paragraph.text.length;
  }
  if (rule !== null) diagnostics.push(dropped(rule, words, length));
  return { text: pieces.join(SEPARATOR), starts, diagnostics };
}

function dropped(rule: string, words: string[], at: number): Diagnostic {
  const all = words.join("\n");
  const what = RESIDUE_RULES[rule] ?? "Page residue";
  const cut = all.length > MOST_DROPPED;
  const message = cut
    ? `${what} left out of the text (${all.length} characters, the first ${MOST_DROPPED} shown)`
    : `${what} left out of the text`;
  return { rule, message, start: at, end: at, dropped: cut ? all.slice(0, MOST_DROPPED) : all };
}
