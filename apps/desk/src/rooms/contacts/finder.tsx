/** Times that suit everybody: for each day the hours of each delegation under one another, and where they meet. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answered } from "../../parts/page-state.tsx";
import { findTimes } from "./api.ts";
import { DayStrips } from "./day-strips.tsx";
import {
  addDays,
  type Between,
  betweenWords,
  clockWords,
  dayWords,
  instantOf,
  minutesLater,
  today,
} from "./times.ts";

interface Finding {
  process: string;
  delegations: string[];
  zone: string;
  name: (delegation: string) => string;
  onChoose: (time: Between) => void;
}

const LENGTHS = [30, 45, 60, 90, 120, 180, 240];
/** Days that one search looks over. */
const REACH = 14;
/** Beginnings offered within one stretch. */
const STEP = 30;

export function Finder({ process, delegations, zone, name, onChoose }: Finding) {
  const [from, setFrom] = useState(() => addDays(today(zone), 1) ?? "");
  const [minutes, setMinutes] = useState(60);
  const start = instantOf(from, "00:00", zone);
  const last = addDays(from, REACH);
  const end = last && instantOf(last, "00:00", zone);
  const query = useQuery({
    queryKey: ["rooms", process, "delegation", "times", delegations, start, minutes],
    queryFn: () => findTimes(process, { delegations, minutes, from: start!, to: end! }),
    enabled: start !== null && end !== null && delegations.length > 0,
    placeholderData: (before) => before,
  });
  return (
    <div className="finder">
      <div className="field-row">
        <label className="field">
          <span>Two weeks from</span>
          <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label className="field">
          <span>Length</span>
          <select value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
            {LENGTHS.map((length) => (
              <option key={length} value={length}>
                {length < 120 ? `${length} minutes` : `${length / 60} hours`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Answered query={query} what="times that suit">
        {(found) => {
          const days = [...new Set(found.windows.map((window) => dayWords(window.start, zone)))];
          return (
            <>
              {found.unstated.length > 0 && (
                <p className="hint">
                  Not minded, because nobody said when they work: {found.unstated.map(name).join(", ")}.
                </p>
              )}
              {days.length === 0 && <p className="unknown">Nothing suits all of them in these two weeks.</p>}
              <ol className="finder-days">
                {days.map((day) => {
                  const windows = found.windows.filter((window) => dayWords(window.start, zone) === day);
                  return (
                    <li key={day}>
                      <h4>{day}</h4>
                      <DayStrips day={windows[0]!.start} zone={zone} found={found} name={name} />
                      {windows.map((window) => (
                        <Beginnings key={window.start} window={window} {...{ minutes, zone, onChoose }} />
                      ))}
                    </li>
                  );
                })}
              </ol>
            </>
          );
        }}
      </Answered>
    </div>
  );
}

interface Offered {
  window: Between;
  minutes: number;
  zone: string;
  onChoose: (time: Between) => void;
}

function Beginnings({ window, minutes, zone, onChoose }: Offered) {
  const starts: string[] = [];
  for (
    let at = window.start;
    Date.parse(minutesLater(at, minutes)) <= Date.parse(window.end);
    at = minutesLater(at, STEP)
  )
    starts.push(at);
  return (
    <p className="beginnings">
      <span className="hint">{betweenWords(window, zone)}</span>
      {starts.map((start) => (
        <button
          key={start}
          type="button"
          className="button small"
          onClick={() => onChoose({ start, end: minutesLater(start, minutes) })}
          aria-label={`Propose ${dayWords(start, zone)}, ${clockWords(start, zone)}`}
        >
          {clockWords(start, zone)}
        </button>
      ))}
    </p>
  );
}
