/** Frames in one parsed sentence: each trigger whose syntax and arguments fit, with who stands in which slot. */

import type { Knowledge } from "../knowledge.ts";
import type { ActorMention } from "../mention.ts";
import type { Sentence } from "../sentence.ts";
import { type Argument, nounPredicate, type Predicate, verbPredicate } from "./arguments.ts";
import { type Cues, parseCues } from "./cues.ts";
import { type Frame, type FrameLexicon, parseFrames } from "./entry.ts";
import { nearArguments } from "./near.ts";
import { isOfficials } from "./officials.ts";
import { type Party, partiesOf } from "./parties.ts";
import { createPrefilter, type Prefilter } from "./prefilter.ts";
import { type Telling, tellingOf } from "./status.ts";
import { type Tree, treeOf } from "./tree.ts";
import { type TriggerHit, TriggerIndex } from "./triggers.ts";
import { words } from "./words.ts";

export interface FrameMatch {
  frame: Frame;
  /** From the frame, or from the class of the noun in a slot; null where the words do not say. */
  type: string | null;
  sentence: Sentence;
  tree: Tree;
  part: TriggerHit["trigger"]["part"];
  trigger: number;
  /** The token that carries tense: the trigger or its support verb. */
  at: number;
  arguments: Argument[];
  /** Slots that hold an actor. */
  parties: Map<string, Party[]>;
  telling: Telling;
}

export interface MatchInput {
  sentence: Sentence;
  mentions: ActorMention[];
  text: string;
  countries: ReadonlyMap<string, string>;
}

export interface FrameKnowledge {
  lexicon: FrameLexicon;
  index: TriggerIndex;
  prefilter: Prefilter;
  cues: Cues;
}

/** The sentence must be parsed. `hits` are its triggers. In text order of these. */
export function matchFrames(
  input: MatchInput,
  hits: TriggerHit[],
  { lexicon, cues }: FrameKnowledge,
): FrameMatch[] {
  const tree = treeOf(input.sentence);
  const mentions = input.mentions.filter(({ actors }) => actors.length > 0);
  const found: FrameMatch[] = [];
  for (const hit of hits) {
    if (mentions.length === 0 && needsOf(hit).length > 0 && hit.trigger.frame.kind !== "contact") continue;
    if (isOtherSense(tree, hit)) continue;
    const predicate =
      hit.trigger.part === "noun" ? nounPredicate(tree, hit.at, cues) : verbPredicate(tree, hit.at);
    predicate.arguments.push(...nearArguments(tree, predicate, mentions, hit.trigger.frame));
    const match = fit({ tree, hit, predicate, input, mentions, lexicon, cues });
    if (match) found.push(match);
  }
  return found.length > 1 ? withoutDoubles(found) : found;
}

const NOTHING: string[] = [];

const needsOf = ({ trigger: { frame, part } }: TriggerHit): string[] =>
  part === "noun" ? frame.nounNeeds : part === "verb" ? frame.needs : NOTHING;

/** What the words right around the trigger rule out, whoever takes part. */
function isOtherSense(tree: Tree, { trigger: { frame, part }, at }: TriggerHit): boolean {
  if (part === "verb" && frame.bare && hasExtension(tree, at)) return true;
  if (part === "noun" && isModifier(tree, at)) return true;
  return frame.only.length > 0 && !isGovernedBy(tree, at, frame.only);
}

interface Fitting {
  tree: Tree;
  hit: TriggerHit;
  predicate: Predicate;
  input: MatchInput;
  /** Those of the input that name somebody. */
  mentions: ActorMention[];
  lexicon: FrameLexicon;
  cues: Cues;
}

function fit({ tree, hit, predicate, input, mentions, lexicon, cues }: Fitting): FrameMatch | null {
  const { frame, part } = hit.trigger;
  const classes = part === "noun" ? frame.nounClasses : frame.classes;
  const type = typeByClass(tree, predicate.arguments, classes, lexicon);
  if (
    type === null &&
    !isEmpty(classes) &&
    !(frame.bare && part === "noun" && noSuchSlot(predicate, classes))
  )
    return null;
  const parties = new Map<string, Party[]>();
  if (mentions.length > 0)
    for (const { slot, head } of predicate.arguments) {
      const { text, countries } = input;
      const here = partiesOf({ tree, mentions, head, text, cues, countries });
      if (here.length === 0) continue;
      const known = parties.get(slot);
      parties.set(slot, known ? merge(known, here) : here);
    }
  for (const need of needsOf(hit))
    if (!isMet(need, parties) && !(frame.kind === "contact" && isByOfficials(tree, predicate, need)))
      return null;
  if (part === "verb" && frame.person && !parties.get(frame.person)?.some(({ kind }) => kind === "person"))
    return null;
  const telling = tellingOf({ tree, trigger: hit.at, at: predicate.at, cues });
  return {
    frame,
    type: frame.type === null || isGeneral(frame) ? (type ?? frame.type) : frame.type,
    sentence: input.sentence,
    tree,
    part,
    trigger: hit.at,
    at: predicate.at,
    arguments: predicate.arguments,
    parties,
    telling,
  };
}

function isEmpty(record: Record<string, string>): boolean {
  for (const _ in record) return false;
  return true;
}

function isMet(need: string, parties: ReadonlyMap<string, Party[]>): boolean {
  if (parties.size === 0) return false;
  if (!need.includes("|")) return parties.has(need) || parties.has(`setting-${need}`);
  return need.split("|").some((slot) => parties.has(slot) || parties.has(`setting-${slot}`));
}

/** "their foreign ministers will meet": who they are follows from whose they are. */
const isByOfficials = (tree: Tree, { arguments: all }: Predicate, need: string): boolean =>
  need === "subject" && all.some(({ slot, head }) => slot === need && isOfficials(tree, head));

/** "treaty organisation", "ceasefire monitoring centre": the word only qualifies another noun. */
function isModifier(tree: Tree, noun: number): boolean {
  const head = tree.head(noun);
  if (tree.token(noun).rel !== "compound" || head !== noun + 1) return false;
  const { upos } = tree.token(head);
  return upos === "NOUN" || upos === "PROPN";
}

/** A deployment is of what is deployed; the frame's own type is only the fallback. */
const isGeneral = (frame: Frame): boolean => frame.type === "forces";

function merge(one: Party[], other: Party[]): Party[] {
  return [...one, ...other.filter(({ actor }) => !one.some((party) => party.actor === actor))];
}

const noSuchSlot = ({ arguments: all }: Predicate, classes: Record<string, string>): boolean =>
  !all.some(({ slot }) => slot === "of" && slot in classes);

function typeByClass(
  tree: Tree,
  all: Argument[],
  classes: Record<string, string>,
  lexicon: FrameLexicon,
): string | null {
  for (const slot in classes)
    for (const argument of all)
      if (argument.slot === slot)
        for (const head of tree.conjuncts(argument.head)) {
          const type = classOf(tree, head, lexicon.classes.get(classes[slot]!));
          if (type) return type;
        }
  return null;
}

/** The longest phrase of the class that ends in the head noun or starts there ("prisoners of war"). */
export function classOf(tree: Tree, head: number, types: Map<string, string> | undefined): string | null {
  if (!types) return null;
  const lemma = singular(tree.lemma(head));
  const own =
    types.get(head > 0 ? `${singular(tree.lemma(head - 1))} ${lemma}` : lemma) ??
    types.get(phraseFrom(tree, head)) ??
    types.get(lemma) ??
    types.get(tree.token(head).lower);
  if (own !== undefined) return own;
  if (!GROUP.test(lemma)) return null;
  for (const kid of tree.children(head, "nmod")) {
    const type = tree.preposition(kid) === "of" ? classOf(tree, kid, types) : null;
    if (type !== null) return type;
  }
  return null;
}

/** Nouns that stand before those they are made of ("a group of soldiers"). */
const GROUP = /^(group|number|series|dozens?|hundreds?|part|rest|unit|exchange)s?$/;

function phraseFrom({ tokens }: Tree, head: number): string {
  let phrase = singular(tokens[head]!.lower);
  for (let i = head + 1; i < Math.min(head + 3, tokens.length); i++)
    phrase = `${phrase} ${singular(tokens[i]!.lower)}`;
  return phrase;
}

const singular = (word: string): string =>
  !word.endsWith("s")
    ? word
    : word.endsWith("ies") && word.length > 4
      ? `${word.slice(0, -3)}y`
      : /(ss|us|is|remains|forces|POWs)$/.test(word)
        ? word
        : word.slice(0, -1);

/** "call on", "call for", "call it": the bare verb has another sense. */
function hasExtension(tree: Tree, verb: number): boolean {
  for (const kid of tree.children(verb)) {
    const rel = tree.base(kid);
    if (rel === "xcomp" || rel === "ccomp" || rel === "compound" || rel === "iobj") return true;
    if (rel === "obl" && EXTENDS.has(tree.preposition(kid) ?? "")) return true;
  }
  return false;
}

const EXTENDS = words("on upon for");

function isGovernedBy(tree: Tree, noun: number, verbs: string[]): boolean {
  const head = tree.head(noun);
  if (head < 0 || !tree.isVerb(head)) return false;
  const lemma = tree.lemma(head);
  return (
    verbs.includes(lemma) ||
    tree.children(head, "compound").some((kid) => verbs.includes(`${lemma} ${tree.token(kid).lower}`))
  );
}

/** One occurrence is told once per sentence: the noun of "launched an attack" and its verb are the same. */
function withoutDoubles(found: FrameMatch[]): FrameMatch[] {
  return found.filter(
    (match, i) =>
      !found.some(
        (other, j) =>
          j !== i &&
          other.frame.kind === match.frame.kind &&
          (other.trigger === match.trigger
            ? other.parties.size > match.parties.size || (other.parties.size === match.parties.size && j < i)
            : match.part === "verb" && other.at === match.at && other.part === "noun"),
      ),
  );
}

/** Frames and cues from the lexicons "frames" and "cues", indexed. Throws where an entry is malformed. */
export function loadFrames(knowledge: Pick<Knowledge, "lexicons">): FrameKnowledge {
  const lexicon = parseFrames(knowledge.lexicons.frames ?? []);
  const index = new TriggerIndex(lexicon.frames);
  return {
    lexicon,
    index,
    prefilter: createPrefilter(lexicon, index),
    cues: parseCues(knowledge.lexicons.cues ?? []),
  };
}
