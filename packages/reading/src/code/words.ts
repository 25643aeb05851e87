/** Words of one sentence for the coder: a pass over characters and a stem, because a full analysis costs more than the coding. */

export interface Word {
  start: number;
  end: number;
  text: string;
}

const WORD = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*|\d[\d.,]*|[^\s\p{L}\p{M}\d]/gu;
const CLITIC = /(?:n['’]t|['’](?:s|ll|d|re|ve|m))$/i;

/** Words, numbers and single marks in text order; "isn't" gives "is" and "n't". */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const whole = match[0];
    const clitic = whole.length > 2 ? CLITIC.exec(whole) : null;
    const head = clitic && clitic.index > 0 ? clitic.index : whole.length;
    words.push({ start, end: start + head, text: whole.slice(0, head) });
    if (head < whole.length)
      words.push({ start: start + head, end: start + whole.length, text: whole.slice(head) });
  }
  return words;
}

const VOWEL = /[aeiouy]/;
const trim = (word: string): string => {
  const bare = word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
  const last = bare.charCodeAt(bare.length - 1);
  return bare.length > 3 && last === bare.charCodeAt(bare.length - 2) ? bare.slice(0, -1) : bare;
};

/**
 * The common part of a word's forms ("released", "releases", "releasing" give "releas"). Not a lemma: both the lexicon
 * and the text go through it, so only sameness matters.
 */
export function stemWord(word: string, irregular: ReadonlyMap<string, string>): string {
  const known = irregular.get(word);
  if (known !== undefined) return trim(known);
  const { length } = word;
  if (length < 4) return word;
  if (word.endsWith("ies") || word.endsWith("ied")) return `${word.slice(0, -3)}y`;
  if (word.endsWith("ing") && length > 5 && VOWEL.test(word.slice(0, -3))) return trim(word.slice(0, -3));
  if (word.endsWith("ed") && length > 4 && VOWEL.test(word.slice(0, -2))) return trim(word.slice(0, -2));
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return trim(word.slice(0, -2));
  if (word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) return trim(word.slice(0, -1));
  return trim(word);
}
