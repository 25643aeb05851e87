/** Finds the line of a plain-text report that is its title. */
import type { Paragraph } from "./extracted.ts";
import { bareWords, residueRule } from "./residue.ts";

const LONGEST_TITLE = 250;
/** Furniture lines that may stand above a title. */
const LINES_ABOVE = 8;
const SENTENCE_END = /[.!…。։۔][\s"'”’»)\]]*$/u;

/**
 * Index of the paragraph that is the title, null where the text starts with its first sentence. With a given title it
 * is the paragraph of the same words, if there is one.
 */
export function findTitle(paragraphs: readonly Paragraph[], given: string | null): number | null {
  const head = paragraphs.slice(0, LINES_ABOVE);
  if (given) {
    const words = bareWords(given);
    const same = head.findIndex(({ text }) => bareWords(text) === words);
    return same < 0 ? null : same;
  }
  const first = head.findIndex(({ text }) => residueRule(text) === null);
  if (first < 0 || paragraphs.length < first + 2) return null;
  const { text } = paragraphs[first]!;
  if (text.length > LONGEST_TITLE || text.includes("\n")) return null;
  if (SENTENCE_END.test(text) && !/\b(?:\p{Lu}\.){1,}$/u.test(text)) return null;
  return first;
}
