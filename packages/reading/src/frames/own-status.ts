/** What a word's own auxiliaries, negation and adjectives say about how real it is. */
import type { Cues } from "./cues.ts";
import type { Telling } from "./status.ts";
import type { Tree } from "./tree.ts";
import { words } from "./words.ts";

export type Own = Pick<Telling, "status" | "cue">;

export const NEGATIONS = words("not n't n’t never");
/** "not only met with", "not unlike how they met": nothing is denied. */
const ADDING = words("only just merely simply unlike");
const FUTURE = words("will shall 'll ’ll would wo");
const POSSIBLE = words("could may might");
const REQUIRED = words("should must ought");
const BEING = words("is are was were");
const SCHEDULED = words("scheduled planned slated due expected");

/** What the word's own auxiliaries, negation and adjectives say. */
export function ownStatus(tree: Tree, at: number, cues: Cues): Own | null {
  const kids = tree.children(at);
  if (kids.length === 0) return null;
  for (const kid of kids)
    if (NEGATIONS.has(tree.token(kid).lower) && !ADDING.has(tree.tokens[kid + 1]?.lower ?? ""))
      return { status: "denied", cue: "not" };
  if (tree.has(at, "det", "no")) return { status: "denied", cue: "no" };
  for (const kid of kids)
    if ((tree.is(kid, "advcl") && isCondition(tree, kid, cues)) || isEventuality(tree, kid))
      return { status: "conditional", cue: tree.token(kid).text };
  if (tree.has(at, "mark", "if") || tree.has(at, "mark", "unless"))
    return { status: "conditional", cue: "if" };
  const helped = auxiliaryStatus(tree, at);
  if (helped) return helped;
  if (tree.isVerb(at)) return null;
  for (const kid of kids) {
    if (!DESCRIBING.has(tree.base(kid))) continue;
    const word = tree.token(kid).lower;
    if (cues["future-adjectives"].has(word)) return { status: "planned", cue: word };
    if (word === "alleged" || word === "purported") return { status: "alleged", cue: word };
  }
  for (const kid of kids) {
    if (!tree.is(kid, "acl")) continue;
    const { lower, rel } = tree.token(kid);
    if (SCHEDULED.has(lower)) return { status: "planned", cue: lower };
    const own = tree.isVerb(kid) && rel !== "acl:relcl" ? null : ownModal(tree, kid);
    if (own) return own;
  }
  return null;
}

/** "if it escalates", "should it escalate". */
function isCondition(tree: Tree, clause: number, cues: Cues): boolean {
  if (tree.hasAny(clause, "mark", cues["conditional-marks"])) return true;
  const should = tree.children(clause, "aux").find((kid) => tree.token(kid).lower === "should");
  const subject = tree.child(clause, "nsubj");
  return should !== undefined && subject !== undefined && should < subject;
}

/** "in the event of an escalation". */
const isEventuality = (tree: Tree, kid: number): boolean =>
  (tree.is(kid, "obl") || tree.is(kid, "nmod")) &&
  tree.token(kid).lower === "event" &&
  tree.preposition(kid) === "in" &&
  tree.has(kid, "det", "the") &&
  tree.has(kid, "nmod");

const DESCRIBING = words("amod compound advmod");

function auxiliaryStatus(tree: Tree, at: number): Own | null {
  const holds = (list: ReadonlySet<string>) => tree.hasAny(at, "aux", list) || tree.hasAny(at, "cop", list);
  const infinitive = tree.has(at, "mark", "to");
  if (tree.has(at, "aux") || tree.has(at, "cop")) {
    if (holds(FUTURE)) return { status: "planned", cue: "will" };
    if (holds(POSSIBLE)) return { status: "planned", cue: "could" };
    if (holds(REQUIRED)) return { status: "demanded", cue: "must" };
    if (tree.has(at, "aux", "can") || tree.has(at, "cop", "can")) return { status: null, cue: "can" };
    if (infinitive && holds(BEING)) return { status: "planned", cue: "is to" };
  }
  return infinitive && tree.head(at) < 0 ? { status: "planned", cue: "to" } : null;
}

const MODALS = words("will could would may might");
const CONDITIONS = words("should if unless");

/** "…, which could be held next year": the relative clause tells it. */
function ownModal(tree: Tree, clause: number): Own | null {
  const below = tree.subtree(clause).map((kid) => tree.token(kid).lower);
  if (below.includes("would") && below.some((word) => CONDITIONS.has(word)))
    return { status: "conditional", cue: "should" };
  for (const kid of tree.children(clause, "aux")) {
    const { lower } = tree.token(kid);
    if (MODALS.has(lower)) return { status: "planned", cue: lower };
  }
  const { lower } = tree.token(clause);
  return lower !== "slated" && SCHEDULED.has(lower) ? { status: "planned", cue: lower } : null;
}
