/** Turns trained parameters into the bytes of a weight file: vectors folded into one table, everything in 8 bits. */
import { pack } from "../../packages/reading/src/analyse/container.ts";
import type { LemmaRules } from "../../packages/reading/src/analyse/lemma.ts";
import type { ModelHeader } from "../../packages/reading/src/analyse/model.ts";
import { NAME_CLASSES } from "./gold-names.ts";
import type { Inventory } from "./inventory.ts";
import type { Network } from "./net/network.ts";

type Arrays = Parameters<typeof pack>[0]["arrays"];

const MATRICES = [
  "first.input",
  "first.forward",
  "first.backward",
  "second.input",
  "second.forward",
  "second.backward",
  "tags",
  "names",
  "arcs",
  "biaffine",
  "ends",
  "relations",
];
const WITH_BIAS: Record<string, string> = {
  "first.input": "first.bias",
  "second.input": "second.bias",
  tags: "tags.bias",
  names: "names.bias",
  arcs: "arcs.bias",
  biaffine: "biaffine.bias",
  ends: "ends.bias",
  relations: "relations.bias",
};

export function exportModel(parts: {
  network: Network;
  inventory: Inventory;
  lemmas: LemmaRules;
  given: Float32Array;
}): Uint8Array {
  const { network, inventory, lemmas, given } = parts;
  const { sizes, parameters } = network;
  const arrays: Arrays = { vocabulary: new TextEncoder().encode(inventory.words.join("\n")) };
  putTable(arrays, "words", foldWords(network, given, inventory.words.length), sizes.word);
  putTable(arrays, "pieces", parameters.numbers("pieces"), sizes.spelling);
  for (const name of MATRICES) {
    const { rows, columns } = parameters.get(name);
    const biasName = WITH_BIAS[name];
    putMatrix(arrays, name, {
      numbers: parameters.numbers(name),
      rows,
      columns,
      bias: biasName ? parameters.numbers(biasName) : null,
    });
  }
  for (const name of ["arcs.root", "ends.root", "distance"]) arrays[name] = parameters.numbers(name).slice();
  const { word, spelling, hidden, arc, relation } = sizes;
  const header: ModelHeader = {
    tags: inventory.tags,
    relations: inventory.relations,
    names: NAME_CLASSES,
    lemmas,
    word,
    spelling,
    hidden,
    arc,
    relation,
  };
  return pack({ header: { ...header }, arrays });
}

/** A word's entry: its given vector projected, plus its own learned row; last the row of unknown words. */
function foldWords(network: Network, given: Float32Array, count: number): Float32Array {
  const { word, ownWords, given: width } = network.sizes;
  const projection = network.parameters.numbers("given");
  const own = network.parameters.numbers("words");
  const table = new Float32Array((count + 1) * word);
  for (let row = 0; row <= count; row++) {
    const entry = table.subarray(row * word, (row + 1) * word);
    const ownRow = row === count ? ownWords : row < ownWords ? row : -1;
    if (ownRow >= 0) entry.set(own.subarray(ownRow * word, (ownRow + 1) * word));
    if (row === count) continue;
    for (let k = 0; k < width; k++) {
      const by = given[row * width + k]!;
      if (by !== 0) for (let j = 0; j < word; j++) entry[j]! += by * projection[k * word + j]!;
    }
  }
  return table;
}

function putTable(arrays: Arrays, name: string, numbers: Float32Array, width: number): void {
  const rows = new Int8Array(numbers.length);
  const scales = new Float32Array(numbers.length / width);
  for (let row = 0; row < scales.length; row++) {
    let most = 1e-9;
    for (let k = 0; k < width; k++) most = Math.max(most, Math.abs(numbers[row * width + k]!));
    scales[row] = most / 127;
    for (let k = 0; k < width; k++)
      rows[row * width + k] = Math.round((numbers[row * width + k]! / most) * 127);
  }
  arrays[name] = rows;
  arrays[`${name}.scales`] = scales;
}

/** Blocks of 16 outputs, pairs of inputs inside, as `run-kernel.ts` reads them. */
function putMatrix(
  arrays: Arrays,
  name: string,
  matrix: { numbers: Float32Array; rows: number; columns: number; bias: Float32Array | null },
): void {
  const { numbers, rows, columns, bias } = matrix;
  const outputs = Math.ceil(columns / 16) * 16;
  const weights = new Int8Array(rows * outputs);
  const scales = new Float32Array(outputs);
  const padded = new Float32Array(outputs);
  if (bias) padded.set(bias);
  for (let column = 0; column < columns; column++) {
    let most = 1e-9;
    for (let k = 0; k < rows; k++) most = Math.max(most, Math.abs(numbers[k * columns + column]!));
    scales[column] = most / 127;
    const block = Math.floor(column / 16) * rows * 16 + (column % 16) * 2;
    for (let k = 0; k < rows; k++) {
      weights[block + (k >> 1) * 32 + (k & 1)] = Math.round((numbers[k * columns + column]! / most) * 127);
    }
  }
  arrays[name] = weights;
  arrays[`${name}.scales`] = scales;
  arrays[`${name}.bias`] = padded;
}
