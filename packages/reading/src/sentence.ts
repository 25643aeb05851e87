/** The analysed text. Offsets are UTF-16 code units into the document's `text`, half-open. */

export interface Token {
  /** Position in its sentence. */
  i: number;
  start: number;
  end: number;
  text: string;
  lower: string;
  lemma: string;
  /** Universal part of speech (UD v2), and the Penn tag. Empty until tagged. */
  upos: string;
  xpos: string;
  /** Index of the head in the same sentence, -1 for the root; -2 until parsed. */
  head: number;
  /** UD v2 relation with subtype ("nsubj:pass"). Empty until parsed. */
  rel: string;
}

/** A copy that hangs elsewhere in the tree. Written out, for a spread would give it another hidden class than the rest. */
export function rehung(token: Token, head: number, rel: string): Token {
  const { i, start, end, text, lower, lemma, upos, xpos } = token;
  return { i, start, end, text, lower, lemma, upos, xpos, head, rel };
}

export interface NameSpan {
  /** Token indexes in the sentence, inclusive. */
  first: number;
  last: number;
  type: "person" | "place" | "organisation";
  /** 0..1, not calibrated. */
  score: number;
}

export interface Sentence {
  i: number;
  /** Number of the paragraph it stands in. */
  paragraph: number;
  start: number;
  end: number;
  tokens: Token[];
  /** How far the analyser has gone on this sentence; stages raise it on demand. */
  level: "tokens" | "tagged" | "parsed";
  names: NameSpan[] | null;
}

/** Trained analyser. Every method is idempotent and fills its result into the sentence. */
export interface Analyser {
  /** Sentences in text order, tokenised; untagged and unparsed. */
  segment(text: string): Sentence[];
  tag(sentence: Sentence): Sentence;
  /** Tags first where needed. */
  parse(sentence: Sentence): Sentence;
  names(sentence: Sentence): NameSpan[];
}
