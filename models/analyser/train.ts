/** Trains `models/analyser.bin` on the treebanks in ../shared/treebank: `npm run train:analyser`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createAnalyser } from "../../packages/reading/src/analyse/analyser.ts";
import { pack } from "../../packages/reading/src/analyse/container.ts";
import { addScores, bestOf } from "../../packages/reading/src/analyse/linear.ts";
import {
  actionFeatures,
  labelFeatures,
  PARSE_FEATURES,
  type ParseWords,
} from "../../packages/reading/src/analyse/parse-features.ts";
import { ParseState, SHIFT } from "../../packages/reading/src/analyse/parse-state.ts";
import { TAG_FEATURES, tagFeatures } from "../../packages/reading/src/analyse/tag-features.ts";
import { chooseTags } from "../../packages/reading/src/analyse/tagger.ts";
import { WordTable } from "../../packages/reading/src/analyse/word-features.ts";
import { type GoldSentence, readConllu } from "./conllu.ts";
import { learnLemmas } from "./lemma-rules.ts";
import { Perceptron } from "./perceptron.ts";
import { score } from "./scores.ts";

const root = join(import.meta.dirname, "../..");
const treebank = join(root, "../shared/treebank");
const read = (name: string): GoldSentence[] => readConllu(join(treebank, `${name}.conllu.gz`));
const train = [...read("ewt-train"), ...read("gum-train")];
const dev = read("ewt-dev");
const epochs = Number(process.argv[2] ?? 8);

let seed = 20201109;
function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}
function shuffled<T>(items: readonly T[]): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
function mostFrequent(items: string[], limit: number): string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([item]) => item);
}
const tagsOf = (gold: GoldSentence): string[] => gold.upos.map((upos, i) => `${upos} ${gold.xpos[i]}`);
const tagNames = mostFrequent(train.flatMap(tagsOf), 64);
const relations = mostFrequent(
  train.flatMap((gold) => gold.rels),
  64,
);
const tagNumber = new Map(tagNames.map((name, k) => [name, k]));
const relNumber = new Map(relations.map((name, k) => [name, k]));
const table = new WordTable();
const wordsOf = (gold: GoldSentence) => gold.forms.map((form) => table.get(form, form.toLowerCase()));

const scores = new Float32Array(64);
function trainTagger(sentences: readonly GoldSentence[], rounds: number): Perceptron {
  const model = new Perceptron(16, 64);
  const features = new Int32Array(TAG_FEATURES);
  for (let epoch = 0; epoch < rounds; epoch++) {
    let wrong = 0;
    for (const gold of shuffled(sentences)) {
      const words = wordsOf(gold);
      const tags = new Int32Array(words.length);
      const names = tagsOf(gold);
      for (let i = 0; i < words.length; i++) {
        model.step();
        const count = tagFeatures(words, tags, i, features);
        addScores(model, features, count, scores);
        const guess = bestOf(scores, 64);
        const truth = tagNumber.get(names[i]!) ?? guess;
        if (guess !== truth) {
          wrong++;
          model.update(features, count, { up: truth, down: guess });
        }
        tags[i] = guess + 1;
      }
    }
    console.error(`tagger epoch ${epoch + 1}: ${wrong} wrong`);
  }
  return model;
}

/** Parsing must learn from tags as wrong as they will be: each fold is tagged by a tagger that has not seen it. */
function jackknife(): Int32Array[] {
  const folds = 4;
  const result: Int32Array[] = new Array(train.length);
  for (let fold = 0; fold < folds; fold++) {
    const model = trainTagger(
      train.filter((_, i) => i % folds !== fold),
      4,
    ).averaged();
    train.forEach((gold, i) => {
      if (i % folds === fold) result[i] = chooseTags(model, wordsOf(gold));
    });
  }
  return result;
}

/** Gold arcs lost by each action (Goldberg and Nivre 2013); `size` stands for the root. */
function costs(state: ParseState, heads: Int32Array, out: number[]): void {
  const { stack, next, size } = state;
  const top = stack.at(-1) ?? -1;
  const second = stack.at(-2) ?? -1;
  out.fill(0);
  if (top >= 0) {
    let ahead = 0;
    for (let i = next; i < size; i++) if (heads[i] === top) ahead++;
    const head = heads[top]!;
    out[1] = ahead + (head === second || head > next ? 1 : 0);
    out[2] = ahead + (head >= next ? 1 : 0);
  }
  if (next < size) {
    let lost = 0;
    for (const item of stack) {
      if (heads[item] === next) lost++;
      if (item !== top && heads[next] === item) lost++;
    }
    out[0] = lost;
  }
}

interface Example {
  words: ParseWords;
  heads: Int32Array;
  rels: Int32Array;
}

function trainParser(
  examples: readonly Example[],
  rounds: number,
): { actions: Perceptron; labels: Perceptron } {
  const actions = new Perceptron(20, 4);
  const labels = new Perceptron(15, 64);
  const features = new Int32Array(PARSE_FEATURES);
  const labelled = new Int32Array(PARSE_FEATURES);
  const cost = [0, 0, 0];
  for (let epoch = 0; epoch < rounds; epoch++) {
    let wrong = 0;
    let mislabelled = 0;
    for (const { words, heads, rels } of shuffled(examples)) {
      const state = new ParseState(heads.length);
      while (!state.done) {
        actions.step();
        const count = actionFeatures(words, state, features);
        addScores(actions, features, count, scores);
        costs(state, heads, cost);
        let guess = -1;
        let truth = -1;
        let least = Number.POSITIVE_INFINITY;
        for (let a = 0; a < 3; a++) if (state.allows(a)) least = Math.min(least, cost[a]!);
        for (let a = 0; a < 3; a++) {
          if (!state.allows(a)) continue;
          if (guess < 0 || scores[a]! > scores[guess]!) guess = a;
          if (cost[a] === least && (truth < 0 || scores[a]! > scores[truth]!)) truth = a;
        }
        if (cost[guess]! > least) {
          wrong++;
          actions.update(features, count, { up: truth, down: guess });
        }
        const follow = epoch > 0 && random() < 0.9 ? guess : truth;
        if (follow === SHIFT) {
          state.shift();
          continue;
        }
        const head = state.headFor(follow);
        const child = state.stack.at(-1)!;
        let label = relNumber.get("root")!;
        if (head < state.size) {
          labels.step();
          const n = labelFeatures(words, state, head, labelled);
          addScores(labels, labelled, n, scores);
          label = bestOf(scores, 64);
          if (heads[child] === head && label !== rels[child]) {
            mislabelled++;
            labels.update(labelled, n, { up: rels[child]!, down: label });
          }
        }
        state.attach(head, label);
      }
    }
    console.error(`parser epoch ${epoch + 1}: ${wrong} wrong actions, ${mislabelled} wrong labels`);
  }
  return { actions, labels };
}

const tagger = trainTagger(train, epochs);
const guessed = jackknife();
const examples = train.map(
  (gold, i): Example => ({
    words: {
      forms: Int32Array.from(wordsOf(gold), (word) => word.form),
      tags: guessed[i]!,
    },
    heads: Int32Array.from(gold.heads, (head) => (head < 0 ? gold.heads.length : head)),
    rels: Int32Array.from(gold.rels, (rel) => relNumber.get(rel)!),
  }),
);
const parser = trainParser(examples, epochs);
const bytes = pack({
  header: {
    tags: tagNames,
    relations,
    lemmas: learnLemmas(train),
    bits: { tags: 16, actions: 20, labels: 15 },
  },
  arrays: {
    tags: tagger.quantised(),
    actions: parser.actions.quantised(),
    labels: parser.labels.quantised(),
  },
});
writeFileSync(join(root, "models/analyser.bin"), bytes);
console.error("EWT dev", score(createAnalyser(bytes), dev), `${(bytes.length / 1e6).toFixed(1)} MB`);
