/** Learns lemma rules from the training sentences: a rule is kept only where it differs from that of the shorter ending. */
import { applyRule, type LemmaRules, LONGEST_ENDING } from "../../packages/reading/src/analyse/lemma.ts";
import type { GoldSentence } from "./conllu.ts";
import { verbForms } from "./verbs.ts";

export function learnLemmas(train: readonly GoldSentence[]): LemmaRules {
  const votes = new Map<string, Map<string, Map<string, number>>>();
  const vote = (tag: string, key: string, rule: string): void => {
    const byKey = votes.get(tag) ?? votes.set(tag, new Map()).get(tag)!;
    const byRule = byKey.get(key) ?? byKey.set(key, new Map()).get(key)!;
    byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  };
  for (const gold of train) {
    gold.forms.forEach((text, i) => {
      const lemma = gold.lemmas[i]!;
      const tag = `${gold.upos[i]} ${gold.xpos[i]}`;
      const lower = text.toLowerCase();
      const keepsCase = /^(?:PROPN|X|SYM) /u.test(tag);
      if (lemma === "_" || lower.length !== text.length) return;
      const rule = ruleFor(keepsCase ? text : lower, lemma);
      for (let length = 0; length <= Math.min(LONGEST_ENDING, lower.length); length++) {
        vote(tag, length === 0 ? "" : lower.slice(-length), rule);
      }
      vote(tag, `^${lower}`, rule);
    });
  }
  for (const { form, lemma, xpos } of verbForms()) {
    const rule = ruleFor(form, lemma);
    for (let length = 3; length <= Math.min(LONGEST_ENDING, form.length); length++)
      vote(`VERB ${xpos}`, form.slice(-length), rule);
  }
  const rules: LemmaRules = {};
  for (const [tag, byKey] of votes) rules[tag] = choose(byKey);
  // The list outranks the treebanks, which have slips ("fled" from "flead").
  for (const { form, lemma, xpos } of verbForms()) {
    const own = rules[`VERB ${xpos}`]!;
    if (applyRule(form, own[`^${form}`] ?? lookUp(own, form)) !== lemma)
      own[`^${form}`] = ruleFor(form, lemma);
  }
  return rules;
}

function ruleFor(form: string, lemma: string): string {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return `${form.length - same}|${lemma.slice(same)}`;
}

function choose(byKey: Map<string, Map<string, number>>): Record<string, string> {
  const kept: Record<string, string> = {};
  const keys = [...byKey.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const key of keys.filter((k) => !k.startsWith("^"))) {
    const [rule, count] = top(byKey.get(key)!);
    if (isGeneral(rule, key) && count >= (key === "" ? 1 : 2) && rule !== lookUp(kept, key)) kept[key] = rule;
  }
  for (const key of keys.filter((k) => k.startsWith("^"))) {
    const [rule, count] = top(byKey.get(key)!);
    const word = key.slice(1);
    const general = lookUp(kept, word);
    const long = rule.length > 6;
    if (rule !== general && !(long && count < 2) && applyRule(word, rule) !== applyRule(word, general))
      kept[key] = rule;
  }
  return kept;
}

/** Whether the rule stays within the ending it is learnt for: "Sept." → "September" says nothing of "Capt.". */
function isGeneral(rule: string, ending: string): boolean {
  const [cut, added] = rule.split("|");
  return Number(cut) <= ending.length && added!.length <= 3;
}

function top(byRule: Map<string, number>): [string, number] {
  return [...byRule].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
}

function lookUp(rules: Record<string, string>, word: string): string {
  for (let length = Math.min(LONGEST_ENDING, word.length); length >= 0; length--) {
    const rule = rules[length === 0 ? "" : word.slice(-length)];
    if (rule !== undefined) return rule;
  }
  return "0|";
}
