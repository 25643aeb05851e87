/** Hours of a week in words, and as a form types them: one span of hours for the days that are worked. */
import type { WorkingHours } from "@parley/protocol";

export const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
export const WEEKS: { word: string; days: number[] }[] = [
  { word: "Monday to Friday", days: [1, 2, 3, 4, 5] },
  { word: "Sunday to Thursday", days: [7, 1, 2, 3, 4] },
  { word: "Saturday to Wednesday", days: [6, 7, 1, 2, 3] },
];

const byDay = (one: WorkingHours, other: WorkingHours) =>
  one.day - other.day || (one.from < other.from ? -1 : 1);

/** "Sun–Wed 08:00–16:00, Thu 08:00–12:00": the week begins after its free days. */
export function hoursWords(week: WorkingHours[]): string {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    week
      .filter((one) => one.day === day)
      .sort(byDay)
      .map((one) => `${one.from}–${one.to}`)
      .join(" and "),
  );
  const begin = firstDay(days);
  const runs: { first: number; last: number; hours: string }[] = [];
  for (let i = begin; i < begin + 7; i++) {
    const hours = days[i % 7]!;
    const before = runs.at(-1);
    if (!hours) continue;
    if (before && before.last === i - 1 && before.hours === hours) before.last = i;
    else runs.push({ first: i, last: i, hours });
  }
  if (!runs.length) return "no hours";
  const word = (i: number) => DAYS[i % 7];
  return runs
    .map(
      ({ first, last, hours }) => `${first === last ? word(first) : `${word(first)}–${word(last)}`} ${hours}`,
    )
    .join(", ");
}

/** Of the days that follow a free one, that with the most working days after it; Monday where there is none. */
function firstDay(days: string[]): number {
  const lengthFrom = (i: number): number => {
    let length = 0;
    while (length < 7 && days[(i + length) % 7]) length++;
    return length;
  };
  const starts = days.flatMap((hours, i) => (hours && !days[(i + 6) % 7] ? [i] : []));
  return starts.reduce((best, i) => (lengthFrom(i) > lengthFrom(best) ? i : best), starts[0] ?? 0);
}

export interface TypedWeek {
  /** By day, 1 Monday … 7 Sunday; null is free. */
  hours: Record<number, { from: string; to: string } | null>;
}

export const typedWeek = (week: WorkingHours[]): TypedWeek => ({
  hours: Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].map((day) => {
      const here = week.filter((one) => one.day === day).sort(byDay);
      const [first, last] = [here[0], here.at(-1)];
      return [day, first && last ? { from: first.from, to: last.to } : null];
    }),
  ),
});

export const weekOf = ({ hours }: TypedWeek): WorkingHours[] =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
    const one = hours[day];
    return one ? [{ day, from: one.from, to: one.to === "00:00" ? "24:00" : one.to }] : [];
  });

/** "2026-03-21, 2026-03-22": those that are days, in order. */
export const daysOff = (typed: string): string[] =>
  [...new Set(typed.match(/\b\d{4}-\d\d-\d\d\b/gu) ?? [])].sort();
