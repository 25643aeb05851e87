/** Lemmas by learned endings: for each Penn tag the longest known ending of the word says what to cut and what to add. */

/** Tag → ending (or "^" + whole word) → "<characters to cut>|<ending to add>". The empty ending is the tag's default. */
export type LemmaRules = Record<string, Record<string, string>>;

export const LONGEST_ENDING = 5;

/** Lemma of a word with its tags; UD EWT's habits: proper nouns keep their case, everything else is lower case. */
export function lemmatise(
  rules: LemmaRules,
  word: { text: string; lower: string; upos: string; xpos: string },
): string {
  const keepsCase = word.upos === "PROPN" || word.upos === "X" || word.upos === "SYM";
  if (word.lower === "i" && word.upos === "PRON") return "I";
  const form = keepsCase ? word.text : word.lower;
  const own = rules[`${word.upos} ${word.xpos}`];
  if (!own) return form;
  const whole = own[`^${word.lower}`];
  if (whole !== undefined) return applyRule(form, whole);
  for (let length = Math.min(LONGEST_ENDING, form.length); length >= 0; length--) {
    const rule = own[length === 0 ? "" : word.lower.slice(-length)];
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

/** Answers kept per tag; beyond this all are forgotten. */
const REMEMBERED = 20_000;

/** `lemmatise` that remembers its answers. */
export function createLemmatiser(rules: LemmaRules): (word: Parameters<typeof lemmatise>[1]) => string {
  const known = new Map<string, Map<string, string>>();
  return (word) => {
    const own = known.get(word.xpos) ?? new Map<string, string>();
    if (own.size === 0) known.set(word.xpos, own);
    const key = word.upos + word.text;
    const before = own.get(key);
    if (before !== undefined) return before;
    if (own.size >= REMEMBERED) own.clear();
    const lemma = lemmatise(rules, word);
    own.set(key, lemma);
    return lemma;
  };
}
