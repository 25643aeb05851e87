/** Offices on a line of years, for the small chart on an actor's page. */
import type { Office } from "@parley/protocol";

interface OfficeBar {
  office: Office;
  /** Shares of the chart's width, 0 to 1. */
  start: number;
  end: number;
  /** Beginning or end not known: drawn fading. */
  openStart: boolean;
  openEnd: boolean;
}

export interface OfficeChart {
  bars: OfficeBar[];
  years: { year: number; at: number }[];
}

const yearOf = (date: string): number => {
  const [year = "0", month = "01", day = "01"] = date.split("-");
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 365;
};

/** Bars in the order of beginning. `now` (a year with fraction) ends what has no end. */
export function officeChart(offices: Office[], now: number): OfficeChart {
  const dated = offices.filter((office) => office.from || office.to);
  if (dated.length === 0) return { bars: [], years: [] };
  const known = dated.flatMap((office) =>
    [office.from, office.to].filter((date) => date !== null).map(yearOf),
  );
  const open = dated.some((office) => office.to === null);
  const first = Math.floor(Math.min(...known) - (dated.some((office) => office.from === null) ? 2 : 0));
  const last = Math.ceil(Math.max(...known, open ? now : 0));
  const share = (year: number) => (year - first) / Math.max(1, last - first);
  const bars = dated
    .map((office) => ({
      office,
      start: office.from ? share(yearOf(office.from)) : 0,
      end: office.to ? share(yearOf(office.to)) : share(Math.max(now, first)),
      openStart: office.from === null,
      openEnd: office.to === null,
    }))
    .sort((left, right) => left.start - right.start || left.end - right.end);
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - first) / size <= 8) ?? 100;
  const years = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step)
    years.push({ year, at: share(year) });
  return { bars, years };
}
