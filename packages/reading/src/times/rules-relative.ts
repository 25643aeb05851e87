/** Days, months and seasons that are counted: today, last Friday, this morning, the following day, that year. */
import { type Day, dayText, shift, weekdayOf, weekText } from "./calendar.ts";
import type { Context, Resolved } from "./expression.ts";
import type { Rule } from "./grammar.ts";
import {
  dayOf,
  loose,
  monthOnly,
  relative,
  stated,
  unitAway,
  unitValue,
  WEEKDAYS,
  weekdayOnly,
} from "./resolve.ts";

const today = (c: Context): Day | null => c.clock.day;
const direction = (word: string): number =>
  /last|past|prev|preced|prior/.test(word) ? -1 : /next|coming|following|ensuing/.test(word) ? 1 : 0;

/** A part of the day on the day a value names: "1998-02-06" and "MO" give "1998-02-06TMO". */
const withPart = (r: Resolved | null, part: string): Resolved | null =>
  r && /^(?:\d{4}|XXXX)-(?:\d\d|W..)-(?:\d\d|\d)$/.test(r.value)
    ? { ...r, type: "TIME", value: part.startsWith("T") ? r.value + part : `${r.value}T${part}` }
    : null;

function weekdayBy(weekday: number, word: string, c: Context): Resolved | null {
  const near = /previous|following|preceding/.test(word) ? c.lastDay : null;
  const d = near?.year ? near : today(c);
  const now = d && weekdayOf(d);
  if (!d || now === null) return stated(`XXXX-WXX-${weekday}`, "weekday stated, no full date to count from");
  const by = direction(word);
  const back = (now - weekday + 7) % 7;
  if (by < 0) return relative(dayText(shift(d, { days: -(back || 7) })), c, `the last ${WEEKDAYS[weekday]}`);
  if (by > 0) return relative(dayText(shift(d, { days: 7 - back })), c, `the next ${WEEKDAYS[weekday]}`);
  return relative(dayText(shift(d, { days: weekday - now })), c, `${WEEKDAYS[weekday]} of that week`);
}

function monthBy(month: number, word: string, c: Context): Resolved {
  const d = today(c);
  if (!d || d.year === null) return monthOnly(month, c);
  const by = direction(word);
  const year =
    by < 0
      ? month < d.month
        ? d.year
        : d.year - 1
      : by > 0
        ? month > d.month
          ? d.year
          : d.year + 1
        : d.year;
  return relative(`${year}-${String(month).padStart(2, "0")}`, c, `${word} such month`);
}

function seasonBy(code: string, word: string, c: Context): Resolved | null {
  const d = today(c);
  if (!d || d.year === null) return null;
  const start = { SP: 3, SU: 6, FA: 9, WI: 12 }[code] ?? 3;
  const by = direction(word);
  const over = d.month >= start + 3;
  const year =
    by < 0 ? (over ? d.year : d.year - 1) : by > 0 ? (d.month < start ? d.year : d.year + 1) : d.year;
  return relative(`${year}-${code}`, c, `${word} such season`);
}

export const RELATIVE_RULES: Rule[] = [
  {
    needs: "K",
    pattern: "(?:(?:[EFel]-?)(?:i)?)?(?<k>K)(?:'_)?(?<p>P)?",
    parse: (m) => (c) => {
      const value = m.value("k");
      const d = today(c);
      const by = typeof value === "number" ? value : 0;
      const base = d
        ? relative(dayText(shift(d, { days: by })), c, m.words("k"))
        : stated("XXXX-XX-XX", "no date to count from");
      if (value === "NI") return withPart(base, "NI") ?? base;
      return m.has("p") ? (withPart(base, String(m.value("p"))) ?? base) : base;
    },
  },
  {
    needs: "P",
    pattern: "(?<p>D?-?P)(?<k>K)",
    parse: (m) => (c) => {
      const d = today(c);
      const part =
        m.scan.classes && String(m.words("p").includes("mid") ? partOf(m.words("p")) : m.value("p"));
      return d
        ? withPart(relative(dayText(shift(d, { days: Number(m.value("k")) || 0 })), c, "relative day"), part)
        : null;
    },
  },
  {
    needs: "W",
    pattern: "(?:(?:[EFel]|el)(?=[TLX]))?t?(?<rel>[TLX])(?<w>W)(?<p>P)?",
    parse: (m) => (c) => {
      const base = weekdayBy(Number(m.value("w")), m.words("rel"), c);
      return m.has("p") ? withPart(base, String(m.value("p"))) : base;
    },
  },
  {
    needs: "M",
    pattern: "(?:[EF](?=[TLX]))?T?(?<rel>[TLX])(?<m>M)\\.?(?<d>[do])?",
    parse: (m) => (c) => {
      const month = monthBy(Number(m.value("m")), m.words("rel"), c);
      if (!m.has("d")) return month;
      const value = `${month.value}-${String(m.value("d")).padStart(2, "0")}`;
      return { ...month, value };
    },
  },
  {
    needs: "S",
    pattern: "(?:[EF](?=[TLX]))?t?(?<rel>[TLX])L?(?<s>S)",
    parse: (m) => (c) => seasonBy(String(m.value("s")), m.words("rel"), c),
  },
  {
    needs: "P",
    pattern: "(?<rel>[TL])(?<p>P)",
    parse: (m) => (c) => {
      const d = today(c);
      if (!d || m.value("p") === "T12:00") return null;
      const night = direction(m.words("rel")) < 0;
      return withPart(
        relative(dayText(shift(d, { days: night ? -1 : 0 })), c, m.words("rel")),
        String(m.value("p")),
      );
    },
  },
  {
    needs: "TLX",
    pattern: "(?<edge>t?(?:[EF]|[BZ]ft?))?(?:e|l)?(?<rel>[TLX])(?<u>[UQw])",
    parse: (m) => {
      const word = m.words("rel");
      const unit = m.scan.classes && (m.words("u") === "weekend" ? "WE" : String(m.value("u")));
      if (/s$/.test(m.words("u")) || /^T/.test(unit)) return null;
      const by = direction(word);
      if (unit === "D") return null;
      return (c) => {
        const d = today(c);
        if (!d) return loose("DATE", by < 0 ? "PAST_REF" : by > 0 ? "FUTURE_REF" : "PRESENT_REF");
        if (/^(?:the )?(?:following|previous|preceding)/.test(word)) {
          const from = (c.last && dayOf(c.last)) || d;
          return unitAway(unit, by, from, c);
        }
        return unitAway(unit, unit === "WE" && by < 0 ? -1 : by, d, c);
      };
    },
  },
  {
    // "the following day", "the next day", "the previous evening": counted from the day named before.
    needs: "XL",
    pattern: "t(?<rel>[XL])(?<u>[UWP])",
    parse: (m) => {
      const by = direction(m.words("rel"));
      const word = m.words("u");
      if (word !== "day" && m.has("u") && m.value("u") !== "D" && !/morning|evening|night|day$/.test(word))
        return null;
      if (/days$/.test(word)) return null;
      return (c) => {
        const from = (c.last && /-\d\d-\d\d/.test(c.last) && c.lastDay) || today(c);
        if (!from) return loose("DATE", by < 0 ? "PAST_REF" : "FUTURE_REF");
        const weekday = WEEKDAYS.findIndex((w) => w !== "" && w.toLowerCase() === word);
        if (weekday > 0) {
          const now = weekdayOf(from);
          if (now === null) return stated(`XXXX-WXX-${weekday}`);
          const back = (now - weekday + 7) % 7 || 7;
          const ahead = (weekday - now + 7) % 7 || 7;
          return relative(
            dayText(shift(from, { days: by < 0 ? -back : ahead })),
            c,
            `the ${word} ${by < 0 ? "before" : "after"} ${dayText(from)}`,
          );
        }
        return relative(
          dayText(shift(from, { days: by })),
          c,
          `the day ${by < 0 ? "before" : "after"} ${dayText(from)}`,
        );
      };
    },
  },
  {
    needs: "H",
    pattern: "(?:[lEFe]|(?:[BZ]f))?(?:tH|H{1,2})(?<u>[UQPwWS])",
    parse: (m) => {
      const word = m.words("u");
      if (/s$/.test(word) && word !== "years") return null;
      return (c) => sameUnit(word, String(m.value("u")), c);
    },
  },
  {
    // "on the day" in reports translated by machine: the day named last.
    needs: "U",
    pattern: "(?<=i)t(?<u>U)(?=[,.;:_i]|$)",
    parse: (m) =>
      m.words("u") !== "day" ||
      !/\bon $/i.test(m.before(4)) ||
      /^\s*(?:of|when|that|before|after)\b/.test(m.after(8))
        ? null
        : (c) => {
            const d = c.lastDay ?? today(c);
            return (
              d && { ...stated(dayText(d)), basis: "relative", why: `the day named before (${dayText(d)})` }
            );
          },
  },
  {
    needs: "W",
    pattern: "(?<w>W)(?<p>P)",
    parse: (m) => (c) => withPart(weekdayOnly(Number(m.value("w")), c), String(m.value("p"))),
  },
  {
    needs: "W",
    pattern: "(?:[EFle](?:i)?)?(?<w>W)(?!'?s?P)",
    parse: (m) => (c) =>
      weekdayOnly(Number(m.value("w")), /^['’]s/.test(m.after(2)) ? { ...c, tense: "past" } : c),
  },
  {
    needs: "w",
    pattern: "t(?<w>w)|(?<=i)(?<w2>w)",
    parse: () => (c) => {
      const d = today(c);
      if (!d || d.year === null) return null;
      const now = weekdayOf(d) as number;
      // On a Monday "over the weekend" is the one just past; by Friday it is the one ahead.
      const by = c.tense === "future" || now >= 5 ? 0 : -1;
      return relative(`${weekText(shift(d, { weeks: by }))}-WE`, c, "the nearest weekend");
    },
  },
];

const partOf = (words: string): string =>
  words.includes("afternoon") ? "AF" : words.includes("morning") ? "MO" : "NI";

function sameUnit(word: string, value: string, c: Context): Resolved | null {
  const last = c.last;
  if (word === "weekend")
    return last ? { ...stated(last), basis: "relative", why: `named before (${last})` } : null;
  if (word === "day" || /morning|evening|night|afternoon/.test(word)) {
    const d = c.lastDay ?? today(c);
    if (!d) return null;
    const base: Resolved = {
      ...stated(dayText(d)),
      basis: "relative",
      why: `the day named before (${dayText(d)})`,
    };
    return word === "day" ? base : withPart(base, value);
  }
  const from = (last && dayOf(last)) || today(c);
  if (/^(?:SP|SU|FA|WI)$/.test(value) && from?.year)
    return {
      ...stated(`${from.year}-${value}`),
      basis: "relative",
      why: `the ${word} of the year named before`,
    };
  const unit = word === "quarter" ? "Q" : value;
  const text = from && ["W", "M", "Q", "Y", "E"].includes(unit) ? unitValue(unit, 0, from) : null;
  return text
    ? { ...stated(text), basis: "relative", why: `the ${word} named before (${last ?? text})` }
    : null;
}
