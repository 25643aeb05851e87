/** One pass over parsed sentences: cues above the threshold, each with its roles and spans. */
import { addScores, type LinearModel, toProbabilities } from "../linear/model.ts";
import type { Token } from "../sentence.ts";
import {
  followQuotations,
  growIntoQuotations,
  joinSpans,
  type Passage,
  type Span,
  spansOf,
} from "./assemble.ts";
import { bestRoles, type ChainModel } from "./chain.ts";
import { cueFeatures, isCandidate } from "./cue-features.ts";
import { roleFeatures } from "./role-features.ts";
import type { Scene } from "./scene.ts";

export interface Models {
  cue: LinearModel;
  chain: ChainModel;
  /** Divides the cue's scores before they become a probability. */
  temperature: number;
  /** Least probability of a cue. */
  threshold: number;
  /** Added to every score of the content role. */
  contentBonus: number;
}

export interface Found {
  source: Span[];
  cue: Span[];
  content: Span[];
  sentence: number;
  /** Token index of the cue's head in that sentence. */
  head: number;
  score: number;
}

const two = new Float64Array(2);

/** Probability that token `i` heads a cue. */
export function cueProbability(models: Models, scene: Scene, i: number): number {
  return toProbabilities(addScores(models.cue, cueFeatures(scene, i), two), models.temperature)[1] as number;
}

function assemble(
  models: Models,
  passage: Passage,
  scene: Scene,
  head: { i: number; score: number },
): Found | null {
  const token = scene.tokens[head.i] as Token;
  const found = {
    sentence: scene.sentence.i,
    head: head.i,
    roles: bestRoles(models.chain, roleFeatures(scene, head.i), models.contentBonus),
  };
  const own = spansOf(passage, found, 3);
  if (own.length === 0) return null;
  const content = followQuotations(passage, found, growIntoQuotations(passage, scene, found, own));
  return {
    source: spansOf(passage, found, 1),
    cue: joinSpans(passage.text, [[token.start, token.end], ...spansOf(passage, found, 2)]),
    content,
    sentence: found.sentence,
    head: head.i,
    score: head.score,
  };
}

const meet = (a: readonly Span[], b: readonly Span[]) =>
  a.some(([start, end]) => b.some(([from, to]) => start < to && end > from));

/** In order of the cues. Two findings with overlapping cues are one: the likelier stays. */
export function findAttributions(models: Models, passage: Passage, scenes: readonly Scene[]): Found[] {
  const all: Found[] = [];
  for (const scene of scenes) {
    const found: Found[] = [];
    for (let i = 0; i < scene.tokens.length; i++) {
      if (!isCandidate(scene, i)) continue;
      const score = cueProbability(models, scene, i);
      if (score < models.threshold) continue;
      const attribution = assemble(models, passage, scene, { i, score });
      if (attribution) found.push(attribution);
    }
    if (found.length < 2) {
      all.push(...found);
      continue;
    }
    const kept: Found[] = [];
    for (const attribution of found.sort((a, b) => b.score - a.score || a.head - b.head))
      if (!kept.some((other) => meet(other.cue, attribution.cue))) kept.push(attribution);
    all.push(...kept.sort((a, b) => a.head - b.head));
  }
  return all;
}
