/** Rules as regular expressions over the class string; every match of every rule is a candidate. */
import type { Candidate, Context, Resolved } from "./expression.ts";
import type { TimeToken } from "./islands.ts";
import type { Scan } from "./scan.ts";

export type Resolver = (context: Context) => Resolved | null;

export interface Rule {
  /** Every match holds one of these classes: texts without them are not searched. */
  needs: string;
  /** White space is ignored; class letters as in words.ts. */
  pattern: string;
  /** Null where the words are no time expression after all. */
  parse(match: Match): Resolver | null;
}

interface CompiledRule {
  needs: string;
  regex: RegExp;
  parse: Rule["parse"];
}

/** A number in words or digits; bounded, so that a page of number words stays cheap. */
export const NUMBER = "(?:[dYn](?:dd?/d)?|[aN](?=N)|N(?:-?N){0,6}|[dn]N{1,3})";

export const compile = (rules: Rule[]): CompiledRule[] =>
  rules.map(({ needs, pattern, parse }) => ({
    needs,
    regex: new RegExp(pattern.replace(/\s+/g, ""), "dg"),
    parse,
  }));

export function candidates(scan: Scan, rules: CompiledRule[]): Candidate[] {
  const found: Candidate[] = [];
  const { classes } = scan;
  const there = new Uint8Array(128);
  for (let i = 0; i < classes.length; i++) there[classes.charCodeAt(i)] = 1;
  for (let rule = 0; rule < rules.length; rule++) {
    const { needs, regex, parse } = rules[rule]!;
    if (!holdsOne(there, needs)) continue;
    regex.lastIndex = 0;
    for (let m = regex.exec(classes); m; m = regex.exec(classes)) {
      // A rule may start inside its own last match ("last Monday Tuesday"), never at it.
      regex.lastIndex = m.index + 1;
      if (m[0] === "") continue;
      const resolve = parse(new Match(scan, m));
      if (resolve) found.push({ from: m.index, to: m.index + m[0].length, rule, resolve });
    }
  }
  return found;
}

/** `there`: 1 by the code of each class that the text has; class letters are ASCII. */
function holdsOne(there: Uint8Array, needs: string): boolean {
  for (let i = 0; i < needs.length; i++) if (there[needs.charCodeAt(i)] === 1) return true;
  return false;
}

/** What a rule matched, for its `parse`. */
export class Match {
  readonly scan: Scan;
  readonly #groups: Record<string, [number, number]> | undefined;
  readonly #start: number;
  readonly #end: number;

  constructor(scan: Scan, m: RegExpExecArray) {
    this.scan = scan;
    this.#groups = m.indices?.groups;
    this.#start = scan.tokens[m.index]!.start;
    this.#end = scan.tokens[m.index + m[0].length - 1]!.end;
  }
  has(group: string): boolean {
    return this.#groups?.[group] !== undefined;
  }
  /** Value of the group's first token. */
  value(group: string): number | string {
    const span = this.#groups?.[group];
    return span && span[0] < span[1] ? this.scan.tokens[span[0]]!.value : 0;
  }
  /** Number the group's tokens say together ("two hundred", "twenty-five", "2 1/2"); null where they say none. */
  number(group: string): number | null {
    const span = this.#groups?.[group];
    return span ? sum(this.scan.tokens.slice(span[0], span[1]), this.scan.text) : null;
  }
  /** The words of the group as written, lower-cased. */
  words(group: string): string {
    const span = this.#groups?.[group];
    if (!span || span[0] === span[1]) return "";
    const { text, tokens } = this.scan;
    return text.slice(tokens[span[0]]!.start, tokens[span[1] - 1]!.end).toLowerCase();
  }
  /** Text right before and right after the whole match. */
  before(length: number): string {
    return this.scan.text.slice(Math.max(0, this.#start - length), this.#start);
  }
  after(length: number): string {
    return this.scan.text.slice(this.#end, this.#end + length);
  }
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
