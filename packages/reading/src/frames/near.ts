/**
 * Arguments read off the word order where a tree may have lost them: the name right before a noun ("President Biden
 * Call with …"), and the name right after the preposition that follows it. Only fills slots that the tree left empty.
 */
import type { ActorMention } from "../mention.ts";
import type { Argument, Predicate } from "./arguments.ts";
import type { Frame } from "./entry.ts";
import type { Tree } from "./tree.ts";
import { words } from "./words.ts";

const OF_CONTACT = words("with between");
const OF_AGREEMENT = words("between by");
/** Nouns that a "with" after them belongs to: "spoke about his contacts with". */
const CONTACTS = words(
  "contact contacts talks meeting meetings conversation conversations negotiations call calls",
);
const MODES = words("' 's ’ ’s phone telephone trilateral bilateral virtual video -");

/** `mentions` are those that name somebody. */
export function nearArguments(
  tree: Tree,
  { trigger, at, arguments: all }: Predicate,
  mentions: ActorMention[],
  { kind }: Frame,
): Argument[] {
  if (mentions.length === 0 && !tree.has(at, "mark", "that")) return [];
  const found = nearSubject(tree, at, all, mentions);
  if (kind !== "contact" && kind !== "agreement") return found;
  const joints = kind === "contact" ? OF_CONTACT : OF_AGREEMENT;
  const isVerb = tree.isVerb(trigger);
  if (kind === "contact" && !isVerb && !hasSlot(all, "poss") && !hasSlot(all, "subject")) {
    const before = mentions.find(({ last }) => last < trigger && isOnlyModes(tree, last + 1, trigger));
    for (let mention = before; mention; mention = joinedBefore(tree, mentions, mention))
      found.push({ slot: "poss", head: mention.last });
  }
  // "met Minister X": what follows a contact verb at once is whom it is with.
  if (kind === "contact" && isVerb && !hasSlot(all, "object") && !hasSlot(all, "with")) {
    const next = mentions.find(({ first }) => first === trigger + 1);
    if (next) found.push({ slot: "object", head: next.last });
  }
  if (kind === "contact") found.push(...titledWith(tree, trigger, all, mentions));
  for (let i = trigger + 1; i < Math.min(trigger + 7, tree.tokens.length); i++) {
    const { lower, upos } = tree.token(i);
    if (lower === "." || lower === ";" || lower === ":" || (upos === "VERB" && i > trigger + 1)) break;
    if (!joints.has(lower) || hasSlot(all, lower)) continue;
    if (isVerb && i > trigger + 1 && CONTACTS.has(tree.token(i - 1).lower)) break;
    const next = mentions.find(({ first, last }) => last > i && first <= i + 3 && first > i);
    if (next) found.push({ slot: lower, head: next.last });
    break;
  }
  return found;
}

/** How many words an office may have before the name that holds it. */
const OFFICE = 14;
const OFFICIAL = words("for of and the , ( ) 's ’s on to");

/** "met with Organization for X Secretary General A", "with His Highness the Amir of Y B": the name at the end of the office. */
function titledWith(
  tree: Tree,
  trigger: number,
  all: readonly Argument[],
  mentions: ActorMention[],
): Argument[] {
  const found: Argument[] = [];
  for (const { slot, head } of all) {
    if (slot !== "with" || head < trigger || tree.token(head).upos !== "PROPN") continue;
    const next = mentions.find(({ first, last }) => last >= head && first <= head + OFFICE);
    if (!next || next.first <= head || next.kind !== "person" || next.form !== "name") continue;
    const between = tree.tokens.slice(head + 1, next.first);
    if (between.every(({ text, lower }) => /^\p{Lu}/u.test(text) || OFFICIAL.has(lower)))
      found.push({ slot, head: next.last });
  }
  return found;
}

function hasSlot(all: readonly Argument[], slot: string): boolean {
  for (let i = 0; i < all.length; i++) if (all[i]!.slot === slot) return true;
  return false;
}

function isOnlyModes(tree: Tree, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!MODES.has(tree.token(i).lower)) return false;
  return true;
}

/** "U.S.-Russia summit": the name before the hyphen takes part as well. */
function joinedBefore(
  tree: Tree,
  mentions: ActorMention[],
  { first }: ActorMention,
): ActorMention | undefined {
  return first > 1 && /^[-–—]$/.test(tree.token(first - 1).text)
    ? mentions.find(({ last }) => last === first - 2)
    : undefined;
}

const FINITE = words("VBD VBP VBZ");

/** A finite verb without a subject in the tree has the names right before it for one ("A and B will exchange …"). */
function nearSubject(tree: Tree, at: number, all: readonly Argument[], mentions: ActorMention[]): Argument[] {
  if (!tree.isVerb(at) || hasSlot(all, "subject") || tree.isPassive(at)) return [];
  const that = tree.children(at, "mark").find((kid) => tree.token(kid).lower === "that" && kid < at);
  if (that !== undefined) {
    const noun = tree.tokens
      .slice(that + 1, at)
      .find(({ upos, rel }) => /^(NOUN|PROPN)$/.test(upos) && !/^(compound|amod|nmod)/.test(rel));
    if (noun && tree.children(at, "nsubj").length === 0) return [{ slot: "subject", head: noun.i }];
  }
  const isHelped = tree.has(at, "aux");
  if (
    (!isHelped && (tree.is(at, "conj") || !FINITE.has(tree.token(at).xpos))) ||
    tree.children(at, "nsubj", "expl", "csubj").length > 0
  )
    return [];
  const row: ActorMention[] = [];
  let edge = at;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i]!;
    if (mention.last >= edge) continue;
    const between = tree.tokens.slice(mention.last + 1, edge);
    const joined =
      row.length === 0
        ? between.every(({ upos }) => upos === "AUX" || upos === "ADV" || upos === "PART")
        : between.length > 0 && between.every(({ lower }) => lower === "," || lower === "and");
    if (!joined) break;
    row.unshift(mention);
    edge = mention.first;
  }
  return row.map(({ last }) => ({ slot: "subject", head: last }));
}
