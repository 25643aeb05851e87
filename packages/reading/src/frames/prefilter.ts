/**
 * Which sentences are worth a tree: a trigger, and on the surface what its frame cannot do without. Wrongly kept costs a
 * parse; wrongly dropped costs a claim, so only plain conditions stand here.
 */
import type { ActorMention, TimeMention } from "../mention.ts";
import type { Sentence } from "../sentence.ts";
import type { Frame, FrameLexicon } from "./entry.ts";
import { nounForms, verbForms } from "./inflect.ts";
import { isTriggerAt, type Trigger, type TriggerIndex } from "./triggers.ts";

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

const CONCLUDED =
  /^(sign|signed|signing|reach|reached|agreed|agree|adopted|brokered|concluded|joint|trilateral|achieved|announced|declared|ratified|accord|formalised|formalized|possible)$/;

/** "strong": a frame that is more than a position. "weak": only a position, with somebody named before its verb. */
export function frameStrength(
  sentence: Sentence,
  mentions: ActorMention[],
  times: TimeMention[],
  { index, verbNeeds, nounNeeds }: Prefilter,
): "strong" | "weak" | null {
  let weak = false;
  let words: Set<string> | null = null;
  for (const token of sentence.tokens) {
    const triggers = index.byForm.get(token.lower);
    if (triggers === undefined) continue;
    for (const trigger of triggers) {
      const { kind } = trigger.frame;
      if (kind === "position" && weak) continue;
      if (!isTriggerAt(sentence.tokens, token.i, trigger)) continue;
      if (kind === "position") {
        weak ||= sentence.tokens
          .slice(Math.max(0, token.i - 10), token.i)
          .some(({ lower }) => lower === "we");
        weak ||= mentions.some(
          ({ last, actors }) => actors.length > 0 && last < token.i && last >= token.i - 10,
        );
        continue;
      }
      words ??= new Set(sentence.tokens.map(({ lower }) => lower));
      const needs = (trigger.part === "verb" ? verbNeeds : nounNeeds).get(trigger.frame);
      if (needs && !sentence.tokens.some(({ lower }) => needs.has(lower))) continue;
      if (hasEvidence({ trigger, at: token.i, words, sentence, mentions, times })) return "strong";
    }
  }
  return weak ? "weak" : null;
}

interface Evidence {
  trigger: Trigger;
  at: number;
  words: Set<string>;
  sentence: Sentence;
  mentions: ActorMention[];
  times: TimeMention[];
}

/** How far a name may stand from the word it goes with, in tokens; wider windows cost parses and find no more. */
const NEAR = 14;

function hasEvidence({ trigger: { frame, part }, at, words, sentence, mentions, times }: Evidence): boolean {
  const actors = new Set(mentions.flatMap((mention) => mention.actors)).size;
  const near = mentions.some(({ first, last }) => first <= at + NEAR && last >= at - NEAR);
  if (frame.kind === "contact") {
    if (part === "verb") return near && actors >= frame.minimum && isAddressed(frame, at, sentence, mentions);
    const ahead =
      words.has("agreed") ||
      words.has("continue") ||
      words.has("maintain") ||
      words.has("willingness") ||
      words.has("readiness");
    return (
      (near && (actors >= Math.min(2, frame.minimum) || words.has("with") || sentence.i === 0)) ||
      (ahead && frame.type === "talks") ||
      (times.length > 0 && near)
    );
  }
  const named = near || hasName(sentence, at);
  if (frame.kind === "agreement") return isParticular(frame, at, sentence, mentions, times);
  return part === "noun" ? named || times.length > 0 : near || (times.length > 0 && named);
}

/** Verbs that take their counterpart right after them: "called X", "spoke today with X", "received Minister X". */
function isAddressed(frame: Frame, at: number, { tokens }: Sentence, mentions: ActorMention[]): boolean {
  const within = (from: number, reach: number) =>
    mentions.some(({ first }) => first >= from && first <= from + reach);
  if (frame.bare) return within(at + 1, 3);
  if (frame.person === "object")
    return mentions.some(({ kind, first }) => kind === "person" && first > at && first <= at + 8);
  if (!frame.needs.includes("with|to")) return true;
  const joint = tokens.findIndex(({ i, lower }) => i > at && i <= at + 7 && /^(with|to)$/.test(lower));
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
  const around = tokens.slice(Math.max(0, at - 10), at + 10);
  const concluded = around.some(({ lower }) => CONCLUDED.test(lower));
  const dated = times.some(({ first, last }) => first <= at + 16 && last >= at - 8);
  if (frame.vague || frame.type === "ceasefire") return concluded || dated || frame.type === "ceasefire";
  const bound = mentions.some(({ first, last }) => first <= at + 5 && last >= at - 4);
  const named = at > 0 && (/^\p{Lu}/u.test(tokens[at]!.text) || /^\p{Lu}\p{L}/u.test(tokens[at - 1]!.text));
  return concluded || dated || bound || named;
}

/** A capitalised word near by that does not merely open the sentence. */
function hasName({ tokens }: Sentence, at: number): boolean {
  for (let i = Math.max(1, at - 8); i < Math.min(tokens.length, at + 10); i++)
    if (i !== at && /^\p{Lu}\p{L}/u.test(tokens[i]!.text) && !/^["“(]$/.test(tokens[i - 1]!.text))
      return true;
  return false;
}
