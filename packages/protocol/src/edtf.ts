/** Reading EDTF (level 0 and the part of level 1 the record uses) as bounds in time. */

/**
 * The earliest and latest millisecond (UTC, both inclusive) that an EDTF string allows.
 * A date without zone is taken as UTC days. null where that side is open or where the year is unknown.
 */
export interface Bounds {
  from: number | null;
  to: number | null;
  /** "09-30" or "09" of a date whose year is unknown ("XXXX-09-30"), else null. */
  yearless: string | null;
}

const NOTHING: Bounds = { from: null, to: null, yearless: null };

/** Seasons as EDTF level 1 numbers them: 21 spring … 24 winter, 33–36 quarters. First month, number of months. */
const SEASONS: Record<string, [number, number]> = {
  "21": [3, 3],
  "22": [6, 3],
  "23": [9, 3],
  "24": [12, 3],
  "33": [1, 3],
  "34": [4, 3],
  "35": [7, 3],
  "36": [10, 3],
};

/** Bounds of one EDTF string; a string it cannot read gives nulls. */
export function bounds(edtf: string): Bounds {
  const slash = edtf.indexOf("/");
  if (slash >= 0) {
    const first = point(edtf.slice(0, slash));
    const last = point(edtf.slice(slash + 1));
    return { from: first.from, to: last.to, yearless: first.yearless };
  }
  return point(edtf);
}

function point(text: string): Bounds {
  const value = text.replace(/[?~%]+$/, "");
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? Date.parse(withZone(value)) : Number.NaN;
  if (!Number.isNaN(instant)) return { from: instant, to: instant, yearless: null };
  const part = /^(-?\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?/.exec(value);
  if (!part) return NOTHING;
  const [, year = "XXXX", month, day] = part;
  if (year === "XXXX")
    return month && month !== "XX"
      ? { ...NOTHING, yearless: day && day !== "XX" ? `${month}-${day}` : month }
      : NOTHING;
  const low = Number(year.replaceAll("X", "0"));
  const high = Number(year.replaceAll("X", "9"));
  const season = month ? SEASONS[month] : undefined;
  if (season) return span(Date.UTC(low, season[0] - 1, 1), Date.UTC(low, season[0] - 1 + season[1], 1));
  if (!month || month === "XX") return span(Date.UTC(low, 0, 1), Date.UTC(high + 1, 0, 1));
  const m = Number(month) - 1;
  if (!day || day === "XX") return span(Date.UTC(low, m, 1), Date.UTC(low, m + 1, 1));
  return span(Date.UTC(low, m, Number(day)), Date.UTC(low, m, Number(day) + 1));
}

const span = (from: number, end: number): Bounds => ({ from, to: end - 1, yearless: null });
const withZone = (value: string) => (/(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`);
