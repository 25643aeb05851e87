/** The words of a claim: from the first to the last word of its predicate and arguments, clauses that hang on it left out. */
import { words } from "../frames/words.ts";
import type { Draft } from "./draft.ts";

const SMALL = words("PUNCT CCONJ SCONJ ADP");

/** Longest quote: beyond it the far arguments are left out. UTF-16 units; a long English sentence has about 300. */
const LONGEST = 420;

export function spanOf(draft: Draft): { start: number; end: number } {
  if (draft.span) return draft.span;
  const { tree, trigger, at, arguments: all, sentence } = draft.match;
  const position = draft.kind === "position";
  const cut = (kid: number) =>
    tree.is(kid, "parataxis") ||
    (!position && (tree.is(kid, "acl:relcl") || tree.is(kid, "ccomp"))) ||
    (tree.is(kid, "conj") && tree.isVerb(kid)) ||
    (!position && tree.is(kid, "advcl"));
  const inside = new Uint8Array(tree.tokens.length);
  let first = Math.min(trigger, at);
  let last = Math.max(trigger, at);
  const take = (i: number) => {
    inside[i] = 1;
    if (i < first) first = i;
    if (i > last) last = i;
  };
  inside[trigger] = 1;
  inside[at] = 1;
  // "A and B underlined in a phone call": the call has no people of its own.
  let alone = true;
  for (const slot of draft.match.parties.keys()) alone &&= slot.startsWith("setting-");
  const own = draft.match.part === "noun" && at === trigger;
  const above = tree.ancestors(trigger);
  for (const i of tree.subtree(
    own ? trigger : at,
    (kid) => cut(kid) && kid !== trigger && !above.includes(kid),
  ))
    take(i);
  for (const { head, slot } of all)
    if (!slot.startsWith("setting-") || !own || alone)
      for (const i of tree.subtree(head, (kid) => cut(kid) || (tree.is(kid, "conj") && tree.isVerb(kid))))
        if (near(i, trigger)) take(i);
  // A preposition that opens a date or place of the clause stays ("On November 9, …").
  const isTimed = (i: number) => !(own && !alone) && inside[i] === 1;
  while (first < trigger && SMALL.has(tree.token(first).upos) && !isTimed(first)) first++;
  while (last > trigger && tree.token(last).upos === "PUNCT" && !/^["”’)]$/.test(tree.token(last).text))
    last--;
  const start = Math.max(tree.token(first).start, sentence.start);
  const end = Math.min(tree.token(last).end, sentence.end);
  if (end - start <= LONGEST) return { start, end };
  return {
    start: Math.max(start, tree.token(trigger).start - LONGEST / 2),
    end: Math.min(end, tree.token(trigger).end + LONGEST / 2),
  };
}

/** Arguments further off than this many words belong to another clause as often as to this one. */
const near = (i: number, trigger: number): boolean => Math.abs(i - trigger) <= 45;

/** Moved to whole words, so that a cut quote starts and ends between words. */
export function onWords(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  let from = start;
  let to = end;
  while (
    from > 0 &&
    from < to &&
    /\S/.test(text[from - 1]!) &&
    /\S/.test(text[from]!) &&
    /[\p{L}\p{N}]/u.test(text[from - 1]!)
  )
    from++;
  while (
    to < text.length &&
    to > from &&
    /[\p{L}\p{N}]/u.test(text[to]!) &&
    /[\p{L}\p{N}]/u.test(text[to - 1]!)
  )
    to--;
  return { start: from, end: Math.max(to, from) };
}
