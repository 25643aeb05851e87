/**
 * How real a frame is told to be, read off the tree from the predicate upward: the nearest word that decides wins
 * ("agreed to call on the sides to withdraw" is a demand). What is only an aim or a topic has no status.
 */
import type { Status } from "@parley/protocol";
import { verbArguments } from "./arguments.ts";
import type { Cues } from "./cues.ts";
import { decide } from "./decide.ts";
import { ownStatus } from "./own-status.ts";
import type { Tree } from "./tree.ts";

export interface Telling {
  /** Null where the words speak of no occurrence: an aim, a topic, something averted. */
  status: Status | null;
  /** Head token of who demands, offers, denies, alleges or tells it, where the sentence says so. */
  by: number | null;
  /** The word that decided, for `why`. */
  cue: string | null;
  pluperfect: boolean;
  /** A factive word stands over it: the speaker takes it for true. */
  factive: boolean;
  /** Told in the words of somebody (`by`), not in the text's own voice. */
  reported: boolean;
}

export interface StatusQuestion {
  tree: Tree;
  trigger: number;
  /** The token that carries tense: the trigger or its support verb. */
  at: number;
  cues: Cues;
}

export function tellingOf({ tree, trigger, at, cues }: StatusQuestion): Telling {
  const support = at !== trigger ? ownStatus(tree, at, cues) : null;
  // "The meeting planned for Thursday did not take place": the verb has the last word.
  const own = support?.status === "denied" ? support : (ownStatus(tree, trigger, cues) ?? support);
  const above = climb(tree, at, cues);
  above.pluperfect = tree.has(at, "aux", "had");
  const wished = above.status === "offered" || above.status === "demanded" || above.status === "conditional";
  if (own && own.status !== "happened" && !(own.status === "planned" && wished)) {
    above.status = own.status;
    above.cue = own.cue;
  }
  return above;
}

/** Words above one another in a tree that is none: a guard only. */
const HIGHEST = 60;

/** What the words above say; the caller may change the answer. */
function climb(tree: Tree, start: number, cues: Cues): Telling {
  const telling: Telling = {
    status: "happened",
    by: null,
    cue: null,
    pluperfect: false,
    factive: false,
    reported: false,
  };
  let from = start;
  let head = tree.head(start);
  for (let steps = 0; head >= 0 && steps < HIGHEST; steps++) {
    const decided = decide(tree, from, head, cues);
    if (decided && !isAside(tree, start, from, head, decided.status)) {
      // "concerned by reports that": taken for true, whoever reports it.
      if (
        decided.status === "alleged" &&
        /^reports?$/i.test(decided.cue ?? "") &&
        isUnderFactive(tree, head, cues)
      )
        return { status: "happened", by: null, cue: null, pluperfect: false, factive: true, reported: false };
      if (decided.status !== "happened") {
        const wish = decided.status === "planned" ? wishAbove(tree, head, cues) : null;
        telling.status = wish === null ? decided.status : "demanded";
        telling.cue = wish === null ? decided.cue : tree.token(wish).text;
        if (decided.by === "subject") telling.by = speakerAt(tree, wish ?? head) ?? telling.by;
        return telling;
      }
      if (decided.factive) telling.factive = true;
      if (decided.reported && !telling.reported) {
        telling.reported = true;
        telling.cue = decided.cue;
        telling.by = speakerAt(tree, head);
      }
    }
    from = head;
    head = tree.head(head);
  }
  if (!telling.reported) readBefore(telling, tree, start, cues);
  return telling;
}

/** "urged them to commit to the withdrawal": a plan that is itself demanded is a demand. The demanding word; null elsewhere. */
function wishAbove(tree: Tree, plan: number, cues: Cues): number | null {
  const above = tree.head(plan);
  if (above < 0 || !tree.isVerb(plan)) return null;
  return decide(tree, plan, above, cues)?.status === "demanded" ? above : null;
}

/** An aim or topic decides only for what it governs itself. */
const isAside = (tree: Tree, start: number, from: number, head: number, status: Telling["status"]): boolean =>
  status === null && from !== start && !tree.isVerb(from) && !tree.isVerb(head) && !tree.is(from, "acl");

const isUnderFactive = (tree: Tree, at: number, cues: Cues): boolean =>
  tree.ancestors(at).some((above) => cues.factive.has(tree.lemma(above)));

/** The subject of a verb, the owner of a noun. */
const speakerAt = (tree: Tree, at: number): number | null =>
  tree.isVerb(at) || tree.has(at, "nsubj") ? subjectOf(tree, at) : (tree.child(at, "nmod:poss") ?? null);

/** A verb of saying, also where its past form was taken for an adjective ("the ministry related that"). */
function isSaying(tree: Tree, at: number, cues: Cues): boolean {
  if (tree.isVerb(at)) return cues.saying.has(tree.lemma(at));
  const { upos, lower } = tree.token(at);
  return (
    upos === "ADJ" &&
    lower.endsWith("ed") &&
    (cues.saying.has(lower.slice(0, -1)) || cues.saying.has(lower.slice(0, -2)))
  );
}

/** "the ministry said … that X had …", where the tree has lost the clause: the nearest "that" before it and its verb. */
function readBefore(telling: Telling, tree: Tree, at: number, cues: Cues): void {
  for (let that = at - 1; that > 0 && that > at - 25; that--) {
    const { lower, upos } = tree.token(that);
    if (upos === "PUNCT" && (lower === "." || lower === ";" || lower === ":")) return;
    if (lower !== "that" || upos !== "SCONJ") continue;
    for (let verb = that - 1; verb >= 0 && verb > that - 5; verb--) {
      if (!isSaying(tree, verb, cues)) continue;
      const by = tree.child(verb, "nsubj") ?? nounBefore(tree, verb) ?? subjectOf(tree, verb);
      if (by === null || by === at) return;
      telling.reported = true;
      telling.by = by;
      telling.cue = tree.token(verb).text;
      return;
    }
    return;
  }
}

function nounBefore({ tokens }: Tree, at: number): number | null {
  const before = tokens[at - 1];
  return before && (before.upos === "NOUN" || before.upos === "PROPN") ? before.i : null;
}

function subjectOf(tree: Tree, verb: number): number | null {
  return verbArguments(tree, verb).find(({ slot }) => slot === "subject")?.head ?? null;
}
