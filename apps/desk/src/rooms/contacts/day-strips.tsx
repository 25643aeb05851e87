import type { SuitableTimes } from "@parley/protocol";
import type { CSSProperties } from "react";
import { addDays, clockWords, instantOf, shownAt, zoneWords } from "./times.ts";

interface Strips {
  /** An instant of the day. */
  day: string;
  zone: string;
  found: SuitableTimes;
  name: (delegation: string) => string;
}

/** One day of the zone from midnight to midnight; a row for each delegation, and its own clock at the ends of its hours. */
export function DayStrips({ day, zone, found, name }: Strips) {
  const shown = shownAt(day, zone).day;
  const start = Date.parse(instantOf(shown, "00:00", zone) ?? day);
  const end = Date.parse(instantOf(addDays(shown, 1) ?? shown, "00:00", zone) ?? day);
  const place = (from: string, to: string): CSSProperties | null => {
    const [a, b] = [Math.max(start, Date.parse(from)), Math.min(end, Date.parse(to))];
    if (a >= b) return null;
    return {
      insetInlineStart: `${((a - start) / (end - start)) * 100}%`,
      inlineSize: `${((b - a) / (end - start)) * 100}%`,
    };
  };
  return (
    <div className="strips" aria-hidden="true">
      {found.stated.map(({ delegation, zone: own }) => (
        <div key={delegation} className="strip-row">
          <p className="strip-name">
            <bdi>{name(delegation)}</bdi> <span className="zone">{zoneWords(own)}</span>
          </p>
          <div className="strip">
            {found.hours
              .filter((one) => one.delegation === delegation)
              .map((one) => {
                const style = place(one.start, one.end);
                return (
                  style && (
                    <span key={one.start} className="strip-hours" style={style}>
                      <span>{clockWords(one.start, own)}</span>
                      <span>{clockWords(one.end, own)}</span>
                    </span>
                  )
                );
              })}
            {found.busy.map((one) => {
              const style = place(one.start, one.end);
              return style && <span key={one.contact} className="strip-busy" style={style} />;
            })}
            {found.windows.map((one) => {
              const style = place(one.start, one.end);
              return style && <span key={one.start} className="strip-window" style={style} />;
            })}
          </div>
        </div>
      ))}
    </div>
  );
}
