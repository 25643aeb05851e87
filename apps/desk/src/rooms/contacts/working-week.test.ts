import { expect, test } from "vitest";
import { daysOff, hoursWords, typedWeek, weekOf } from "./working-week.ts";

const hours = (days: number[], from: string, to: string) => days.map((day) => ({ day, from, to }));

test("a week is told in runs of days", () => {
  expect(hoursWords(hours([1, 2, 3, 4, 5], "09:00", "17:00"))).toBe("Mon–Fri 09:00–17:00");
  expect(hoursWords([...hours([7, 1, 2, 3], "08:00", "16:00"), ...hours([4], "08:00", "12:00")])).toBe(
    "Sun–Wed 08:00–16:00, Thu 08:00–12:00",
  );
  expect(hoursWords([...hours([1], "14:00", "18:00"), ...hours([1], "09:00", "12:00")])).toBe(
    "Mon 09:00–12:00 and 14:00–18:00",
  );
  expect(hoursWords(hours([6, 7, 1, 2, 3], "08:30", "16:30"))).toBe("Sat–Wed 08:30–16:30");
  expect(hoursWords(hours([1, 2, 3, 4, 5, 6, 7], "08:00", "24:00"))).toBe("Mon–Sun 08:00–24:00");
  expect(hoursWords([])).toBe("no hours");
});

test("what is typed comes back; midnight ends a day", () => {
  const week = hours([6, 7, 1], "10:00", "18:00").sort((a, b) => a.day - b.day);
  expect(weekOf(typedWeek(week))).toEqual(week);
  expect(weekOf({ hours: { 1: { from: "18:00", to: "00:00" } } })).toEqual([
    { day: 1, from: "18:00", to: "24:00" },
  ]);
});

test("days off are picked out of what is typed", () => {
  expect(daysOff("Nowruz 2026-03-22, 2026-03-21\n2026-03-21 and soon")).toEqual(["2026-03-21", "2026-03-22"]);
});
