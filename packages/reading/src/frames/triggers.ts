/** Finds frame triggers by hash on surface forms, so that sentences without one need no tags and no tree. */
import type { Sentence, Token } from "../sentence.ts";
import type { Frame } from "./entry.ts";
import { nounForms, verbForms } from "./inflect.ts";

export interface Trigger {
  frame: Frame;
  part: "verb" | "noun" | "adjective";
  /** Words before and after the keyed word. Those after a verb need only follow near. */
  before: string[];
  after: string[];
  size: number;
}

export interface TriggerHit {
  trigger: Trigger;
  /** Token index of the keyed word. */
  at: number;
}

export interface TriggerIndex {
  byForm: Map<string, Trigger[]>;
  blocked: Map<Frame, string[][]>;
}

const split = (phrase: string): string[] => phrase.split(/[\s]+/);

export function indexTriggers(frames: Frame[]): TriggerIndex {
  const byForm = new Map<string, Trigger[]>();
  const add = (form: string, trigger: Trigger) => {
    const known = byForm.get(form);
    if (known) known.push(trigger);
    else byForm.set(form, [trigger]);
  };
  for (const frame of frames) {
    for (const verb of frame.verbs) {
      const [first, ...after] = split(verb);
      const trigger: Trigger = { frame, part: "verb", before: [], after, size: after.length + 1 };
      for (const form of verbForms(first!)) add(form, trigger);
    }
    for (const noun of frame.nouns)
      for (const words of spellings(noun)) {
        const of = words.indexOf("of");
        const head = of > 0 ? of - 1 : words.length - 1;
        const trigger: Trigger = {
          frame,
          part: "noun",
          before: words.slice(0, head),
          after: words.slice(head + 1),
          size: words.length,
        };
        for (const form of nounForms(words[head]!)) add(form, trigger);
      }
    for (const adjective of frame.adjectives)
      add(adjective, { frame, part: "adjective", before: [], after: [], size: 1 });
  }
  const blocked = new Map(frames.map((frame) => [frame, frame.not.map(split)]));
  return { byForm, blocked };
}

/** A hyphenated word is one token for some texts and three for others. */
function spellings(phrase: string): string[][] {
  const whole = split(phrase);
  const parts = split(phrase.replace(/-/g, " - "));
  return parts.length === whole.length ? [whole] : [whole, parts];
}

/** The longest phrase at each token; several frames where they are equally long. Wants tags. */
export function findTriggers(sentence: Sentence, index: TriggerIndex): TriggerHit[] {
  const hits: TriggerHit[] = [];
  for (const token of sentence.tokens) {
    const known = index.byForm.get(token.lower);
    if (known === undefined) continue;
    const fitting = known.filter(
      (trigger) =>
        matches(sentence.tokens, token, trigger) && !isBlocked(sentence.tokens, token.i, trigger, index),
    );
    if (fitting.length === 0) continue;
    const longest = Math.max(...fitting.map((trigger) => trigger.size));
    for (const trigger of fitting) if (trigger.size === longest) hits.push({ trigger, at: token.i });
  }
  return hits;
}

function matches(tokens: Token[], token: Token, trigger: Trigger): boolean {
  if (trigger.part === "verb") {
    if (token.upos !== "VERB" && !token.xpos.startsWith("VB")) return false;
    return verbFollowed(tokens, token.i, trigger);
  }
  if (trigger.part === "adjective") return token.upos === "ADJ" || token.upos === "VERB";
  if (token.upos === "VERB" && token.xpos !== "VBG" && token.xpos !== "NN") return false;
  if (token.upos === "ADJ" || token.upos === "AUX") return false;
  return nounMatches(tokens, token.i, trigger);
}

const forms = new Map<string, readonly string[]>();

/** `nounForms` of the lexicon's words, which are few and asked for at every trigger. */
function formsOf(word: string): readonly string[] {
  let known = forms.get(word);
  if (known === undefined) {
    known = nounForms(word);
    forms.set(word, known);
  }
  return known;
}

/** Whether the further words of a verb trigger follow near, in order. */
function verbFollowed(tokens: Token[], at: number, { after }: Trigger): boolean {
  if (after.length === 0) return true;
  const near = tokens.slice(at + 1, at + 6).map((next) => next.lower);
  let from = 0;
  return after.every((word) => {
    const found = near.findIndex((next, i) => i >= from && formsOf(word).includes(next));
    from = found + 1;
    return found >= 0;
  });
}

/** Whether the words around fit the trigger, tags aside. */
export function isTriggerAt(tokens: Token[], at: number, trigger: Trigger): boolean {
  return trigger.part === "noun" ? nounMatches(tokens, at, trigger) : verbFollowed(tokens, at, trigger);
}

function nounMatches(tokens: Token[], at: number, { before, after }: Trigger): boolean {
  return (
    before.every((word, i) => sameWord(tokens[at - before.length + i], word)) &&
    after.every((word, i) => sameWord(tokens[at + 1 + i], word))
  );
}

const sameWord = (token: Token | undefined, word: string): boolean =>
  token !== undefined &&
  (token.lower === word || (token.lower.endsWith("s") && formsOf(word).includes(token.lower)));

function isBlocked(tokens: Token[], at: number, trigger: Trigger, index: TriggerIndex): boolean {
  return (index.blocked.get(trigger.frame) ?? []).some((words) => {
    for (let from = Math.max(0, at - words.length + 1); from <= at; from++)
      if (words.every((word, i) => sameWord(tokens[from + i], word))) return true;
    return false;
  });
}
