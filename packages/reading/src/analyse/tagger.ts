/** Part-of-speech tags, left to right, each choice seeing the two before it. */
import type { Sentence } from "../sentence.ts";
import { addScores, bestOf, type LinearWeights } from "./linear.ts";
import { TAG_FEATURES, tagFeatures } from "./tag-features.ts";
import type { WordFeatures, WordTable } from "./word-features.ts";

const features = new Int32Array(TAG_FEATURES);
const scores = new Float32Array(64);

/** Class numbers of the sentence's tags. */
export function chooseTags(weights: LinearWeights, words: readonly WordFeatures[]): Int32Array {
  const tags = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) {
    addScores(weights, features, tagFeatures(words, tags, i, features), scores);
    tags[i] = bestOf(scores, weights.classes) + 1;
  }
  return tags.map((tag) => tag - 1);
}

export function wordsOf(table: WordTable, sentence: Sentence): WordFeatures[] {
  return sentence.tokens.map((token) => table.get(token.text, token.lower));
}
