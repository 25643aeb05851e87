/**
 * Puts prepositional phrases back where English leaves no choice, whatever the parser chose: "of" hangs on the noun before
 * it, "between" on the noun right before it, "by" on a noun right before it unless the verb is passive. Copies what it changes.
 */
import type { Token } from "../sentence.ts";

const NOMINAL = /^(NOUN|PROPN|NUM|PRON|ADJ|VERB)$/;

export function reattach(tokens: Token[]): Token[] {
  let copy: Token[] | null = null;
  for (const { i, lower, rel, head } of tokens) {
    if (rel !== "case" || head < 0 || !/^(of|between|by)$/.test(lower) || i === 0) continue;
    const noun = (copy ?? tokens)[head]!;
    if (!/^(obl|nmod|conj|dep)/.test(noun.rel) || noun.i < i) continue;
    const host = hostOf(copy ?? tokens, i, lower);
    if (host === null || host === noun.head || host === noun.i || reaches(copy ?? tokens, host, noun.i))
      continue;
    copy ??= [...tokens];
    copy[noun.i] = { ...noun, head: host, rel: "nmod" };
  }
  return datesUnder(prepositional(copy ?? tokens));
}

/** What a preposition marks is no object: "underlined in a call the importance". */
function prepositional(tokens: Token[]): Token[] {
  let copy: Token[] | null = null;
  for (const { rel, head, lower } of tokens) {
    if (rel !== "case" || head < 0 || !/^(in|at|by|with|during|on|from|to|for)$/.test(lower)) continue;
    const noun = (copy ?? tokens)[head]!;
    if (noun.rel !== "obj") continue;
    copy ??= [...tokens];
    copy[head] = { ...noun, rel: "obl" };
  }
  return copy ?? tokens;
}

/** "the October 23, 2020 ceasefire agreement": the date qualifies the noun after it, never the other way round. */
function datesUnder(tokens: Token[]): Token[] {
  let copy: Token[] | null = null;
  for (const noun of tokens) {
    const now = copy ?? tokens;
    const date = now[noun.head];
    if (
      !date ||
      date.i >= noun.i ||
      noun.i - date.i > 6 ||
      date.upos !== "NUM" ||
      !/^(NOUN|PROPN)$/.test(noun.upos)
    )
      continue;
    if (now.some(({ head, rel }) => head === noun.i && (rel === "cc" || rel === "case"))) continue;
    if (!now.slice(date.i + 1, noun.i).every(({ upos }) => /^(ADJ|NOUN|PROPN|NUM|PUNCT)$/.test(upos)))
      continue;
    copy ??= [...tokens];
    copy[noun.i] = { ...noun, head: date.head, rel: date.rel };
    copy[date.i] = { ...date, head: noun.i, rel: "nmod:unmarked" };
    for (const token of now)
      if (token.head === date.i && token.i < date.i && /^(case|det)$/.test(token.rel))
        copy[token.i] = { ...token, head: noun.i };
  }
  return copy ?? tokens;
}

/** The noun that the preposition at `i` hangs on; null where the words leave it open. */
function hostOf(tokens: Token[], i: number, preposition: string): number | null {
  const before = tokens[i - 1]!;
  if (preposition === "of") {
    if (!/^(NOUN|PROPN|NUM)$/.test(before.upos) && before.xpos !== "DT" && before.xpos !== "VBG") return null;
    const host = topOfName(tokens, before.i);
    // "the release by Azerbaijan of …": past the doer to the act.
    const by = tokens[host]!;
    const preposed = tokens.find(
      (token) => token.head === host && token.rel === "case" && token.lower === "by" && token.i < host,
    );
    if (preposed && preposed.i > 0 && tokens[preposed.i - 1]!.upos === "NOUN") return preposed.i - 1;
    return NOMINAL.test(by.upos) ? host : null;
  }
  if (before.upos !== "NOUN" && !(before.upos === "PROPN" && preposition === "between")) return null;
  if (preposition === "by") {
    const verb =
      tokens[tokens.find((token) => token.i > i && token.rel !== "case" && token.head >= 0)?.head ?? -1];
    const passive = tokens.some(
      (token) => token.i < i && token.rel === "aux:pass" && (verb === undefined || token.head === verb.i),
    );
    if (passive || tokens.some((token) => token.i < i && token.i > i - 4 && token.xpos === "VBN"))
      return null;
  }
  return before.i;
}

/** From a word inside a name or compound to its head, not leaving the words before the preposition. */
function topOfName(tokens: Token[], from: number): number {
  let at = from;
  for (let steps = 0; steps < 6; steps++) {
    const token = tokens[at]!;
    const inside =
      /^(flat|compound|nmod:desc|amod|nummod|appos)/.test(token.rel) &&
      token.head >= 0 &&
      token.head < from + 1 &&
      Math.abs(token.head - at) <= 4;
    if (!inside) return at;
    at = token.head;
  }
  return at;
}

/** Whether `from` lies under `to`: attaching `to` there would close a circle. */
function reaches(tokens: Token[], from: number, to: number): boolean {
  for (let at = from, steps = 0; at >= 0 && steps <= tokens.length; at = tokens[at]!.head, steps++)
    if (at === to) return true;
  return false;
}
