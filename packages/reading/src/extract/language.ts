/**
 * Which language a text is in. Scripts that one language owns, plain English and the small words of Latin letters are
 * decided here; the rest by trigram statistics. A wrong "not English" keeps a report unread: where nothing tells, null.
 */
import { wordEvidence } from "./latin-words.ts";
import { languageStatistics } from "./on-demand.ts";

/** Letters looked at: enough for the statistics, little enough for a page of any size. */
const SAMPLE = 900;
/** Latin letters are many languages' and names are half of a headline; other scripts tell with a word or two. */
const FEWEST_LATIN = 20;
const FEWEST_LETTERS = 4;

/** Scripts in which the product meets one language only (Unicode script property → ISO 639-1). */
const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Georgian}/gu, "ka"],
  [/\p{Script=Armenian}/gu, "hy"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Thai}/gu, "th"],
];
const HAN = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}/gu;
const LETTER = /^\p{L}/u;

/** The most frequent words of English running text (Brown corpus, by rank), without those that other languages share. */
const ENGLISH =
  /\b(?:the|of|and|that|was|with|for|his|which|this|had|are|from|were|have|their|has|been|would|who|will|they)\b/gi;
/** Words a line of English needs one of the above for: about every sixth word is one, every twelfth is taken as enough. */
const WORDS_PER_HIT = 12;

/** Share of small words from which they decide; of those that several languages have, where the statistics choose between these. */
const ENOUGH_WORDS = 0.04;
const ENOUGH_SHARED = 0.1;

/** ISO 639-1 code; `hint` is what the page declares, used where the text is too short or the statistics are unsure. */
export function languageOf(text: string, hint: string | null): string | null {
  const sample = text.slice(0, SAMPLE);
  const declared = /^([a-z]{2})(?:$|[-_])/i.exec(hint?.trim() ?? "")?.[1]?.toLowerCase() ?? null;
  const letters = lettersIn(sample);
  if (letters < FEWEST_LETTERS) return letters ? declared : null;
  const words = sample.split(/\s+/).length;
  if (count(sample, ENGLISH) * WORDS_PER_HIT >= words && words >= 4) return "en";
  for (const [script, language] of SCRIPTS) if (count(sample, script) > letters * 0.2) return language;
  if (count(sample, HAN) > letters * 0.4) return "zh";
  if (count(sample, LATIN) < letters * 0.5) return byStatistics(sample, declared) ?? declared;
  if (letters < FEWEST_LATIN) return declared;
  const { languages, share } = wordEvidence(sample);
  if (languages.length === 1 && share >= ENOUGH_WORDS) return languages[0]!;
  if (languages.length > 1 && share >= ENOUGH_SHARED)
    return byStatistics(sample, declared, languages) ?? declared;
  return declared;
}

/** The likeliest language among `only`; null where the statistics know none. What the page declares wins where it is nearly as likely. */
function byStatistics(sample: string, declared: string | null, only: string[] = []): string | null {
  const ranked = languageStatistics().detectAll(sample, { only });
  const [best] = ranked;
  if (!best) return null;
  if (declared && ranked.some(({ lang, accuracy }) => lang === declared && accuracy > best.accuracy * 0.5))
    return declared;
  return best.lang;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function lettersIn(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      const lower = code | 0x20;
      if (lower >= 0x61 && lower <= 0x7a) letters++;
    } else if (LETTER.test(String.fromCodePoint(text.codePointAt(i)!))) letters++;
  }
  return letters;
}
