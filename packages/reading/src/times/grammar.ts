/** Rules as regular expressions over the class string; every match of every rule is a candidate. */
import type { Candidate, Context, Resolved } from "./expression.ts";
import type { Scan, TimeToken } from "./scan.ts";

export interface Match {
  has(group: string): boolean;
  /** Value of the group's first token. */
  value(group: string): number | string;
  /** Number the group's tokens say together ("two hundred", "twenty-five", "2 1/2"); null where they say none. */
  number(group: string): number | null;
  /** The words of the group as written, lower-cased. */
  words(group: string): string;
  /** Text right before and right after the whole match. */
  before(length: number): string;
  after(length: number): string;
  scan: Scan;
}

export type Resolver = (context: Context) => Resolved | null;

export interface Rule {
  /** White space is ignored; class letters as in words.ts. */
  pattern: string;
  /** Null where the words are no time expression after all. */
  parse(match: Match): Resolver | null;
}

interface CompiledRule {
  regex: RegExp;
  parse: Rule["parse"];
}

/** A number in words or digits; bounded, so that a page of number words stays cheap. */
export const NUMBER = "(?:[dYn](?:dd?/d)?|[aN](?=N)|N(?:-?N){0,6}|[dn]N{1,3})";

export const compile = (rules: Rule[]): CompiledRule[] =>
  rules.map(({ pattern, parse }) => ({ regex: new RegExp(pattern.replace(/\s+/g, ""), "dg"), parse }));

export function candidates(scan: Scan, rules: CompiledRule[]): Candidate[] {
  const found: Candidate[] = [];
  rules.forEach(({ regex, parse }, rule) => {
    regex.lastIndex = 0;
    for (let m = regex.exec(scan.classes); m; m = regex.exec(scan.classes)) {
      const to = m.index + m[0].length;
      // A rule may start inside its own last match ("last Monday Tuesday"), never at it.
      regex.lastIndex = m.index + 1;
      if (m[0] === "") continue;
      const resolve = parse(matchOf(scan, m, to));
      if (resolve) found.push({ from: m.index, to, rule, resolve });
    }
  });
  return found;
}

function matchOf(scan: Scan, m: RegExpExecArray, to: number): Match {
  const span = (group: string): [number, number] | undefined => m.indices?.groups?.[group];
  const tokens = (group: string): TimeToken[] => {
    const at = span(group);
    return at ? scan.tokens.slice(at[0], at[1]) : [];
  };
  const start = scan.tokens[m.index]!.start;
  const end = scan.tokens[to - 1]!.end;
  return {
    scan,
    has: (group) => span(group) !== undefined,
    value: (group) => tokens(group)[0]?.value ?? 0,
    number: (group) => sum(tokens(group), scan.text),
    words: (group) => {
      const all = tokens(group);
      return all.length ? scan.text.slice(all[0]!.start, all.at(-1)!.end).toLowerCase() : "";
    },
    before: (length) => scan.text.slice(Math.max(0, start - length), start),
    after: (length) => scan.text.slice(end, end + length),
  };
}

function sum(tokens: TimeToken[], text: string): number | null {
  let total = 0;
  let part = 0;
  let seen = false;
  for (let i = 0; i < tokens.length; i++) {
    const value = Number(tokens[i]!.value);
    const word = text.slice(tokens[i]!.start, tokens[i]!.end);
    if (word === "/" && i > 0 && i + 1 < tokens.length) {
      const top = Number(tokens[i - 1]!.value);
      part = part - top + top / Number(tokens[i + 1]!.value);
      i++;
    } else if (/^[a-z]/i.test(word) && value >= 100) {
      part = (part || 1) * value;
      if (value >= 1000) {
        total += part;
        part = 0;
      }
    } else if (/^\d|^[a-z]{3}/i.test(word) && Number.isFinite(value)) part += value;
    else continue;
    seen = true;
  }
  return seen ? total + part : null;
}

/** Longest first, then earlier rule, then earlier in the text; kept ones do not overlap and come in text order. */
export function choose(found: Candidate[]): Candidate[] {
  const ranked = [...found].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || a.rule - b.rule || a.from - b.from,
  );
  const taken = new Set<number>();
  const kept: Candidate[] = [];
  for (const c of ranked) {
    let free = true;
    for (let i = c.from; free && i < c.to; i++) free = !taken.has(i);
    if (!free) continue;
    for (let i = c.from; i < c.to; i++) taken.add(i);
    kept.push(c);
  }
  return kept.sort((a, b) => a.from - b.from);
}
