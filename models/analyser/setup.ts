/** Everything training starts from: the treebanks, what is counted, the network before its first step. */
import { join } from "node:path";
import { digitless, pieces, vocabularyKey } from "../../packages/reading/src/analyse/word-input.ts";
import { compileKernel } from "./build-kernels.ts";
import { type GoldSentence, readConllu } from "./conllu.ts";
import { NAME_CLASSES, nameClasses } from "./gold-names.ts";
import { type Inventory, takeInventory } from "./inventory.ts";
import type { Example } from "./net/batch.ts";
import { Memory } from "./net/memory.ts";
import { Network } from "./net/network.ts";
import { createRandom } from "./random.ts";
import { GIVEN_DIMENSIONS, loadVectors } from "./vectors.ts";

/** Longest training sentence and largest batch, in tokens; words in the vocabulary. */
const LONGEST = 250;
const LIMIT = 1500;
const VOCABULARY = 70_000;

export const root = join(import.meta.dirname, "../..");

export function readTreebank(name: string): GoldSentence[] {
  return readConllu(join(root, `../shared/treebank/${name}.conllu.gz`)).filter(
    (gold) => gold.forms.length <= LONGEST,
  );
}

export interface Setup {
  treebank: GoldSentence[];
  inventory: Inventory;
  network: Network;
  /** The given vectors of the vocabulary, row by row. */
  given: Float32Array;
  random: () => number;
  exampleOf(gold: GoldSentence): Example;
}

export async function setUp(hidden: number): Promise<Setup> {
  const treebank = [...readTreebank("ewt-train"), ...readTreebank("gum-train")];
  const vectors = loadVectors();
  const inventory = takeInventory(treebank, vectors, VOCABULARY);
  const random = createRandom(20201109);
  const memory = new Memory(await compileKernel("train-kernel"), 400);
  const count = inventory.words.length * GIVEN_DIMENSIONS;
  const address = memory.room(count);
  const given = memory.view(address, count);
  const rows = new Map(vectors.words.map((word, i) => [word, i]));
  inventory.words.forEach((word, i) => {
    const row = rows.get(word);
    if (row === undefined) return;
    given.set(
      vectors.numbers.subarray(row * GIVEN_DIMENSIONS, (row + 1) * GIVEN_DIMENSIONS),
      i * GIVEN_DIMENSIONS,
    );
  });
  const network = new Network({
    memory,
    vectors: address,
    limit: LIMIT,
    random,
    sizes: {
      given: GIVEN_DIMENSIONS,
      word: 96,
      spelling: 64,
      hidden,
      arc: 64,
      relation: 96,
      tags: inventory.tags.length,
      names: NAME_CLASSES.length,
      relations: inventory.relations.length,
      ownWords: inventory.ownWords,
    },
  });
  memory.kernel.seedRandom!(20201110);
  return { treebank, inventory, network, given, random, exampleOf: exampleMaker(inventory) };
}

function exampleMaker(inventory: Inventory): (gold: GoldSentence) => Example {
  const words = new Map(inventory.words.map((word, i) => [word, i]));
  const tags = new Map(inventory.tags.map((tag, i) => [tag, i]));
  const relations = new Map(inventory.relations.map((relation, i) => [relation, i]));
  return (gold) => ({
    words: Int32Array.from(gold.forms, (form) => {
      const key = vocabularyKey(form.toLowerCase());
      return words.get(key) ?? words.get(digitless(key)) ?? -1;
    }),
    pieces: gold.forms.map((form) => pieces(form, form.toLowerCase())),
    tags: Int32Array.from(gold.upos, (upos, i) => tags.get(`${upos} ${gold.xpos[i]}`) ?? -1),
    names: nameClasses(gold),
    heads: Int32Array.from(gold.heads),
    relations: Int32Array.from(gold.rels, (rel) => relations.get(rel) ?? -1),
  });
}
