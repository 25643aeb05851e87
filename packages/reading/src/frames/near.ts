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
  if (frame.kind !== "contact" && frame.kind !== "agreement") return [];
  const joints = frame.kind === "contact" ? /^(with|between)$/ : /^(between|by)$/;
  const { trigger } = predicate;
  const found: Argument[] = [];
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
