import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileKernel } from "../build-kernels.ts";
import { createRandom } from "../random.ts";
import type { Example } from "./batch.ts";
import { Memory } from "./memory.ts";
import { Network } from "./network.ts";

const compiler = join(import.meta.dirname, "../node_modules/assemblyscript");
const sizes = {
  given: 100,
  word: 32,
  spelling: 16,
  hidden: 16,
  arc: 16,
  relation: 16,
  tags: 9,
  names: 7,
  relations: 10,
  ownWords: 50,
};
const still = { input: 0, between: 0, recurrent: 0, heads: 0, word: 0 };

// The compiler is a dependency of training only (models/analyser/package.json); without it there is nothing to run.
test.skipIf(!existsSync(compiler))("gradients are those of the loss", { timeout: 120_000 }, async () => {
  const memory = new Memory(await compileKernel("train-kernel"), 120);
  const random = createRandom(5);
  const vectors = memory.room(100 * sizes.given);
  memory.view(vectors, 100 * sizes.given).forEach((_, i, view) => {
    view[i] = random() - 0.5;
  });
  const network = new Network({ memory, vectors, limit: 200, random, sizes });
  const any = (n: number): number => Math.floor(random() * n);
  const examples = [7, 5, 5, 1].map((length): Example => {
    const each = (value: (i: number) => number): Int32Array =>
      Int32Array.from({ length }, (_, i) => value(i));
    return {
      words: each(() => any(100) - 1),
      pieces: Array.from({ length }, () => [any(1000), any(1000)]),
      tags: each(() => any(sizes.tags)),
      names: each(() => any(sizes.names)),
      heads: each((i) => (i === 0 ? -1 : any(i))),
      relations: each(() => any(sizes.relations)),
    };
  });
  const loss = (): number =>
    Object.values(network.learn(examples, still)).reduce((sum, part) => sum + part, 0);
  const { parameters } = network;
  loss();
  const gradients = memory.view(parameters.gradients, parameters.count).slice();
  // Biases before a rectifier are left out: a step of this size crosses its kink.
  for (const name of [
    "given",
    "words",
    "pieces",
    "first.input",
    "first.bias",
    "first.forward",
    "first.backward",
    "second.input",
    "second.forward",
    "tags",
    "names.bias",
    "arcs.root",
    "biaffine",
    "biaffine.bias",
    "distance",
    "ends.root",
    "relations",
  ]) {
    const { at, gradient, rows, columns } = parameters.get(name);
    const from = (gradient - parameters.gradients) / 4;
    const own = gradients.subarray(from, from + rows * columns);
    const steepest = own.reduce((best, value, i) => (Math.abs(value) > Math.abs(own[best]!) ? i : best), 0);
    const values = memory.view(at, rows * columns);
    const before = values[steepest]!;
    const step = 0.01;
    values[steepest] = before + step;
    const above = loss();
    values[steepest] = before - step;
    const below = loss();
    values[steepest] = before;
    const slope = (above - below) / (2 * step);
    expect(Math.abs(slope - own[steepest]!), name).toBeLessThan(0.05 * Math.abs(slope) + 2e-4);
  }
});
