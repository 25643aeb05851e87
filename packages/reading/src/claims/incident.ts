/** Incidents: who did it to whom, with what, how many suffered, who alleges and who denies it. */
import type { Range } from "@parley/protocol";
import type { FrameMatch } from "../frames/match.ts";
import { type Party, partiesOf } from "../frames/parties.ts";
import { words } from "../frames/words.ts";
import type { Told } from "../reading.ts";
import { currentContact, type DocumentContext, voiceOf } from "./context.ts";
import { asActors, type Draft, draftOf, oncePerActor, partiesIn } from "./draft.ts";
import { numberAt } from "./numbers.ts";
import { tellerAbove } from "./teller.ts";

const TARGET_OF =
  /^(destruction|killing|detention|bombing|shelling|bombardment|downing|capture|seizure|arrest|assassination|murder|occupation|massacre|invasion|abduction|kidnapping|shootdown)/;

export function draftIncident(match: FrameMatch, context: DocumentContext): Draft[] {
  const { telling, tree, trigger } = match;
  const status = statusHere(match);
  if (status === null) return [];
  const by = speakerOf(match, context);
  const all = whoAgainstWhom(match, context);
  // Who only tells of it did not do it, where somebody else did.
  const others = all.filter(
    ({ actor, role }) => role !== "actor" || !by.some((party) => party.actor === actor),
  );
  const actors = others.some(({ role }) => role === "actor") ? others : all;
  const actor = actors.find(({ role }) => role === "actor");
  const alleged = status === "alleged" || (status === "happened" && isAllegation(match, context, by));
  const told: Told["status"] = status === "denied" ? "denied" : alleged ? "alleged" : status;
  if (!isSpecific(match, context, actors.length)) return [];
  const mutual = match.tree.tokens.some(
    ({ lower }, i) => lower === "each" && match.tree.tokens[i + 1]?.lower === "other",
  );
  const accusers = alleged ? by.filter((party) => !actors.some((known) => known.actor === party.actor)) : [];
  const denying = told === "denied" ? by : [];
  return [
    draftOf(match, {
      status: told,
      stance: told === "denied" ? "denies" : "asserts",
      // Each accuses the other: both did it, as the other has it.
      actors:
        mutual && alleged
          ? [...actors, ...asActors(by, "accuser")]
          : oncePerActor([...actors, ...asActors(accusers, "accuser")]),
      detail: {
        weapon: weaponOf(match),
        casualties: casualties(match),
        allegedBy: accusers.length === 1 ? accusers[0]!.actor : null,
        deniedBy: denying.map((party) => party.actor),
      },
      main: match.part === "verb",
      confidence: actor || match.part === "verb" ? 0.65 : 0.5,
      why:
        draftOf(match, {}).why +
        (alleged && telling.status === "happened" ? "; told only as somebody's claim" : ""),
    }),
  ].filter(() => tree.token(trigger).upos !== "ADJ");
}

/** An incident that is only wished, feared or warded off is none. */
function statusHere({ telling, tree, trigger, at }: FrameMatch): Told["status"] | null {
  if (telling.status === "happened" || telling.status === "alleged" || telling.status === "denied")
    return telling.status;
  if (telling.status === "planned" || telling.status === "offered") return null;
  // "continues its efforts to sabotage", "a policy to dismantle": what is attempted is under way.
  if (telling.status === null && /^(efforts?|attempts?|policy|steps|actions?)$/i.test(telling.cue ?? ""))
    return "happened";
  // "to end the recent hostilities": what is to be ended is there.
  const definite = tree
    .children(trigger, "det")
    .some((kid) => /^(the|this|these)$/.test(tree.token(kid).lower));
  const head = tree.head(at);
  const ended = head >= 0 && /^(end|stop|halt|investigate|resolve|cease)$/.test(tree.lemma(head));
  const past = tree
    .children(trigger, "amod")
    .some((kid) => /^(recent|ongoing|latest|continued)$/.test(tree.token(kid).lower));
  return (definite || past) && ended && past ? "happened" : null;
}

function whoAgainstWhom(match: FrameMatch, context: DocumentContext): Draft["actors"] {
  const { tree, trigger, part, frame } = match;
  const word = tree.token(trigger).lower;
  const mutual = match.type === "clash";
  const suffered = frame.type === "detention" || TARGET_OF.test(word);
  // "Aleppo's shelling" befell Aleppo; "X's shelling of Aleppo" and "the X shelling of towns" are X's.
  const victimNamed = match.arguments.some(({ slot }) => slot === "of");
  const befellOwner = suffered && !victimNamed;
  const objects = partiesIn(
    match,
    (slot) => slot === "object" || slot === "against" || slot === "at" || (slot === "on" && part === "noun"),
  );
  const doers = partiesIn(
    match,
    (slot) =>
      /^(subject|by|conduct-by|commit-by|carry-by|launch-by|perpetrate-by)$/.test(slot) ||
      (slot === "poss" && !befellOwner) ||
      (slot === "modifier" && suffered && victimNamed) ||
      (slot === "between" && mutual) ||
      (slot === "with" && mutual),
  );
  const owners = partiesIn(
    match,
    (slot) =>
      (slot === "modifier" && !(suffered && victimNamed)) ||
      slot === "of" ||
      (slot === "poss" && befellOwner),
  );
  const violated = frame.type === "violation";
  if (mutual && doers.length + objects.length + owners.length === 0)
    return asActors(neighbours(match, context), "actor");
  return oncePerActor([
    ...asActors(doers, "actor"),
    ...asActors(violated ? [] : objects, mutual ? "actor" : "target"),
    ...asActors(violated ? [] : owners, suffered ? "target" : "actor"),
  ]);
}

/** Fighting "along the border between A and B" is between A and B. */
function neighbours({ tree, trigger, sentence }: FrameMatch, context: DocumentContext): Party[] {
  const between = tree
    .subtree(trigger, (kid) => tree.is(kid, "acl:relcl") || tree.is(kid, "conj"))
    .filter((kid) => tree.is(kid, "nmod") && tree.preposition(kid) === "between");
  return between.flatMap((head) =>
    partiesOf({
      tree,
      mentions: context.mentions[sentence.i]!,
      head,
      text: context.document.text,
      cues: context.cues,
      countries: context.countries,
    }),
  );
}

/** Who stands behind the telling: the subject of the verb that reports, accuses or denies. */
function speakerOf(match: FrameMatch, context: DocumentContext): Party[] {
  const { telling, tree, sentence } = match;
  // "stressed that X continued its efforts to": whose the efforts are is not who tells of them.
  const by = isAttempt(telling.cue) ? tellerAbove(match, context) : telling.by;
  const ofText = telling.reported || isJudged(match) || match.frame.frame === "violation";
  if (by === null) return ofText ? voiceOf(context) : [];
  return partiesOf({
    tree,
    mentions: context.mentions[sentence.i]!,
    head: by,
    text: context.document.text,
    cues: context.cues,
    countries: context.countries,
  });
}

/** A word that none uses of own acts: that they are that is the judgement of whoever tells of them. */
const isJudged = (match: FrameMatch): boolean =>
  isAttempt(match.telling.cue) || (JUDGED_FRAMES.has(match.frame.frame) && JUDGING.test(wordsOf(match)));
const JUDGED_FRAMES = words("provocation violation");
const JUDGING = /\b(?:provocati|aggravat|sabotag|dismantl|ignor|disregard|flout)/i;
const wordsOf = ({ tree, trigger }: FrameMatch): string =>
  [trigger, ...tree.children(trigger, "amod")].map((i) => tree.token(i).text).join(" ");

const isAttempt = (cue: string | null): boolean =>
  /^(efforts?|attempts?|policy|steps|actions?)$/i.test(cue ?? "");

/** In somebody's words, or in a readout, whose words are its publisher's. */
const isTold = ({ telling }: FrameMatch, context: DocumentContext): boolean =>
  telling.reported || isAttempt(telling.cue) || currentContact(context) !== null;

/** One side telling of what the other did, without a word that takes it for granted, is a claim of that side. */
function isAllegation(match: FrameMatch, context: DocumentContext, by: Party[]): boolean {
  const doers = partiesIn(match, (slot) => /^(subject|by|poss|modifier)$/.test(slot));
  // "concerned about X's provocative actions": that they are that is the speaker's own judgement, also where it is taken for granted.
  if (doers.length === 0 || match.frame.frame === "war") return false;
  if (match.telling.factive && !isJudged(match)) return false;
  if (by.length === 0 || !isTold(match, context)) return false;
  const speakers = by;
  const told = doers.filter((doer) => !by.some(({ actor }) => actor === doer.actor));
  return speakers.every(
    ({ actor, country, kind }) =>
      told.length > 0 &&
      kind !== "agency" &&
      kind !== "outlet" &&
      told.every((doer) => doer.actor !== actor && (doer.country ?? "") !== (country ?? "-")),
  );
}

/** "Attacks must stop" tells of none in particular: it takes a party, a place, a date or a definite word, two of them for a noun. */
function isSpecific(match: FrameMatch, context: DocumentContext, actors: number): boolean {
  const { tree, trigger, part, sentence, telling } = match;
  const below = new Set(
    tree.subtree(
      part === "verb" ? match.at : trigger,
      (kid) => tree.is(kid, "acl:relcl") || tree.is(kid, "conj"),
    ),
  );
  const within = ({ first, last }: { first: number; last: number }) => below.has(first) || below.has(last);
  const placed = context.places[sentence.i]!.some(within);
  const dated = context.times[sentence.i]!.some((time) => time.when !== null && within(time));
  if (part === "verb")
    return (
      actors > 0 ||
      ((placed || dated) && match.arguments.some(({ slot }) => slot === "object" || slot === "subject"))
    );
  const determiner = tree.children(trigger, "det").map((kid) => tree.token(kid).lower)[0] ?? "";
  if (/^(any|no|every|all|such)$/.test(determiner) && telling.status !== "denied") return false;
  const particular = tree
    .children(trigger, "amod", "nummod")
    .some((kid) =>
      /^(recent|ongoing|latest|several|new|renewed|continued|deadly|heavy|fierce|large-scale|two|three|four|serious|\d+)$/.test(
        tree.token(kid).lower,
      ),
    );
  const definite =
    /^(the|this|these|that|those)$/.test(determiner) ||
    particular ||
    tree.children(trigger, "nmod:poss").length > 0;
  const told =
    match.at !== match.trigger ||
    telling.factive ||
    telling.reported ||
    telling.status === "alleged" ||
    telling.status === "denied";
  return (
    Number(actors > 0) + Number(placed) + Number(dated) + Number(definite) + Number(told) >= 2 &&
    (actors > 0 || placed || dated || (definite && particular))
  );
}

function weaponOf({ tree, trigger, arguments: all }: FrameMatch): string | null {
  for (const { slot, head } of all) {
    if (slot !== "with" && slot !== "using" && slot !== "subject" && slot !== "modifier") continue;
    const words = tree.subtree(
      head,
      (kid) => tree.is(kid, "acl") || tree.is(kid, "conj") || tree.is(kid, "det") || tree.is(kid, "case"),
    );
    const weapon = words.find((i) => WEAPON.test(tree.token(i).text));
    if (weapon !== undefined) return tree.token(weapon).text;
  }
  const own = tree.tokens.slice(Math.max(0, trigger - 2), trigger).find((token) => WEAPON.test(token.text));
  return own?.text ?? null;
}

const WEAPON =
  /^(F-\d+|SU-\d+|Su-\d+|MiG-\d+|drones?|missiles?|rockets?|artillery|mortars?|tanks?|UAVs?|bombs?|Bayraktar|snipers?|grenades?|ransomware|mines?|howitzers?|helicopters?)$/i;

function casualties(match: FrameMatch): { killed: Range | null; wounded: Range | null } {
  const { tree, trigger, arguments: all } = match;
  const word = tree.lemma(trigger);
  const object = all.find(({ slot }) => slot === "object");
  const count = object ? numberAt(tree, object.head) : null;
  return {
    killed: /^(kill|murder|massacre|assassinate)$/.test(word) ? count : null,
    wounded: /^(wound|injure)$/.test(word) ? count : null,
  };
}
