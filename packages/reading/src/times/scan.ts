/**
 * Light tokens with a class each. `classes` has one character per token (words.ts), so a rule of the grammar is a
 * regular expression over it and a match position is a token index.
 */
import { plainWord } from "../plain-word.ts";
import { SpellingTable } from "../spelling-table.ts";
import { type Word, wordOf } from "./words.ts";

export interface TimeToken {
  start: number;
  end: number;
  value: number | string;
}

export interface Scan {
  text: string;
  tokens: TimeToken[];
  classes: string;
}

/** Numbers with their inner marks, words with inner apostrophes, blank lines, single marks. */
const TOKEN =
  /[Qq][1-4]\b|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![a-zA-Z\d])|\d+|[a-zA-Z]\.[a-zA-Z]\.|[a-zA-Z\u00c0-\u024f]+(?:['’]clock)?|\n\s*\n|[^\s]/g;
/** Something that some rule can start from; texts without any are not scanned. */
const TRIGGER =
  /\d|day|week|month|year|quarter|decade|centur|hour|minute|second|now|recent|current|soon|morning|night|evening|noon|summer|winter|spring|fall|autumn|yesterday|tomorrow|annual|monthly|future|past|lately|short|Ja|Fe|Ma|Ap|Ju|Au|Se|Oc|No|De|Chri|Hallo|Easter|fortnight|period|time|hence|ago|dawn|dusk|former|previously|already|biweekly/;

const BEFORE_AMBIGUOUS =
  /(?:\b(?:in|of|by|since|until|till|last|this|next|early|late|mid|from|during|before|after|through|between|every|each|past|for|on|to|and|or)|[\d,(\-–/]|day|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?)\s*$/i;
const AFTER_DATE = /^\.?,?\s*\d{1,4}\b/;
const AFTER_ABBREVIATION = /^(?:\.|,?\s*\d|\s*$)/;
const WEEKDAY_ABBREVIATION = /^(?:mon|tues?|wed|thu|thurs|fri|sat|sun)$/;
const MONTH_ABBREVIATION = /^(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/;

export const hasTrigger = (text: string): boolean => TRIGGER.test(text);

export function scan(text: string): Scan {
  const tokens: TimeToken[] = [];
  const classes: string[] = [];
  const bounds = { start: 0, end: 0 };
  while (nextToken(text, bounds)) {
    const { start, end } = bounds;
    const alone = forms.at(text, start, end);
    const { cls, value } = alone ?? besides(text.slice(start, end), text, start);
    tokens.push({ start, end, value });
    classes.push(cls);
  }
  return { text, tokens, classes: classes.join("") };
}

/** Moves `bounds` to the next token as `TOKEN` cuts it; false at the end. */
function nextToken(text: string, bounds: { start: number; end: number }): boolean {
  if (plainWord(text, bounds)) return true;
  TOKEN.lastIndex = bounds.start;
  const found = TOKEN.exec(text);
  if (!found) return false;
  bounds.start = found.index;
  bounds.end = TOKEN.lastIndex;
  return true;
}

const NONE: Word = { cls: "_", value: 0 };
const mark = (cls: string): Word => ({ cls, value: 0 });
const MARKS = new Map<string, Word>(
  [..."-,./:()'’$#%&"].map((c) => [c, mark(c === "’" ? "'" : c === "&" ? "_" : c)]),
);
for (const dash of ["–", "—", "‑", "−"]) MARKS.set(dash, mark("-"));
for (const money of ["€", "£", "¥"]) MARKS.set(money, mark("$"));
for (const quote of ["!", "?", ";"]) MARKS.set(quote, mark(";"));

const forms = new SpellingTable(classOf);

/** What the word is wherever it stands; null where that depends on the words beside it. */
function classOf(word: string): Word | null {
  const first = word.charCodeAt(0);
  if (word.length === 2 && /^[Qq]\d$/.test(word)) return { cls: "x", value: Number(word[1]) };
  if (first >= 48 && first <= 57) return number(word);
  if (word.length === 1) return (word === "a" || word === "A" ? wordOf("a") : MARKS.get(word)) ?? NONE;
  if (first === 10 || first === 13) return mark("\n");
  if (word.length > 13) return NONE;
  const lower = word.toLowerCase();
  if (HALVES.has(lower)) return null;
  const known = wordOf(lower);
  if (!known) return NONE;
  if (known.cls === "M" || known.cls === "W") return null;
  if (known.cls === "G" && lower === word) return NONE;
  if (known.cls === "z" && word !== word.toUpperCase()) return NONE;
  return known;
}

const HALVES = new Map([
  ["a.m.", "a"],
  ["am", "a"],
  ["p.m.", "p"],
  ["pm", "p"],
]);

/** What a word is that `classOf` cannot tell alone. */
function besides(word: string, text: string, at: number): Word {
  const lower = word.toLowerCase();
  const half = HALVES.get(lower);
  if (half) return /\d\s?$/.test(text.slice(Math.max(0, at - 2), at)) ? { cls: "A", value: half } : NONE;
  return (isCalendarName(word, lower, text, at) && wordOf(lower)) || NONE;
}

/** "May", "March", "Sun" and the like are calendar names only with evidence beside them. */
function isCalendarName(word: string, lower: string, text: string, at: number): boolean {
  if (word === lower) return lower.length > 5 && lower.endsWith("day");
  const after = text.slice(at + word.length, at + word.length + 8);
  if (WEEKDAY_ABBREVIATION.test(lower))
    return /^(?:\.,?|,)?\s*(?:\(|\d|[A-Z][a-z]{2})/.test(after) && after.trim() !== ""
      ? /^(?:\.|,|\s*\d)/.test(after)
      : /\b(?:on|until|last|this|next|by)\s$/.test(text.slice(Math.max(0, at - 6), at));
  if (MONTH_ABBREVIATION.test(lower))
    return AFTER_ABBREVIATION.test(after) || /\d\s*$/.test(text.slice(Math.max(0, at - 4), at));
  if (
    lower === "march" &&
    /\bthe\s$/i.test(text.slice(Math.max(0, at - 5), at)) &&
    /^ (?!on\b|to\b|of\b|was\b|in\b)[a-z]/.test(after)
  )
    return true;
  if (lower === "may" || lower === "march" || lower === "august")
    return AFTER_DATE.test(after) || BEFORE_AMBIGUOUS.test(text.slice(Math.max(0, at - 10), at));
  return true;
}

function number(word: string): Word {
  const digits = word.replace(/[a-z]+$/, "");
  const suffix = word.slice(digits.length);
  if (suffix === "s") return /^(?:1[5-9]|20)?\d0$/.test(digits) ? { cls: "b", value: digits } : NONE;
  if (suffix !== "") {
    const value = Number(digits.replaceAll(",", ""));
    return Number.isInteger(value) ? { cls: "o", value } : NONE;
  }
  if (/^\d{1,2}:\d\d(?::\d\d)?$/.test(digits)) return { cls: "C", value: digits };
  if (/^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)$/.test(digits)) return { cls: "#", value: digits };
  if (/^\d{1,2}$/.test(digits)) {
    const value = Number(digits);
    return { cls: value >= 1 && value <= 31 ? "d" : "n", value };
  }
  if (/^(?:1\d|20|21)\d\d$/.test(digits)) return { cls: "Y", value: Number(digits) };
  const value = Number(digits.replaceAll(",", ""));
  return Number.isFinite(value) ? { cls: "n", value: /^\d{8}$|^\d{6}$/.test(digits) ? digits : value } : NONE;
}
