/** Finds the year a report leaves out, from what is known; never against the evidence, and never without naming it. */
import type { When } from "@parley/protocol";
import { daysInMonth, dayText, isDay, weekdayOf } from "./calendar.ts";
import { instantOf } from "./join.ts";
import { WEEKDAYS } from "./resolve.ts";

/** The occurrence lies within this stretch, both ends included; null is open. ISO dates. */
export interface Constraint {
  from: string | null;
  to: string | null;
  /** "Bayramov is foreign minister of Azerbaijan from 2020-07-16" */
  why: string;
}

export interface Narrowing {
  when: When;
  /** Years that fit everything, ascending; empty on a contradiction. */
  years: number[];
  diagnostics: { rule: "year-contradiction" | "weekday-contradiction"; message: string }[];
}

/** Years any report of this record can be about; a choice of the product, wide enough to decide nothing by itself. */
const FIRST = 1900;
const LAST = 2100;

/**
 * The same `When` with its year where exactly one fits all constraints (basis "inferred", reasons in `why`), else
 * unchanged. `weekday` is 1 (Monday) to 7 as stated beside the date. A contradiction changes nothing and is told.
 *
 * @example
 * narrowYear({ edtf: "XXXX-09-30", … }, { constraints: [{ from: "2020-07-16", to: "2021-01-01", why: "…" }] }).when.edtf
 * // "2020-09-30"
 */
export function narrowYear(
  when: When,
  known: { constraints: Constraint[]; weekday?: number | undefined },
): Narrowing {
  const parts = when.edtf.split("/");
  const point = parts.find((p) => p.startsWith("XXXX-"));
  if (!point) return { when, years: [], diagnostics: [] };
  const days = known.weekday;
  const inTime: number[] = [];
  for (let year = FIRST; year <= LAST; year++)
    if (known.constraints.every((c) => touches(point, year, c))) inTime.push(year);
  const years = days === undefined ? inTime : inTime.filter((year) => weekdayIn(point, year) === days);
  if (years.length === 1) return { when: withYear(when, years[0]!, known), years, diagnostics: [] };
  if (years.length > 1) return { when, years, diagnostics: [] };
  const reasons = known.constraints.map((c) => c.why).join("; ");
  if (inTime.length > 0 && days !== undefined)
    return {
      when,
      years: [],
      diagnostics: [
        {
          rule: "weekday-contradiction",
          message: `${when.asWorded ?? when.edtf}: no ${WEEKDAYS[days]} in ${inTime.slice(0, 4).join(", ")}, the year that ${reasons} allow`,
        },
      ],
    };
  return {
    when,
    years: [],
    diagnostics: [
      { rule: "year-contradiction", message: `${when.asWorded ?? when.edtf}: no year fits ${reasons}` },
    ],
  };
}

/** First and last day of the point in that year; null where the day does not exist then. */
function stretch(point: string, year: number): { from: string; to: string } | null {
  const [, month, day] = point.slice(0, 10).split("-");
  if (!month || Number(month) > 12) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const first = { year, month: Number(month), day: day ? Number(day) : 1 };
  if (!isDay(first)) return null;
  const last = day ? first : { ...first, day: daysInMonth(year, first.month) };
  return { from: dayText(first), to: dayText(last) };
}

function touches(point: string, year: number, { from, to }: Constraint): boolean {
  const own = stretch(point, year);
  return (
    own !== null &&
    (from === null || from.slice(0, 10) <= own.to) &&
    (to === null || own.from <= to.slice(0, 10))
  );
}

function weekdayIn(point: string, year: number): number | null {
  if (!/^XXXX-\d\d-\d\d/.test(point)) return null;
  const d = { year, month: Number(point.slice(5, 7)), day: Number(point.slice(8, 10)) };
  return isDay(d) ? weekdayOf(d) : null;
}

function withYear(
  when: When,
  year: number,
  { constraints, weekday }: { constraints: Constraint[]; weekday?: number | undefined },
): When {
  const reasons = constraints.map((c) => c.why);
  if (weekday !== undefined) reasons.push(`it is a ${WEEKDAYS[weekday]}`);
  const points = when.edtf.split("/");
  // A stretch over New Year ends in the year after.
  const edtf = points
    .map((p, i) => {
      const later = i === 1 && points[0]!.startsWith("XXXX") && p < points[0]!;
      return instantOf(p.replace("XXXX", String(later ? year + 1 : year)), when.zone ?? undefined);
    })
    .join("/");
  return { ...when, edtf, basis: "inferred", why: `${when.why}; year ${year} because ${reasons.join("; ")}` };
}
