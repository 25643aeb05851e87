/** Times of the clock and parts of the day. */
import { dayText } from "./calendar.ts";
import type { Context, Resolved } from "./expression.ts";
import type { Match, Rule } from "./grammar.ts";

const clockTime = (hours: number, minutes: string, part: string | null): string | null => {
  let h = hours;
  if (part === "p" && h < 12) h += 12;
  if (part === "a" && h === 12) h = 0;
  return h > 24 ? null : `T${String(h).padStart(2, "0")}:${minutes}`;
};

/** A clock time alone stands on the day named last, or on the clock's. */
function onDay(time: string, c: Context): Resolved {
  const d = c.lastDay ?? c.clock.day;
  const day = d ? dayText(d) : "XXXX-XX-XX";
  return {
    type: "TIME",
    value: day + time,
    basis: d ? "relative" : "stated",
    why: d
      ? `time stated, day ${c.lastDay ? "named before" : `from ${c.clock.why}`} (${day})`
      : "time stated, day unknown",
    anchor: false,
  };
}

/** "6:00 in the morning": which half of the day. */
const halfOf = (m: Match): string | null => (m.has("p") ? (m.value("p") === "MO" ? "a" : "p") : null);

export const CLOCK_RULES: Rule[] = [
  {
    needs: "C",
    pattern: "(?<t>C)(?<a>A)?(?:it(?<p>P))?",
    parse: (m) => {
      const [hours, minutes] = String(m.value("t")).split(":") as [string, string];
      const time = clockTime(Number(hours), minutes, m.has("a") ? String(m.value("a")) : halfOf(m));
      return time === null || Number(minutes) > 59 ? null : (c) => onDay(time, c);
    },
  },
  {
    // "2200 GMT"
    needs: "Yn",
    pattern: "(?<t>[Yn])(?=z)",
    parse: (m) => {
      const digits = m.words("t");
      const time =
        /^\d{4}$/.test(digits) && Number(digits.slice(2)) < 60
          ? clockTime(Number(digits.slice(0, 2)), digits.slice(2), null)
          : null;
      return time === null ? null : (c) => onDay(time, c);
    },
  },
  {
    needs: "A",
    pattern: "(?<h>d)(?<a>A)",
    parse: (m) => {
      const time = clockTime(Number(m.value("h")), "00", String(m.value("a")));
      return time === null || Number(m.value("h")) > 12 ? null : (c) => onDay(time, c);
    },
  },
  {
    needs: "c",
    pattern: "(?<h>d|N)(?<c>c)(?:it(?<p>P))?",
    parse: (m) => {
      const hours = m.number("h");
      if (hours === null || hours > 24) return null;
      const time = clockTime(hours, "00", halfOf(m));
      return time === null ? null : (c) => onDay(time, c);
    },
  },
  {
    needs: "P",
    pattern: "(?<p>P)",
    parse: (m) => {
      const value = String(m.value("p"));
      const word = m.words("p");
      if (value.startsWith("T")) return (c) => onDay(value, c);
      if (word === "overnight") return (c) => onDay("TNI", c);
      return null;
    },
  },
  {
    needs: "P",
    pattern: "(?<=i)t(?:[EF])?(?<p>P)(?:f(?<m>M)\\.?(?<d>[do]))?",
    parse: (m) => {
      const value = String(m.value("p"));
      if (value.startsWith("T") || m.has("m")) return null;
      return (c) => onDay(`T${value}`, c);
    },
  },
];
