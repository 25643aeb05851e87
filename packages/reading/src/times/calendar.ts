/** Civil dates whose year may be unknown, and arithmetic that keeps the unknown unknown. */

export interface Day {
  /** null where nothing tells the year. */
  year: number | null;
  month: number;
  day: number;
}

/** Stands in for an unknown year in day arithmetic; 29 February then moves to 28 or 1, as in three years of four. */
const ANY_YEAR = 2021;

/** The day that many calendar units away; month ends are clipped ("31 March" minus a month is the last of February). */
export function shift(d: Day, by: { days?: number; weeks?: number; months?: number; years?: number }): Day {
  const from = d.year ?? ANY_YEAR;
  const months = 12 * (from + (by.years ?? 0)) + d.month - 1 + (by.months ?? 0);
  const year = Math.floor(months / 12);
  const month = months - 12 * year + 1;
  const day = Math.min(d.day, daysInMonth(from, d.month), daysInMonth(year, month));
  const days = (by.days ?? 0) + 7 * (by.weeks ?? 0);
  const there = days === 0 ? { year, month, day } : ofNumber(numberOf(year, month, day) + days);
  return d.year === null ? { ...there, year: null } : there;
}

/** Days since 1 January 1970 in the proleptic Gregorian calendar (H. Hinnant, chrono-compatible low-level date algorithms). */
function numberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The other way round. */
function ofNumber(number: number): { year: number; month: number; day: number } {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** 1 (Monday) to 7 of a day by its number; 1 January 1970 was a Thursday. */
const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** ISO weekday 1 (Monday) to 7; null where the year is unknown. */
export const weekdayOf = (d: Day): number | null =>
  d.year === null ? null : weekdayOfNumber(numberOf(d.year, d.month, d.day));

/** ISO week with its week-numbering year; null where the year is unknown. */
function isoWeek(d: Day): { year: number; week: number } | null {
  if (d.year === null) return null;
  const number = numberOf(d.year, d.month, d.day);
  // A week belongs to the year that its Thursday lies in.
  const thursday = number + 4 - weekdayOfNumber(number);
  const { year } = ofNumber(thursday);
  return { year, week: Math.floor((thursday - numberOf(year, 1, 1)) / 7) + 1 };
}

export function mondayOfWeek(year: number, week: number): Day {
  const fourth = numberOf(year, 1, 4);
  return ofNumber(fourth - weekdayOfNumber(fourth) + 1 + 7 * (week - 1));
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
