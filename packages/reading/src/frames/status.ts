/**
 * How real a frame is told to be, read off the tree from the predicate upward: the nearest word that decides wins
 * ("agreed to call on the sides to withdraw" is a demand). What is only an aim or a topic has no status.
 */
import type { Status } from "@parley/protocol";
import { phrasalLemma, verbArguments } from "./arguments.ts";
import type { Cues } from "./cues.ts";
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

const HAPPENED: Telling = {
  status: "happened",
  by: null,
  cue: null,
  pluperfect: false,
  factive: false,
  reported: false,
};

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
  const pluperfect = isPluperfect(tree, at);
  const above = climb(tree, at, cues);
  if (own && own.status !== "happened") {
    const by = above.by ?? null;
    if (own.status === "planned" && above.status === "offered") return { ...above, pluperfect };
    if (own.status === "planned" && above.status === "demanded") return { ...above, pluperfect };
    if (own.status === "planned" && above.status === "conditional") return { ...above, pluperfect };
    return { ...HAPPENED, ...own, by, pluperfect, factive: above.factive, reported: above.reported };
  }
  return { ...above, pluperfect };
}

type Own = Pick<Telling, "status" | "cue">;

/** What the word's own auxiliaries, negation and adjectives say. */
function ownStatus(tree: Tree, at: number, cues: Cues): Own | null {
  const kids = tree.children(at);
  const words = kids.map((kid) => tree.token(kid).lower);
  const auxiliaries = kids
    .filter((kid) => tree.is(kid, "aux") || tree.is(kid, "cop"))
    .map((kid) => tree.token(kid).lower);
  if (words.some((word) => /^(not|n['’]t|never)$/.test(word))) return { status: "denied", cue: "not" };
  if (kids.some((kid) => tree.is(kid, "det") && tree.token(kid).lower === "no"))
    return { status: "denied", cue: "no" };
  const condition = kids.find(
    (kid) =>
      tree.is(kid, "advcl") &&
      tree.children(kid, "mark").some((mark) => cues["conditional-marks"].has(tree.token(mark).lower)),
  );
  if (condition !== undefined) return { status: "conditional", cue: tree.token(condition).text };
  if (tree.children(at, "mark").some((mark) => /^(if|unless)$/.test(tree.token(mark).lower)))
    return { status: "conditional", cue: "if" };
  if (auxiliaries.some((word) => /^(will|shall|'ll|’ll|would|wo)$/.test(word)))
    return { status: "planned", cue: "will" };
  if (auxiliaries.some((word) => /^(could|may|might)$/.test(word)))
    return { status: "planned", cue: "could" };
  if (auxiliaries.some((word) => /^(should|must|ought)$/.test(word)))
    return { status: "demanded", cue: "must" };
  if (auxiliaries.includes("can")) return { status: null, cue: "can" };
  const infinitive = tree.children(at, "mark").some((mark) => tree.token(mark).lower === "to");
  if (infinitive && auxiliaries.some((word) => /^(is|are|was|were)$/.test(word)))
    return { status: "planned", cue: "is to" };
  if (infinitive && tree.head(at) < 0) return { status: "planned", cue: "to" };
  if (!tree.isVerb(at)) {
    for (const kid of tree.children(at, "amod", "compound", "advmod")) {
      const word = tree.token(kid).lower;
      if (cues["future-adjectives"].has(word)) return { status: "planned", cue: word };
      if (word === "alleged" || word === "purported") return { status: "alleged", cue: word };
    }
    for (const kid of tree.children(at, "acl")) {
      if (/^(scheduled|planned|slated|due|expected)$/.test(tree.token(kid).lower))
        return { status: "planned", cue: tree.token(kid).lower };
      const own = tree.isVerb(kid) && tree.token(kid).rel !== "acl:relcl" ? null : ownModal(tree, kid);
      if (own) return own;
    }
  }
  return null;
}

/** "…, which could be held next year": the relative clause tells it. */
function ownModal(tree: Tree, clause: number): Own | null {
  const below = tree.subtree(clause).map((kid) => tree.token(kid).lower);
  if (below.includes("would") && below.some((word) => /^(should|if|unless)$/.test(word)))
    return { status: "conditional", cue: "should" };
  const modal = tree
    .children(clause, "aux")
    .find((kid) => /^(will|could|would|may|might)$/.test(tree.token(kid).lower));
  if (modal !== undefined) return { status: "planned", cue: tree.token(modal).lower };
  return /^(scheduled|planned|expected|due)$/.test(tree.token(clause).lower)
    ? { status: "planned", cue: tree.token(clause).lower }
    : null;
}

function isPluperfect(tree: Tree, at: number): boolean {
  return tree.children(at, "aux").some((kid) => tree.token(kid).lower === "had");
}

function climb(tree: Tree, start: number, cues: Cues): Telling {
  let reported: Telling | null = null;
  let factive = false;
  let from = start;
  for (const head of tree.ancestors(start)) {
    const decided = decide(tree, from, head, cues);
    // An aim or topic decides only for what it governs itself.
    if (
      decided?.status === null &&
      from !== start &&
      !tree.isVerb(from) &&
      !tree.isVerb(head) &&
      !tree.is(from, "acl")
    ) {
      from = head;
      continue;
    }
    // "concerned by reports that": taken for true, whoever reports it.
    const believed =
      decided?.status === "alleged" &&
      /^reports?$/i.test(decided.cue ?? "") &&
      tree.ancestors(head).some((above) => cues.factive.has(tree.lemma(above)));
    if (believed) return { ...HAPPENED, factive: true };
    if (decided && decided.status !== "happened")
      return {
        ...HAPPENED,
        ...decided,
        factive,
        reported: reported !== null,
        by: decided.by ?? reported?.by ?? null,
      };
    if (decided?.factive) factive = true;
    if (decided?.reported && !reported) reported = { ...HAPPENED, ...decided };
    from = head;
  }
  reported ??= reportedBefore(tree, start, cues);
  return reported ? { ...reported, factive } : { ...HAPPENED, factive };
}

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
function reportedBefore(tree: Tree, at: number, cues: Cues): Telling | null {
  for (let that = at - 1; that > 0 && that > at - 25; that--) {
    const { lower, upos } = tree.token(that);
    if (upos === "PUNCT" && /^[.;:]$/.test(lower)) return null;
    if (lower !== "that" || upos !== "SCONJ") continue;
    for (let verb = that - 1; verb >= 0 && verb > that - 5; verb--)
      if (isSaying(tree, verb, cues)) {
        const before = tree.token(verb - 1);
        const by =
          tree.child(verb, "nsubj") ??
          (before && /^(NOUN|PROPN)$/.test(before.upos) ? before.i : subjectOf(tree, verb));
        return by === null || by === at
          ? null
          : { ...HAPPENED, reported: true, by, cue: tree.token(verb).text };
      }
    return null;
  }
  return null;
}

/** What `head` says about its dependent `from`; null where nothing. */
function decide(tree: Tree, from: number, head: number, cues: Cues): Partial<Telling> | null {
  const lemma = tree.lemma(head);
  const that = tree.children(from, "mark").some((kid) => tree.token(kid).lower === "that");
  const own = tree.token(from).rel.split(":")[0]!;
  const rel = own === "advcl" && that ? "ccomp" : own;
  if (rel === "conj") return sharedModal(tree, from, head);
  if (rel === "parataxis" || rel === "appos" || (rel === "acl" && tree.token(from).rel === "acl:relcl"))
    return null;
  const by =
    tree.isVerb(head) || tree.children(head, "nsubj").length > 0
      ? subjectOf(tree, head)
      : (tree.child(head, "nmod:poss") ?? null);
  const cue = tree.token(head).text;
  const preposition = tree.preposition(from) ?? "";
  const clause = rel === "xcomp" || rel === "ccomp" || rel === "acl" || rel === "csubj";
  const negated = tree
    .children(head, "advmod")
    .some((kid) => /^(not|n['’]t|never)$/.test(tree.token(kid).lower));
  const voiced = clause || rel === "advcl" ? voicedObject(tree, head, from, cues) : null;
  if (voiced) return { ...voiced, by };
  if (clause || rel === "advcl" || rel === "obl" || rel === "nmod" || rel === "obj") {
    if (rel === "advcl") {
      const marks = tree.children(from, "mark").map((kid) => tree.token(kid).lower);
      if (marks.some((mark) => cues["conditional-marks"].has(mark)))
        return { status: "conditional", cue: marks[0] ?? null, by: null };
      const infinitive = marks.includes("to");
      if (!infinitive && cues.alleging.has(lemma)) return { status: "alleged", cue, by };
      if (!infinitive && lemma === "deny") return { status: "denied", cue, by };
      if (!infinitive || !/^(call|ask|urge|appeal)$/.test(lemma)) {
        if (!infinitive) return null;
        const own = ownStatus(tree, head, cues);
        if (own && own.status !== "happened") return { ...own, by };
        // "travelled to Tunis to meet": it came to it. "did X to prevent Y": an aim only.
        return /^(travel|visit|arrive|fly|go|gather|come|convene|speak|meet|return)$/.test(lemma)
          ? null
          : { status: null, cue: "to", by };
      }
    }
    if (cues.denying.has(lemma) && rel !== "obl" && rel !== "nmod") return { status: "denied", cue, by };
    if (cues.averting.has(lemma) && rel !== "obl") return { status: null, cue, by };
    if (cues.demanding.has(lemma) && demands(tree, head, rel, preposition))
      return negated ? { status: null, cue, by } : { status: "demanded", cue, by };
    if (cues.willing.has(lemma) && (clause || rel === "obj" || /^(for|of|to|on)$/.test(preposition)))
      return { status: "offered", cue, by };
    if (cues["conditional-nouns"].has(lemma) && !tree.isVerb(head)) return { status: "conditional", cue, by };
    if (
      cues.planning.has(lemma) &&
      (clause ||
        /^(for|on|of|to)$/.test(preposition) ||
        (rel === "obj" && /^(plan|schedule|announce|expect|prepare)$/.test(lemma)))
    ) {
      const told = rel === "ccomp" && !futureInside(tree, from);
      if (!told)
        return negated || /^no$/.test(determiner(tree, head))
          ? { status: "denied", cue, by }
          : { status: "planned", cue, by };
    }
    if (cues.alleging.has(lemma) && !(lemma === "report" && rel === "obj"))
      return { status: "alleged", cue, by };
    const aimed = rel !== "nmod" || /^(of|for|to|towards?|at|on|in)$/.test(preposition);
    if (aimed && cues["purpose-nouns"].has(lemma) && !tree.isVerb(head)) return { status: null, cue, by };
  }
  if ((rel === "obj" || (rel === "nsubj" && tree.isPassive(head))) && tree.isVerb(head) && !negated) {
    const phrasal = phrasalLemma(tree, head);
    if (cues.cancelling.has(phrasal)) return { status: "denied", cue, by: null };
    if (cues.postponing.has(phrasal)) return { status: "planned", cue, by: null };
  }
  if (lemma === "depend" && (rel === "obl" || rel === "nsubj"))
    return { status: "conditional", cue, by: null };
  if (negated && rel === "ccomp" && /^(mean|think|believe|say|claim|imply|suggest)$/.test(lemma))
    return { status: "denied", cue: `not ${cue}`, by };
  if (cues.factive.has(lemma)) return { status: "happened", factive: true, by, cue };
  if (
    cues.saying.has(lemma) &&
    (rel === "ccomp" ||
      rel === "obj" ||
      rel === "obl" ||
      rel === "csubj" ||
      rel === "xcomp" ||
      rel === "nsubj")
  )
    return { status: "happened", reported: true, by, cue };
  if (rel === "nsubj" || rel === "obj" || rel === "obl") {
    const own = ownStatus(tree, head, cues);
    if (
      rel === "nsubj" &&
      ((own?.status === "planned" && own.cue === "will") || own?.status === "conditional")
    )
      return { ...own, by: null };
  }
  return null;
}

function demands(tree: Tree, head: number, rel: string, preposition: string): boolean {
  const lemma = tree.lemma(head);
  if (lemma === "call") return rel === "xcomp" || rel === "advcl" || rel === "acl" || preposition === "for";
  if (!tree.isVerb(head)) return rel === "acl" || /^(for|of|to)$/.test(preposition) || rel === "nsubj";
  return rel !== "obl" || /^(for|to|on)$/.test(preposition);
}

const determiner = (tree: Tree, at: number): string =>
  tree.children(at, "det").map((kid) => tree.token(kid).lower)[0] ?? "";

function futureInside(tree: Tree, clause: number): boolean {
  return (
    tree.children(clause, "aux").some((kid) => /^(will|would|shall|to)$/.test(tree.token(kid).lower)) ||
    tree.children(clause, "mark").some((kid) => tree.token(kid).lower === "to")
  );
}

/** "expressed willingness to engage", "confirmed its intention to withdraw": the object tells how the infinitive is meant. */
function voicedObject(
  tree: Tree,
  verb: number,
  clause: number,
  cues: Cues,
): Pick<Telling, "status" | "cue"> | null {
  if (
    !/^(express|confirm|declare|reaffirm|affirm|voice|state|announce|reiterate|convey|stress)$/.test(
      tree.lemma(verb),
    )
  )
    return null;
  if (!tree.children(clause, "mark").some((kid) => tree.token(kid).lower === "to")) return null;
  for (const object of tree.children(verb, "obj")) {
    const cue = tree.token(object).text;
    if (cues.willing.has(tree.lemma(object))) return { status: "offered", cue };
    if (cues.planning.has(tree.lemma(object))) return { status: "planned", cue };
  }
  return null;
}

/** "will travel to Doha and meet": the second verb shares the first one's auxiliary unless it has its own subject. */
function sharedModal(tree: Tree, from: number, head: number): Partial<Telling> | null {
  if (!tree.isVerb(from) || tree.children(from, "nsubj", "aux").length > 0) return null;
  const modal = tree
    .children(head, "aux")
    .find((kid) => /^(will|would|shall|should|must)$/.test(tree.token(kid).lower));
  if (modal === undefined || tree.token(from).xpos === "VBD") return null;
  const word = tree.token(modal).lower;
  return { status: /^(should|must)$/.test(word) ? "demanded" : "planned", cue: word, by: null };
}

function subjectOf(tree: Tree, verb: number): number | null {
  return verbArguments(tree, verb).find(({ slot }) => slot === "subject")?.head ?? null;
}
