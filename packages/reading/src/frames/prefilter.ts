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
      if (!isTriggerAt(sentence.tokens, token.i, trigger)) continue;
      const { kind } = trigger.frame;
      if (kind === "position") {
        weak ||= mentions.some(
          ({ last, actors }) => actors.length > 0 && last < token.i && last >= token.i - 10,
        );
        continue;
      }
      words ??= new Set(sentence.tokens.map(({ lower }) => lower));
      const needs = (trigger.part === "verb" ? verbNeeds : nounNeeds).get(trigger.frame);
      if (needs && ![...words].some((word) => needs.has(word))) continue;
      if (hasEvidence(trigger, words, { actors: mentions.length, times: times.length })) return "strong";
    }
  }
  return weak ? "weak" : null;
}

function hasEvidence(
  { frame, part }: Trigger,
  words: Set<string>,
  found: { actors: number; times: number },
): boolean {
  if (frame.kind === "contact") return found.actors > 0 || found.times > 0 || words.has("agreed");
  if (frame.kind === "agreement") {
    const concluded = [...words].some((word) => CONCLUDED.test(word));
    return frame.vague
      ? concluded || found.times > 0
      : concluded || found.times > 0 || found.actors > 0 || frame.type === "ceasefire";
  }
  return part === "noun" || found.actors > 0 || found.times > 0;
}
