/** Times as they are typed: a day, a beginning and an end by the clock of one zone, told by the others' clocks beside it. */
import type { TimeOption } from "@parley/protocol";
import { type Between, betweenWords, shownAt, spanOf, zoneWords } from "./times.ts";

export interface TypedTime {
  key: string;
  day: string;
  from: string;
  to: string;
}

export const emptyTime = (): TypedTime => ({ key: crypto.randomUUID(), day: "", from: "10:00", to: "11:00" });

export function typedFrom({ start, end }: Between, zone: string): TypedTime {
  const first = shownAt(start, zone);
  return { key: crypto.randomUUID(), day: first.day, from: first.clock, to: shownAt(end, zone).clock };
}

/** Those that are a time; rows left empty are none. */
export const timesOf = (rows: TypedTime[], zone: string): Between[] =>
  rows.flatMap((row) => spanOf(row.day, row, zone) ?? []);

export const sameTimes = (options: TimeOption[], rows: Between[]): boolean =>
  JSON.stringify(options.map(({ start, end }) => [Date.parse(start), Date.parse(end)])) ===
  JSON.stringify(rows.map(({ start, end }) => [Date.parse(start), Date.parse(end)]));

interface Rows {
  rows: TypedTime[];
  zone: string;
  /** Further zones by whose clocks each time is told. */
  others: string[];
  onChange: (rows: TypedTime[]) => void;
}

export function TimeRows({ rows, zone, others, onChange }: Rows) {
  const set = (key: string, field: Partial<TypedTime>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...field } : row)));
  return (
    <div className="time-rows">
      {rows.map((row, i) => {
        const span = spanOf(row.day, row, zone);
        return (
          <fieldset key={row.key} className="time-row">
            <legend className="visually-hidden">Time {i + 1}</legend>
            <label className="field">
              <span>Day</span>
              <input
                type="date"
                value={row.day}
                onChange={(event) => set(row.key, { day: event.target.value })}
              />
            </label>
            <label className="field">
              <span>From</span>
              <input
                type="time"
                value={row.from}
                onChange={(event) => set(row.key, { from: event.target.value })}
              />
            </label>
            <label className="field">
              <span>To</span>
              <input
                type="time"
                value={row.to}
                onChange={(event) => set(row.key, { to: event.target.value })}
              />
            </label>
            <button
              type="button"
              className="button quiet small"
              onClick={() => onChange(rows.filter((other) => other.key !== row.key))}
              aria-label={`Remove time ${i + 1}`}
            >
              Remove
            </button>
            {span && others.length > 0 && (
              <p className="hint time-elsewhere">
                {others.map((other) => (
                  <span key={other}>
                    {zoneWords(other)}: {betweenWords(span, other)}
                  </span>
                ))}
              </p>
            )}
          </fieldset>
        );
      })}
      <p>
        <button type="button" className="button small" onClick={() => onChange([...rows, emptyTime()])}>
          Add a time
        </button>
      </p>
    </div>
  );
}
