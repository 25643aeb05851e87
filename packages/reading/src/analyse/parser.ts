/** Greedy arc-hybrid parsing in two steps: the action first, the relation once an arc is made. */
import { addScores, bestOf, type LinearWeights } from "./linear.ts";
import { actionFeatures, labelFeatures, PARSE_FEATURES, type ParseWords } from "./parse-features.ts";
import { ParseState, SHIFT } from "./parse-state.ts";

export interface ParserWeights {
  actions: LinearWeights;
  labels: LinearWeights;
  /** Class numbers of "root" and "parataxis". */
  root: number;
  parataxis: number;
}

const features = new Int32Array(PARSE_FEATURES);
const scores = new Float32Array(64);

/** Heads (-1 for the one root) and relation classes. */
export function chooseArcs(
  weights: ParserWeights,
  words: ParseWords,
): { heads: Int32Array; rels: Int32Array } {
  const size = words.tags.length;
  const state = new ParseState(size);
  while (!state.done) {
    addScores(weights.actions, features, actionFeatures(words, state, features), scores);
    let best = -1;
    for (let action = 0; action < 3; action++) {
      if (state.allows(action) && (best < 0 || scores[action]! > scores[best]!)) best = action;
    }
    if (best === SHIFT) state.shift();
    else {
      const head = state.headFor(best);
      let label = weights.root;
      if (head < size) {
        addScores(weights.labels, features, labelFeatures(words, state, head, features), scores);
        scores[weights.root] = Number.NEGATIVE_INFINITY;
        label = bestOf(scores, weights.labels.classes);
      }
      state.attach(head, label);
    }
  }
  const rels = state.rels.subarray(0, size).map((rel) => rel - 1);
  keepOneRoot(state.heads, rels, weights);
  return { heads: state.heads, rels };
}

function keepOneRoot(heads: Int32Array, rels: Int32Array, weights: ParserWeights): void {
  let root = -1;
  for (let i = 0; i < heads.length; i++) {
    if (heads[i] !== -1) continue;
    if (root < 0) root = i;
    else {
      heads[i] = root;
      rels[i] = weights.parataxis;
    }
  }
}
