/** A report that was read in translation: its own paragraphs, each with the English that was read and the claims in it. */
import type { Claim, Document } from "@parley/protocol";
import type { Span } from "./span-layers.ts";

export interface TranslatedParagraph {
  /** Offsets into the report's own text. */
  start: number;
  end: number;
  /** Null where it was not translated. */
  english: string | null;
  /** Its claims, where their words stand in `english`, in that order. */
  claims: Span[];
}

/** Every paragraph of the text in order; empty where the document was read in its own language. */
export function translatedParagraphs(
  { text, translation }: Document,
  claims: Claim[],
): TranslatedParagraph[] {
  if (!translation) return [];
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/gu)].map(({ 0: words, index: start }) => {
    const english = translation.passages.find((passage) => passage.start === start)?.text ?? null;
    const own = claims.filter((claim) => claim.start <= start && claim.end > start);
    return { start, end: start + words.length, english, claims: placed(own, english ?? "") };
  });
}

/** A claim whose words are nowhere in the paragraph (it began in the one before) stands for all of it. */
function placed(claims: Claim[], english: string): Span[] {
  return claims
    .map(({ id, translation }) => {
      const at = translation ? english.indexOf(translation.quote) : -1;
      return at < 0
        ? { id, start: 0, end: english.length }
        : { id, start: at, end: at + translation!.quote.length };
    })
    .sort((left, right) => left.start - right.start || right.end - left.end || (left.id < right.id ? -1 : 1));
}
