/** Dates that name themselves: days, months, years, decades, centuries, seasons, quarters, holidays. */
import { dayText, easter, monthText, nthWeekday, readDay, weekdayOf, yearText } from "./calendar.ts";
import type { Context, Resolved } from "./expression.ts";
import type { Match, Rule } from "./grammar.ts";
import { absolute, dayAndMonth, dayOf, dayOnly, monthOnly, relative, stated, WEEKDAYS } from "./resolve.ts";

const PART = "(?:[EFD]-?|[BZ]f)";
/** A year that stands further on in a list: "August and September 2019". */
const YEAR_AHEAD = "(?=[&i,-]{1,2}(?:M\\.?)?[do]?,?(?:[&i-](?:M\\.?)?[do]?)?(?<ahead>Y))";

const day = (year: number, month: number, date: number): Resolved | null =>
  absolute({ year, month, day: date });

/** Words after a bare four-digit number that make it a count. */
const COUNTED =
  /^\s*(?:%|per ?cent|people|persons|troops|soldiers|men|women|children|jobs|points|shares|miles|km|kilomet|met(?:er|re)s|feet|tons|dollars|euros|million|billion|members|workers|employees|students|votes|pounds|square|acres|homes|families|refugees|prisoners|others|more|times|cases|deaths)\b/i;
/** Words before a four-digit number that make it a year. */
const YEAR_BEFORE =
  /(?:\b(?:in|since|of|by|until|till|from|to|during|between|and|or|through|early|late|mid|year|the|its|their|his|fiscal|circa|summer|winter|spring|autumn|fall|before|after)|\d{4}\s?[-–—]|\()\s*$/i;
const NO_YEAR_BEFORE =
  /[$€£¥#]\s*$|\b(?:No|number|flight|room|page|about|some|nearly|over|than|least|almost|approximately|around|of the)\.? $/i;
const PLURAL_AFTER = /^\s+[a-z]{3,}s\b(?<!\b(?:was|has|does|this))/;

function bareYear(year: number, before: string, after: string): boolean {
  if (
    year < 1400 ||
    year > 2100 ||
    NO_YEAR_BEFORE.test(before) ||
    COUNTED.test(after) ||
    /^[.,]\d/.test(after)
  )
    return false;
  return YEAR_BEFORE.test(before) || (year >= 1900 && !PLURAL_AFTER.test(after));
}

/** Keeps a weekday that is stated beside the date, and says so where the calendar disagrees. */
function onWeekday(m: Match, told: Resolved | null): Resolved | null {
  if (!told || !m.has("w")) return told;
  const weekday = Number(m.value("w"));
  const real = weekdayOf(readDay(told.value) ?? { year: null, month: 1, day: 1 });
  const doubt =
    real !== null && real !== weekday
      ? `; the text says ${WEEKDAYS[weekday]}, but that day is a ${WEEKDAYS[real]}`
      : "";
  return { ...told, weekday, why: told.why + doubt };
}

const yearsAway = (word: string): number =>
  /last|past|prev/.test(word) ? -1 : /next|coming|following/.test(word) ? 1 : 0;

const monthOfYear = (month: number, c: Context, ahead: number | null): Resolved =>
  ahead === null
    ? monthOnly(month, c)
    : stated(monthText(ahead, month), "month stated, year stated after it");

/** The quarter that the clock's reports are about: the nearest that fits the tense. */
function quarter(n: number, c: Context): Resolved {
  const today = c.clock.day;
  if (!today || today.year === null)
    return stated(`XXXX-Q${n}`, "quarter stated, no year anywhere to count from");
  const now = Math.ceil(today.month / 3);
  const year =
    c.tense === "future"
      ? n < now
        ? today.year + 1
        : today.year
      : n > now + 1
        ? today.year - 1
        : today.year;
  return relative(`${year}-Q${n}`, c, `quarter ${n} stated, nearest ${c.tense} one`);
}

function season(code: string, c: Context): Resolved {
  const today = c.clock.day;
  if (!today || today.year === null)
    return stated(`XXXX-${code}`, "season stated, no year anywhere to count from");
  const start = { SP: 3, SU: 6, FA: 9, WI: 12 }[code] ?? 3;
  const ahead = c.tense === "future";
  const year =
    !ahead && start > today.month + 1
      ? today.year - 1
      : ahead && start + 3 < today.month
        ? today.year + 1
        : today.year;
  return relative(`${year}-${code}`, c, `season stated, nearest ${c.tense} one`);
}

function holiday(code: string, year: number): string | null {
  if (code === "easter") return dayText(easter(year));
  const [month, weekday, n] = code.split("-").map(Number) as [number, number, number?];
  return n === undefined ? `${yearText(year)}-${code}` : dayText(nthWeekday(year, month, weekday, n));
}

const decade = (digits: string): string => (digits.length === 4 ? digits.slice(0, 3) : `19${digits[0]}`);

export const CALENDAR_RULES: Rule[] = [
  {
    pattern: "(?<y>Y)[-/.](?<m>[dn])[-/.](?<d>[dn])",
    parse: (m) => () => day(Number(m.value("y")), Number(m.value("m")), Number(m.value("d"))),
  },
  {
    pattern: "(?<m>d)[-/](?<d>d)[-/](?<y>[Ydn])",
    parse: (m) => {
      const short = Number(m.value("y"));
      const year = short >= 100 ? short : short > 50 ? 1900 + short : 2000 + short;
      const [a, b] = [Number(m.value("m")), Number(m.value("d"))];
      // Month first unless that is no month: the agencies of this corpus write so; "27/9/2020" still reads.
      return () => (a <= 12 ? day(year, a, b) : day(year, b, a));
    },
  },
  {
    pattern: "(?<all>#)",
    parse: (m) => {
      const [d, month, y] = String(m.value("all")).split(".").map(Number) as [number, number, number];
      return () => day(y < 100 ? 2000 + y : y, month, d);
    },
  },
  {
    pattern: "(?:(?<w>W)\\.?,?)?(?<m>M)\\.?t?(?<d>[do]),?\\(?(?<y>Y)",
    parse: (m) => () => onWeekday(m, day(Number(m.value("y")), Number(m.value("m")), Number(m.value("d")))),
  },
  {
    pattern: "(?:(?<w>W)\\.?,?)?t?(?<d>[do])f?(?<m>M)\\.?,?(?<y>Y)",
    parse: (m) => () => onWeekday(m, day(Number(m.value("y")), Number(m.value("m")), Number(m.value("d")))),
  },
  {
    pattern:
      "(?:(?<w>W)\\.?,?)?(?:(?<m>M)\\.?t?(?<d>[do])|t?(?<d2>[do])f?(?<m2>M)\\.?)(?:f?(?<rel>[TLX])(?<u>U))?(?!,?Y)",
    parse: (m) => {
      const [month, date] = m.has("m") ? [m.value("m"), m.value("d")] : [m.value("m2"), m.value("d2")];
      return (c) => {
        const year = m.value("u") === "Y" ? c.clock.day?.year : undefined;
        if (typeof year !== "number") return onWeekday(m, dayAndMonth(Number(month), Number(date), c));
        const told = day(year + yearsAway(m.words("rel")), Number(month), Number(date));
        return onWeekday(
          m,
          told && relative(told.value, c, `day and month stated, of ${m.words("rel")} year`),
        );
      };
    },
  },
  {
    pattern: `(?<m>M)\\.?(?<d>[do])${YEAR_AHEAD}`,
    parse: (m) => () => day(Number(m.value("ahead")), Number(m.value("m")), Number(m.value("d"))),
  },
  {
    // The second day of a pair: "April 24 and 25", "2-3 March" is read from its end.
    pattern: "(?<=M\\.?[do](?:[&i-]|,&?))t?(?<d>[do])(?:,(?<y>Y))?(?![%_]?U)",
    parse: (m) => (c) => {
      const near = c.lastDay;
      if (!near) return null;
      const year = m.has("y") ? Number(m.value("y")) : near.year;
      return stated(
        dayText({ year, month: near.month, day: Number(m.value("d")) }),
        `month named before (${dayText(near)})`,
      );
    },
  },
  {
    pattern: "(?<d>[do])(?=(?:[&i-]|,&?)t?[do]f?(?<m>M)\\.?(?:,?(?<y>Y))?)",
    parse: (m) => (c) =>
      m.has("y")
        ? day(Number(m.value("y")), Number(m.value("m")), Number(m.value("d")))
        : dayAndMonth(Number(m.value("m")), Number(m.value("d")), c),
  },
  {
    pattern: `t?${PART}?t?(?<m>M)\\.?,?(?:fq?|f?t)?(?<y>Y)`,
    parse: (m) => () =>
      stated(monthText(Number(m.value("y")), Number(m.value("m"))), "month and year stated"),
  },
  {
    pattern: `t?${PART}?(?<m>M)\\.?${YEAR_AHEAD}`,
    parse: (m) => (c) => monthOfYear(Number(m.value("m")), c, Number(m.value("ahead"))),
  },
  {
    pattern: `t?${PART}?(?<m>M)\\.?(?:ft?)?(?<rel>[TLXH])(?<u>U)`,
    parse: (m) => {
      if (m.value("u") !== "Y") return null;
      return (c) => {
        const today = c.clock.day;
        const month = Number(m.value("m"));
        if (m.value("rel") === undefined) return null;
        const word = m.words("rel");
        if (!today || today.year === null) return monthOnly(month, c);
        const base = word === "that" || word === "same" ? dayOf(c.last ?? "")?.year : today.year;
        if (base === undefined || base === null) return monthOnly(month, c);
        const by = /last|past|prev/.test(word) ? -1 : /next|following|coming/.test(word) ? 1 : 0;
        return relative(monthText(base + by, month), c, `month of ${word} year`);
      };
    },
  },
  {
    pattern: `(?:t?${PART})?(?<m>M)\\.?(?!['._-]?[dnoY]\\b)`,
    parse: (m) => (c) => monthOnly(Number(m.value("m")), c),
  },
  {
    pattern: `(?:t?(?:[EF]|D-?|[BZ]ft?))?(?<fiscal>q)?(?<y>Y)(?!'?U)`,
    parse: (m) => {
      const year = Number(m.value("y"));
      if (!m.has("fiscal") && !bareYear(year, m.before(24), m.after(24))) return null;
      return () => stated(yearText(year), "year stated");
    },
  },
  {
    pattern: "t?(?:[EFD]-?|[BZ]ft?)?'?(?<b>b)",
    parse: (m) => {
      const digits = String(m.value("b"));
      return () =>
        stated(
          digits.length === 4 && digits.endsWith("00") ? digits.slice(0, 2) : decade(digits),
          "decade stated",
        );
    },
  },
  {
    pattern: "t?(?:[EFD]-?|[BZ]ft?)?(?<o>o|O)-?(?<u>U)",
    parse: (m) => {
      if (m.value("u") !== "C") return null;
      const n = Number(m.value("o"));
      return () => stated(String(n - 1).padStart(2, "0"), "century stated");
    },
  },
  {
    pattern: `t?(?:[EFD]-?|[BZ]ft?)?(?<s>S)f?,?(?<y>Y)`,
    parse: (m) => () => stated(`${yearText(Number(m.value("y")))}-${m.value("s")}`, "season and year stated"),
  },
  {
    pattern: `(?<=[if])t(?:[EFD]-?)?(?<s>S)(?!_S)|(?<=i)(?<e>[EFD]-?)(?<s2>S)`,
    parse: (m) => (c) => season(String(m.has("s") ? m.value("s") : m.value("s2")), c),
  },
  {
    pattern: "t?(?<fiscal>q)?-?(?<o>[oO])-?(?:q-?)?(?<q>Q)(?:[fi]t?q?|,)?(?<y>Y)",
    parse: (m) => {
      const n = Number(m.value("o"));
      return n > 4 ? null : () => stated(`${m.value("y")}-Q${n}`, "quarter and year stated");
    },
  },
  {
    pattern: "(?<all>t?q?-?(?<o>[oO])-?(?:q-?)?(?<q>Q))(?:[fi](?<rel>[TLX])U)?",
    parse: (m) => {
      const n = Number(m.value("o"));
      if (n > 4 || /quarters/i.test(m.words("q"))) return null;
      const adjective = /-quarter/i.test(m.words("all"));
      if (!m.has("rel")) return (c) => quarter(n, adjective ? { ...c, tense: "past" } : c);
      const word = m.words("rel");
      return (c) => ofYear(c, word, `Q${n}`) ?? quarter(n, c);
    },
  },
  {
    pattern: "(?<rel>[TLX])(?<u>U)'_(?<o>[oO])-?(?<q>[Qh])",
    parse: (m) => (c) =>
      ofYear(c, m.words("rel"), `${m.words("q").startsWith("h") ? "H" : "Q"}${m.value("o")}`),
  },
  {
    pattern: "t?(?<o>O)-?(?<h>h)(?:fq?(?:(?<y>Y)|(?<rel>[TLX])(?<u>U)|t(?<u2>U)))",
    parse: (m) => {
      const n = Number(m.value("o"));
      if (n > 2) return null;
      if (m.has("y")) return () => stated(`${m.value("y")}-H${n}`, "half and year stated");
      return (c) => ofYear(c, m.has("rel") ? m.words("rel") : "this", `H${n}`);
    },
  },
  {
    pattern: "(?<g>G)(?<y>,?Y)?",
    parse: (m) => {
      const code = String(m.value("g"));
      return (c) => {
        const year = m.has("y") ? Number(m.words("y").replace(/\D/g, "")) : c.clock.day?.year;
        if (year === undefined || year === null)
          return /^\d\d-\d\d$/.test(code) ? stated(`XXXX-${code}`) : null;
        const value = holiday(code, year);
        if (value === null) return null;
        return m.has("y") ? stated(value, "feast and year stated") : relative(value, c, "feast stated");
      };
    },
  },
  {
    // "on the 7th", "until the 10th"; with a noun after it the ordinal counts something else.
    pattern: "(?<=i)t(?<d>o)(?![-_]*(?:U|Q|_U))",
    parse: (m) =>
      Number(m.value("d")) > 31 ||
      !/^\s*(?:[,.;:)!?\n–—-]|$|(?:to|and|or|in|at|of this|that|said|with|by|when|after|before|local|Moscow|as|for|from|until)\b)/i.test(
        m.after(12),
      )
        ? null
        : (c) => dayOnly(Number(m.value("d")), c),
  },
  {
    // Reports translated from Chinese by machine leave the day where it stood: "Minister Lavrov 30 said on the day".
    pattern: "(?<=_)(?<d>d)(?=_)",
    parse: (m) =>
      /[A-Z][a-z]+ $/.test(m.before(24)) && /^ [^.;\n]{2,60}? on the day\b/.test(m.after(80))
        ? (c) => dayOnly(Number(m.value("d")), c)
        : null,
  },
  {
    // "on the day of Armenia and Azerbaijan 27"
    pattern: "t(?<u>U)f[_&]{1,6}(?<d>d)(?![_%]?U|%)",
    parse: (m) =>
      m.words("u") === "day" && /\bon $/i.test(m.before(4)) ? (c) => dayOnly(Number(m.value("d")), c) : null,
  },
];

function ofYear(c: Context, word: string, part: string): Resolved | null {
  const year = c.clock.day?.year;
  if (year === undefined || year === null) return null;
  const by = /last|past|prev/.test(word) ? -1 : /next|coming|following/.test(word) ? 1 : 0;
  return relative(`${year + by}-${part}`, c, `of ${word} year`);
}
