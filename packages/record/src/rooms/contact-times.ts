/**
 * Finds when a contact suits everybody: each delegation works by the clock of its own zone, so its hours are stretches
 * of instants that move with daylight saving, and what suits all is where the stretches of all meet.
 */
import type { WorkingTimes } from "@parley/protocol";
import { Temporal } from "temporal-polyfill";

/** Milliseconds since 1970, half-open. */
export interface Stretch {
  from: number;
  to: number;
}

export interface Wanted {
  /** Within which stretch. */
  within: Stretch;
  minutes: number;
  /** Of all who stated them. */
  times: WorkingTimes[];
  /** What is taken already. */
  busy: Stretch[];
}

/** The longest stretches, in order and apart, in each of which a contact of that length suits all. May be empty. */
export function suitableTimes({ within, minutes, times, busy }: Wanted): Stretch[] {
  const shared = times.reduce((open, of) => meet(open, workingStretches(of, within)), [within]);
  return without(shared, busy).filter(({ from, to }) => to - from >= minutes * 60_000);
}

/** When a delegation works within a stretch: in order and apart. */
export function workingStretches(times: WorkingTimes, within: Stretch): Stretch[] {
  const off = new Set(times.off);
  const found: Stretch[] = [];
  const last = dayOf(within.to, times.zone);
  for (
    let day = dayOf(within.from, times.zone);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (off.has(day.toString())) continue;
    for (const { day: weekday, from, to } of times.week)
      if (weekday === day.dayOfWeek) found.push(...onTheClock(times.zone, at(day, from), at(day, to)));
  }
  return meet([within], united(found));
}

/** YYYY-MM-DD on the calendar of a zone. */
export const localDay = (instant: string, zone: string): string =>
  dayOf(Date.parse(instant), zone).toString();

const dayOf = (ms: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();

const at = (day: Temporal.PlainDate, clock: string) =>
  clock === "24:00" ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(clock);

/**
 * The instants at which the clock of a zone shows a time from `start` on and before `end`: two stretches where the clock
 * is put back meanwhile, none of the hour that is left out where it is put forward.
 */
function onTheClock(zone: string, start: Temporal.PlainDateTime, end: Temporal.PlainDateTime): Stretch[] {
  const first = start.toZonedDateTime(zone, { disambiguation: "earlier" });
  const last = end.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
  const [from, to] = [start, end].map((time) => time.toZonedDateTime("UTC").epochMilliseconds) as [
    number,
    number,
  ];
  const found: Stretch[] = [];
  for (let begin: Temporal.ZonedDateTime | null = first; begin && begin.epochMilliseconds < last; ) {
    const offset: number = begin.offsetNanoseconds / 1e6;
    const same = offset === offsetAt(zone, last);
    const change: Temporal.ZonedDateTime | null = same ? null : begin.getTimeZoneTransition("next");
    const stretch = {
      from: Math.max(begin.epochMilliseconds, from - offset),
      to: Math.min(last, change?.epochMilliseconds ?? last, to - offset),
    };
    if (stretch.from < stretch.to) found.push(stretch);
    begin = change;
  }
  return found;
}

const offsetAt = (zone: string, ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;

/** In order, with those that touch joined. */
function united(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1);
    if (before && from <= before.to) before.to = Math.max(before.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** Where both hold; each is in order and apart. */
function meet(one: Stretch[], other: Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i]!, other[j]!];
    const stretch = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
    if (stretch.from < stretch.to) found.push(stretch);
    if (a.to < b.to) i++;
    else j++;
  }
  return found;
}

function without(open: Stretch[], busy: Stretch[]): Stretch[] {
  let left = open;
  for (const { from, to } of busy)
    left = left.flatMap((stretch) =>
      to <= stretch.from || from >= stretch.to
        ? [stretch]
        : [
            { from: stretch.from, to: Math.max(stretch.from, from) },
            { from: Math.min(stretch.to, to), to: stretch.to },
          ].filter((part) => part.from < part.to),
    );
  return left;
}
