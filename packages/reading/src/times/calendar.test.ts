import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { daysInMonth, mondayOfWeek, shift, weekdayOf, weekText } from "./calendar.ts";

const days = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    part: fc.double({ min: 0, max: 0.999, noNaN: true }),
  })
  .map(({ year, month, part }) => ({ year, month, day: 1 + Math.floor(part * daysInMonth(year, month)) }));

test("days are counted as Temporal counts them", () => {
  const by = fc.oneof(
    fc.record({ days: fc.integer({ min: -400_000, max: 400_000 }) }),
    fc.record({ weeks: fc.integer({ min: -500, max: 500 }) }),
    fc.record({ months: fc.integer({ min: -500, max: 500 }) }),
    fc.record({ years: fc.integer({ min: -500, max: 500 }) }),
  );
  fc.assert(
    fc.property(days, by, (day, away) => {
      const { year, month, day: date } = Temporal.PlainDate.from(day).add(away);
      expect(shift(day, away)).toEqual({ year, month, day: date });
    }),
    { seed: 20201110, numRuns: 2000 },
  );
});

test("weekdays and weeks are those of ISO 8601", () => {
  fc.assert(
    fc.property(days, (day) => {
      const date = Temporal.PlainDate.from(day);
      expect(weekdayOf(day)).toBe(date.dayOfWeek);
      const week = weekText(day);
      expect(week).toBe(`${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, "0")}`);
      const monday = mondayOfWeek(Number(week.split("-W")[0]), Number(week.split("-W")[1]));
      expect(monday).toEqual(shift(day, { days: 1 - date.dayOfWeek }));
    }),
    { seed: 20201110, numRuns: 2000 },
  );
});

test("an unknown year stays unknown, and 29 February then moves as in a common year", () => {
  expect(shift({ year: null, month: 12, day: 31 }, { days: 1 })).toEqual({ year: null, month: 1, day: 1 });
  expect(shift({ year: null, month: 2, day: 29 }, { months: 1 })).toEqual({ year: null, month: 3, day: 28 });
  expect(weekdayOf({ year: null, month: 2, day: 28 })).toBeNull();
});
