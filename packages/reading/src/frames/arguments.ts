/**
 * What a predicate takes: subject, object and prepositional arguments of verbs and nouns, with passive, control,
 * relative clauses, shared subjects and support verbs ("had a phone conversation with") undone.
 * A slot is "subject", "object", "indirect", "poss", "modifier" or the preposition itself.
 */
import type { Cues } from "./cues.ts";
import type { Tree } from "./tree.ts";
import { words } from "./words.ts";

export interface Argument {
  slot: string;
  /** Token index of the head of the phrase. Coordination is left to the reader of the argument. */
  head: number;
}

export interface Predicate {
  /** The token that carries the sense. */
  trigger: number;
  /** The token that carries tense and mood: the verb itself, or the verb that supports the noun. */
  at: number;
  arguments: Argument[];
}

export function verbPredicate(tree: Tree, verb: number): Predicate {
  return { trigger: verb, at: verb, arguments: verbArguments(tree, verb) };
}

export function verbArguments(tree: Tree, verb: number): Argument[] {
  const passive = tree.isPassive(verb);
  const found: Argument[] = [];
  for (const kid of tree.children(verb)) {
    const rel = tree.token(kid).rel;
    if (rel === "nsubj" || rel === "nsubj:outer") {
      // A verb has one subject; what the tree adds is another clause's, or the office before the name next to the verb.
      const first = found.find(({ slot }) => slot === "subject");
      if (!first) found.push({ slot: "subject", head: antecedent(tree, kid) });
      else if (kid < verb && tree.token(kid).upos === "PROPN" && tree.token(first.head).upos === "PROPN")
        first.head = kid;
    } else if (rel === "nsubj:pass") found.push({ slot: "object", head: antecedent(tree, kid) });
    else if (rel === "obj") found.push({ slot: "object", head: antecedent(tree, kid) });
    else if (rel === "iobj") found.push({ slot: "indirect", head: kid });
    else if (tree.is(kid, "obl")) {
      const preposition = tree.preposition(kid);
      const agent = rel === "obl:agent" || (passive && preposition === "by");
      if (agent) found.push({ slot: "subject", head: kid });
      else if (preposition) found.push({ slot: preposition, head: kid });
    }
  }
  // A prepositional phrase after the object often belongs to the verb, whatever the tree says.
  const own = found.length;
  for (let i = 0; i < own; i++)
    if (found[i]!.slot === "object")
      for (const kid of tree.children(found[i]!.head)) {
        if (kid <= verb || !tree.is(kid, "nmod")) continue;
        const preposition = tree.preposition(kid);
        if (preposition && preposition !== "of") found.push({ slot: preposition, head: kid });
      }
  if (tree.token(verb).xpos === "VBN" && tree.is(verb, "acl") && headIn(found, "object") === undefined)
    found.push({ slot: "object", head: tree.head(verb) });
  if (!passive && headIn(found, "subject") === undefined) {
    const subject = subjectBefore(tree, verb) ?? sharedSubject(tree, verb);
    if (subject !== null) found.push({ slot: "subject", head: subject });
  }
  if (passive && tree.is(verb, "conj") && headIn(found, "object") === undefined)
    for (const { slot, head } of verbArguments(tree, tree.head(verb)))
      if (slot === "object") found.push({ slot, head });
  return found;
}

/** A name right before a finite verb is its subject, whatever the tree hung it on: "…, Russia and Turkey will continue". */
function subjectBefore(tree: Tree, verb: number): number | null {
  if (!/^(conj|ccomp|parataxis|root)/.test(tree.token(verb).rel)) return null;
  const auxiliaries = tree.children(verb, "aux");
  if (auxiliaries.length === 0 && !/^VB[DPZ]$/.test(tree.token(verb).xpos)) return null;
  let at = Math.min(verb, ...auxiliaries) - 1;
  if (at < 0 || tree.token(at).upos !== "PROPN" || tree.head(at) === verb) return null;
  while (tree.is(at, "flat") || tree.is(at, "compound") || tree.is(at, "nmod")) {
    const head = tree.head(at);
    if (head < 0 || head > at || !/^(NOUN|PROPN)$/.test(tree.token(head).upos)) break;
    at = head;
  }
  // What another verb governs, what a preposition opens and what the verb itself hangs on is no subject.
  const free = tree.is(at, "conj") || tree.is(at, "appos") || tree.is(at, "dep") || tree.is(at, "parataxis");
  return free && tree.preposition(at) === null && !tree.ancestors(verb).includes(at) ? at : null;
}

/** The head of the first argument in that slot. */
function headIn(all: readonly Argument[], slot: string): number | undefined {
  for (let i = 0; i < all.length; i++) if (all[i]!.slot === slot) return all[i]!.head;
  return undefined;
}

const RELATIVE = words("who whom which that");

/** The noun that a relative pronoun stands for. */
function antecedent(tree: Tree, kid: number): number {
  if (!RELATIVE.has(tree.token(kid).lower)) return kid;
  for (let at = tree.head(kid); at >= 0; at = tree.head(at)) {
    if (tree.is(at, "acl") && tree.head(at) >= 0) return tree.head(at);
    if (!tree.is(at, "conj") && !tree.is(at, "xcomp") && !tree.is(at, "ccomp")) return clefted(tree, kid);
  }
  return clefted(tree, kid);
}

/** "it was NATO that was building up": the noun that the cleft puts forward. */
const clefted = (tree: Tree, kid: number): number =>
  kid > 0 && tree.has(kid - 1, "cop") && tree.has(kid - 1, "expl", "it") ? kid - 1 : kid;

/** Who does it where the clause names nobody: control, coordination, participles. */
export function sharedSubject(tree: Tree, verb: number, depth = 0): number | null {
  const head = tree.head(verb);
  if (head < 0 || depth > 6) return null;
  if (tree.is(verb, "acl") && !tree.isVerb(head)) {
    // "a source informed the agency": a past tense is no participle, whatever hangs it on the noun.
    if (/^VB[GD]$/.test(tree.token(verb).xpos) || tree.token(verb).rel === "acl:relcl") return head;
    return holderOf(tree, head, depth);
  }
  const rel = tree.base(verb);
  if (!SHARING.has(rel)) return null;
  if (rel === "ccomp" && tree.has(verb, "mark")) return null;
  const own = verbSlots(tree, head);
  if (isReproach(tree, verb, head)) {
    const reproached = headIn(own, "object");
    // Of those who accuse each other, both did it.
    if (reproached !== undefined && !MUTUAL.has(tree.token(reproached).lower)) return reproached;
  }
  if ((rel === "xcomp" || rel === "advcl") && tree.has(verb, "mark", "to")) {
    const lemma = tree.lemma(head);
    const controlled = own.find(
      ({ slot }) =>
        slot === "object" ||
        slot === "indirect" ||
        (slot === "on" && (lemma === "call" || lemma === "prevail")),
    );
    if (controlled && !KEPT.has(lemma) && (rel === "xcomp" || CONTROL.has(lemma))) return controlled.head;
  }
  const subject = headIn(own, "subject") ?? (tree.isPassive(head) ? headIn(own, "object") : undefined);
  return subject ?? sharedSubject(tree, head, depth + 1);
}

const SHARING = words("xcomp advcl conj ccomp");
const MUTUAL = words("each other one another");
const ACCUSE = words("accuse suspect convict");
const REPROACH = words("blame criticise criticize condemn denounce rebuke fault thank praise commend");

/** "accused Y of firing", "kept Y from leaving", "blamed Y for shelling": Y does it, whoever says so. */
function isReproach(tree: Tree, verb: number, head: number): boolean {
  if (tree.token(verb).xpos !== "VBG") return false;
  const mark = tree.child(verb, "mark");
  if (mark === undefined) return false;
  const { lower } = tree.token(mark);
  return (
    lower === "of" ||
    lower === "from" ||
    lower === "into" ||
    (lower === "for" && REPROACH.has(tree.lemma(head)))
  );
}
/** Verbs whose infinitive is done by their object, and verbs where it is done by their subject. */
const CONTROL = words(
  "ask call urge request instruct order encourage invite press tell allow force remind want require",
);
const KEPT = words("promise vow pledge use hold make");

const HOLDING = words("of by");
const REFLEXIVE = words("its their his her");

/** "Armenia's decision to provide", "their intention to meet"; in "Armenia continued its efforts to", Armenia. */
function holderOf(tree: Tree, noun: number, depth: number): number | null {
  const holder = tree.child(noun, "nmod:poss");
  if (holder !== undefined) {
    const verb = tree.head(noun);
    const own = verb >= 0 && tree.is(noun, "obj") && REFLEXIVE.has(tree.token(holder).lower);
    return (own ? headIn(verbSlots(tree, verb), "subject") : undefined) ?? holder;
  }
  const by = tree.children(noun, "nmod").find((kid) => HOLDING.has(tree.preposition(kid) ?? ""));
  const head = tree.head(noun);
  if (head >= 0 && tree.isVerb(head)) {
    const subject = headIn(verbSlots(tree, head), "subject");
    if (subject !== undefined) return subject;
    return by ?? sharedSubject(tree, head, depth + 1);
  }
  return by ?? null;
}

function verbSlots(tree: Tree, verb: number): Argument[] {
  const found: Argument[] = [];
  for (const kid of tree.children(verb)) {
    const { rel } = tree.token(kid);
    if (rel === "nsubj") found.push({ slot: "subject", head: antecedent(tree, kid) });
    else if (rel === "obj" || rel === "nsubj:pass")
      found.push({ slot: "object", head: antecedent(tree, kid) });
    else if (rel === "iobj") found.push({ slot: "indirect", head: kid });
    else if (tree.is(kid, "obl")) found.push({ slot: tree.preposition(kid) ?? "", head: kid });
  }
  return found;
}

/** Whether the verb, or the verb with the particle right after it ("called off"), is one of the words. */
export function isOneOf(tree: Tree, verb: number, phrases: ReadonlySet<string>): boolean {
  const lemma = tree.lemma(verb);
  const after = tree.tokens[tree.child(verb, "compound:prt") ?? verb + 1];
  return phrases.has(lemma) || (after !== undefined && phrases.has(`${lemma} ${after.lower}`));
}

const OCCURRING = words("with between among in by at");
const SUPPORTED = words("in to for");
const UPON = words("on upon");
const SET = words("subject to with");

export function nounPredicate(tree: Tree, noun: number, cues: Cues): Predicate {
  const found: Argument[] = ownArguments(tree, noun);
  let top = noun;
  while (tree.is(top, "conj") && tree.head(top) >= 0 && !tree.isVerb(tree.head(top))) top = tree.head(top);
  while (
    tree.is(top, "nmod") &&
    tree.preposition(top) === "of" &&
    cues["quantity-nouns"].has(tree.lemma(tree.head(top)))
  )
    top = tree.head(top);
  const verb = governorBefore(tree, noun, cues);
  const head = verb ?? tree.head(top);
  const accused = accusedOf(tree, top);
  if (accused !== null) found.push({ slot: "subject", head: accused });
  // "They had been in contact", "it was a good meeting": the noun is itself the predicate.
  const copular = tree.has(noun, "cop");
  if (copular)
    for (const kid of tree.children(noun, "nsubj"))
      found.push({ slot: "subject", head: antecedent(tree, kid) });
  if (head < 0 || !tree.isVerb(head) || copular) return { trigger: noun, at: noun, arguments: found };
  const lemma = tree.lemma(head);
  const preposition = tree.preposition(top) ?? "";
  const governs =
    verb !== null || tree.is(top, "obj") || (tree.is(top, "nsubj:pass") && cues["light-verbs"].has(lemma));
  if (governs && cues["light-verbs"].has(lemma)) {
    const conjuncts = tree.conjuncts(top);
    found.push(...verbArguments(tree, head).filter((argument) => !conjuncts.includes(argument.head)));
    return { trigger: noun, at: head, arguments: found };
  }
  // "X called off the meeting with Y": X was to take part.
  if (governs && (isOneOf(tree, head, cues.cancelling) || isOneOf(tree, head, cues.postponing)))
    if (found.some(({ slot }) => slot === "with"))
      found.push(...verbArguments(tree, head).filter(({ slot }) => slot === "subject"));
  if (
    (tree.is(top, "nsubj") || tree.is(top, "nsubj:pass")) &&
    (cues["occur-verbs"].has(lemma) || cues["light-verbs"].has(lemma))
  ) {
    found.push(...verbArguments(tree, head).filter(({ slot }) => OCCURRING.has(slot)));
    return { trigger: noun, at: head, arguments: found };
  }
  const supports = SUPPORTED.has(preposition) || (lemma === "agree" && UPON.has(preposition));
  if (tree.is(top, "obl") && cues["light-verbs"].has(lemma) && supports) {
    found.push(...verbArguments(tree, head).filter(({ head: other }) => other !== top));
    return { trigger: noun, at: head, arguments: found };
  }
  if (tree.is(top, "obl") && cues.settings.has(preposition))
    for (const argument of verbArguments(tree, head))
      if (SET.has(argument.slot) && argument.head !== top)
        found.push({ slot: `setting-${argument.slot}`, head: argument.head });
  return { trigger: noun, at: noun, arguments: found };
}

/** "the possibility of imposing "large-scale" sanctions": a gerund right before the noun phrase governs it, whatever the tree has. */
function governorBefore(tree: Tree, noun: number, cues: Cues): number | null {
  if (!tree.is(noun, "nmod")) return null;
  let at = noun - 1;
  while (
    at >= 0 &&
    (WITHIN.has(tree.token(at).upos) || tree.head(at) === noun) &&
    tree.token(at).xpos !== "VBG"
  )
    at--;
  if (
    at < 0 ||
    tree.token(at).xpos !== "VBG" ||
    tree.head(at) === noun ||
    tree.child(at, "obj") !== undefined
  )
    return null;
  return cues["light-verbs"].has(tree.lemma(at)) ? at : null;
}
const WITHIN = words("ADJ PUNCT DET NOUN");

/** "accused Armenian forces of shelling", "blamed the other side for the attack": the accused did it; null elsewhere. */
function accusedOf(tree: Tree, noun: number): number | null {
  const preposition = tree.preposition(noun);
  const head = tree.head(noun);
  if (head < 0 || (preposition !== "of" && preposition !== "for")) return null;
  // "of" hangs on the noun before it, here the accused.
  const verb = tree.isVerb(head) ? head : tree.head(head);
  if (verb < 0 || !(preposition === "of" ? ACCUSE : REPROACH).has(tree.lemma(verb))) return null;
  const object = verbSlots(tree, verb).find(({ slot }) => slot === "object")?.head ?? null;
  return verb === head || object === head ? object : null;
}

/** "travel to the region, where he will meet with …": what the clause takes is its verb's alone. */
const PLACING = words("where when why how");

function ownArguments(tree: Tree, noun: number): Argument[] {
  const found: Argument[] = [];
  for (const kid of tree.children(noun)) {
    const rel = tree.token(kid).rel;
    if (rel === "nmod:poss") found.push({ slot: "poss", head: kid });
    else if (tree.is(kid, "nmod")) found.push({ slot: tree.preposition(kid) ?? "modifier", head: kid });
    else if (rel === "compound" || rel === "amod") found.push({ slot: "modifier", head: kid });
    else if (tree.is(kid, "acl") && tree.isVerb(kid) && !tree.hasAny(kid, "advmod", PLACING))
      for (const argument of participleArguments(tree, kid)) found.push(argument);
  }
  return found;
}

/** "signed by the leaders", "reached between the sides", "scheduled for December 15". */
function participleArguments(tree: Tree, participle: number): Argument[] {
  const found: Argument[] = [];
  for (const kid of tree.children(participle, "obl")) {
    const preposition = tree.preposition(kid);
    if (preposition === "by") found.push({ slot: `${tree.lemma(participle)}-by`, head: kid });
    else if (preposition) found.push({ slot: preposition, head: kid });
  }
  for (const kid of tree.children(participle, "nsubj"))
    if (!/^(who|which|that)$/.test(tree.token(kid).lower)) found.push({ slot: "subject", head: kid });
  return found;
}
