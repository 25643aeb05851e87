/** What others contribute to the reading of one document: made elsewhere, with a network; judged here, without one. */
import type { Translation } from "@parley/protocol";

export interface Aids {
  /** Of the paragraphs that `passagesOf` cuts this document's text into. Not looked at where the document is in English. */
  translation?: Translation;
  proposals?: Proposals;
}

/** What a second reader found in the English text of a document (`englishText`). */
export interface Proposals {
  /** Who proposes: the model and the host it runs on. */
  by: string;
  /** As they came; each is checked against `Proposal` by itself, so that a bad one takes no other with it. */
  claims: unknown[];
}
