/**
 * Puts prepositional phrases back where English leaves no choice, whatever the parser chose: "of" hangs on the noun before
 * it, "between" on the noun right before it, "by" on a noun right before it unless the verb is passive. Copies what it changes.
 */
import { rehung, type Token } from "../sentence.ts";
import { words } from "./words.ts";

const NOMINAL = words("NOUN PROPN NUM PRON ADJ VERB");
const HANGING = words("of between by");
const MARKING = words("in at by with during on from to for");
const IN_NAME = words("ADJ NOUN PROPN NUM PUNCT");

/** The same tokens where nothing is to be put back. */
export function reattach(tokens: Token[]): Token[] {
  let now = tokens;
  let dated = false;
  for (let i = 0; i < tokens.length; i++) {
    const { upos, rel, lower, head } = tokens[i]!;
    dated ||= upos === "NUM";
    if (rel !== "case" || head < 0 || i === 0 || !HANGING.has(lower)) continue;
    const noun = now[head]!;
    if (!/^(obl|nmod|conj|dep)/.test(noun.rel) || noun.i < i) continue;
    const host = hostOf(now, i, lower);
    if (host === null || host === noun.head || host === noun.i || reaches(now, host, noun.i)) continue;
    if (now === tokens) now = tokens.slice();
    now[noun.i] = rehung(noun, host, "nmod");
  }
  now = clausal(prepositional(now));
  return dated ? articledDates(datesUnder(now)) : now;
}

/** What a preposition marks is no object: "underlined in a call the importance". */
function prepositional(tokens: Token[]): Token[] {
  let now = tokens;
  for (let i = 0; i < tokens.length; i++) {
    const { rel, head, lower } = tokens[i]!;
    if (rel !== "case" || head < 0) continue;
    const noun = now[head]!;
    if (noun.rel !== "obj" || !MARKING.has(lower)) continue;
    if (now === tokens) now = tokens.slice();
    now[head] = rehung(noun, noun.head, "obl");
  }
  return now;
}

/**
 * A verb under a marker heads a clause and is no noun of the one above ("accused them of shelling a village"), nor does it
 * hang on the doer between ("was accused by them of shelling a village").
 */
function clausal(tokens: Token[]): Token[] {
  let now = tokens;
  for (const { i, rel, head, lower } of tokens) {
    if (rel !== "mark" || head < 0) continue;
    const verb = now[head]!;
    const above = now[verb.head];
    const past = above?.rel === "obl:agent" && (verb.rel === "nmod" || verb.rel === "acl");
    const favoured = nounBefore(now, lower, i, verb);
    if (favoured !== null) {
      if (now === tokens) now = tokens.slice();
      now[head] = rehung(verb, favoured, "acl");
      continue;
    }
    if (verb.upos !== "VERB" || (verb.rel !== "obl" && !past)) continue;
    if (now === tokens) now = tokens.slice();
    now[head] = rehung(verb, past ? above.head : verb.head, "advcl");
  }
  return now;
}

/** "spoke in favour of discussing": after a noun that a preposition opens, "of" goes on with that noun; null elsewhere. */
function nounBefore(tokens: Token[], marker: string, i: number, verb: Token): number | null {
  const noun = tokens[i - 1];
  if (marker !== "of" || noun?.upos !== "NOUN" || noun.rel !== "obl" || verb.rel !== "advcl") return null;
  return noun.head === verb.head && tokens[i - 2]?.rel === "case" && tokens[i - 2]!.lower !== "by"
    ? noun.i
    : null;
}

/** "the October 23, 2020 ceasefire agreement": the date qualifies the noun after it, never the other way round. */
function datesUnder(tokens: Token[]): Token[] {
  let now = tokens;
  for (let i = 0; i < tokens.length; i++) {
    const noun = tokens[i]!;
    const date = now[noun.head];
    if (date === undefined || date.upos !== "NUM" || date.i >= i || i - date.i > 6 || !isNoun(noun)) continue;
    if (now.some(({ head, rel }) => head === i && (rel === "cc" || rel === "case"))) continue;
    if (!now.slice(date.i + 1, i).every(({ upos }) => IN_NAME.has(upos))) continue;
    if (now === tokens) now = tokens.slice();
    now[i] = rehung(noun, date.head, date.rel);
    now[date.i] = rehung(date, i, "nmod:unmarked");
    for (const token of now)
      if (token.head === date.i && token.i < date.i && (token.rel === "case" || token.rel === "det"))
        now[token.i] = rehung(token, i, token.rel);
  }
  return now;
}

/** "the November 9, 2020, statement": the article before a full date is that of the noun after it, whatever the tree has. */
function articledDates(tokens: Token[]): Token[] {
  let now = tokens;
  for (let i = 6; i < tokens.length; i++) {
    const noun = now[i]!;
    if (!isNoun(noun) || now[i - 1]!.text !== "," || now[i - 3]!.text !== ",") continue;
    const [the, month, day, year] = [now[i - 6]!, now[i - 5]!, now[i - 4]!, now[i - 2]!];
    if (the.lower !== "the" || month.upos !== "PROPN" || day.upos !== "NUM" || year.upos !== "NUM") continue;
    if (noun.head === day.head && noun.rel === day.rel) continue;
    if (day.head === i || day.head < 0 || reaches(now, day.head, i)) continue;
    if (now === tokens) now = tokens.slice();
    now[i] = rehung(noun, day.head, day.rel);
    now[day.i] = rehung(day, i, "nmod:unmarked");
    for (let left = day.i - 3; left < day.i; left++) {
      const token = now[left];
      if (token?.head === day.i && (token.rel === "case" || token.rel === "det"))
        now[left] = rehung(token, i, token.rel);
    }
  }
  return now;
}

const isNoun = ({ upos }: Token): boolean => upos === "NOUN" || upos === "PROPN";

/** The noun that the preposition at `i` hangs on; null where the words leave it open. */
function hostOf(tokens: Token[], i: number, preposition: string): number | null {
  const before = tokens[i - 1]!;
  if (preposition === "of") {
    if (!isNoun(before) && before.upos !== "NUM" && before.xpos !== "DT" && before.xpos !== "VBG")
      return null;
    const host = topOfName(tokens, before.i);
    // "the release by Azerbaijan of …": past the doer to the act.
    const by = tokens[host]!;
    const preposed = tokens.find(
      (token) => token.head === host && token.rel === "case" && token.lower === "by" && token.i < host,
    );
    if (preposed && preposed.i > 0 && tokens[preposed.i - 1]!.upos === "NOUN") return preposed.i - 1;
    return NOMINAL.has(by.upos) ? host : null;
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
