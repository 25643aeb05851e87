/** Civil dates whose year may be unknown, and arithmetic that keeps the unknown unknown. */
import { Temporal } from "temporal-polyfill";

export interface Day {
  /** null where nothing tells the year. */
  year: number | null;
  month: number;
  day: number;
}

/** Stands in for an unknown year in day arithmetic; 29 February then moves to 28 or 1, as in three years of four. */
const ANY_YEAR = 2021;

const plain = (d: Day): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: d.year ?? ANY_YEAR, month: d.month, day: d.day });

const like = (date: Temporal.PlainDate, original: Day): Day => ({
  year: original.year === null ? null : date.year,
  month: date.month,
  day: date.day,
});

/** The day that many calendar units away; month ends are clipped ("31 March" minus a month is the last of February). */
export function shift(d: Day, by: { days?: number; weeks?: number; months?: number; years?: number }): Day {
  return like(plain(d).add(by), d);
}

/** ISO weekday 1 (Monday) to 7; null where the year is unknown. */
export const weekdayOf = (d: Day): number | null => (d.year === null ? null : plain(d).dayOfWeek);

/** ISO week with its week-numbering year; null where the year is unknown. */
function isoWeek(d: Day): { year: number; week: number } | null {
  if (d.year === null) return null;
  const date = plain(d);
  return { year: date.yearOfWeek ?? date.year, week: date.weekOfYear ?? 1 };
}

export function mondayOfWeek(year: number, week: number): Day {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
  return { year: monday.year, month: monday.month, day: monday.day };
}

export const daysInMonth = (year: number | null, month: number): number =>
  month === 2 ? (year === null || isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The n-th such weekday of a month (1-based); -1 is the last one. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  if (n < 0) {
    const last = { year, month, day: daysInMonth(year, month) };
    return shift(last, { days: -(((weekdayOf(last) as number) - weekday + 7) % 7) });
  }
  const first = { year, month, day: 1 };
  return { year, month, day: 1 + ((weekday - (weekdayOf(first) as number) + 7) % 7) + 7 * (n - 1) };
}

/** Western Easter Sunday (anonymous Gregorian computus, Meeus 1991). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return { year, month: Math.floor(f / 31), day: (f % 31) + 1 };
}

const pad = (n: number) => String(n).padStart(2, "0");
export const yearText = (year: number | null): string =>
  year === null ? "XXXX" : String(year).padStart(4, "0");
export const dayText = (d: Day): string => `${yearText(d.year)}-${pad(d.month)}-${pad(d.day)}`;
export const monthText = (year: number | null, month: number): string => `${yearText(year)}-${pad(month)}`;
export const weekText = (d: Day): string => {
  const week = isoWeek(d);
  return week ? `${week.year}-W${pad(week.week)}` : "XXXX-WXX";
};

/** Reads the day of an ISO date or instant as written, without moving it between zones; null where it is none. */
export function readDay(text: string): Day | null {
  const m = /^(\d{4}|XXXX)-(\d\d)-(\d\d)/.exec(text);
  if (!m) return null;
  const d = { year: m[1] === "XXXX" ? null : Number(m[1]), month: Number(m[2]), day: Number(m[3]) };
  return isDay(d) ? d : null;
}

export const isDay = (d: Day): boolean =>
  d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= daysInMonth(d.year, d.month);
