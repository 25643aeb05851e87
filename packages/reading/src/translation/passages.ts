/** The paragraphs of a document, which are translated one by one, and the English text that they make together. */
import type { Document, Translation } from "@parley/protocol";

interface Span {
  /** UTF-16 offsets, half-open. */
  start: number;
  end: number;
}

/** Paragraphs of the English text are parted as those of every document are. */
const SEPARATOR = "\n\n";

/** Every paragraph of a document's `text` that holds a letter or digit, in order, without the empty lines between. */
export function passagesOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: words, index } of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g))
    if (/[\p{L}\p{N}]/u.test(words)) spans.push({ start: index, end: index + words.length });
  return spans;
}

/** A paragraph of the original and where its English stands in the English text. */
export interface Placed {
  original: Span;
  english: Span;
}

/** The English text with the place of each paragraph in it, in order; paragraphs without English are left out. */
export function placePassages({ passages }: Translation): { text: string; placed: Placed[] } {
  const placed: Placed[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const { start, end, text } of passages) {
    const words = text.replace(/\s*\n\s*/g, "\n").trim();
    if (!words) continue;
    if (pieces.length) length += SEPARATOR.length;
    placed.push({ original: { start, end }, english: { start: length, end: length + words.length } });
    pieces.push(words);
    length += words.length;
  }
  return { text: pieces.join(SEPARATOR), placed };
}

/** The text in which a second reader may find claims: the document's own, or its translation. */
export function englishText({ text, translation }: Document): string {
  return translation ? placePassages(translation).text : text;
}
