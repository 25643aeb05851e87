/** Officials without a name who belong to somebody the text tells of: "their foreign ministers", "both delegations". */
import type { Tree } from "./tree.ts";
import { words } from "./words.ts";

/** Their plural nouns, lower case. */
export const OFFICIALS = words(
  "ministers ministries representatives delegations officials experts negotiators teams envoys advisers advisors deputies departments aides",
);
const OWN = words("their our his her both respective");

/** Whether the word names such officials, or is a "they" that stands for those last named in its sentence. */
export function isOfficials(tree: Tree, at: number): boolean {
  if (tree.token(at).lower !== "they") return isOwn(tree, at);
  for (let i = at - 1; i >= 0; i--) if (isOwn(tree, i)) return true;
  return false;
}

const isOwn = (tree: Tree, noun: number): boolean =>
  OFFICIALS.has(tree.token(noun).lower) &&
  (tree.hasAny(noun, "nmod:poss", OWN) ||
    tree.hasAny(noun, "amod", OWN) ||
    tree.hasAny(noun, "det", OWN) ||
    tree
      .children(noun, "nmod")
      .some(
        (kid) => COUNTRIES.has(tree.token(kid).lower) && tree.preposition(kid) === "of" && isPair(tree, kid),
      ));

/** "of the two countries", "of both sides". */
const COUNTRIES = words("countries states sides nations parties");
const isPair = (tree: Tree, noun: number): boolean =>
  tree.has(noun, "nummod", "two") || tree.hasAny(noun, "det", OWN) || tree.hasAny(noun, "nmod:poss", OWN);
