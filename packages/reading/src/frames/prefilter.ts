/**
 * Which sentences are worth a tree: a trigger, and on the surface what its frame cannot do without. Wrongly kept costs a
 * parse; wrongly dropped costs a claim, so only plain conditions stand here.
 */
import type { ActorMention, TimeMention } from "../mention.ts";
import type { Sentence, Token } from "../sentence.ts";
import type { Frame, FrameLexicon } from "./entry.ts";
import { nounForms, verbForms } from "./inflect.ts";
import { OFFICIALS } from "./officials.ts";
import { isTriggerAt, type Trigger, type TriggerIndex } from "./triggers.ts";
import { words } from "./words.ts";

export interface Prefilter {
  index: TriggerIndex;
  /** Surface forms of which the sentence must hold one; absent where a frame asks for none. */
  verbNeeds: Map<Frame, ReadonlySet<string>>;
  nounNeeds: Map<Frame, ReadonlySet<string>>;
}

export function createPrefilter(lexicon: FrameLexicon, index: TriggerIndex): Prefilter {
  const forms = (classes: Record<string, string>) => {
    const words = Object.values(classes).flatMap((name) => [...(lexicon.classes.get(name)?.keys() ?? [])]);
    return new Set(words.flatMap((word) => nounForms(headWord(word))));
  };
  const verbNeeds = new Map<Frame, ReadonlySet<string>>();
  const nounNeeds = new Map<Frame, ReadonlySet<string>>();
  for (const frame of lexicon.frames) {
    if (Object.keys(frame.classes).length > 0) verbNeeds.set(frame, forms(frame.classes));
    if (Object.keys(frame.nounClasses).length > 0 && !frame.bare)
      nounNeeds.set(frame, forms(frame.nounClasses));
    if (frame.only.length > 0)
      nounNeeds.set(frame, new Set(frame.only.flatMap((verb) => verbForms(verb.split(" ")[0]!))));
  }
  return { index, verbNeeds, nounNeeds };
}

function headWord(phrase: string): string {
  const words = phrase.split(" ");
  const of = words.indexOf("of");
  return of > 0 ? words[of - 1]! : words.at(-1)!;
}

const CONCLUDED = words(
  "sign signed signing reach reached agreed agree adopted brokered concluded joint trilateral achieved announced " +
    "declared ratified accord formalised formalized possible",
);
const AHEAD = words("agreed continue maintain willingness readiness");
/** What tells of a dated contact without naming anybody ("The previous round was held on …", "our talks today"). */
const HELD = words("held place scheduled agreed our");
const WITH = words("with");
const JOINTS = words("with to");

/** "strong": a frame that is more than a position. "weak": only a position, with somebody named before its verb. */
export function frameStrength(
  sentence: Sentence,
  mentions: ActorMention[],
  times: TimeMention[],
  { index, verbNeeds, nounNeeds }: Prefilter,
): "strong" | "weak" | null {
  const { tokens } = sentence;
  let weak = false;
  for (let at = 0; at < tokens.length; at++) {
    const triggers = index.at(tokens[at]!.lower);
    if (triggers === undefined) continue;
    for (const trigger of triggers) {
      const { frame } = trigger;
      if (frame.kind === "position" && weak) continue;
      if (!isTriggerAt(tokens, at, trigger)) continue;
      if (frame.kind === "position") {
        weak = hasSpeakerBefore(sentence, at, mentions);
        continue;
      }
      const needs = (trigger.part === "verb" ? verbNeeds : nounNeeds).get(frame);
      if (needs && !holdsAny(tokens, needs)) continue;
      if (hasEvidence({ trigger, at, sentence, mentions, times })) return "strong";
    }
  }
  return weak ? "weak" : null;
}

/** How far before its verb who takes a position may stand, in tokens. */
const SPEAKS = 10;

function hasSpeakerBefore({ tokens }: Sentence, at: number, mentions: ActorMention[]): boolean {
  for (let i = Math.max(0, at - SPEAKS); i < at; i++) if (tokens[i]!.lower === "we") return true;
  for (const { last, actors } of mentions)
    if (actors.length > 0 && last < at && last >= at - SPEAKS) return true;
  return false;
}

function holdsAny(tokens: readonly Token[], wanted: ReadonlySet<string>): boolean {
  for (let i = 0; i < tokens.length; i++) if (wanted.has(tokens[i]!.lower)) return true;
  return false;
}

interface Evidence {
  trigger: Trigger;
  at: number;
  sentence: Sentence;
  mentions: ActorMention[];
  times: TimeMention[];
}

/** How far a name may stand from the word it goes with, in tokens; wider windows cost parses and find no more. */
const NEAR = 14;

function hasEvidence({ trigger: { frame, part }, at, sentence, mentions, times }: Evidence): boolean {
  if (frame.kind === "agreement") return isParticular(frame, at, sentence, mentions, times);
  const near = mentions.some(({ first, last }) => first <= at + NEAR && last >= at - NEAR);
  if (frame.kind === "contact") {
    if (part === "verb")
      return (
        (near && isAddressed(frame, at, sentence, mentions) && countActors(mentions) >= frame.minimum) ||
        (times.length > 0 && frame.needs[0] === "subject" && holdsAny(sentence.tokens, OFFICIALS))
      );
    return (
      (near &&
        (sentence.i === 0 ||
          times.length > 0 ||
          countActors(mentions) >= Math.min(2, frame.minimum) ||
          holdsAny(sentence.tokens, WITH))) ||
      (frame.type === "talks" && holdsAny(sentence.tokens, AHEAD)) ||
      (times.length > 0 && holdsAny(sentence.tokens, HELD))
    );
  }
  if (part === "noun") return near || times.length > 0 || hasName(sentence, at);
  return near || (times.length > 0 && hasName(sentence, at));
}

const countActors = (mentions: ActorMention[]): number =>
  new Set(mentions.flatMap(({ actors }) => actors)).size;

/** Verbs that take their counterpart right after them: "called X", "spoke today with X", "received Minister X". */
function isAddressed(frame: Frame, at: number, { tokens }: Sentence, mentions: ActorMention[]): boolean {
  const within = (from: number, reach: number) =>
    mentions.some(({ first }) => first >= from && first <= from + reach);
  if (frame.bare) return within(at + 1, 3);
  if (frame.person === "object")
    return mentions.some(({ kind, first }) => kind === "person" && first > at && first <= at + 8);
  if (!frame.needs.includes("with|to")) return true;
  const joint = tokens.findIndex(({ lower }, i) => i > at && i <= at + 7 && JOINTS.has(lower));
  return joint > 0 && within(joint + 1, 6);
}

/** An agreement one can point at: made, dated, named or bound to somebody near the word. */
function isParticular(
  frame: Frame,
  at: number,
  { tokens }: Sentence,
  mentions: ActorMention[],
  times: TimeMention[],
): boolean {
  if (frame.type === "ceasefire" || frame.frame === "guarantee") return true;
  if (times.some(({ first, last }) => first <= at + 16 && last >= at - 8)) return true;
  for (let i = Math.max(0, at - 10); i < Math.min(tokens.length, at + 10); i++)
    if (CONCLUDED.has(tokens[i]!.lower)) return true;
  if (frame.vague) return false;
  if (mentions.some(({ first, last }) => first <= at + 5 && last >= at - 4)) return true;
  return at > 0 && (CAPITAL.test(tokens[at]!.text) || NAME.test(tokens[at - 1]!.text));
}

const CAPITAL = /^\p{Lu}/u;
const NAME = /^\p{Lu}\p{L}/u;

const OPENING = words('" “ (');

/** A capitalised word near by that does not merely open the sentence. */
function hasName({ tokens }: Sentence, at: number): boolean {
  for (let i = Math.max(1, at - 8); i < Math.min(tokens.length, at + 10); i++)
    if (i !== at && NAME.test(tokens[i]!.text) && !OPENING.has(tokens[i - 1]!.text)) return true;
  return false;
}
