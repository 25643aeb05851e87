/** Words that point at no date: now, recently, soon, in the future, in the past, the coming months, at that time. */
import type { Rule } from "./grammar.ts";
import { loose } from "./resolve.ts";

export const VAGUE_RULES: Rule[] = [
  {
    needs: "r",
    pattern: "(?<r>r)",
    parse: (m) =>
      /\bas $/i.test(m.before(3)) || /^\s+(?:after|before|as)\b/.test(m.after(8))
        ? null
        : () => loose("DATE", String(m.value("r"))),
  },
  {
    needs: "R",
    pattern: "(?<r>R)(?<u>[UQ])?",
    parse: (m) => {
      const word = m.words("r");
      if (
        word === "once" ||
        word === "latest" ||
        (m.has("u") && /s$/.test(m.words("u")) && word === "recent")
      )
        return null;
      if (word === "future") return () => loose("DATE", "FUTURE_REF");
      return () => loose("DATE", "PAST_REF");
    },
  },
  {
    needs: "R",
    pattern: "t(?:_)?(?<r>R)(?!_)",
    parse: (m) => (m.words("r") === "future" ? () => loose("DATE", "FUTURE_REF") : null),
  },
  {
    needs: "TL",
    pattern: "(?:t(?<t>[TL])(?![TLXNdnUQSMWwuab])|(?<cur>T)(?![UQSMWPwk]))",
    parse: (m) => {
      const words = m.has("t") ? m.words("t") : m.words("cur");
      if (words === "past" && m.has("t"))
        return /^\s*[,.;)]|^\s+(?:and|that|but|have|has|had)\b/.test(m.after(6))
          ? () => loose("DATE", "PAST_REF")
          : null;
      return words === "current" ? () => loose("DATE", "PRESENT_REF") : null;
    },
  },
  {
    needs: "X",
    pattern: "t?(?<x>[X])(?<u>[UQ])",
    parse: (m) =>
      /s$/.test(m.words("u")) && m.words("x") !== "following" ? () => loose("DATE", "FUTURE_REF") : null,
  },
  {
    needs: "k",
    pattern: "(?<=i)(?<h>H|tH)(?<k>k)",
    parse: (m) =>
      m.words("k") === "time" && !/same/.test(m.words("h")) ? () => loose("DATE", "PAST_REF") : null,
  },
  {
    // "a long time ago", "some time ago"
    needs: "g",
    pattern: "(?:a_?|j|_)?(?<k>k)(?<g>g)",
    parse: (m) => (m.words("k") === "time" ? () => loose("DATE", "PAST_REF") : null),
  },
  {
    needs: "kT",
    pattern: "(?<=i)t?(?<m>k|T)(?![UQSMWPwkd])",
    parse: (m) =>
      /^(?:moment|present)$/.test(m.words("m")) && /\bat (?:the )?$/i.test(m.before(7))
        ? () => loose("DATE", "PRESENT_REF")
        : null,
  },
  {
    needs: "T",
    pattern: "(?<t>T)(?<u>U)",
    parse: (m) =>
      m.words("t") === "these" && m.words("u") === "days" ? () => loose("DATE", "PRESENT_REF") : null,
  },
];
