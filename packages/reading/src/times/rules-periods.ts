/** Years, decades, centuries, seasons, quarters, halves and feasts that name themselves. */
import { dayText, easter, nthWeekday, yearText } from "./calendar.ts";
import type { Context, Resolved } from "./expression.ts";
import type { Match, Resolver, Rule } from "./grammar.ts";
import { relative, stated } from "./resolve.ts";

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
  // "of the 2015 Minsk agreements", not "of the 1200 Russian soldiers".
  const naming = /\bof the $/.test(before) && year >= 1900 && year % 100 !== 0 && /^ \p{Lu}/u.test(after);
  if (
    year < 1400 ||
    year > 2100 ||
    (NO_YEAR_BEFORE.test(before) && !naming) ||
    COUNTED.test(after) ||
    /^[.,]\d/.test(after)
  )
    return false;
  return YEAR_BEFORE.test(before) || (year >= 1900 && !PLURAL_AFTER.test(after));
}

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

function holiday(code: string, year: number): string {
  if (code === "easter") return dayText(easter(year));
  const nth = /^(\d+)-(\d)-(-?\d)$/.exec(code);
  return nth
    ? dayText(nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3])))
    : `${yearText(year)}-${code}`;
}

const NEW_YEAR = new Map([
  ["new year's day", "01-01"],
  ["new year's eve", "12-31"],
]);
/** Named days of the United States and the United Kingdom that agencies use without explaining; month-weekday-n. */
const DAYS = new Map([
  ["memorial day", "5-1--1"],
  ["labor day", "9-1-1"],
  ["veterans day", "11-11"],
  ["boxing day", "12-26"],
  ["christmas day", "12-25"],
]);

function feast(code: string | undefined, m: Match): Resolver | null {
  if (code === undefined) return null;
  return (c) => {
    const year = m.has("y") ? Number(m.words("y").replace(/\D/g, "")) : c.clock.day?.year;
    if (year === undefined || year === null)
      return /^\d\d-\d\d$/.test(code) ? stated(`XXXX-${code}`, "feast stated, no year to count from") : null;
    const value = holiday(code, year);
    return m.has("y") ? stated(value, "feast and year stated") : relative(value, c, "feast stated");
  };
}

const decade = (digits: string): string => (digits.length === 4 ? digits.slice(0, 3) : `19${digits[0]}`);

export const PERIOD_RULES: Rule[] = [
  {
    needs: "Y",
    pattern: `(?:t?(?:[EF]|D-?|[BZ]ft?))?(?<fiscal>q)?(?<y>Y)(?!'?U)`,
    parse: (m) => {
      const year = Number(m.value("y"));
      if (!m.has("fiscal") && !bareYear(year, m.before(24), m.after(24))) return null;
      return () => stated(yearText(year), "year stated");
    },
  },
  {
    needs: "b",
    pattern: "(?<all>t?(?:[EFD]-?|[BZ]ft?)?'?(?<b>b))",
    parse: (m) => {
      const digits = String(m.value("b"));
      if (
        /[a-z]{4}/.test(m.words("b")) &&
        !/\b(?:the|early|late|mid)\W*$/i.test(m.before(8)) &&
        !/^(?:the|early|late|mid)\b/.test(m.words("all"))
      )
        return null;
      return () =>
        stated(
          digits.length === 4 && digits.endsWith("00") ? digits.slice(0, 2) : decade(digits),
          "decade stated",
        );
    },
  },
  {
    needs: "oO",
    pattern: "t?(?:[EFD]-?|[BZ]ft?)?(?<o>o|O)-?(?<u>U)",
    parse: (m) => {
      if (m.value("u") !== "C") return null;
      const n = Number(m.value("o"));
      return () => stated(String(n - 1).padStart(2, "0"), "century stated");
    },
  },
  {
    needs: "S",
    pattern: `t?(?:[EFD]-?|[BZ]ft?)?(?<s>S)f?,?(?<y>Y)`,
    parse: (m) => () => stated(`${yearText(Number(m.value("y")))}-${m.value("s")}`, "season and year stated"),
  },
  {
    needs: "S",
    pattern: `(?<=[if])t(?:[EFD]-?)?(?<s>S)(?!_S)|(?<=i)(?<e>[EFD]-?)(?<s2>S)`,
    parse: (m) => (c) => season(String(m.has("s") ? m.value("s") : m.value("s2")), c),
  },
  {
    needs: "Q",
    pattern: "t?(?<fiscal>q)?-?(?<o>[oO])-?(?:q-?)?(?<q>Q)(?:[fi]t?q?|,)?(?<y>Y)",
    parse: (m) => {
      const n = Number(m.value("o"));
      return n > 4 ? null : () => stated(`${m.value("y")}-Q${n}`, "quarter and year stated");
    },
  },
  {
    needs: "Q",
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
    needs: "Qh",
    pattern: "(?<rel>[TLX])(?<u>U)'_(?<o>[oO])-?(?<q>[Qh])",
    parse: (m) => (c) =>
      ofYear(c, m.words("rel"), `${m.words("q").startsWith("h") ? "H" : "Q"}${m.value("o")}`),
  },
  {
    needs: "h",
    pattern: "t?(?<o>O)-?(?<h>h)(?:fq?(?:(?<y>Y)|(?<rel>[TLX])(?<u>U)|t(?<u2>U)))",
    parse: (m) => {
      const n = Number(m.value("o"));
      if (n > 2) return null;
      if (m.has("y")) return () => stated(`${m.value("y")}-H${n}`, "half and year stated");
      return (c) => ofYear(c, m.has("rel") ? m.words("rel") : "this", `H${n}`);
    },
  },
  {
    needs: "x",
    pattern: "(?<q>x),?(?:[fi]t?q?)?(?<y>Y)",
    parse: (m) => () => stated(`${m.value("y")}-Q${m.value("q")}`, "quarter and year stated"),
  },
  { needs: "x", pattern: "(?<q>x)", parse: (m) => (c) => quarter(Number(m.value("q")), c) },
  {
    needs: "Y",
    pattern: "t(?<u>U)(?<y>Y)",
    parse: (m) =>
      m.words("u") === "year" ? () => stated(yearText(Number(m.value("y"))), "year stated") : null,
  },
  {
    needs: "U",
    pattern: "(?<g>_U'_(?:U|_))(?<y>,?Y)?",
    parse: (m) => feast(NEW_YEAR.get(m.words("g").replace("’", "'")), m),
  },
  {
    needs: "U",
    pattern: "(?<g>_U)(?<y>,?Y)?",
    parse: (m) => feast(DAYS.get(m.words("g")), m),
  },
  {
    needs: "G",
    pattern: "(?<g>G)(?<tail>U|_)(?<y>,?Y)?",
    parse: (m) => {
      const code = String(m.value("g"));
      if (m.words("tail") === "day") return feast(code, m);
      return m.words("tail") === "eve" && code === "12-25" ? feast("12-24", m) : null;
    },
  },
  { needs: "G", pattern: "(?<g>G)(?<y>,?Y)?", parse: (m) => feast(String(m.value("g")), m) },
];

function ofYear(c: Context, word: string, part: string): Resolved | null {
  const year = c.clock.day?.year;
  if (year === undefined || year === null) return null;
  const by = /last|past|prev/.test(word) ? -1 : /next|coming|following/.test(word) ? 1 : 0;
  return relative(`${year + by}-${part}`, c, `of ${word} year`);
}
