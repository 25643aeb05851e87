/** Finds frame triggers by hash on surface forms, so that sentences without one need no tags and no tree. */
import type { Sentence, Token } from "../sentence.ts";
import type { Frame } from "./entry.ts";
import { nounForms, verbForms } from "./inflect.ts";

/** The forms that a word of a phrase may have: itself and its plural. */
type Forms = readonly string[];

export interface Trigger {
  frame: Frame;
  part: "verb" | "noun" | "adjective";
  /** Words before and after the keyed word. Those after a verb need only follow near. */
  before: readonly Forms[];
  after: readonly Forms[];
  size: number;
  /** Phrases that hold the word without its sense. */
  not: readonly (readonly Forms[])[];
}

export interface TriggerHit {
  trigger: Trigger;
  /** Token index of the keyed word. */
  at: number;
}

export class TriggerIndex {
  private readonly byForm = new Map<string, Trigger[]>();
  /** Whether any form looks like that at its ends. */
  private readonly looks = new Uint8Array(LOOKS);

  constructor(frames: Frame[]) {
    for (const frame of frames) {
      const not = frame.not.map((phrase) => split(phrase).map(nounForms));
      for (const verb of frame.verbs) {
        const [first, ...rest] = split(verb);
        const after = rest.map(nounForms);
        for (const form of verbForms(first!))
          this.add(form, { frame, part: "verb", before: [], after, size: after.length + 1, not });
      }
      for (const noun of frame.nouns)
        for (const phrase of spellings(noun)) {
          const of = phrase.indexOf("of");
          const head = of > 0 ? of - 1 : phrase.length - 1;
          const before = phrase.slice(0, head).map(nounForms);
          const after = phrase.slice(head + 1).map(nounForms);
          for (const form of nounForms(phrase[head]!))
            this.add(form, { frame, part: "noun", before, after, size: phrase.length, not });
        }
      for (const adjective of frame.adjectives)
        this.add(adjective, { frame, part: "adjective", before: [], after: [], size: 1, not });
    }
  }

  private add(form: string, trigger: Trigger): void {
    this.looks[lookOf(form)] = 1;
    const known = this.byForm.get(form);
    if (known) known.push(trigger);
    else this.byForm.set(form, [trigger]);
  }

  /** Triggers keyed by that word, lower case. Three words in four are told to be none without a look into the map. */
  at(lower: string): readonly Trigger[] | undefined {
    return this.looks[lookOf(lower)] === 1 ? this.byForm.get(lower) : undefined;
  }
}

const LOOKS = 4096;

/** First letter, last letter and length as one number. */
const lookOf = (word: string): number =>
  (word.charCodeAt(0) * 37 + word.charCodeAt(word.length - 1) * 997 + word.length * 211) & (LOOKS - 1);

const split = (phrase: string): string[] => phrase.split(/[\s]+/);

/** A hyphenated word is one token for some texts and three for others. */
function spellings(phrase: string): string[][] {
  const whole = split(phrase);
  const parts = split(phrase.replace(/-/g, " - "));
  return parts.length === whole.length ? [whole] : [whole, parts];
}

/** The longest phrase at each token; several frames where they are equally long. Wants tags. */
export function findTriggers({ tokens }: Sentence, index: TriggerIndex): TriggerHit[] {
  const hits: TriggerHit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const known = index.at(tokens[at]!.lower);
    if (known === undefined) continue;
    let longest = 0;
    const first = hits.length;
    for (const trigger of known) {
      if (trigger.size < longest || !matches(tokens, at, trigger) || isBlocked(tokens, at, trigger)) continue;
      while (trigger.size > longest && hits.length > first) hits.pop();
      longest = trigger.size;
      hits.push({ trigger, at });
    }
  }
  return hits;
}

function matches(tokens: Token[], at: number, trigger: Trigger): boolean {
  const { upos, xpos } = tokens[at]!;
  if (trigger.part === "verb") {
    if (upos !== "VERB" && !xpos.startsWith("VB") && !isPhrasal(tokens, at, trigger)) return false;
    return verbFollowed(tokens, at, trigger);
  }
  if (trigger.part === "adjective") return upos === "ADJ" || upos === "VERB";
  if (upos === "VERB" && xpos !== "VBG" && xpos !== "NN") return false;
  if (upos === "ADJ" || upos === "AUX") return false;
  return nounMatches(tokens, at, trigger);
}

/** "the army shot down a drone": the particle right after it makes a verb of what is tagged as a noun. */
const isPhrasal = (tokens: Token[], at: number, { after }: Trigger): boolean =>
  after.length > 0 && tokens[at + 1]?.xpos === "RP" && isPhraseAt(tokens, at + 1, after);

/** Whether the further words of a verb trigger follow near, in order. */
function verbFollowed(tokens: Token[], at: number, { after }: Trigger): boolean {
  const stop = Math.min(at + 6, tokens.length);
  let next = at + 1;
  for (const forms of after) {
    while (next < stop && !forms.includes(tokens[next]!.lower)) next++;
    if (next >= stop) return false;
    next++;
  }
  return true;
}

/** Whether the words around fit the trigger, tags aside. */
export function isTriggerAt(tokens: Token[], at: number, trigger: Trigger): boolean {
  return trigger.part === "noun" ? nounMatches(tokens, at, trigger) : verbFollowed(tokens, at, trigger);
}

const nounMatches = (tokens: Token[], at: number, { before, after }: Trigger): boolean =>
  isPhraseAt(tokens, at - before.length, before) && isPhraseAt(tokens, at + 1, after);

function isPhraseAt(tokens: Token[], from: number, phrase: readonly Forms[]): boolean {
  for (let i = 0; i < phrase.length; i++) {
    const lower = tokens[from + i]?.lower;
    const [word, plural] = phrase[i] as [string, string];
    if (lower !== word && !(lower !== undefined && lower === plural && lower.endsWith("s"))) return false;
  }
  return true;
}

function isBlocked(tokens: Token[], at: number, { not }: Trigger): boolean {
  for (const phrase of not)
    for (let from = Math.max(0, at - phrase.length + 1); from <= at; from++)
      if (isPhraseAt(tokens, from, phrase)) return true;
  return false;
}
