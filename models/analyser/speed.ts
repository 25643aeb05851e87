/** How many tokens a second one core tags and parses. */
import type { Analyser } from "../../packages/reading/src/sentence.ts";
import { bareSentence, type GoldSentence } from "./conllu.ts";

export interface Speed {
  tagPerSecond: number;
  /** Tagging and parsing together. */
  parsePerSecond: number;
}

/** Processor milliseconds of this process: a busy machine does not slow them down as it does the clock. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Measured in processor time after one warming round over the same sentences. */
export function measureSpeed(analyser: Analyser, gold: readonly GoldSentence[]): Speed {
  const run = (): Speed => {
    const sentences = gold.map(bareSentence);
    const tokens = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
    const begun = spent();
    for (const sentence of sentences) analyser.tag(sentence);
    const tagged = spent();
    for (const sentence of sentences) analyser.parse(sentence);
    const parsed = spent();
    return {
      tagPerSecond: Math.round(tokens / ((tagged - begun) / 1000)),
      parsePerSecond: Math.round(tokens / ((parsed - begun) / 1000)),
    };
  };
  run();
  return run();
}
