/**
 * What one word of a tree says about how real its dependent is: a verb that demands, denies or plans it, a noun it is the
 * aim of, a clause it is the condition of.
 */
import type { Status } from "@parley/protocol";
import { isOneOf } from "./arguments.ts";
import type { Cues } from "./cues.ts";
import { NEGATIONS, ownStatus } from "./own-status.ts";
import type { Tree } from "./tree.ts";
import { words } from "./words.ts";

export interface Decision {
  /** Null for an aim, a topic, something averted. */
  status: Status | null;
  cue: string | null;
  /** Whose words or wish it is: the subject or owner of the deciding word, or nobody's that it names. */
  by: "subject" | "nobody";
  factive: boolean;
  reported: boolean;
}

const decision = (
  status: Decision["status"],
  cue: Decision["cue"],
  by: Decision["by"] = "subject",
): Decision => ({ status, cue, by, factive: false, reported: false });

const GOVERNED = words("xcomp ccomp acl csubj advcl obl nmod obj");
/** What marks a clause as the reason that somebody gives ("warned against it, since …"). */
const REASON = words("since because");
const REPORTED = words("ccomp obj obl csubj xcomp nsubj");
const APPEALING = words("call ask urge appeal");
/** "travelled to Tunis to meet": it came to it. "did X to prevent Y": an aim only. */
const REACHING = words("travel visit arrive fly go gather come convene speak meet return");
const OFFERED = words("for of to on");
const PLANNED = words("plan schedule announce expect prepare");
const AIMED = words("of for to toward towards at on in");
const OPINING = words("mean think believe say claim imply suggest");

/** What `head` says about its dependent `from`; null where nothing. */
export function decide(tree: Tree, from: number, head: number, cues: Cues): Decision | null {
  const own = tree.base(from);
  const rel = own === "advcl" && tree.has(from, "mark", "that") ? "ccomp" : own;
  if (rel === "conj") return sharedModal(tree, from, head);
  if (rel === "parataxis" || rel === "appos" || (rel === "acl" && tree.token(from).rel === "acl:relcl"))
    return null;
  const lemma = tree.lemma(head);
  const cue = tree.token(head).text;
  if (GOVERNED.has(rel)) {
    if (rel !== "obl" && rel !== "nmod" && rel !== "obj") {
      const voiced = voicedObject(tree, head, from, cues);
      if (voiced) return voiced;
    }
    if (rel === "advcl" && !isReason(tree, from)) {
      const mark = tree.child(from, "mark");
      if (tree.hasAny(from, "mark", cues["conditional-marks"]))
        return decision("conditional", tree.token(mark!).lower, "nobody");
      const infinitive = tree.has(from, "mark", "to");
      if (!infinitive)
        return cues.alleging.has(lemma)
          ? decision("alleged", cue)
          : lemma === "deny"
            ? decision("denied", cue)
            : null;
      if (!APPEALING.has(lemma)) {
        const above = ownStatus(tree, head, cues);
        if (above && above.status !== "happened") return decision(above.status, above.cue);
        return REACHING.has(lemma) ? null : decision(null, "to");
      }
    }
    // "issues raised at their meeting", "plans announced at": a participle only says more of the noun.
    const described = rel === "acl" && tree.token(from).xpos === "VBN" && !tree.isVerb(head);
    const governed = described ? null : governedStatus({ tree, from, head, rel, lemma, cue, cues });
    if (governed) return governed;
  }
  if (rel === "xcomp" && cue === "going" && tree.has(from, "mark", "to"))
    return decision(tree.hasAny(head, "advmod", NEGATIONS) ? "denied" : "planned", "going to", "nobody");
  if (rel === "obj" || (rel === "nsubj" && tree.isPassive(head))) {
    const undone = undoing(tree, head, cues);
    if (undone) return undone;
  }
  if (lemma === "depend" && (rel === "obl" || rel === "nsubj")) return decision("conditional", cue, "nobody");
  if (rel === "ccomp" && OPINING.has(lemma) && tree.hasAny(head, "advmod", NEGATIONS))
    return decision("denied", `not ${cue}`);
  if (cues.factive.has(lemma))
    return { status: "happened", cue, by: "subject", factive: true, reported: false };
  if (cues.saying.has(lemma) && (REPORTED.has(rel) || (rel === "advcl" && isReason(tree, from))))
    return { status: "happened", cue, by: "subject", factive: false, reported: true };
  if (rel === "nsubj") {
    const above = ownStatus(tree, head, cues);
    if ((above?.status === "planned" && above.cue === "will") || above?.status === "conditional")
      return decision(above.status, above.cue, "nobody");
  }
  return null;
}

/** "since X did", and the cleft "since it was X that did", whose mark hangs on X. */
const isReason = (tree: Tree, clause: number): boolean =>
  tree.hasAny(clause, "mark", REASON) ||
  tree.children(clause, "advcl").some((kid) => tree.has(kid, "expl") && tree.hasAny(kid, "mark", REASON));

/** "called off the meeting", "the talks were postponed". */
function undoing(tree: Tree, verb: number, cues: Cues): Decision | null {
  if (!tree.isVerb(verb) || tree.hasAny(verb, "advmod", NEGATIONS)) return null;
  if (isOneOf(tree, verb, cues.cancelling)) return decision("denied", tree.token(verb).text, "nobody");
  if (isOneOf(tree, verb, cues.postponing)) return decision("planned", tree.token(verb).text, "nobody");
  return null;
}

interface Governed {
  tree: Tree;
  from: number;
  head: number;
  rel: string;
  lemma: string;
  cue: string;
  cues: Cues;
}

/** By the lists of words that demand, deny, avert, offer, plan or allege what they govern. */
function governedStatus({ tree, from, head, rel, lemma, cue, cues }: Governed): Decision | null {
  const clause = rel === "xcomp" || rel === "ccomp" || rel === "acl" || rel === "csubj";
  const preposition = tree.preposition(from) ?? "";
  const isNegated = () => tree.hasAny(head, "advmod", NEGATIONS);
  if (cues.denying.has(lemma) && rel !== "obl" && rel !== "nmod") return decision("denied", cue);
  if (cues.averting.has(lemma) && rel !== "obl") return decision(null, cue);
  if (cues.demanding.has(lemma) && demands(tree, head, rel, preposition))
    return decision(isNegated() ? null : "demanded", cue);
  // "eager to obtain guarantees": what one wants from others one asks of them.
  if (cues.willing.has(lemma) && clause && OBTAINING.has(tree.lemma(from))) return decision("demanded", cue);
  if (cues.willing.has(lemma) && (clause || rel === "obj" || OFFERED.has(preposition)))
    return decision("offered", cue);
  if (cues["conditional-nouns"].has(lemma) && !tree.isVerb(head)) return decision("conditional", cue);
  if (
    cues.planning.has(lemma) &&
    (clause || OFFERED.has(preposition) || (rel === "obj" && PLANNED.has(lemma))) &&
    (rel !== "ccomp" || futureInside(tree, from))
  )
    return decision(isNegated() || isNone(tree, head) ? "denied" : "planned", cue);
  if (cues.alleging.has(lemma) && !(lemma === "report" && (rel === "obj" || rel === "obl")))
    return decision("alleged", cue);
  const aimed = rel !== "nmod" || AIMED.has(preposition);
  return aimed && cues["purpose-nouns"].has(lemma) && !tree.isVerb(head) ? decision(null, cue) : null;
}

const OBTAINING = words("obtain receive get gain");
const DEMANDED = words("for of to including");
const CALLED = words("for to on");

function demands(tree: Tree, head: number, rel: string, preposition: string): boolean {
  const lemma = tree.lemma(head);
  if (lemma === "call") return rel === "xcomp" || rel === "advcl" || rel === "acl" || preposition === "for";
  if (!tree.isVerb(head)) return rel === "acl" || rel === "nsubj" || DEMANDED.has(preposition);
  return rel !== "obl" || CALLED.has(preposition);
}

function isNone(tree: Tree, at: number): boolean {
  const determiner = tree.child(at, "det");
  return determiner !== undefined && tree.token(determiner).lower === "no";
}

const AHEAD = words("will would shall to");

function futureInside(tree: Tree, clause: number): boolean {
  return tree.hasAny(clause, "aux", AHEAD) || tree.has(clause, "mark", "to");
}

const VOICING = words("express confirm declare reaffirm affirm voice state announce reiterate convey stress");

/** "expressed willingness to engage", "confirmed its intention to withdraw": the object tells how the infinitive is meant. */
function voicedObject(tree: Tree, verb: number, clause: number, cues: Cues): Decision | null {
  if (!VOICING.has(tree.lemma(verb)) || !tree.has(clause, "mark", "to")) return null;
  for (const object of tree.children(verb, "obj")) {
    const cue = tree.token(object).text;
    if (cues.willing.has(tree.lemma(object))) return decision("offered", cue);
    if (cues.planning.has(tree.lemma(object))) return decision("planned", cue);
  }
  return null;
}

/** "will travel to Doha and meet": the second verb shares the first one's auxiliary unless it has its own subject. */
function sharedModal(tree: Tree, from: number, head: number): Decision | null {
  if (!tree.isVerb(from) || tree.children(from, "nsubj", "aux").length > 0) return null;
  if (tree.token(from).xpos === "VBD") return null;
  for (const kid of tree.children(head, "aux")) {
    const { lower } = tree.token(kid);
    if (lower === "should" || lower === "must") return decision("demanded", lower, "nobody");
    if (lower === "will" || lower === "would" || lower === "shall")
      return decision("planned", lower, "nobody");
  }
  return null;
}
