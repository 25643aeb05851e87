/** Splits plain text into paragraphs, undoing hard line wrapping and nothing else. */
import type { Paragraph } from "./extracted.ts";

/** A wrapped line is at least this long: shorter lines end where their author ended them. */
const SHORTEST_WRAPPED = 45;
const LONGEST_WRAPPED = 100;
const SENTENCE_END = /[.!?…:。！？։۔؟][\s"'”’»)\]]*$/u;
const HEADING_LENGTH = 120;

export function paragraphsOf(text: string): Paragraph[] {
  const groups = text
    .replace(/\r\n?|\u2028|\u0085/g, "\n")
    .replace(/\u2029/g, "\n\n")
    .split(/\n[^\S\n]*\n\s*/);
  return groups.flatMap((group) => {
    const lines = group
      .split("\n")
      .map((line) => line.replace(/\s{2,}|[^\S ]/g, " ").trim())
      .filter(Boolean);
    return (wrapped(lines) ? [lines.join(" ")] : lines).map(paragraph);
  });
}

function paragraph(text: string): Paragraph {
  const heading = text.length <= HEADING_LENGTH && !SENTENCE_END.test(text) && /\p{L}/u.test(text);
  return { text, kind: heading ? "heading" : "text", drop: null };
}

/** True where line ends are a fixed width's, not the author's: all but the last of similar length, most inside sentences. */
function wrapped(lines: string[]): boolean {
  if (lines.length < 2) return false;
  const full = lines.slice(0, -1);
  if (full.some(({ length }) => length < SHORTEST_WRAPPED || length > LONGEST_WRAPPED)) return false;
  return full.filter((line) => !SENTENCE_END.test(line)).length >= full.length * 0.6;
}
