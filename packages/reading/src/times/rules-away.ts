/** Units that are counted: three years ago, a year earlier, the end of the month, the quarter. */
import { type Day, yearText } from "./calendar.ts";
import type { Context, Resolved } from "./expression.ts";
import { type Match, NUMBER, type Rule } from "./grammar.ts";
import { loose, relative, unitAway } from "./resolve.ts";

const today = (c: Context): Day | null => c.clock.day;

/** "a year ago": as coarse as its unit, unless the text is counting quarters. */
function away(unit: string, n: number, from: Day | null, c: Context): Resolved | null {
  if (!from) return loose("DATE", n < 0 ? "PAST_REF" : "FUTURE_REF");
  if (/^T/.test(unit)) return null;
  if (unit === "Y" && Math.abs(n) === 1 && c.lastQuarter) {
    const year = Number(c.lastQuarter.slice(0, 4)) + n;
    return {
      ...relative(`${year}${c.lastQuarter.slice(4)}`, c, "the same quarter a year away"),
      anchor: false,
    };
  }
  if (!Number.isInteger(n)) {
    const years = { C: 100, E: 10 }[unit];
    if (years !== undefined) return unitAway("Y", Math.round(n * years), from, c);
    if (unit !== "Y") return null;
    return unitAway("M", Math.round(n * 12), from, c);
  }
  return unitAway(unit, n, from, c);
}

/** How many units: null for "several" and "a few". */
function amount(m: Match): number | null {
  const words = m.words("n");
  if (/half/.test(words)) return 0.5;
  if (/couple/.test(words)) return 2;
  return m.number("n") ?? (/^an?$/.test(words) ? 1 : null);
}

export const AWAY_RULES: Rule[] = [
  {
    needs: "ge",
    pattern: `(?:j{1,2}|i(?=j))?(?<n>${NUMBER}|a|auf?|uf?|ha|ah)(?:f|t|-|Nj|_(?=U))?(?<u>[UQ])(?:&(?:a_?)?h)?(?<dir>[ge])(?!_?K)`,
    parse: (m) => {
      const unit = m.words("u").startsWith("quarter") ? "Q" : String(m.value("u"));
      const n = amount(m);
      const back = /ago|earlier|before|previously/.test(m.words("dir"));
      const ago = m.words("dir") === "ago";
      if (m.words("dir") === "before" && !/^\s*[,.;]/.test(m.after(3))) return null;
      return (c) => {
        if (n === null) return loose("DATE", back ? "PAST_REF" : "FUTURE_REF");
        const from = ago ? today(c) : (/^\d{4}-\d\d/.test(c.last ?? "") && c.lastDay) || today(c);
        return away(unit, back ? -n : n, from, c);
      };
    },
  },
  {
    needs: "l",
    pattern: `(?<n>${NUMBER}|a|au|u)(?:f|-)?(?<u>[UQ])(?<dir>l)(?=[,.;_]|$)`,
    parse: (m) => {
      if (m.words("dir") !== "later") return null;
      const unit = m.words("u").startsWith("quarter") ? "Q" : String(m.value("u"));
      const n = m.number("n") ?? (m.words("n") === "a" || m.words("n") === "an" ? 1 : null);
      return (c) => {
        if (/^T/.test(unit)) return n === null ? null : loose("DURATION", `PT${n}${unit[1]}`);
        return n === null || !c.lastDay ? loose("DATE", "FUTURE_REF") : away(unit, n, c.lastDay, c);
      };
    },
  },
  {
    // "The day before, …", "the year after": counted from what was named before; "the day before the vote" is no date.
    needs: "el",
    pattern: "t(?<u>U)(?<dir>[el])(?=[,.;]|$)",
    parse: (m) => {
      const unit = String(m.value("u"));
      if (
        !/before|earlier|after|later/.test(m.words("dir")) ||
        !/^[DWMY]$/.test(unit) ||
        /s$/.test(m.words("u"))
      )
        return null;
      const by = /before|earlier/.test(m.words("dir")) ? -1 : 1;
      return (c) => away(unit, by, c.lastDay ?? today(c), c);
    },
  },
  {
    needs: "eg",
    pattern: "(?<u>U)-(?<e>[eg])(?:[Qk]|_(?=Q))?",
    parse: (m) => (m.value("u") !== "Y" ? null : (c) => away("Y", -1, today(c), c)),
  },
  {
    needs: "eg",
    pattern: "t(?<u>U)-(?<e>[eg])(?:[Qk])?",
    parse: (m) => (m.value("u") !== "Y" ? null : (c) => away("Y", -1, today(c), c)),
  },
  {
    needs: "EFBZz",
    pattern: "(?:t|a)?(?:[EF]|(?:[BZ])ft?|[Zz]f)(?<u>[UQ])(?!s)",
    parse: (m) => {
      const unit = m.words("u") === "quarter" ? "Q" : String(m.value("u"));
      if (!["Y", "M", "W", "Q", "E"].includes(unit) || /s$/.test(m.words("u"))) return null;
      return (c) => {
        const d = today(c);
        return d && unitAway(unit, 0, d, c);
      };
    },
  },
  {
    needs: "Z",
    pattern: "(?<u>U)-(?<z>Z)",
    parse: (m) =>
      m.value("u") !== "Y"
        ? null
        : (c) => {
            const d = today(c);
            if (!d || d.year === null) return null;
            return relative(
              `${yearText(d.year - (c.tense === "past" && d.month < 12 ? 1 : 0))}-12-31`,
              c,
              "the end of the year",
            );
          },
  },
  {
    needs: "UQ",
    pattern: "t(?:_(?=[UQ]))?(?<u>[UQ])(?!-|s|O|_?[ge])",
    parse: (m) => {
      const unit = m.words("u") === "quarter" ? "Q" : String(m.value("u"));
      if (!["W", "M", "Q", "Y"].includes(unit) || /s$/.test(m.words("u"))) return null;
      if (/^\s*(?:of|when|that|after|before|ago|earlier|ended|ending)\b/.test(m.after(8)) && unit !== "Q")
        return null;
      return (c) => {
        const d = today(c);
        if (!d) return null;
        if (unit === "Q")
          return c.lastQuarter
            ? relative(c.lastQuarter, c, "the quarter named before")
            : unitAway("Q", -1, d, c);
        return unitAway(unit, 0, d, c);
      };
    },
  },
  {
    needs: "Qk",
    pattern: "t?(?<r>R)(?<k>[Qk])",
    parse: (m) =>
      m.words("r") !== "latest"
        ? null
        : (c) => {
            const d = today(c);
            if (c.lastQuarter) return relative(c.lastQuarter, c, "the quarter named before");
            return d && unitAway("Q", -1, d, c);
          },
  },
];
