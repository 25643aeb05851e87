/**
 * Puts a reporting clause above what it reports ("The talks failed, the ministry said"): parsers hang it now below,
 * now above, and everything after learns from one shape. The sentence's own tokens stay as they are.
 */
import type { Token } from "../sentence.ts";

const REPORTS = new Set([
  "verb say",
  "verb tell",
  "verb manner",
  "verb write",
  "verb ask",
  "verb show",
  "verb think",
  "verb know",
]);
const LOOSE = new Set([
  "parataxis",
  "ccomp",
  "advcl",
  "conj",
  "acl",
  "acl:relcl",
  "appos",
  "dep",
  "discourse",
]);
const BREAK = /^[,"”“»–—-]$|^''$/;

interface Setting {
  childrenOf: (i: number) => readonly number[];
  classNamesOf: (i: number) => readonly string[];
}

function edges(i: number, childrenOf: Setting["childrenOf"]): { first: number; last: number } {
  let [first, last] = [i, i];
  const pending = [i];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    first = Math.min(first, at);
    last = Math.max(last, at);
    pending.push(...childrenOf(at));
  }
  return { first, last };
}

function isReporting(tokens: readonly Token[], token: Token, { childrenOf, classNamesOf }: Setting): boolean {
  if (token.upos !== "VERB" || token.head < 0 || !LOOSE.has(token.rel)) return false;
  if (!classNamesOf(token.i).some((name) => REPORTS.has(name))) return false;
  const below = childrenOf(token.i).map((i) => tokens[i] as Token);
  if (!below.some(({ rel }) => rel.startsWith("nsubj"))) return false;
  if (below.some(({ rel, lower }) => rel === "mark" || rel === "cc" || lower === "who" || lower === "which"))
    return false;
  if (below.some(({ rel, i }) => (rel === "ccomp" || rel === "parataxis") && i > token.i)) return false;
  const { first, last } = edges(token.i, childrenOf);
  const opened = first > 0 && BREAK.test((tokens[first - 1] as Token).text);
  const ownBreak = BREAK.test((tokens[first] as Token).text);
  if (!opened && !ownBreak) return false;
  if (token.head < token.i) return true;
  return (
    last + 1 < tokens.length &&
    (BREAK.test((tokens[last + 1] as Token).text) || BREAK.test((tokens[last] as Token).text))
  );
}

/** The same tokens, or copies with new heads where a reporting clause was raised. */
export function raiseReporting(tokens: readonly Token[], setting: Setting): Token[] {
  let raised: Token[] | null = null;
  for (const token of tokens) {
    const now = raised?.[token.i] ?? token;
    if (!isReporting(tokens, now, setting)) continue;
    raised ??= tokens.map((own) => ({ ...own }));
    const verb = raised[token.i] as Token;
    const reported = raised[verb.head] as Token;
    [verb.head, verb.rel] = [reported.head, reported.rel];
    [reported.head, reported.rel] = [verb.i, "ccomp"];
  }
  return raised ?? (tokens as Token[]);
}
