/** Whether two dates can be one, and how much that says. */
import type { Bounds } from "@parley/protocol";

const DAY = 86_400_000;

export type DateMatch = "same" | "near" | "compatible" | "unknown" | "different";

/**
 * `same`: both within one day or of one month and day where a year is unknown; `near`: a day apart (zones, late reports);
 * `compatible`: one contains the other; `unknown`: one of them says nothing; `different`: they exclude each other.
 */
export function compareDates(a: Bounds | null, b: Bounds | null): DateMatch {
  if (!a || !b) return "unknown";
  if (a.yearless || b.yearless) return compareYearless(a, b);
  if ((a.from === null && a.to === null) || (b.from === null && b.to === null)) return "unknown";
  const from = Math.max(a.from ?? Number.NEGATIVE_INFINITY, b.from ?? Number.NEGATIVE_INFINITY);
  const to = Math.min(a.to ?? Number.POSITIVE_INFINITY, b.to ?? Number.POSITIVE_INFINITY);
  if (from <= to) return isDay(a) && isDay(b) ? "same" : "compatible";
  return from - to <= DAY && isDay(a) && isDay(b) ? "near" : "different";
}

function compareYearless(a: Bounds, b: Bounds): DateMatch {
  const [first, second] = [monthDay(a), monthDay(b)];
  if (!first || !second) return "unknown";
  if (first === second) return first.length > 2 ? "same" : "compatible";
  return first.startsWith(second) || second.startsWith(first) ? "compatible" : "different";
}

/** "09-30" of a day, "09" of a month; null of anything wider. */
function monthDay(b: Bounds): string | null {
  if (b.yearless) return b.yearless;
  if (b.from === null || b.to === null) return null;
  const iso = new Date(b.from).toISOString();
  if (isDay(b)) return iso.slice(5, 10);
  return b.to - b.from < 31 * DAY ? iso.slice(5, 7) : null;
}

const isDay = (b: Bounds) => b.from !== null && b.to !== null && b.to - b.from < DAY;

/** Whole days between two publication dates; null where one is unknown. */
export function daysApart(a: Bounds | null, b: Bounds | null): number | null {
  if (a?.from == null || b?.from == null) return null;
  return Math.floor(Math.abs(a.from - b.from) / DAY);
}
