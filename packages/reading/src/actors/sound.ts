/**
 * How alike two names sound when each was carried into English by another road: transliteration from Cyrillic,
 * Armenian, Georgian, Arabic, Persian, Chinese or Turkish letters, machine translation, or an ear.
 */
import { doubleMetaphone } from "double-metaphone";
import { distance } from "fastest-levenshtein";
import { normaliseName } from "./fold.ts";

// Order matters: longer letter groups first. Each rule joins spellings that one sound gets in different romanisations.
const RULES: [RegExp, string][] = [
  [/shch|sch|sh/g, "s"],
  [/tch|cz|ch/g, "c"],
  [/dzh|dj|zh/g, "j"],
  [/ts|tz/g, "c"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/ph/g, "f"],
  [/([td])h/g, "$1"],
  [/ck|q/g, "k"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/ou|oo/g, "u"],
  [/ee/g, "i"],
  [/ae|oe/g, "e"],
  [/[yj]/g, "i"],
  [/i(?=[aeu])|(?<=[aeou])i(?=[aeou])/g, "i"],
  [/ie/g, "e"],
  [/(.)\1+/g, "$1"],
  [/(?<=[a-z])h(?=[bcdfgklmnprstvz]|$)/g, ""],
];
const ARTICLE = /^(al|el|ul|as|an|ar|at|az|ad|the)$/;

const keys = new Map<string, string>();

/** The name as it sounds, one word, without articles and blanks ("Mnatsa Kanyan" and "Mnatsakanian" give the same). */
export function soundKey(name: string): string {
  let key = keys.get(name);
  if (key !== undefined) return key;
  const words = normaliseName(name).split(" ");
  key = words.filter((word) => words.length === 1 || !ARTICLE.test(word)).join("");
  for (const [pattern, sound] of RULES) key = key.replace(pattern, sound);
  if (keys.size < 200_000) keys.set(name, key);
  return key;
}

/** Agreement from which one family name is taken for another spelling of the other. */
const ALIKE = 0.86;

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
  const skeleton =
    longest >= 6 && a[0] === b[0] && consonants(a) === consonants(b) && consonants(a).length >= 4;
  return Math.max(edits, near ? 0.84 : 0, skeleton ? 0.88 : 0);
}

/** Whether `soundAgreement` of the two is at least ALIKE; cheaper, since most names begin otherwise. */
export function soundAlike(one: string, other: string): boolean {
  const a = soundKey(one);
  const b = soundKey(other);
  // One edit in a name this short is too much, and consonants agree only from the first on.
  if (a[0] !== b[0] && Math.max(a.length, b.length) < 1 / (1 - ALIKE)) return false;
  return soundAgreement(one, other) >= ALIKE;
}

function shareMetaphone(a: string, b: string): boolean {
  const [first, second] = doubleMetaphone(a);
  const others = doubleMetaphone(b);
  return [first, second].some((code) => code.length >= 3 && others.includes(code));
}
