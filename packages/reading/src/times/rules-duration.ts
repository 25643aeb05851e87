/** Lengths of time and repeated times. */
import { yearText } from "./calendar.ts";
import type { Resolved } from "./expression.ts";
import { type Match, NUMBER, type Rule } from "./grammar.ts";
import { loose, relative } from "./resolve.ts";

/** `amount` "X" where the words give none. */
export function period(unit: string, amount: number | "X"): string | null {
  if (unit === "WE") return null;
  if (unit === "E" && typeof amount === "number" && amount > 1) return `P${amount * 10}Y`;
  if (unit === "2W") return `P${amount === "X" ? "X" : amount * 2}W`;
  if (amount !== "X" && !Number.isInteger(amount)) return fractional(unit, amount);
  return unit.startsWith("T") ? `PT${amount}${unit[1]}` : `P${amount}${unit}`;
}

const FINER: Record<string, [string, number]> = {
  Y: ["M", 12],
  TH: ["TM", 60],
  TM: ["TS", 60],
  E: ["Y", 10],
  C: ["Y", 100],
  D: ["TH", 24],
  L: ["Y", 1000],
};

function fractional(unit: string, amount: number): string | null {
  const finer = FINER[unit];
  const whole = Math.floor(amount);
  if (!finer) return `P${amount}${unit}`;
  const rest = Math.round((amount - whole) * finer[1]);
  if (unit.startsWith("T")) return `PT${whole ? `${whole}${unit[1]}` : ""}${rest}${finer[0][1]}`;
  return finer[0].startsWith("T")
    ? `P${whole ? `${whole}${unit}` : ""}T${rest}${finer[0][1]}`
    : `P${whole ? `${whole}${unit}` : ""}${rest}${finer[0]}`;
}

const unitOf = (m: Match, group = "u"): string =>
  /^quarter/.test(m.words(group)) ? "Q" : /^second$/.test(m.words(group)) ? "TS" : String(m.value(group));

function amountOf(m: Match): number | "X" {
  const words = m.words("n");
  const half = m.has("half") ? 0.5 : 0;
  if (/few|several|many|numerous|countless/.test(words)) return "X";
  if (/couple/.test(words)) return 2;
  const n = m.number("n");
  if (n !== null) return n + half;
  return /^half/.test(words) ? 0.5 : 1 + half;
}

const length = (m: Match): (() => Resolved | null) | null => {
  const value = period(unitOf(m), amountOf(m));
  return value === null ? null : () => loose("DURATION", value);
};

const ABOUT = "(?:j{1,2})?";
const MANY = `(?:${NUMBER}|aN|auf?|uf?|(?:a)?h(?:a|f)?|ah|a)`;

export const DURATION_RULES: Rule[] = [
  {
    // "the last two weeks", "the next few days", "the first nine months of 1997"
    needs: "UQ",
    pattern: `t?(?:[LXTO]|_(?=L))(?<n>${NUMBER}|u|au|uf|N_(?=U))(?:_(?=U))?-?(?<u>[UQ])`,
    parse: (m) => {
      const amount = amountOf(m);
      const value = period(unitOf(m), amount);
      return value === null ? null : () => loose("DURATION", value);
    },
  },
  {
    needs: "LX",
    pattern: "t(?<rel>[LX])(?<u>U)",
    parse: (m) =>
      /^(?:past|last)$/.test(m.words("rel")) && /s$/.test(m.words("u"))
        ? () => loose("DURATION", `P${/^T/.test(unitOf(m)) ? "T" : ""}X${unitOf(m).replace(/^T/, "")}`)
        : m.words("rel") === "past"
          ? () => loose("DURATION", period(unitOf(m), 1) ?? "PX")
          : null,
  },
  {
    needs: "UQ",
    pattern: `${ABOUT}(?<n>${MANY})(?:-|j|[Xl]|_(?=-?U))?(?<u>[UQ])(?<half>&ah)?(?!-?[ge](?!-)|'?_?g)`,
    parse: (m) => {
      const words = m.words("n");
      const unit = unitOf(m);
      if (words === "a" || words === "an") {
        if (
          /\b(?:\d[\d,.]*|cents|percent|dollars?|million|billion|twice|once|times|%)\s*$/i.test(m.before(16))
        )
          return null;
        if (/^T|^L/.test(unit) && /s$/.test(m.words("u"))) return null;
      }
      // An age tells who, not when.
      if (/^\s*-?\s*olds?\b/.test(m.after(6))) return null;
      return length(m);
    },
  },
  { needs: "h", pattern: `${ABOUT}(?<n>${NUMBER}|a)&(?:a_?|_)?(?<half>h)(?<u>U)`, parse: length },
  { needs: "h", pattern: `${ABOUT}(?<n>${NUMBER}|a)-&-a?-?(?<half>h)-?(?<u>U)`, parse: length },
  {
    needs: "UQ",
    pattern: `t(?<n>${NUMBER})-?(?<u>[UQ])`,
    parse: (m) => (/^\s*-?\s*olds?\b/.test(m.after(6)) ? null : length(m)),
  },
  {
    needs: "U",
    pattern: "tq?(?<u>U)",
    parse: (m) => {
      if (m.words("u") !== "year") return null;
      if (/^\s+(?:ended|ending|to end)\b/.test(m.after(10))) return () => loose("DURATION", "P1Y");
      return null;
    },
  },
  {
    needs: "q",
    pattern: "tq(?<u>U)",
    parse: (m) =>
      m.words("u") === "year"
        ? (c) => (c.clock.day?.year ? relative(yearText(c.clock.day.year), c, "the fiscal year") : null)
        : null,
  },
  { needs: "eg", pattern: `(?:t)?(?<u0>U)-[eg](?<n>${NUMBER})(?<u>[UQ])`, parse: length },
  {
    needs: "UQ",
    pattern: "(?:(?<=i)|(?<=i[_jR]))(?<u>[UQ])(?!f?'?[deg])",
    parse: (m) => {
      if (!/s$/.test(m.words("u"))) return null;
      const value = period(unitOf(m), "X");
      return value === null ? null : () => loose("DURATION", value);
    },
  },
  {
    needs: "R",
    pattern: "(?<r>R)(?<u>[UQ])",
    parse: (m) => {
      if (m.words("r") !== "recent" || !/s$/.test(m.words("u"))) return null;
      const value = period(unitOf(m), "X");
      return value === null ? null : () => loose("DURATION", value);
    },
  },
  {
    needs: "U",
    pattern: "(?<u>U)-?_",
    parse: (m) => {
      if (
        !/^(?:day|week|month|year|decade|century|hour)s?-long$/i.test(
          `${m.words("u")}${m.scan.text.slice(m.scan.tokens[0]?.start ?? 0, 0)}`,
        )
      )
        return null;
      return length(m);
    },
  },
];

export const SET_RULES: Rule[] = [
  {
    // "annual meeting", "daily Granma" name a thing; "held annually" tells how often.
    needs: "v",
    pattern: "(?<v>v)",
    parse: (m) =>
      m.words("v") === "hourly" ||
      !/^\s+(?!(?:in|on|at|by|for|to|and|or|with|from|since|as|when|than|through|between|under|until)\b)[a-zA-Z]/.test(
        m.after(12),
      ) ||
      /days$|weekends$/.test(m.words("v")) ||
      (/(?:annual|year)ly?$/.test(m.words("v")) && m.words("v").endsWith("ly"))
        ? () => loose("SET", String(m.value("v")))
        : null,
  },
  {
    needs: "V",
    pattern: `(?<v>V)(?<n>${NUMBER}|_(?=U)|u)?(?<u>[UQw])`,
    parse: (m) => {
      const amount = m.words("n") === "other" ? 2 : (m.number("n") ?? 1);
      const value = m.words("u") === "weekend" ? "XXXX-WXX-WE" : period(unitOf(m), amount);
      return value === null ? null : () => loose("SET", value);
    },
  },
  { needs: "W", pattern: "(?<v>V)(?<w>W)", parse: (m) => () => loose("SET", `XXXX-WXX-${m.value("w")}`) },
  { needs: "S", pattern: "(?<v>V)(?<s>S)", parse: (m) => () => loose("SET", `XXXX-${m.value("s")}`) },
  {
    needs: "V",
    pattern: "(?<v>V)(?<m>M)",
    parse: (m) => () => loose("SET", `XXXX-${String(m.value("m")).padStart(2, "0")}`),
  },
  { needs: "V", pattern: "(?<v>V)(?<p>P)", parse: (m) => () => loose("SET", `XXXX-XX-XXT${m.value("p")}`) },
  {
    needs: "U",
    pattern: "(?<a>a)(?<u>U)",
    parse: (m) => {
      const value = period(unitOf(m), 1);
      return value !== null && /\b(?:once|twice|times)\s$/i.test(m.before(8))
        ? () => loose("SET", value)
        : null;
    },
  },
];
