/**
 * What belongs together: a clock time with the day beside it ("00:00 on the 10th", "10 p.m. Friday"), a time with the
 * zone named after it, and the two ends of a stretch ("from 27 September to 10 November").
 */
import type { Resolved } from "./expression.ts";
import { offsetAt, ZONE_WORDS, zoneOf } from "./zone.ts";

export interface Found {
  start: number;
  end: number;
  resolved: Resolved;
}

const BESIDE = /^,?\s*(?:on|of|at)?\s*$/i;
const CLOCK_VALUE = /T\d\d:\d\d$/;
const DAY_VALUE = /^(?:(?:\d{4}|XXXX)-\d\d-\d\d|XXXX-WXX-\d)$/;

/** In text order, with times joined to their days and zones. */
export function joinTimes(found: Found[], text: string): Found[] {
  const joined: Found[] = [];
  for (let i = 0; i < found.length; i++) {
    const here = found[i]!;
    const next = found[i + 1];
    const pair = next && pairOf(here, next, text);
    if (pair) {
      joined.push(withZone(pair, text));
      i++;
    } else joined.push(withZone(withPartOf(here, text, joined.at(-1)?.end ?? 0), text));
  }
  return joined;
}

function pairOf(a: Found, b: Found, text: string): Found | null {
  const gap = text.slice(a.end, b.start);
  if (gap.length > 40 || gap.includes("\n\n")) return null;
  const zone = ZONE_WORDS.exec(gap);
  const bare = zone ? gap.replace(zone[0], "") : gap;
  if (!BESIDE.test(bare)) return null;
  const [time, day] = CLOCK_VALUE.test(a.resolved.value) ? [a, b] : [b, a];
  if (!CLOCK_VALUE.test(time.resolved.value) || !DAY_VALUE.test(day.resolved.value)) return null;
  const clock = CLOCK_VALUE.exec(time.resolved.value)![0];
  const zoned = zone && zoneOf(zone.groups?.abbreviation ?? zone.groups?.name ?? "");
  return {
    start: a.start,
    end: b.end,
    resolved: {
      ...day.resolved,
      type: "TIME",
      value: day.resolved.value + clock,
      why: `time stated; ${day.resolved.why}`,
      ...(zoned ? { zone: zoned } : {}),
    },
  };
}

/** "the morning of March 3": the part of the day joins the day. */
const PART_OF = /\b(?:the )?(?:early |late )?(morning|afternoon|evening|night) of $/i;
const PARTS: Record<string, string> = { morning: "MO", afternoon: "AF", evening: "EV", night: "NI" };

function withPartOf(found: Found, text: string, from: number): Found {
  if (found.resolved.value.length !== 10 || text[found.start - 1] !== " ") return found;
  if (!/^(?:\d{4}|XXXX)-\d\d-\d\d$/.test(found.resolved.value)) return found;
  const lead = PART_OF.exec(text.slice(Math.max(from, found.start - 30), found.start));
  if (!lead) return found;
  const value = `${found.resolved.value}T${PARTS[lead[1]!.toLowerCase()]}`;
  return {
    start: found.start - lead[0].length,
    end: found.end,
    resolved: { ...found.resolved, type: "TIME", value },
  };
}

/** The zone named right after a clock time joins its expression. */
function withZone(found: Found, text: string): Found {
  if (!CLOCK_VALUE.test(found.resolved.value) || found.resolved.zone) return found;
  const after = text.slice(found.end, found.end + 40);
  const m = /^,?\s*\(?/.exec(after)!;
  const zone = ZONE_WORDS.exec(after.slice(m[0].length));
  const inside = ZONE_WORDS.exec(text.slice(found.start, found.end));
  const words = inside ?? (zone?.index === 0 ? zone : null);
  const name = words && zoneOf(words.groups?.abbreviation ?? words.groups?.name ?? "");
  if (!name) return found;
  const end = inside ? found.end : found.end + m[0].length + words[0].length;
  const closed = text[end - 1] === ")" && !m[0].includes("(") ? end - 1 : end;
  return { start: found.start, end: closed, resolved: { ...found.resolved, zone: name } };
}

/** The value as a local instant with the offset its zone has then; without a year no offset can be told. */
export function instantOf(value: string, zone: string | undefined): string {
  if (!zone || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)) return value;
  return value + (offsetAt(zone, value) ?? "");
}

/** Index pairs of the ends of stretches: "from A to B", "between A and B", "A-B". */
export function stretches(found: Found[], text: string): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i + 1 < found.length; i++) {
    const [a, b] = [found[i]!, found[i + 1]!];
    if (!isPoint(a) || !isPoint(b)) continue;
    const gap = text.slice(a.end, b.start).trim();
    const before = text.slice(Math.max(0, a.start - 10), a.start);
    const from = /\bfrom\s+(?:the\s+)?$/i.test(before);
    const between = /\bbetween\s+(?:the\s+)?$/i.test(before);
    const joined =
      /^[-–—]$/.test(gap) ||
      (from && /^,?\s*(?:to|until|till|through|up to|-|–)(?: the)?$/i.test(gap)) ||
      (between && /^and(?: the)?$/i.test(gap));
    if (joined) pairs.push([i, i + 1]);
  }
  return pairs;
}

const isPoint = (f: Found) => f.resolved.type === "DATE" || f.resolved.type === "TIME";
