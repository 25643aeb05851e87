/**
 * Time expressions of one text, in text order, not overlapping. Grammar first, then values in reading order, since
 * "the same day" leans on what was named before it.
 */
import type { When } from "@parley/protocol";
import type { TimeMention } from "../mention.ts";
import type { Sentence } from "../sentence.ts";
import { readClock } from "./clock.ts";
import type { Context } from "./expression.ts";
import { candidates, choose, compile } from "./grammar.ts";
import { type Found, joinTimes, stretches } from "./join.ts";
import { dayOf } from "./resolve.ts";
import { AWAY_RULES } from "./rules-away.ts";
import { CLOCK_RULES } from "./rules-clock.ts";
import { DAY_RULES } from "./rules-days.ts";
import { DURATION_RULES, SET_RULES } from "./rules-duration.ts";
import { PERIOD_RULES } from "./rules-periods.ts";
import { RELATIVE_RULES } from "./rules-relative.ts";
import { VAGUE_RULES } from "./rules-vague.ts";
import { hasTrigger, type Scan, scan } from "./scan.ts";
import { tenseAt } from "./tense.ts";
import { whenOf } from "./when.ts";

export interface TimesInput {
  text: string;
  /** ISO date or instant; null where unknown: then relative words give values with an unknown year, or none. */
  published: string | null;
  /** As worded on the page ("MOSCOW, October 28"); found at the head of the text where not given. */
  dateline?: string | null;
  /** The report's own date where it was inferred (`narrowYear` of the dateline); counts where `published` is null. */
  anchor?: When | null;
  sentences?: Sentence[];
}

export const RULES = compile([
  ...DAY_RULES,
  ...PERIOD_RULES,
  ...RELATIVE_RULES,
  ...AWAY_RULES,
  ...VAGUE_RULES,
  ...DURATION_RULES,
  ...SET_RULES,
  ...CLOCK_RULES,
]);

export function findTimes(input: TimesInput): TimeMention[] {
  const { text } = input;
  if (!hasTrigger(text)) return [];
  const scanned = scan(text);
  let start = 0;
  let end = 0;
  const context: Context = {
    clock: readClock(input),
    last: null,
    lastDay: null,
    lastQuarter: null,
    // Few values lean on it.
    get tense() {
      return tenseAt(text, start, end);
    },
  };
  const found: Found[] = [];
  for (const candidate of choose(candidates(scanned, RULES))) {
    start = startOf(scanned, candidate.from);
    end = endOf(scanned, candidate.to - 1);
    const resolved = candidate.resolve(context);
    if (!resolved) continue;
    found.push({ start, end, resolved });
    if (resolved.anchor === false || resolved.type === "DURATION" || resolved.type === "SET") continue;
    context.last = resolved.value;
    if (/-Q\d$/.test(resolved.value)) context.lastQuarter = resolved.value;
    context.lastDay = /^(?:\d{4}|XXXX)-\d\d-\d\d/.test(resolved.value)
      ? dayOf(resolved.value)
      : context.lastDay;
  }
  return place(joinTimes(found, text), input);
}

/** "more than" and "at least" come in whole or not at all. */
function startOf({ text, tokens, classes }: Scan, first: number): number {
  if (classes[first] !== "j") return tokens[first]!.start;
  const word = (i: number) => text.slice(tokens[i]?.start, tokens[i]?.end).toLowerCase();
  if (!/^(?:than|least|most)$/.test(word(first))) return tokens[first]!.start;
  const whole = first > 0 && /^(?:more|less|fewer|at)$/.test(word(first - 1));
  return tokens[whole ? first - 1 : first + 1]!.start;
}

/** A full stop belongs to an abbreviation ("Nov."), not to the month before it ("July."). */
function endOf({ text, tokens }: Scan, last: number): number {
  const { start, end } = tokens[last]!;
  const before = tokens[last - 1];
  if (text[start] !== "." || !before) return end;
  return /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/i.test(text.slice(before.start, before.end))
    ? end
    : before.end;
}

/** Stretches give both their ends the whole stretch; "since" and "until" leave one end open. */
function whensOf(found: Found[], text: string): (When | null)[] {
  const whens = found.map(({ start, end, resolved }) => whenOf(resolved, text.slice(start, end)));
  const paired = new Set<number>();
  for (const [i, j] of stretches(found, text)) {
    const [a, b] = [whens[i], whens[j]];
    if (!a || !b || paired.has(i)) continue;
    const joined: When = {
      ...b,
      edtf: `${a.edtf.split("/")[0]}/${b.edtf.split("/").at(-1)}`,
      asWorded: text.slice(found[i]!.start, found[j]!.end),
      basis: a.basis === b.basis ? a.basis : "relative",
      why: a.why === b.why ? a.why : `${a.why}; ${b.why}`,
    };
    whens[i] = joined;
    whens[j] = joined;
    paired.add(i).add(j);
  }
  return whens.map((when, i) => {
    if (!when || paired.has(i) || when.edtf.includes("/")) return when;
    const before = text.slice(Math.max(0, found[i]!.start - 12), found[i]!.start);
    if (/\bsince\s+(?:the\s+)?$/i.test(before)) return { ...when, edtf: `${when.edtf}/..` };
    return /\b(?:until|till|up to)\s+(?:the\s+)?$/i.test(before)
      ? { ...when, edtf: `../${when.edtf}` }
      : when;
  });
}

function place(found: Found[], { text, sentences }: TimesInput): TimeMention[] {
  const whens = whensOf(found, text);
  let s = 0;
  return found.map(({ start, end, resolved }, i) => {
    while (sentences && s < sentences.length && sentences[s]!.end <= start) s++;
    const sentence = sentences?.[s];
    const inside = sentence && sentence.start <= start ? sentence : undefined;
    const { first, last } = inside ? tokensOf(inside, start, end) : NOWHERE;
    return {
      start,
      end,
      sentence: inside ? inside.i : -1,
      first,
      last,
      confidence: resolved.basis === "stated" ? 0.95 : 0.85,
      type: resolved.type,
      value: resolved.value,
      when: whens[i]!,
      ...(resolved.weekday === undefined ? {} : { weekday: resolved.weekday }),
    };
  });
}

const NOWHERE = { first: -1, last: -1 };

/** The first token that ends after the start, and the last that starts before the end; -1 where there is none. */
function tokensOf({ tokens }: Sentence, start: number, end: number): { first: number; last: number } {
  let first = 0;
  while (first < tokens.length && tokens[first]!.end <= start) first++;
  let last = tokens.length - 1;
  while (last >= 0 && tokens[last]!.start >= end) last--;
  return { first: first < tokens.length ? first : -1, last };
}
