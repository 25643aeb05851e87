/**
 * Puts a reporting clause above what it reports ("The talks failed, the ministry said"): parsers hang it now below,
 * now above, and everything after learns from one shape. The sentence's own tokens stay as they are.
 */
import { rehung, type Token } from "../sentence.ts";

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
  /** By token, before anything was raised. */
  children: readonly (readonly number[])[];
  classes: readonly (readonly number[])[];
  /** By class number. */
  names: readonly string[];
}

function edges(i: number, children: Setting["children"]): { first: number; last: number } {
  let [first, last] = [i, i];
  const pending = [i];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    first = Math.min(first, at);
    last = Math.max(last, at);
    for (const child of children[at] as readonly number[]) pending.push(child);
  }
  return { first, last };
}

/** `token` is the one at its place in `tokens`, or what was raised there. */
function isReporting(tokens: readonly Token[], token: Token, { children, classes, names }: Setting): boolean {
  if (token.upos !== "VERB" || token.head < 0 || !LOOSE.has(token.rel)) return false;
  if (!(classes[token.i] as readonly number[]).some((number) => REPORTS.has(names[number] as string)))
    return false;
  let hasSubject = false;
  for (const child of children[token.i] as readonly number[]) {
    const { rel, lower, i } = tokens[child] as Token;
    if (rel === "mark" || rel === "cc" || lower === "who" || lower === "which") return false;
    if ((rel === "ccomp" || rel === "parataxis") && i > token.i) return false;
    hasSubject ||= rel.startsWith("nsubj");
  }
  if (!hasSubject) return false;
  const { first, last } = edges(token.i, children);
  const opened = first > 0 && BREAK.test((tokens[first - 1] as Token).text);
  const ownBreak = BREAK.test((tokens[first] as Token).text);
  if (!opened && !ownBreak) return false;
  if (token.head < token.i) return true;
  return (
    last + 1 < tokens.length &&
    (BREAK.test((tokens[last + 1] as Token).text) || BREAK.test((tokens[last] as Token).text))
  );
}

/** The same tokens, or a list of its own where a reporting clause was raised. */
export function raiseReporting(tokens: Token[], setting: Setting): Token[] {
  let raised = tokens;
  for (let i = 0; i < tokens.length; i++) {
    const verb = raised[i] as Token;
    if (verb.upos !== "VERB" || !isReporting(tokens, verb, setting)) continue;
    if (raised === tokens) raised = tokens.slice();
    const reported = raised[verb.head] as Token;
    raised[i] = rehung(verb, reported.head, reported.rel);
    raised[reported.i] = rehung(reported, verb.i, "ccomp");
  }
  return raised;
}
