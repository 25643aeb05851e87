import type { WorkingTimes } from "@parley/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Stretch, suitableTimes, workingStretches } from "./contact-times.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const utc = (text: string) => Date.parse(`${text}Z`);
const week = (days: number[], from: string, to: string) => days.map((day) => ({ day, from, to }));
const MON_FRI = [1, 2, 3, 4, 5];
const SUN_THU = [7, 1, 2, 3, 4];
const SAT_WED = [6, 7, 1, 2, 3];
const told = (stretches: Stretch[]) =>
  stretches.map(({ from, to }) => [
    new Date(from).toISOString().slice(0, 16),
    new Date(to).toISOString().slice(0, 16),
  ]);

describe("when a contact suits everybody", () => {
  it("[R41] minds zones and working weeks: Sunday to Thursday and Monday to Friday share four days", () => {
    const jerusalem = { zone: "Asia/Jerusalem", week: week(SUN_THU, "09:00", "17:00"), off: [] };
    const geneva = { zone: "Europe/Zurich", week: week(MON_FRI, "09:00", "17:00"), off: [] };
    const within = { from: utc("2026-02-01T00:00"), to: utc("2026-02-08T00:00") };
    expect(told(suitableTimes({ within, minutes: 60, times: [jerusalem, geneva], busy: [] }))).toEqual(
      ["02", "03", "04", "05"].map((day) => [`2026-02-${day}T08:00`, `2026-02-${day}T15:00`]),
    );
  });

  it("[R41] minds a week from Saturday to Wednesday, half hours of a zone and days off", () => {
    const tehran = { zone: "Asia/Tehran", week: week(SAT_WED, "08:00", "16:00"), off: ["2026-03-23"] };
    const moscow = { zone: "Europe/Moscow", week: week(MON_FRI, "10:00", "18:00"), off: [] };
    const within = { from: utc("2026-03-21T00:00"), to: utc("2026-03-28T00:00") };
    // 08:00–16:00 in Tehran is 04:30–12:30 UTC, 10:00–18:00 in Moscow 07:00–15:00.
    expect(told(suitableTimes({ within, minutes: 60, times: [tehran, moscow], busy: [] }))).toEqual([
      ["2026-03-24T07:00", "2026-03-24T12:30"],
      ["2026-03-25T07:00", "2026-03-25T12:30"],
    ]);
  });

  it("[R41] follows daylight saving: the same clock is another instant a week later", () => {
    const berlin = { zone: "Europe/Berlin", week: week([5, 1], "09:00", "10:00"), off: [] };
    const within = { from: utc("2026-03-27T00:00"), to: utc("2026-03-31T00:00") };
    expect(told(workingStretches(berlin, within))).toEqual([
      ["2026-03-27T08:00", "2026-03-27T09:00"],
      ["2026-03-30T07:00", "2026-03-30T08:00"],
    ]);
  });

  it("[R41] an hour that the clock leaves out is nobody's; one that it shows twice is worked twice", () => {
    const night = { zone: "Europe/Berlin", week: week([7], "02:00", "03:00"), off: [] };
    const spring = { from: utc("2026-03-28T12:00"), to: utc("2026-03-29T12:00") };
    expect(workingStretches(night, spring)).toEqual([]);
    const autumn = { from: utc("2026-10-24T12:00"), to: utc("2026-10-25T12:00") };
    expect(told(workingStretches(night, autumn))).toEqual([["2026-10-25T00:00", "2026-10-25T02:00"]]);
    const half = { ...night, week: week([7], "02:15", "02:45") };
    expect(told(workingStretches(half, autumn))).toEqual([
      ["2026-10-25T00:15", "2026-10-25T00:45"],
      ["2026-10-25T01:15", "2026-10-25T01:45"],
    ]);
  });

  it("[R41] a night that runs to midnight goes on the next day, and what is taken is left out", () => {
    const shift = {
      zone: "UTC",
      week: [...week([1], "22:00", "24:00"), ...week([2], "00:00", "02:00")],
      off: [],
    };
    const within = { from: utc("2026-02-02T00:00"), to: utc("2026-02-04T00:00") };
    const busy = [{ from: utc("2026-02-02T23:00"), to: utc("2026-02-02T23:30") }];
    expect(told(suitableTimes({ within, minutes: 30, times: [shift], busy: [] }))).toEqual([
      ["2026-02-02T22:00", "2026-02-03T02:00"],
    ]);
    expect(told(suitableTimes({ within, minutes: 61, times: [shift], busy }))).toEqual([
      ["2026-02-02T23:30", "2026-02-03T02:00"],
    ]);
  });
});

/** What the clock on the wall shows, asked of the platform and not of the finder. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function shown(zone: string, ms: number): { day: string; weekday: number; clock: string } {
  const known = clocks.get(zone);
  const format =
    known ??
    new Intl.DateTimeFormat("en-GB", {
      ...{ timeZone: zone, hourCycle: "h23", weekday: "short", year: "numeric" },
      ...{ month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
    });
  if (!known) clocks.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  return {
    day: `${part.year}-${part.month}-${part.day}`,
    weekday: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(part.weekday!) + 1,
    clock: `${part.hour}:${part.minute}`,
  };
}
function works({ zone, week: hours, off }: WorkingTimes, ms: number): boolean {
  const { day, weekday, clock } = shown(zone, ms);
  return (
    !off.includes(day) && hours.some((one) => one.day === weekday && one.from <= clock && clock < one.to)
  );
}

const ZONES = [
  ...["Asia/Yerevan", "Europe/Berlin", "America/New_York", "Asia/Tehran", "Asia/Jerusalem"],
  ...["Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham", "Africa/Casablanca", "America/St_Johns"],
];
const clock = fc
  .integer({ min: 0, max: 96 })
  .map(
    (quarter) =>
      `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`,
  );
const hours = fc
  .record({ day: fc.integer({ min: 1, max: 7 }), from: clock, to: clock })
  .filter(({ from, to }) => from < to);
const GRID = 15 * MINUTE;
/** Weeks around the days on which clocks change somewhere. */
const BEGINNINGS = ["2026-03-06", "2026-03-25", "2026-04-01", "2026-10-22", "2026-10-30"].map((day) =>
  utc(`${day}T00:00`),
);
const workingTimes: fc.Arbitrary<WorkingTimes> = fc.record({
  zone: fc.constantFrom(...ZONES),
  week: fc.array(hours, { minLength: 3, maxLength: 12 }),
  off: fc.subarray(["2026-03-07", "2026-03-29", "2026-04-05", "2026-10-25", "2026-11-01"]),
});
const wanted = fc.record({
  begin: fc.constantFrom(...BEGINNINGS),
  minutes: fc.constantFrom(15, 30, 45, 60, 120),
  times: fc.array(workingTimes, { minLength: 1, maxLength: 3 }),
});

describe("the finder, against the clocks on the walls", () => {
  const DAYS = 5;
  it("[R41] every window lies in everybody's hours", () => {
    fc.assert(
      fc.property(wanted, ({ begin, minutes, times }) => {
        const within = { from: begin, to: begin + DAYS * 24 * HOUR };
        for (const { from, to } of suitableTimes({ within, minutes, times, busy: [] })) {
          expect(to - from).toBeGreaterThanOrEqual(minutes * MINUTE);
          for (let ms = from; ms < to; ms += GRID)
            for (const of of times) expect([works(of, ms), of.zone, ms]).toEqual([true, of.zone, ms]);
        }
      }),
      { numRuns: 60, seed: 20260201 },
    );
  });

  it("[R42] none is missed on a grid of quarter hours", () => {
    let suited = 0;
    fc.assert(
      fc.property(wanted, ({ begin, minutes, times }) => {
        const within = { from: begin, to: begin + DAYS * 24 * HOUR };
        const found = suitableTimes({ within, minutes, times, busy: [] });
        const free: boolean[] = [];
        for (let ms = within.from; ms < within.to; ms += GRID) free.push(times.every((of) => works(of, ms)));
        const steps = minutes / 15;
        for (let i = 0; i + steps <= free.length; i++) {
          if (!free.slice(i, i + steps).every(Boolean)) continue;
          suited++;
          const from = within.from + i * GRID;
          expect(found.some((one) => one.from <= from && from + minutes * MINUTE <= one.to)).toBe(true);
        }
      }),
      { numRuns: 60, seed: 20260202 },
    );
    expect(suited).toBeGreaterThan(500);
  });
});
