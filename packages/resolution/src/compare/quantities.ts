/** Numbers as an account states them: of what, and between which bounds. Never two of one sentence for one thing. */
import { rootOf, stemOf, type Word, wordsIn } from "./stems.ts";

export interface Quantity {
  low: number;
  high: number;
  /** "about", "some": others may round it otherwise. */
  rough: boolean;
  /** Stems of what is counted, the noun and the words before it; "duration" for hours and days. */
  of: string[];
  /** What happened to those counted, where the words say so: killed, wounded, released. */
  fate: string | null;
  words: string;
}

const WORDS = new Map(
  (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen " +
    "nineteen twenty"
  )
    .split(" ")
    .map((word, i) => [word, i + 1]),
);
for (const [i, word] of ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].entries())
  WORDS.set(word, 30 + 10 * i);
WORDS.set("hundred", 100);

/** Minutes; a month as thirty days, so that 180 days and six months agree. */
const LENGTHS: Record<string, number> = {
  minut: 1,
  hour: 60,
  dai: 1440,
  day: 1440,
  week: 10_080,
  month: 43_200,
  year: 525_600,
};
const FATES = new Map(
  ["killed", "wounded", "released", "detained", "missing"].map((word) => [stemOf(word), word]),
);
const NUMBER =
  /(?<before>(?:at least|more than|over|up to|at most|fewer than|less than|about|around|some|approximately|nearly|almost)\s+)?(?<![\p{L}\p{N}.,:/-])(?<value>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|[a-z]+)(?![\p{N}:/]|[.,]\d)/giu;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** In text order. Dates, clock times and ordinals are no quantities. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const { before, value } = match.groups as { before?: string; value: string };
    const number = numberOf(value);
    if (number === null) continue;
    const end = match.index + match[0].length;
    const quantity = quantityAt(text, { at: match.index + match[0].length - value.length, end, number });
    if (quantity) found.push({ ...quantity, ...boundsOf(number, before), words: quantity.words });
  }
  return found;
}

function numberOf(value: string): number | null {
  const spelt = WORDS.get(value.toLowerCase());
  if (spelt !== undefined) return spelt;
  const number = Number(value.replaceAll(",", ""));
  return Number.isFinite(number) ? number : null;
}

const isYear = (number: number) => Number.isInteger(number) && number >= 1900 && number <= 2100;

function quantityAt(
  text: string,
  { at, end, number }: { at: number; end: number; number: number },
): Pick<Quantity, "of" | "fate" | "words" | "low" | "high" | "rough"> | null {
  const rest = text.slice(end, end + 80);
  const clause = /^[^,.;:()]*/u.exec(rest)![0];
  const following = wordsIn(text, end, end + clause.length).slice(0, 7);
  const [first] = following;
  if (!first || first.start - end > 24) return null;
  const next = /^\s+(\p{L}+)/u.exec(rest)?.[1] ?? "";
  const previous = /(\p{L}+)\s+$/u.exec(text.slice(0, at))?.[1] ?? "";
  if (MONTH.test(next) || MONTH.test(previous) || isYear(number)) return null;
  const fate = following.map(({ stem }) => FATES.get(stem)).find((word) => word !== undefined) ?? null;
  const length = LENGTHS[first.stem];
  if (length !== undefined)
    return {
      ...{ of: ["duration"], fate: null, words: text.slice(at, first.end) },
      ...{ low: number * length, high: number * length, rough: false },
    };
  const counted = nounsOf(following, fate);
  if (!counted.length) return null;
  return {
    ...{ of: counted.map(({ stem }) => stem), fate, words: text.slice(at, counted.at(-1)!.end) },
    ...{ low: number, high: number, rough: false },
  };
}

/** The first words after the number that are no fate: the noun is the last of at most three. */
function nounsOf(following: Word[], fate: string | null): Word[] {
  const until = following.findIndex(({ stem }) => FATES.get(stem) === fate && fate !== null);
  return following.slice(0, until > 0 ? Math.min(until, 2) : 2);
}

function boundsOf(number: number, before = ""): Partial<Quantity> {
  const word = before.trim().toLowerCase();
  if (/^(at least|more than|over)$/.test(word)) return { low: number, high: Number.POSITIVE_INFINITY };
  if (/^(up to|at most|fewer than|less than)$/.test(word)) return { low: 0, high: number };
  return word === "" ? {} : { rough: true };
}

/** Two numbers this near are one, told roughly. */
const NEAR = 0.2;
/** Months and days agree no better than this. */
const CALENDAR = 0.04;

export interface NumberClash {
  certain: boolean;
  words: [string, string];
}

/** The first thing that both count, each once, and count differently; null where they agree or cannot be compared. */
export function compareQuantities(
  left: Quantity[],
  right: Quantity[],
  sides: ReadonlyMap<string, string>,
): NumberClash | null {
  for (const one of left) {
    const others = right.filter((other) => ofOneThing(one, other, sides));
    const own = left.filter((other) => ofOneThing(one, other, sides));
    if (others.length !== 1 || own.length !== 1) continue;
    const [other] = others as [Quantity];
    const apart = one.low > other.high || other.low > one.high;
    if (!apart) continue;
    const share = Math.abs(one.low - other.low) / Math.max(one.low, other.low, 1);
    if (one.of[0] === "duration" && share <= CALENDAR) continue;
    const rough = (one.rough || other.rough) && share <= NEAR;
    const whose = sidesOf(one, sides) === sidesOf(other, sides);
    return { certain: whose && !rough, words: [one.words, other.words] };
  }
  return null;
}

const sidesOf = ({ of }: Quantity, sides: ReadonlyMap<string, string>) =>
  of
    .filter((stem) => sides.has(rootOf(stem)))
    .map(rootOf)
    .sort()
    .join();

/** "106 Russian servicemen" and "100 Ukrainian servicemen" are other men; where one names no side, they may be. */
function ofOneThing(a: Quantity, b: Quantity, sides: ReadonlyMap<string, string>): boolean {
  if (a.fate !== b.fate) return false;
  const isSide = (stem: string) => sides.has(rootOf(stem));
  const [x, y] = [sidesOf(a, sides), sidesOf(b, sides)];
  if (x && y && x !== y) return false;
  if (a.fate !== null && a.fate !== "released") return true;
  return a.of.some((stem) => !isSide(stem) && b.of.includes(stem));
}
