/**
 * Arguments read off the word order where a tree may have lost them: the name right before a noun ("President Biden
 * Call with …"), and the name right after the preposition that follows it. Only fills slots that the tree left empty.
 */
import type { ActorMention } from "../mention.ts";
import type { Argument, Predicate } from "./arguments.ts";
import type { Frame } from "./entry.ts";
import type { Tree } from "./tree.ts";

export function nearArguments(
  tree: Tree,
  predicate: Predicate,
  mentions: ActorMention[],
  frame: Frame,
): Argument[] {
  const subject = nearSubject(tree, predicate, mentions);
  if (frame.kind !== "contact" && frame.kind !== "agreement") return subject;
  const joints = frame.kind === "contact" ? /^(with|between)$/ : /^(between|by)$/;
  const { trigger } = predicate;
  const found: Argument[] = subject;
  const has = (slot: string) => predicate.arguments.some((argument) => argument.slot === slot);
  const headOf = (mention: ActorMention) => mention.last;
  if (frame.kind === "contact" && !tree.isVerb(trigger) && !has("poss") && !has("subject")) {
    const before = mentions.find(
      ({ last, actors }) =>
        actors.length > 0 &&
        last < trigger &&
        tree.tokens
          .slice(last + 1, trigger)
          .every((token) =>
            /^(['’]s?|phone|telephone|trilateral|bilateral|virtual|video|-)$/.test(token.lower),
          ),
    );
    for (let mention = before; mention; mention = joinedBefore(tree, mentions, mention))
      found.push({ slot: "poss", head: headOf(mention) });
  }
  // "met Minister X": what follows a contact verb at once is whom it is with.
  if (frame.kind === "contact" && tree.isVerb(trigger) && !has("object") && !has("with")) {
    const next = mentions.find(({ first, actors }) => actors.length > 0 && first === trigger + 1);
    if (next) found.push({ slot: "object", head: headOf(next) });
  }
  for (let i = trigger + 1; i < Math.min(trigger + 7, tree.tokens.length); i++) {
    const token = tree.token(i);
    if (/^[.;:]$/.test(token.text) || (token.upos === "VERB" && i > trigger + 1)) break;
    if (!joints.test(token.lower) || has(token.lower)) continue;
    const next = mentions.find(
      ({ first, last, actors }) => actors.length > 0 && last > i && first <= i + 3 && first > i,
    );
    if (next) found.push({ slot: token.lower, head: headOf(next) });
    break;
  }
  return found;
}

/** "U.S.-Russia summit": the name before the hyphen takes part as well. */
function joinedBefore(
  tree: Tree,
  mentions: ActorMention[],
  { first }: ActorMention,
): ActorMention | undefined {
  return first > 1 && /^[-–—]$/.test(tree.token(first - 1).text)
    ? mentions.find(({ last, actors }) => last === first - 2 && actors.length > 0)
    : undefined;
}

/** A finite verb without a subject in the tree has the names right before it for one ("A and B will exchange …"). */
function nearSubject(tree: Tree, { at, arguments: all }: Predicate, mentions: ActorMention[]): Argument[] {
  if (!tree.isVerb(at) || tree.isPassive(at) || all.some(({ slot }) => slot === "subject")) return [];
  const that = tree.children(at, "mark").find((kid) => tree.token(kid).lower === "that" && kid < at);
  if (that !== undefined) {
    const noun = tree.tokens
      .slice(that + 1, at)
      .find(({ upos, rel }) => /^(NOUN|PROPN)$/.test(upos) && !/^(compound|amod|nmod)/.test(rel));
    if (noun && tree.children(at, "nsubj").length === 0) return [{ slot: "subject", head: noun.i }];
  }
  const finite = /^VB[DPZ]$/.test(tree.token(at).xpos) || tree.children(at, "aux").length > 0;
  if (
    !finite ||
    tree.children(at, "nsubj", "expl", "csubj").length > 0 ||
    (tree.is(at, "conj") && tree.children(at, "aux").length === 0)
  )
    return [];
  const row: ActorMention[] = [];
  let edge = at;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i]!;
    if (mention.last >= edge || mention.actors.length === 0) continue;
    const between = tree.tokens.slice(mention.last + 1, edge);
    const joined =
      row.length === 0
        ? between.every(({ upos }) => /^(AUX|ADV|PART)$/.test(upos))
        : between.length > 0 && between.every(({ lower }) => /^(,|and)$/.test(lower));
    if (!joined) break;
    row.unshift(mention);
    edge = mention.first;
  }
  return row.map(({ last }) => ({ slot: "subject", head: last }));
}
