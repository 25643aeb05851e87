import { useEffect, useState } from "react";
import { until, zoneWords } from "./words.ts";

const WORDS = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** An instant that is to come: when, in which zone, and how long that is. */
export function Countdown({ at }: { at: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="countdown">
      <time dateTime={at}>{WORDS.format(new Date(at))}</time> {zoneWords()}
      <strong>{until(at, now)}</strong>
    </span>
  );
}
