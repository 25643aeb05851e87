/** Where the time axis is marked, and with what words. All in UTC. */
import { scaleUtc } from "d3-scale";
import type { Window } from "./timeline-plan.ts";

export interface Tick {
  x: number;
  words: string;
  /** Begins a year, or is the first: carries the year. */
  strong: boolean;
}

const words = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const YEAR = words({ year: "numeric" });
const MONTH = words({ month: "short" });
const MONTH_YEAR = words({ month: "short", year: "numeric" });
const DAY = words({ day: "numeric", month: "short" });
const DAY_YEAR = words({ day: "numeric", month: "short", year: "numeric" });
const CLOCK = words({ hour: "2-digit", minute: "2-digit" });

function tickWords(date: Date, first: boolean): string {
  const midnight = date.getTime() % 86_400_000 === 0;
  if (!midnight) return first ? `${DAY_YEAR.format(date)}, ${CLOCK.format(date)}` : CLOCK.format(date);
  if (date.getUTCDate() !== 1) return (first ? DAY_YEAR : DAY).format(date);
  if (date.getUTCMonth() !== 0) return (first ? MONTH_YEAR : MONTH).format(date);
  return YEAR.format(date);
}

/** A tick nearer to the end than this has no room for its words. */
const ROOM = 34;

/** One tick for about every 110 pixels; the first one always says the year. */
export function timelineTicks(window: Window, width: number): Tick[] {
  const scale = scaleUtc().domain([window.from, window.to]).range([0, width]);
  const shown = scale
    .ticks(Math.max(2, Math.floor(width / 110)))
    .filter((date) => scale(date) < width - ROOM);
  return shown.map((date, index) => ({
    x: scale(date),
    words: tickWords(date, index === 0),
    strong:
      index === 0 ||
      (date.getTime() % 86_400_000 === 0 && date.getUTCMonth() === 0 && date.getUTCDate() === 1),
  }));
}
