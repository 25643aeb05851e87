/** Lemmas by learned endings: for each Penn tag the longest known ending of the word says what to cut and what to add. */

import { detached } from "./detached.ts";

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

/** Answers kept per tag; beyond this all of the tag are forgotten. */
const REMEMBERED = 20_000;

/**
 * `lemmatise` that remembers its answers by the number of the tag and the form. Keys are the tokens' own strings: a
 * combined key would be built and hashed for every token.
 */
export function createLemmatiser(
  rules: LemmaRules,
): (word: Parameters<typeof lemmatise>[1], tag: number) => string {
  const known: (Map<string, string> | undefined)[] = [];
  return (word, tag) => {
    let own = known[tag];
    if (own === undefined) {
      own = new Map();
      known[tag] = own;
    }
    const before = own.get(word.text);
    if (before !== undefined) return before;
    if (own.size >= REMEMBERED) own.clear();
    const lemma = lemmatise(rules, word);
    own.set(detached(word.text), detached(lemma));
    return lemma;
  };
}
