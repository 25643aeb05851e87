/** What the comparison is given of each account. */
import type { Document } from "@parley/protocol";
import type { ReadClaim, Reading } from "@parley/reading";

export interface GivenAccount {
  id: string;
  reading: Reading;
  /**
   * Whether all of it is about the contact, as a readout is. Of a report only those words enter that hold a claim told
   * as news or meet another account: what else was in the paper that day is no point of the contact.
   */
  whole: boolean;
  /** Why it was not read, null where it was. */
  unread: string | null;
}

/** A stretch of the text in English, and where it stands in the document. */
export interface Stretch {
  text: string;
  /** Where `text` begins in the document; for a translated paragraph, the paragraph itself. */
  start: number;
  /** Set where the words are a translation: the whole paragraph is then the evidence. */
  paragraph: { start: number; end: number } | null;
}

/** The English text of a document, whole or paragraph by paragraph. */
export function stretches({ text, translation }: Document): Stretch[] {
  if (!translation) return [{ text, start: 0, paragraph: null }];
  return translation.passages.map(({ start, end, text: english }) => ({
    text: english,
    start,
    paragraph: { start, end },
  }));
}

/** Whether the claim stands in these words. A claim read in translation points to its whole paragraph. */
export function holds(
  claim: ReadClaim,
  span: { start: number; end: number },
  english: string | null,
): boolean {
  if (english !== null)
    return (
      claim.start >= span.start && claim.end <= span.end && english.includes(claim.translation?.quote ?? "\0")
    );
  const shared = Math.min(claim.end, span.end) - Math.max(claim.start, span.start);
  return shared * 2 > Math.min(claim.end - claim.start, span.end - span.start);
}
