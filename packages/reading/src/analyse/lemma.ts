/** Lemmas by learned endings: for each Penn tag the longest known ending of the word says what to cut and what to add. */

/** Tag → ending (or "^" + whole word) → "<characters to cut>|<ending to add>". The empty ending is the tag's default. */
export type LemmaRules = Record<string, Record<string, string>>;

export const LONGEST_ENDING = 5;

export interface TaggedWord {
  text: string;
  lower: string;
  upos: string;
  xpos: string;
}

/** Lemmas of one spelling, by tag number. Most spellings have one or two. */
export interface KnownLemmas {
  tags: number[];
  lemmas: string[];
}

/**
 * Lemma of a word with its tags; UD EWT's habits: proper nouns keep their case, everything else is lower case. Answers are
 * remembered beside what else is known of the spelling: `known` must be the word's own.
 */
export function createLemmatiser(
  rules: LemmaRules,
): (word: TaggedWord, tag: number, known: KnownLemmas) => string {
  const endings = new Map(Object.entries(rules).map(([tags, own]) => [tags, new Map(Object.entries(own))]));
  return (word, tag, { tags, lemmas }) => {
    const at = tags.indexOf(tag);
    if (at >= 0) return lemmas[at]!;
    const lemma = lemmatise(endings.get(`${word.upos} ${word.xpos}`), word);
    tags.push(tag);
    lemmas.push(lemma);
    return lemma;
  };
}

function lemmatise(own: Map<string, string> | undefined, { text, lower, upos }: TaggedWord): string {
  const keepsCase = upos === "PROPN" || upos === "X" || upos === "SYM";
  if (lower === "i" && upos === "PRON") return "I";
  const form = keepsCase ? text : lower;
  if (!own) return form;
  const whole = own.get(`^${lower}`);
  if (whole !== undefined) return applyRule(form, whole);
  for (let length = Math.min(LONGEST_ENDING, form.length); length >= 0; length--) {
    const rule = own.get(length === 0 ? "" : lower.slice(-length));
    if (rule !== undefined) return applyRule(form, rule);
  }
  return form;
}

export function applyRule(form: string, rule: string): string {
  const bar = rule.indexOf("|");
  const cut = Number(rule.slice(0, bar));
  if (cut > form.length) return form;
  return form.slice(0, form.length - cut) + rule.slice(bar + 1) || form;
}
