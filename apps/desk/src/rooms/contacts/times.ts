/** Instants by the clock of a zone, and clocks as instants. Zones and daylight saving are Temporal's business. */
import { Temporal } from "temporal-polyfill";

export interface Between {
  start: string;
  end: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
  formats.set(key, known);
  return known;
}

/** "Mon 2 Mar 2026" */
export const dayWords = (instant: string, zone: string): string =>
  format(zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" })
    .format(new Date(instant))
    .replace(",", "");

/** "16:00" */
export const clockWords = (instant: string, zone: string): string =>
  format(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(instant));

/** "Mon 2 Mar 2026, 16:00–17:00"; the second day only where it is another. */
export function betweenWords({ start, end }: Between, zone: string): string {
  const [first, last] = [dayWords(start, zone), dayWords(end, zone)];
  const until = first === last ? clockWords(end, zone) : `${last}, ${clockWords(end, zone)}`;
  return `${first}, ${clockWords(start, zone)}–${until}`;
}

/** "Asia/Yerevan" as "Yerevan". */
export const zoneWords = (zone: string): string => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

let zones: string[] | undefined;
export function allZones(): string[] {
  zones ??= ["UTC", ...Intl.supportedValuesOf("timeZone")];
  return zones;
}

export const isZone = (name: string): boolean => {
  try {
    format(name, {});
    return name !== "";
  } catch {
    return false;
  }
};

/** The instant at which the clock of the zone shows that; null where day or time is none. */
export function instantOf(day: string, clock: string, zone: string): string | null {
  try {
    const shown = Temporal.PlainDateTime.from(`${day}T${clock}`);
    return shown.toZonedDateTime(zone).toInstant().toString({ smallestUnit: "second" });
  } catch {
    return null;
  }
}

/** What day and clock the zone shows: for form fields. */
export function shownAt(instant: string, zone: string): { day: string; clock: string } {
  const shown = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return {
    day: shown.toPlainDate().toString(),
    clock: shown.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}

/** An end that is not after its start is on the next day. */
export function spanOf(day: string, clocks: { from: string; to: string }, zone: string): Between | null {
  const start = instantOf(day, clocks.from, zone);
  const next = clocks.to <= clocks.from;
  const last = next ? addDays(day, 1) : day;
  const end = last && instantOf(last, clocks.to, zone);
  return start && end && Date.parse(end) > Date.parse(start) ? { start, end } : null;
}

export function addDays(day: string, days: number): string | null {
  try {
    return Temporal.PlainDate.from(day).add({ days }).toString();
  } catch {
    return null;
  }
}

export const minutesLater = (instant: string, minutes: number): string =>
  Temporal.Instant.from(instant).add({ minutes }).toString({ smallestUnit: "second" });

export const today = (zone: string): string => Temporal.Now.zonedDateTimeISO(zone).toPlainDate().toString();
