/** Values from partial dates: the year, month or day that the words leave out comes from the clock, the tense, or the text before. */
import {
  type Day,
  dayText,
  isDay,
  mondayOfWeek,
  monthText,
  readDay,
  shift,
  weekdayOf,
  weekText,
  yearText,
} from "./calendar.ts";
import type { Context, Resolved } from "./expression.ts";

const MONTHS = [
  "",
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const WEEKDAYS = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export const stated = (value: string, why = "stated"): Resolved => ({
  type: "DATE",
  value,
  basis: "stated",
  why,
});
export const relative = (value: string, c: Context, why: string): Resolved => ({
  type: "DATE",
  value,
  basis: "relative",
  why: `${why}, counted from ${c.clock.why}`,
});
/** For values that nothing is counted from. */
export const loose = (type: Resolved["type"], value: string): Resolved => ({
  type,
  value,
  basis: "stated",
  why: "as worded",
  anchor: false,
});

export const absolute = (d: Day): Resolved | null =>
  isDay(d) ? stated(dayText(d), "day, month and year stated") : null;

/** A month without a year: the nearest one that fits the tense. */
export function monthOnly(month: number, c: Context): Resolved {
  const today = c.clock.day;
  if (!today || today.year === null)
    return stated(monthText(null, month), "month stated, no year anywhere to count from");
  const year = nearYear(today, month, null, c);
  return relative(
    monthText(year, month),
    c,
    `${MONTHS[month]} stated, year of the nearest${c.tense === "present" ? "" : ` ${c.tense}`} one`,
  );
}

/** A day and month without a year. */
export function dayAndMonth(month: number, day: number, c: Context): Resolved | null {
  if (!isDay({ year: null, month, day })) return null;
  const today = c.clock.day;
  if (!today || today.year === null)
    return stated(
      dayText({ year: null, month, day }),
      "day and month stated, no year anywhere to count from",
    );
  const d = { year: nearYear(today, month, day, c), month, day };
  if (!isDay(d)) return null;
  return relative(
    dayText(d),
    c,
    `${day} ${MONTHS[month]} stated, year of the nearest${c.tense === "present" ? "" : ` ${c.tense}`} one`,
  );
}

function nearYear(today: Day, month: number, day: number | null, c: Context): number {
  const year = today.year as number;
  const order =
    month * 31 + (day ?? (month === today.month ? today.day : 15)) - (today.month * 31 + today.day);
  // Days of months of 31. Without a verb the year is the one within four months ahead or eight back; within a month or so of the publication the tense of reports is not to be trusted.
  if (c.tense === "present") return order > 124 ? year - 1 : order < -248 ? year + 1 : year;
  if (c.tense === "future") return order < -150 ? year + 1 : year;
  return order > (day === null ? 20 : 45) ? year - 1 : year;
}

/** A day of the month alone: "on the 7th". The month comes from the day last named or from the clock. */
export function dayOnly(day: number, c: Context): Resolved | null {
  const near = c.lastDay ?? c.clock.day;
  if (!near) return null;
  let d: Day = { ...near, day };
  const today = c.clock.day;
  if (!c.lastDay && today && c.tense !== "future" && day > today.day + 3) {
    const before = shift({ ...today, day: 1 }, { months: -1 });
    d = { ...before, day };
  }
  if (!isDay(d)) return null;
  return {
    ...stated(dayText(d), ""),
    basis: "relative",
    why: c.lastDay
      ? `day ${day} stated, month${d.year === null ? "" : " and year"} from the day named before (${dayText(near)})`
      : `day ${day} stated, month${d.year === null ? "" : " and year"} counted from ${c.clock.why}`,
  };
}

/** A weekday alone: the one nearest to the clock that fits the tense; the clock's own day counts. */
export function weekdayOnly(weekday: number, c: Context): Resolved {
  const today = c.clock.day;
  const now = today && weekdayOf(today);
  if (!today || now === null)
    return stated(`XXXX-WXX-${weekday}`, "weekday stated, no full date to count from");
  const back = (now - weekday + 7) % 7;
  const days = c.tense === "future" && back !== 0 ? 7 - back : -back;
  return relative(
    dayText(shift(today, { days })),
    c,
    `the ${c.tense === "future" ? "coming" : "last"} ${WEEKDAYS[weekday]}`,
  );
}

const UNIT_WORDS: Record<string, string> = {
  D: "day",
  W: "week",
  M: "month",
  Y: "year",
  E: "decade",
  C: "century",
  Q: "quarter",
};

/** The calendar unit that lies `by` units from a day: a day, week, month, quarter, year, decade or century. */
export function unitAway(unit: string, by: number, from: Day, c: Context): Resolved | null {
  const value = unitValue(unit, by, from);
  if (value === null) return null;
  const name = UNIT_WORDS[unit] ?? unit;
  const count = `${Math.abs(by)} ${name}${Math.abs(by) === 1 ? "" : "s"}`;
  const why = by === 0 ? `the current ${name}` : `${count} ${by < 0 ? "back" : "ahead"}`;
  if (from === c.clock.day) return relative(value, c, why);
  return { ...stated(value), basis: "relative", why: `${why}, counted from ${dayText(from)}, named before` };
}

export function unitValue(unit: string, by: number, from: Day): string | null {
  if (unit === "D") return dayText(shift(from, { days: by }));
  if (unit === "W" || unit === "2W") return weekText(shift(from, { weeks: unit === "W" ? by : 2 * by }));
  if (unit === "WE") return from.year === null ? null : `${weekText(shift(from, { weeks: by }))}-WE`;
  if (unit === "M") {
    const d = shift({ ...from, day: 1 }, { months: by });
    return monthText(d.year, d.month);
  }
  if (unit === "Q") {
    if (from.year === null) return null;
    const d = shift({ ...from, day: 1 }, { months: 3 * by });
    return `${d.year}-Q${Math.ceil(d.month / 3)}`;
  }
  if (from.year === null) return unit === "Y" || unit === "E" || unit === "C" ? null : yearText(null);
  const year = yearText(from.year + (unit === "E" ? 10 : unit === "C" ? 100 : 1) * by);
  if (unit === "Y") return year;
  if (unit === "E") return year.slice(0, 3);
  return unit === "C" ? year.slice(0, 2) : null;
}

/** The first day of the stretch a value names, for counting on from it; null where it names none. */
export function dayOf(value: string): Day | null {
  const full = readDay(value);
  if (full) return full;
  const week = /^(\d{4})-W(\d\d)/.exec(value);
  if (week) return mondayOfWeek(Number(week[1]), Number(week[2]));
  const quarter = /^(\d{4})-Q(\d)/.exec(value);
  if (quarter) return { year: Number(quarter[1]), month: 3 * Number(quarter[2]) - 2, day: 1 };
  const month = /^(\d{4}|XXXX)-(\d\d)/.exec(value);
  if (month) return { year: month[1] === "XXXX" ? null : Number(month[1]), month: Number(month[2]), day: 1 };
  const year = /^(\d{4})/.exec(value);
  return year ? { year: Number(year[1]), month: 1, day: 1 } : null;
}
