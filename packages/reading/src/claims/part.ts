/** Agreements that are told of only inside another one, or only as what was broken: no occurrence of their own. */
import type { FrameMatch } from "../frames/match.ts";
import { words } from "../frames/words.ts";
import type { DocumentContext } from "./context.ts";
import type { Draft } from "./draft.ts";

/** An agreement told inside another one ("a statement on a ceasefire") or only as what was broken is no second agreement. */
export function isPartOfAnother(
  { kind, main, match }: Draft,
  matches: FrameMatch[],
  context: DocumentContext,
): boolean {
  if (kind !== "agreement") return false;
  const above = match.tree.ancestors(match.trigger);
  const upward = [match.trigger, ...above];
  return matches.some((other) => {
    if (
      other !== match &&
      other.frame.kind === "agreement" &&
      (isNextTo(match, other) || isLaidDownIn(match, other))
    )
      return true;
    const steps = above.indexOf(other.trigger);
    if (other === match || steps < 0) return false;
    if (other.frame.frame === "violation") return !main && !isNamedFirst(match, context);
    if (other.frame.kind !== "agreement") return false;
    return upward
      .slice(0, steps + 1)
      .every(
        (i) =>
          /^(nmod|acl|compound|obj|conj|amod)/.test(match.tree.token(i).rel) &&
          match.tree.token(i).rel !== "acl:relcl" &&
          !INCLUDED.has(match.tree.preposition(i) ?? "") &&
          !match.tree.is(i, "conj"),
      );
  });
}

/** "a statement announcing a complete ceasefire": only small words and a participle stand between. */
function isNextTo({ tree, trigger }: FrameMatch, other: FrameMatch): boolean {
  if (other.trigger >= trigger || trigger - other.trigger > 6) return false;
  const between = tree.tokens.slice(other.trigger + 1, trigger);
  return (
    between.every(({ upos, xpos }) => /^(ADP|DET|ADJ)$/.test(upos) || xpos === "VBG") &&
    between.some(({ upos, xpos }) => upos === "ADP" || xpos === "VBG")
  );
}

/** "other agreements, including the A accords": named beside the others, not inside them. */
const INCLUDED = words("including");

const LAID = words("formalised formalized enshrined recorded reflected set laid contained fixed");

/** "agreements, formalised in the statements of …": what holds them is told. */
function isLaidDownIn({ tree, trigger }: FrameMatch, other: FrameMatch): boolean {
  if (other.trigger < trigger) return false;
  const next = tree.token(trigger + 1).lower === "," ? trigger + 2 : trigger + 1;
  if (!LAID.has(tree.tokens[next]?.lower ?? "")) return false;
  return tree.tokens.slice(next + 1, other.trigger).some(({ lower }) => lower === "in");
}

/** A broken agreement that has a name is told of too, unless the text has told of it by that name. */
function isNamedFirst(match: FrameMatch, { drafts }: DocumentContext): boolean {
  const names = namesIn(match);
  const known = drafts.filter(({ kind }) => kind === "agreement").flatMap((draft) => namesIn(draft.match));
  return names.length > 0 && !names.some((name) => known.includes(name));
}

const namesIn = ({ tree, trigger }: FrameMatch): string[] =>
  tree
    .subtree(trigger, (kid) => tree.is(kid, "conj") || tree.is(kid, "acl:relcl"))
    .map((i) => tree.token(i))
    .filter(({ upos, text, i }) => upos === "PROPN" && i !== trigger && /^\p{Lu}/u.test(text))
    .map(({ lower }) => lower);
