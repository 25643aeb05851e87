/** Frames in one parsed sentence: each trigger whose syntax and arguments fit, with who stands in which slot. */

import type { Knowledge } from "../knowledge.ts";
import type { ActorMention } from "../mention.ts";
import type { Sentence } from "../sentence.ts";
import { type Argument, nounPredicate, type Predicate, verbPredicate } from "./arguments.ts";
import { type Cues, parseCues } from "./cues.ts";
import { type Frame, type FrameLexicon, parseFrames } from "./entry.ts";
import { nearArguments } from "./near.ts";
import { type Party, partiesOf } from "./parties.ts";
import { createPrefilter, type Prefilter } from "./prefilter.ts";
import { type Telling, tellingOf } from "./status.ts";
import { type Tree, treeOf } from "./tree.ts";
import { indexTriggers, type TriggerHit, type TriggerIndex } from "./triggers.ts";

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
  const found: FrameMatch[] = [];
  for (const hit of hits) {
    const { frame, part } = hit.trigger;
    const predicate = part === "noun" ? nounPredicate(tree, hit.at, cues) : verbPredicate(tree, hit.at);
    predicate.arguments.push(...nearArguments(tree, predicate, input.mentions, frame));
    const match = fit({ tree, hit, predicate, input, lexicon, cues });
    if (match) found.push(match);
  }
  return withoutDoubles(found);
}

interface Fitting {
  tree: Tree;
  hit: TriggerHit;
  predicate: Predicate;
  input: MatchInput;
  lexicon: FrameLexicon;
  cues: Cues;
}

function fit({ tree, hit, predicate, input, lexicon, cues }: Fitting): FrameMatch | null {
  const { frame, part } = hit.trigger;
  const classes = part === "noun" ? frame.nounClasses : frame.classes;
  const type = typeByClass(tree, predicate.arguments, classes, lexicon);
  if (
    Object.keys(classes).length > 0 &&
    type === null &&
    !(frame.bare && part === "noun" && noSuchSlot(predicate, classes))
  )
    return null;
  if (part === "verb" && frame.bare && hasExtension(tree, hit.at)) return null;
  if (part === "noun" && isModifier(tree, hit.at)) return null;
  if (frame.only.length > 0 && !isGovernedBy(tree, hit.at, frame.only)) return null;
  const parties = new Map<string, Party[]>();
  for (const { slot, head } of predicate.arguments) {
    const here = partiesOf({
      tree,
      mentions: input.mentions,
      head,
      text: input.text,
      cues,
      countries: input.countries,
    });
    if (here.length > 0) parties.set(slot, merge(parties.get(slot) ?? [], here));
  }
  const needs = part === "noun" ? frame.nounNeeds : part === "verb" ? frame.needs : [];
  const holds = (slot: string) => parties.has(slot) || parties.has(`setting-${slot}`);
  if (!needs.every((need) => need.split("|").some(holds))) return null;
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

/** "treaty organisation", "ceasefire monitoring centre": the word only qualifies another noun. */
function isModifier(tree: Tree, noun: number): boolean {
  const head = tree.head(noun);
  return (
    tree.token(noun).rel === "compound" && head === noun + 1 && /^(NOUN|PROPN)$/.test(tree.token(head).upos)
  );
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
  for (const [slot, name] of Object.entries(classes))
    for (const argument of all)
      if (argument.slot === slot)
        for (const head of tree.conjuncts(argument.head)) {
          const type = classOf(tree, head, lexicon.classes.get(name));
          if (type) return type;
        }
  return null;
}

/** The longest phrase of the class that ends in the head noun or starts there ("prisoners of war"). */
export function classOf(tree: Tree, head: number, words: Map<string, string> | undefined): string | null {
  if (!words) return null;
  const lemma = singular(tree.lemma(head));
  const before = head > 0 ? `${singular(tree.lemma(head - 1))} ${lemma}` : lemma;
  const after = tree.tokens
    .slice(head, head + 3)
    .map((token) => singular(token.lower))
    .join(" ");
  const through = tree
    .children(head, "nmod")
    .filter(
      (kid) =>
        /^(group|number|series|dozens?|hundreds?|part|rest|unit|exchange)s?$/.test(lemma) &&
        tree.preposition(kid) === "of",
    );
  return (
    words.get(before) ??
    words.get(after) ??
    words.get(lemma) ??
    words.get(tree.token(head).lower) ??
    through.map((kid) => classOf(tree, kid, words)).find((type) => type !== null) ??
    null
  );
}

const singular = (word: string): string =>
  word.endsWith("ies") && word.length > 4
    ? `${word.slice(0, -3)}y`
    : word.endsWith("s") && !/(ss|us|is|remains|forces|POWs)$/.test(word)
      ? word.slice(0, -1)
      : word;

/** "call on", "call for", "call it": the bare verb has another sense. */
function hasExtension(tree: Tree, verb: number): boolean {
  return tree
    .children(verb)
    .some(
      (kid) =>
        tree.is(kid, "xcomp") ||
        tree.is(kid, "ccomp") ||
        tree.is(kid, "compound") ||
        tree.is(kid, "iobj") ||
        (tree.is(kid, "obl") && /^(on|upon|for)$/.test(tree.preposition(kid) ?? "")),
    );
}

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
  const index = indexTriggers(lexicon.frames);
  return {
    lexicon,
    index,
    prefilter: createPrefilter(lexicon, index),
    cues: parseCues(knowledge.lexicons.cues ?? []),
  };
}
