/** One spelling for many: every comparison of names goes through this fold, on the lexicon's side and on the text's. */
import anyAscii from "any-ascii";
import { Memo } from "./memo.ts";

const ASCII = /^[\x20-\x7e]*$/;
const PLAIN_WORD = /^[A-Za-z]*$/;
const PLAIN_NAME = /^[A-Za-z]+(?: [A-Za-z]+)*$/;
// Turkish dotless ı and Azerbaijani ə stand for i and a in English spellings; any-ascii gives "i" and "e".
const folded = new Memo((word) =>
  anyAscii(word.normalize("NFC").replace(/[əƏ]/g, "a")).toLowerCase().replace(/['`"]/g, ""),
);

/** Lower-case ASCII of one word without apostrophes ("Çavuşoğlu" gives "cavusoglu", "Ra’anan" gives "raanan"). */
export function foldWord(word: string): string {
  if (PLAIN_WORD.test(word)) return word.toLowerCase();
  return ASCII.test(word) ? word.toLowerCase().replaceAll("'", "") : folded.of(word);
}

/** Words of a name, folded, with blanks between: hyphens, dots, apostrophes and a possessive s do not count ("Jean-Yves" gives "jean yves"). */
export function normaliseName(name: string): string {
  if (PLAIN_NAME.test(name)) return name.toLowerCase();
  return name
    .replace(/(?:\p{Lu}\.){2,}/gu, (dotted) => dotted.replaceAll(".", ""))
    .replace(/['’][sS](?![\p{L}])/gu, "")
    .split(/[\s\-–.,/]+/u)
    .map(foldWord)
    .map((word) => word.replace(/[^a-z0-9+&]/g, ""))
    .filter((word) => word !== "")
    .join(" ");
}

/** The part of an id that a name gives: small letters, digits and hyphens ("Jean-Yves Le Drian" gives "jean-yves-le-drian"). May be empty. */
export function slugOf(name: string): string {
  return normaliseName(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
