/** Contacts that name nobody, or one side only: who takes part is who the text is about, in person or through their states. */
import type { FrameMatch } from "../frames/match.ts";
import { isOfficials } from "../frames/officials.ts";
import type { Party } from "../frames/parties.ts";
import { words } from "../frames/words.ts";
import { countryOf, currentContact, type DocumentContext, voiceOf } from "./context.ts";
import type { Draft } from "./draft.ts";
import { speakersIn } from "./transcript.ts";
import { datesOf } from "./when.ts";

/** "It was agreed to maintain contact": those who are in contact are the ones the text is about. */
export function borrowed(match: FrameMatch, parties: Party[], context: DocumentContext): Party[] {
  const current = currentContact(context);
  const { tree, telling, at, trigger } = match;
  if (!current && parties.length === 0 && isOurs(match)) return ourselves(context);
  if (!current || match.part !== "noun") return parties;
  if (!/^(talks|in-contact|meeting-noun|meeting-one|call-noun|video|call)$/.test(match.frame.frame))
    return parties;
  const met = parties.length === 0 ? bodyMetAt(match, context) : [];
  if (met.length > 0) return met;
  const own = isOfGroup(match) ? [] : parties;
  const dated =
    datesOf(match, context).length > 0 ||
    (telling.status === "planned" && at !== trigger && context.times[match.sentence.i]!.length > 0);
  const definite = tree.children(trigger, "det").some((kid) => tree.token(kid).lower === "the");
  const ahead = telling.status === "planned" || telling.status === "offered";
  const governed =
    /^(agree|maintain|continue|keep|remain|stay)$/.test(tree.lemma(at)) ||
    /^(agreed|willingness|readiness|intention)$/i.test(telling.cue ?? "");
  if (!(ahead ? (governed && !definite) || dated : dated && telling.status === "happened")) return parties;
  if (match.arguments.some(({ slot }) => /^(between|with|of|poss)$/.test(slot))) return parties;
  const others = current.actors.filter(({ actor }) => !own.some((party) => party.actor === actor));
  const borrowed = others.map((one) => borrowedParty(one, context));
  // Contacts "at various levels", negotiations, consultations: between the states, not the two who agreed on them.
  const sentence = match.sentence.tokens.map(({ lower }) => lower).join(" ");
  const official =
    (definite && ahead) ||
    /\b(various|all|different|expert|working) levels?\b/.test(sentence) ||
    /^(negotiations?|consultations?)$/.test(match.tree.token(match.trigger).lower);
  return official ? asStates([...own, ...borrowed]) : [...own, ...borrowed];
}

/** "our talks today", "we had a very positive meeting". */
const isOurs = ({ tree, trigger, part, telling, arguments: all }: FrameMatch): boolean =>
  part === "noun" &&
  telling.status === "happened" &&
  (tree.has(trigger, "nmod:poss", "our") ||
    all.some(({ slot, head }) => slot === "subject" && tree.token(head).lower === "we")) &&
  !all.some(({ slot }) => slot === "with" || slot === "between");

/** Those who take turns in a transcript, each for another state. */
function ourselves(context: DocumentContext): Party[] {
  const speakers = speakersIn(context);
  const states = new Set(speakers.map(({ country }) => country));
  return speakers.length > 1 && states.size === speakers.length && !states.has(null) ? speakers : [];
}

/**
 * "agreed that their foreign ministers would meet", "our deputy prime ministers …, they will meet", "a session of the joint
 * commission": people without a name of the states whose contact the text tells of. Null where the words name others.
 */
export function officialsOf(match: FrameMatch, context: DocumentContext): Party[] | null {
  const current = currentContact(context);
  const subject = match.arguments.find(({ slot }) => slot === "subject")?.head;
  if (!current || current.actors.length < 2) return null;
  if (isOfJointBody(match)) return statesOf(current, context);
  if (match.arguments.some(({ slot }) => slot === "with" || slot === "object")) return null;
  return subject !== undefined && isOfficials(match.tree, subject) ? statesOf(current, context) : null;
}

/** The states of those in a contact; null where some of them stand for none. */
export function statesOf({ actors }: Draft, context: DocumentContext): Party[] | null {
  const states = asStates(actors.map((one) => borrowedParty(one, context)));
  return states.length >= 2 && states.every(({ kind }) => kind === "state") ? states : null;
}

/** "a session of the Intergovernmental Commission": a body that two states have with each other. */
const isOfJointBody = ({ tree, telling, arguments: all }: FrameMatch): boolean =>
  telling.status !== "happened" &&
  all.some(
    ({ slot, head }) =>
      slot === "of" &&
      BODIES.has(tree.lemma(head)) &&
      tree.subtree(head).some((kid) => JOINT.has(tree.token(kid).lower)),
  );
const BODIES = words("council commission committee dialogue");
const JOINT = words("cooperation intergovernmental joint bilateral interstate consultative");

/** "Negotiations are to be held at the OSCE": of the state whose readout it is with the body where they are held. */
function bodyMetAt({ parties, telling }: FrameMatch, context: DocumentContext): Party[] {
  const bodies = (parties.get("at") ?? []).filter(({ kind }) => kind === "organisation");
  const states = asStates(voiceOf(context)).filter(({ kind }) => kind === "state");
  return telling.status === "planned" && bodies.length === 1 && states.length === 1
    ? [...states, ...bodies]
    : [];
}

const borrowedParty = ({ actor, asWorded }: Draft["actors"][number], context: DocumentContext): Party => ({
  actor,
  asWorded,
  kind: "person",
  country: countryOf(actor, context),
  form: "pronoun",
  at: -1,
});

/** "The parties agreed to …", "the leaders …": in a readout they are the two it is about, whoever else a name could mean. */
export const isOfGroup = ({ tree, arguments: all }: FrameMatch): boolean =>
  all.some(
    ({ slot, head }) =>
      slot === "subject" &&
      /^(parties|sides|leaders|presidents|ministers|they|both|interlocutors|two|secretaries|counterparts)$/.test(
        tree.token(head).lower,
      ),
  );

/** "a recent videoconference with X" in a readout is one of its publisher's principal, or of the state where X is one. */
export function withVoice(match: FrameMatch, parties: Party[], context: DocumentContext): Party[] {
  if (
    !currentContact(context) ||
    match.part !== "noun" ||
    parties.length !== 1 ||
    !match.parties.has("with") ||
    match.telling.status !== "happened"
  )
    return parties;
  const voice = voiceOf(context).filter(
    ({ actor, country }) => actor !== parties[0]!.actor && country !== parties[0]!.country,
  );
  return [...(parties[0]!.kind === "person" ? voice : asStates(voice)), ...parties];
}

/** The states that persons stand for; who stands for none stays. */
function asStates(parties: Party[]): Party[] {
  const states = new Map<string, Party>();
  for (const party of parties) {
    const state = party.kind === "person" && party.country ? `state:${party.country}` : party.actor;
    if (!states.has(state))
      states.set(state, { ...party, actor: state, kind: state === party.actor ? party.kind : "state" });
  }
  return [...states.values()];
}
