/**
 * Publication dates from machine-readable values and from the way bylines write them. Only dates with a year: a day and
 * month alone is the business of the stage that reads times.
 */

/** Languages whose month names are understood; names come from the runtime's CLDR data. */
const LANGUAGES = "en ru uk tr az fr de es it pt pl nl sv ro cs hu el fa ar hy ka he".split(" ");
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;

let english: Map<string, number> | null = null;
let monthNames: Map<string, number> | null = null;

/** 1–12 for a month's name or its short form in lower case, without a final full stop. The other languages are built when one is met. */
function monthOf(word: string): number | undefined {
  english ??= monthsIn(["en"]);
  const month = english.get(word);
  if (month !== undefined) return month;
  monthNames ??= monthsIn(LANGUAGES);
  return monthNames.get(word);
}

function monthsIn(languages: string[]): Map<string, number> {
  const monthNames = new Map<string, number>();
  for (const language of languages)
    for (const month of ["long", "short"] as const)
      for (const options of [{ month }, { month, day: "numeric" } as const]) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
          ...options,
          timeZone: "UTC",
        });
        for (let m = 0; m < 12; m++) {
          const part = format.formatToParts(Date.UTC(2020, m, 15)).find(({ type }) => type === "month");
          const name = part?.value.toLowerCase().replace(/\.$/, "");
          if (name && /^\p{L}{3,}$/u.test(name) && !monthNames.has(name)) monthNames.set(name, m + 1);
        }
      }
  monthNames.set("sept", 9);
  return monthNames;
}

const ISO =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$/;
const RFC =
  /^\s*(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3,9})[\s-]+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|[+-]\d{4})?/;
/** RFC 822 §5.1. */
const ZONES: Record<string, string> = {
  Z: "Z",
  UTC: "Z",
  GMT: "Z",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};

/** ISO 8601 date or instant from a machine-readable value (ISO 8601, RFC 822, compact); null where it is none of them. */
export function machineDate(value: string): string | null {
  const iso = ISO.exec(value);
  if (iso) return instant(iso.slice(1, 4).map(Number), iso.slice(4, 7), iso[7]);
  const compact = COMPACT.exec(value);
  if (compact) return instant(compact.slice(1, 4).map(Number), [], undefined);
  const rfc = RFC.exec(value);
  if (!rfc) return null;
  const month = monthOf(rfc[2]!.toLowerCase());
  if (!month) return null;
  const year = Number(rfc[3]) + (rfc[3]!.length === 2 ? (Number(rfc[3]) < 70 ? 2000 : 1900) : 0);
  return instant([year, month, Number(rfc[1])], rfc.slice(4, 7), rfc[7] && (ZONES[rfc[7]] ?? rfc[7]));
}

function instant(date: number[], time: (string | undefined)[], zone: string | undefined): string | null {
  const [year, month, day] = date as [number, number, number];
  const exists = new Date(Date.UTC(year, month - 1, day));
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || exists.getUTCDate() !== day)
    return null;
  const iso = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  if (time[0] === undefined || Number(time[0]) > 23 || Number(time[1]) > 59) return iso;
  const clock = `${pad(Number(time[0]))}:${time[1]}${time[2] ? `:${time[2]}` : ""}`;
  return `${iso}T${clock}${zone ? offset(zone) : ""}`;
}

function offset(zone: string): string {
  if (/^z$/i.test(zone)) return "Z";
  const digits = zone.replace(":", "");
  return `${digits.slice(0, 3)}:${digits.slice(3) || "00"}`;
}

const pad = (n: number, width = 2) => String(n).padStart(width, "0");

export interface WrittenDate {
  iso: string;
  start: number;
  end: number;
}

/** Letters of the scripts that the month names are written in. All of Unicode's letters take 20 ms to compile. */
const LETTER =
  "[A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u037d\\u0386-\\u0481\\u048a-\\u0587\\u05d0-\\u05ea\\u0620-\\u06d3\\u10a0-\\u10ff\\u1e00-\\u1fff]";
const WORD = `(${LETTER}{3,})\\.?`;
const CLOCK =
  "(?:(?:T|,?\\s+)(?:at |um |в |о |a las |à )?(\\d{1,2})[:.h](\\d{2})(?::\\d{2})?(?:\\s?([ap])\\.?m\\.?)?)?";
const SHAPES: { pattern: RegExp; order: [number, number, number] }[] = [
  {
    pattern: new RegExp(`(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)${CLOCK}`, "iu"),
    order: [1, 2, 3],
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:de\\s+|of\\s+)?${WORD},?\\s+(?:de\\s+)?(\\d{4})(?!\\d)${CLOCK}`,
      "iu",
    ),
    order: [3, 2, 1],
  },
  {
    pattern: new RegExp(`${WORD}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)${CLOCK}`, "iu"),
    order: [3, 1, 2],
  },
  { pattern: /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u, order: [1, 2, 3] },
  { pattern: /(?<!\d)(\d{4})\s?년\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일/u, order: [1, 2, 3] },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})[./](\\d{1,2})[./](\\d{4})(?!\\d)${CLOCK}`, "iu"),
    order: [3, 2, 1],
  },
];

/** What a line needs for `writtenDate` to find anything. */
export const FULL_YEAR = /\d{4}/;

/**
 * First full date in a line as people write it, with its span. All-number dates are read day first, unless only
 * month first is possible; null where no date has a year, or where day and month could be either way round.
 */
export function writtenDate(line: string): WrittenDate | null {
  if (!FULL_YEAR.test(line)) return null;
  for (const { pattern, order } of SHAPES) {
    const match = pattern.exec(line);
    if (!match) continue;
    const [year, second, third] = order.map((group) => match[group]!) as [string, string, string];
    let month = /^\d+$/.test(second) ? Number(second) : monthOf(second.toLowerCase());
    let day = Number(third);
    if (month === undefined) continue;
    if (order[0] === 3 && order[1] === 2 && match[0].includes("/") && month !== day) {
      if (month <= 12 && day <= 12) continue;
      if (month > 12) [month, day] = [day, month];
    }
    const hour = match[4] === undefined ? undefined : clockHour(Number(match[4]), match[6]);
    const iso = instant(
      [Number(year), month, day],
      [hour === undefined ? undefined : String(hour), match[5]],
      undefined,
    );
    if (iso) return { iso, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function clockHour(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

const URL_DATE =
  /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/._-]|$)|[/_-](\d{4})(\d{2})(\d{2})(?=\d{0,8}[/._-]|$)/;

/** The date that an address carries ("/2020/10/28/"), null where it carries none. */
export function urlDate(url: string): string | null {
  const match = URL_DATE.exec(url);
  if (!match) return null;
  const [year, month, day] = (match[1] ? match.slice(1, 4) : match.slice(4, 7)).map(Number);
  return year! < 1990 ? null : instant([year!, month!, day!], [], undefined);
}
