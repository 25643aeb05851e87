/**
 * How alike two names sound when each was carried into English by another road: transliteration from Cyrillic,
 * Armenian, Georgian, Arabic, Persian, Chinese or Turkish letters, machine translation, or an ear.
 */
import { doubleMetaphone } from "double-metaphone";
import { distance } from "fastest-levenshtein";
import { normaliseName } from "./fold.ts";
import { Memo } from "./memo.ts";

/**
 * Each rule joins spellings that one sound gets in different romanisations. Order matters: longer letter groups first.
 * Before each pattern the letters of which any match holds at least one: most names have none of them.
 */
const RULES: [string, RegExp, string][] = [
  ["h", /shch|sch|sh/g, "s"],
  ["c", /tch|cz|ch/g, "c"],
  ["zj", /dzh|dj|zh/g, "j"],
  ["t", /ts|tz/g, "c"],
  ["h", /kh/g, "h"],
  ["h", /gh/g, "g"],
  ["h", /ph/g, "f"],
  ["h", /([td])h/g, "$1"],
  ["kq", /ck|q/g, "k"],
  ["x", /x/g, "ks"],
  ["w", /w/g, "v"],
  ["o", /ou|oo/g, "u"],
  ["e", /ee/g, "i"],
  ["e", /ae|oe/g, "e"],
  ["yj", /[yj]/g, "i"],
  ["i", /ie/g, "e"],
  ["", /(.)\1+/g, "$1"],
  ["h", /(?<=[a-z])h(?=[bcdfgklmnprstvz]|$)/g, ""],
];
const ARTICLE = /^(al|el|ul|as|an|ar|at|az|ad|the)$/;

function holdsAny(text: string, letters: string): boolean {
  for (const letter of letters) if (text.includes(letter)) return true;
  return letters === "";
}

/** `soundKey` without its memory, for names asked once. */
export function soundOf(name: string): string {
  const phrase = normaliseName(name);
  const words = phrase.split(" ");
  let key = words.length === 1 ? phrase : words.filter((word) => !ARTICLE.test(word)).join("");
  for (const [letters, pattern, sound] of RULES)
    if (holdsAny(key, letters)) key = key.replace(pattern, sound);
  return key;
}

const keys = new Memo(soundOf);

/** The name as it sounds, one word, without articles and blanks ("Mnatsa Kanyan" and "Mnatsakanian" give the same). */
export const soundKey = (name: string): string => keys.of(name);

/** Agreement from which one family name is taken for another spelling of the other. */
const ALIKE = 0.86;
/** Less than ALIKE, so that `keysAlike` need not ask for it. */
const SAME_METAPHONE = 0.84;

const consonants = (key: string) => key.replace(/(?<=.)[aeiou]/g, "");

/** Agreement of two names by sound, 0..1, 1 for the same key. Symmetric. Not calibrated: 0.8 and above is near in practice. */
export function soundAgreement(one: string, other: string): number {
  const a = soundKey(one);
  const b = soundKey(other);
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const edits = 1 - distance(a, b) / longest;
  // Philips' double metaphone catches consonants that the rules above keep apart; worth little on short names.
  const near = longest >= 5 && edits >= 0.5 && shareMetaphone(a, b);
  return Math.max(edits, near ? SAME_METAPHONE : 0, sameSkeleton(a, b) ? 0.88 : 0);
}

function sameSkeleton(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < 6 || a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  const skeleton = consonants(a);
  return skeleton.length >= 4 && skeleton === consonants(b);
}

/** Whether `soundAgreement` of two names with these keys is at least ALIKE; cheaper, since most have not even the length for it. */
export function keysAlike(a: string, b: string): boolean {
  if (a === "" || b === "") return false;
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  const fewest = Math.max(1, Math.abs(a.length - b.length));
  if (1 - fewest / longest >= ALIKE && 1 - distance(a, b) / longest >= ALIKE) return true;
  return sameSkeleton(a, b);
}

function shareMetaphone(a: string, b: string): boolean {
  const [first, second] = doubleMetaphone(a);
  const others = doubleMetaphone(b);
  return [first, second].some((code) => code.length >= 3 && others.includes(code));
}
