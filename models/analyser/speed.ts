/** How many tokens a second one core tags and parses. */
import type { Analyser } from "../../packages/reading/src/sentence.ts";
import { bareSentence, type GoldSentence } from "./conllu.ts";

export interface Speed {
  tagPerSecond: number;
  /** Tagging and parsing together. */
  parsePerSecond: number;
}

/** Measured after one warming round over the same sentences. */
export function measureSpeed(analyser: Analyser, gold: readonly GoldSentence[]): Speed {
  const run = (): Speed => {
    const sentences = gold.map(bareSentence);
    const tokens = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
    const begun = performance.now();
    for (const sentence of sentences) analyser.tag(sentence);
    const tagged = performance.now();
    for (const sentence of sentences) analyser.parse(sentence);
    const parsed = performance.now();
    return {
      tagPerSecond: Math.round(tokens / ((tagged - begun) / 1000)),
      parsePerSecond: Math.round(tokens / ((parsed - begun) / 1000)),
    };
  };
  run();
  return run();
}
