/** Days and months that name themselves: "Thursday, 29 October", "2020-09-27", "early March", "the 7th". */
import { dayText, monthText, readDay, weekdayOf } from "./calendar.ts";
import type { Context, Resolved } from "./expression.ts";
import type { Match, Rule } from "./grammar.ts";
import { absolute, dayAndMonth, dayOf, dayOnly, monthOnly, relative, stated, WEEKDAYS } from "./resolve.ts";

const PART = "(?:[EFD]-?|[BZ]f)";
/** A year that stands further on in a list: "August and September 2019". */
const YEAR_AHEAD = "(?=[&i,-]{1,2}(?:M\\.?)?[do]?,?(?:[&i-](?:M\\.?)?[do]?)?(?<ahead>Y))";

const day = (year: number, month: number, date: number): Resolved | null =>
  absolute({ year, month, day: date });

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

export const DAY_RULES: Rule[] = [
  {
    needs: "Y",
    pattern: "(?<y>Y)[-/.](?<m>[dn])[-/.](?<d>[dn])",
    parse: (m) => () => day(Number(m.value("y")), Number(m.value("m")), Number(m.value("d"))),
  },
  {
    needs: "d",
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
    needs: "#",
    pattern: "(?<all>#)",
    parse: (m) => {
      const [d, month, y] = String(m.value("all")).split(".").map(Number) as [number, number, number];
      return () => day(y < 100 ? 2000 + y : y, month, d);
    },
  },
  {
    needs: "Y",
    pattern: "(?:(?<w>W)\\.?,?)?(?<m>M)\\.?t?(?<d>[do]),?\\(?(?<y>Y)",
    parse: (m) => () => onWeekday(m, day(Number(m.value("y")), Number(m.value("m")), Number(m.value("d")))),
  },
  {
    needs: "Y",
    pattern: "(?:(?<w>W)\\.?,?)?t?(?<d>[do])f?(?<m>M)\\.?,?(?<y>Y)",
    parse: (m) => () => onWeekday(m, day(Number(m.value("y")), Number(m.value("m")), Number(m.value("d")))),
  },
  {
    needs: "M",
    pattern: `(?<m>M)\\.?(?<d>[do])${YEAR_AHEAD}`,
    parse: (m) => () => day(Number(m.value("ahead")), Number(m.value("m")), Number(m.value("d"))),
  },
  {
    needs: "M",
    pattern: "t?(?<d>[do])f?(?<m>M)\\.?(?=[-i&]t?[do]f?M\\.?,?(?<ahead>Y))",
    parse: (m) => () => day(Number(m.value("ahead")), Number(m.value("m")), Number(m.value("d"))),
  },
  {
    needs: "M",
    pattern:
      "(?:(?<w>W)\\.?,?)?(?:(?<m>M)\\.?t?(?<d>[do])|t?(?<d2>[do])f?(?<m2>M)\\.?)(?:f?(?<rel>[TLX])(?<u>U))?(?!,?Y)",
    parse: (m) => {
      const [month, date] = m.has("m") ? [m.value("m"), m.value("d")] : [m.value("m2"), m.value("d2")];
      return (c) => {
        const year = m.value("u") === "Y" ? c.clock.day?.year : undefined;
        const told0 = dayAndMonth(Number(month), Number(date), c);
        if (typeof year !== "number") {
          const of =
            m.value("u") === "Y" && told0
              ? `${told0.why}; of ${m.words("rel")} year, counted from the report`
              : told0?.why;
          return onWeekday(m, told0 && { ...told0, why: of ?? told0.why });
        }
        const told = day(year + yearsAway(m.words("rel")), Number(month), Number(date));
        return onWeekday(
          m,
          told && relative(told.value, c, `day and month stated, of ${m.words("rel")} year`),
        );
      };
    },
  },
  {
    // The second day of a pair: "April 24 and 25", "2-3 March" is read from its end.
    needs: "do",
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
    needs: "do",
    pattern: "(?<d>[do])(?=(?:[&i-]|,&?)t?[do]f?(?<m>M)\\.?(?:,?(?<y>Y))?)",
    parse: (m) => (c) =>
      m.has("y")
        ? day(Number(m.value("y")), Number(m.value("m")), Number(m.value("d")))
        : dayAndMonth(Number(m.value("m")), Number(m.value("d")), c),
  },
  {
    needs: "Y",
    pattern: `t?${PART}?t?(?<m>M)\\.?,?(?:fq?|f?t)?(?<y>Y)`,
    parse: (m) => () =>
      stated(monthText(Number(m.value("y")), Number(m.value("m"))), "month and year stated"),
  },
  {
    needs: "M",
    pattern: `t?${PART}?(?<m>M)\\.?${YEAR_AHEAD}`,
    parse: (m) => (c) => monthOfYear(Number(m.value("m")), c, Number(m.value("ahead"))),
  },
  {
    needs: "M",
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
    needs: "M",
    pattern: `(?:t?${PART})?(?<m>M)\\.?(?!['._-]?[dnoY]\\b)`,
    parse: (m) => (c) => monthOnly(Number(m.value("m")), c),
  },
  {
    // "on the 7th", "until the 10th"; with a noun after it the ordinal counts something else.
    needs: "o",
    pattern: "(?<=i)t(?<d>o)(?![-_]{0,6}[UQ])",
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
    needs: "d",
    pattern: "(?<=_)(?<d>d)(?=_)",
    parse: (m) =>
      /[A-Z][a-z]+ $/.test(m.before(24)) && /^ [^.;\n]{2,60}? on the day\b/.test(m.after(80))
        ? (c) => dayOnly(Number(m.value("d")), c)
        : null,
  },
  {
    // "on the day of Armenia and Azerbaijan 27"
    needs: "U",
    pattern: "t(?<u>U)f[_&]{1,6}(?<d>d)(?![_%]?U|%)",
    parse: (m) =>
      m.words("u") === "day" && /\bon $/i.test(m.before(4)) ? (c) => dayOnly(Number(m.value("d")), c) : null,
  },
];
