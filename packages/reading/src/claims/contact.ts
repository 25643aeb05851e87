/** Contacts: who takes part, one contact or several, of which type, at whose initiative. */

import type { FrameMatch } from "../frames/match.ts";
import { type Party, partiesOf, standsFor } from "../frames/parties.ts";
import { words } from "../frames/words.ts";
import { borrowed, isOfGroup, officialsOf, withVoice } from "./borrowed.ts";
import { typeOfContact } from "./contact-type.ts";
import { countryOf, currentContact, type DocumentContext } from "./context.ts";
import { asActors, type Draft, draftOf, partiesIn, withoutStoodFor } from "./draft.ts";
import { isHeading } from "./heading.ts";
import { findInitiator } from "./initiator.ts";
import { legsOf, repetition } from "./series.ts";
import { datesOf } from "./when.ts";

const PARTICIPANT =
  /^(subject|object|indirect|with|between|among|poss|modifier|of|by|from|addressee|hold-by|host-by|conduct-by|organise-by|organize-by|attend-by)$/;
const COUNTERPART = /^(with|between|among|to|object)$/;

export function draftContact(match: FrameMatch, context: DocumentContext): Draft[] {
  const { frame, telling } = match;
  const sent = isSent(match) || isScheduled(match, context);
  if (telling.status === null || (telling.status === "demanded" && !sent)) return [];
  if (isSaidTwice(match, context) || isOfThings(match, context) || isManner(match)) return [];
  const parties = participants(match, context);
  const type = typeOfContact(match, context);
  if (isAnaphoric(match, parties, context)) return retold(match, context);
  const officials = officialsOf(match, context);
  const complete =
    officials ??
    (parties.length >= frame.minimum && !(isOfGroup(match) && frame.type === "talks")
      ? parties
      : withVoice(match, borrowed(match, parties, context), context));
  const heading = isHeading(match, context);
  if (complete.length < (heading ? 1 : frame.minimum)) return [];
  const initiator = findInitiator(match, context, complete);
  const base = {
    ...(sent ? { status: "planned" as const, stance: "promises" as const } : {}),
    type,
    initiator,
    // "the first one was held": another one than the one told of.
    ...(frame.frame === "meeting-one" && telling.status === "happened" ? { background: true } : {}),
    ambiguous: isAmbiguous(match, complete),
    main: heading || isMain(match, context),
    confidence: complete.length >= 2 ? 0.85 : 0.55,
  };
  const current = currentContact(context);
  if (
    current &&
    parties.length > 1 &&
    isSettingOnly(match) &&
    isOf(current, parties) &&
    telling.status === "happened" &&
    datesOf(match, context).length === 0 &&
    (type === current.type || type === "talks" || frame.vague)
  ) {
    current.initiator ??= initiator;
    return [{ ...current, match, sameAs: current, main: false, background: false }];
  }
  const legs = legsOf(match, complete, context);
  const drafts = legs.map(({ parties: group, ...own }) =>
    draftOf(match, {
      ...base,
      actors: asActors(group, "participant"),
      ...(legs.length > 1 ? { ...own, ambiguous: false } : apartness(match, heading)),
      // Ministers do not meet in the meeting of those who sent them.
      ...(officials ? { apart: match.sentence.tokens[match.trigger]!.text } : {}),
    }),
  );
  const again = repetition(match, context);
  if (again && drafts[0]) drafts.push({ ...drafts[0], ...again });
  return drafts;
}

/** "instructed their representatives to hold consultations", "agreed to task experts": who can send them has planned it. */
function isSent({ telling, tree, trigger }: FrameMatch): boolean {
  const cue = telling.status === "demanded" ? (telling.cue ?? "").toLowerCase() : "";
  if (/^(asked|instructed|directed|tasked|dispatched)$/.test(cue)) return true;
  const agreed = tree.ancestors(trigger).some((above) => /^(agree|decide)$/.test(tree.lemma(above)));
  return agreed && /^(instruct|direct|task|dispatch)$/.test(cue);
}

/** "4:30 p.m. X meets with Y": the present with an hour is a schedule, as nothing is reported while it happens. */
function isScheduled({ tree, at, part, telling, sentence }: FrameMatch, context: DocumentContext): boolean {
  if (telling.status !== "happened" || telling.reported) return false;
  const hours = context.times[sentence.i]!.filter(({ when }) => when?.edtf.includes("T"));
  if (hours.length === 0) return false;
  const present =
    PRESENT.has(tree.token(at).xpos) && !tree.has(at, "aux", "have") && !tree.has(at, "aux", "has");
  const listed =
    part === "noun" && hours[0]!.first === 0 && !tree.tokens.some(({ xpos }) => FINITE.has(xpos));
  return present || listed;
}
const PRESENT = words("VBZ VBP");
const FINITE = words("VBD VBZ VBP MD");

/** "held a session by videoconference": how another contact was held. */
const isManner = ({ frame, tree, trigger, arguments: all }: FrameMatch): boolean =>
  frame.frame === "video" &&
  /^(by|via|through)$/.test(tree.preposition(trigger) ?? "") &&
  !tree.has(trigger, "det") &&
  !all.some(({ slot }) => slot === "with" || slot === "between");

/** "A and B met the requirements": what is met are no people. */
const isOfThings = (
  { frame, arguments: all, parties, tree }: FrameMatch,
  { cues }: DocumentContext,
): boolean =>
  frame.frame === "meeting-verb" &&
  !parties.has("object") &&
  !parties.has("with") &&
  all.some(({ slot, head }) => {
    const of = tree.token(head).upos === "NOUN" ? head : (tree.child(head, "nmod") ?? head);
    return slot === "object" && tree.token(of).upos === "NOUN" && !standsFor(tree.lemma(of), cues);
  });

function participants(match: FrameMatch, context: DocumentContext): Party[] {
  const { frame } = match;
  const inSlot = (slot: string) =>
    !frame.destination.includes(slot) &&
    (PARTICIPANT.test(slot) || (slot === "to" && frame.kind === "contact" && frame.destination.length === 0));
  // "Russia and Turkey will continue their dialogue": whoever "their" was taken for, the subject says it.
  const named = (match.parties.get("subject") ?? []).filter(({ form }) => form === "name");
  const own =
    named.length > 1 ? partiesIn(match, (slot) => inSlot(slot) && slot !== "poss") : partiesIn(match, inSlot);
  // One travels to a country; a person one visits takes part.
  for (const slot of frame.destination)
    own.push(...(match.parties.get(slot) ?? []).filter(({ kind }) => kind === "person"));
  own.push(...holderOf(match, own, context));
  const setting = own.length < 2 ? partiesIn(match, (slot) => slot.startsWith("setting-")) : [];
  const all = [...own, ...setting.filter(({ actor }) => !own.some((party) => party.actor === actor))];
  const people = all.filter(({ kind }) => kind !== "agency" && kind !== "outlet" && kind !== "people");
  return withoutStoodFor(
    people.map((party) => ({ ...party, country: party.country ?? countryOf(party.actor, context) })),
  );
}

/** "X spoke about his contacts with", "continued what they discussed during their meeting": theirs are the subject's. */
function holderOf(
  { tree, trigger, part, sentence, parties }: FrameMatch,
  own: Party[],
  context: DocumentContext,
): Party[] {
  if (part !== "noun" || parties.has("subject") || !tree.hasAny(trigger, "nmod:poss", POSSESSIVE)) return [];
  const verb = tree.ancestors(trigger).find((above) => tree.isVerb(above) && tree.has(above, "nsubj"));
  if (verb === undefined) return [];
  const named = partiesOf({
    tree,
    mentions: context.mentions[sentence.i]!,
    head: tree.child(verb, "nsubj")!,
    text: context.document.text,
    cues: context.cues,
    countries: context.countries,
  });
  const fits = tree.has(trigger, "nmod:poss", "their") ? named.length > 1 : named.length === 1;
  return fits ? named.filter(({ actor }) => !own.some((party) => party.actor === actor)) : [];
}
const POSSESSIVE = words("his her its their");

/** "their dialogue and the necessary contacts": two words for the same, unless the second has a counterpart of its own. */
function isSaidTwice(
  { frame, part, tree, trigger, arguments: all }: FrameMatch,
  context: DocumentContext,
): boolean {
  if (part !== "noun" || !tree.is(trigger, "conj")) return false;
  if (all.some(({ slot, head }) => COUNTERPART.test(slot) && tree.head(head) === trigger)) return false;
  const first = tree.head(trigger);
  return context.drafts.some(
    ({ match }) => match.tree === tree && match.trigger === first && match.frame.type === frame.type,
  );
}

/** "the conversation", "the talks": the contact just told, not another one. */
function isAnaphoric(match: FrameMatch, parties: Party[], context: DocumentContext): boolean {
  if (match.part !== "noun") return false;
  const own = partiesIn(match, (slot) => !slot.startsWith("setting-") && slot !== "subject");
  if (own.length > 0 || match.telling.status !== "happened") return false;
  const told = currentContact(context)?.when;
  const date = datesOf(match, context)[0]?.when;
  if (date && told !== undefined && told?.edtf.slice(0, 10) !== date.edtf.slice(0, 10)) return false;
  const determiners = match.tree
    .children(match.trigger, "det", "nmod:poss")
    .map((kid) => match.tree.token(kid).lower);
  const definite =
    determiners.some((word) => /^(the|this|that|their|these|its|his|her)$/.test(word)) ||
    determiners.length === 0;
  if (match.at !== match.trigger && parties.length >= 2 && !definite) return false;
  const headline = context.drafts.every(
    ({ kind, match: other }) => kind !== "contact" || other.sentence.i < context.titleEnd,
  );
  if (headline && match.sentence.i >= context.titleEnd && parties.length >= 2) return false;
  const current = currentContact(context) ?? context.drafts.find(({ kind }) => kind === "contact") ?? null;
  if (current === null) return false;
  return definite || parties.every(({ actor }) => current.actors.some((known) => known.actor === actor));
}

/** "A source said that the topic of the talks was …": another voice on the contact just told makes another account of it. */
function retold(match: FrameMatch, context: DocumentContext): Draft[] {
  const current = currentContact(context);
  if (
    !current ||
    !match.telling.reported ||
    match.telling.by === null ||
    match.sentence === current.match.sentence
  )
    return [];
  const by = partiesOf({
    tree: match.tree,
    mentions: context.mentions[match.sentence.i]!,
    head: match.telling.by,
    text: context.document.text,
    cues: context.cues,
    countries: context.countries,
  });
  if (by.length === 0 || by.some(({ actor }) => current.actors.some((known) => known.actor === actor)))
    return [];
  const { tree, at, trigger } = match;
  const clause = [at, trigger, ...tree.ancestors(trigger)].find((i) => tree.is(i, "ccomp"));
  if (clause === undefined) return [];
  const below = tree.subtree(clause, (kid) => tree.is(kid, "punct") || tree.is(kid, "mark"));
  const first = Math.min(match.telling.by, below[0]!);
  const span = { start: tree.token(tree.subtree(first)[0]!).start, end: tree.token(below.at(-1)!).end };
  return [
    {
      ...current,
      match,
      span,
      sameAs: current,
      main: false,
      background: false,
      confidence: 0.6,
      why: `told again by ${by[0]!.actor}`,
    },
  ];
}

/** "in a phone call" of people whom only the verb around it names. */
const isSettingOnly = ({ parties }: FrameMatch): boolean =>
  [...parties.keys()].every((slot) => slot.startsWith("setting-") || /-by$|^by$/.test(slot));

const isOf = ({ actors }: Draft, parties: Party[]): boolean =>
  actors.length === parties.length &&
  parties.every(({ actor }) => actors.some((known) => known.actor === actor));

/** Each contact that is only wished for or agreed on stands apart from the others of the text; the headline's is told below. */
function apartness(match: FrameMatch, heading: boolean): Partial<Draft> {
  if (heading) return {};
  const { tree, trigger, telling } = match;
  const definite = tree.children(trigger, "det").some((kid) => /^(the|this)$/.test(tree.token(kid).lower));
  const ahead = telling.status === "planned" || telling.status === "offered";
  return match.frame.type === "talks" && ahead && !definite
    ? { apart: `${tree.token(match.at).text} … ${tree.token(trigger).text}` }
    : {};
}

function isMain({ part, at, trigger, telling, tree }: FrameMatch, context: DocumentContext): boolean {
  if (part === "verb")
    return (telling.status === "happened" || telling.status === "planned") && !telling.pluperfect;
  return at !== trigger || tree.head(trigger) < 0 || currentContact(context) === null;
}

const TOGETHER = words("trilateral together joint jointly quadrilateral conference");

function isAmbiguous(match: FrameMatch, parties: Party[]): boolean {
  if (parties.length < 3) return false;
  const counterparts = partiesIn(match, (slot) => slot === "with");
  if (new Set(counterparts.map(({ country, actor }) => country ?? actor)).size < 2) return false;
  return !match.sentence.tokens.some(({ lower }) => TOGETHER.has(lower));
}
