import { expect, it } from "vitest";
import { decodeClusters, encodeClusters } from "./clusters.ts";
import { combine, hashText } from "./hash.ts";
import { addScores, decodeModel, emptyModel, encodeModel, toProbabilities } from "./model.ts";
import { pack, unpack } from "./pack.ts";

it("gives back what was packed, in its order", () => {
  const parts = { one: Uint8Array.of(1, 2, 3), two: new Uint8Array(), three: Uint8Array.of(9) };
  expect(unpack(pack(parts))).toEqual(parts);
});

it("keeps weights to a half step of its scale", () => {
  const model = emptyModel(["a", "b"], 4);
  model.weights.forEach((_, i) => {
    model.weights[i] = Math.sin(i) * 3;
  });
  const read = decodeModel(encodeModel(model));
  expect(read.labels).toEqual(["a", "b"]);
  read.weights.forEach((weight, i) => {
    expect(Math.abs(weight - (model.weights[i] as number))).toBeLessThanOrEqual(3 / 127 / 2 + 1e-6);
  });
});

it("adds the rows of the features, wherever their high bits point", () => {
  const model = emptyModel(["a", "b"], 4);
  model.weights.set([1, 2], 3 * 2);
  model.weights.set([10, 20], 5 * 2);
  expect([...addScores(model, [3, 5 + 16, 3], new Float64Array(2))]).toEqual([12, 24]);
});

it("makes probabilities of any scores", () => {
  const [a = 0, b = 0] = toProbabilities(Float64Array.of(900, 899));
  expect(a + b).toBeCloseTo(1);
  expect(a).toBeGreaterThan(b);
});

it("hashes by order and keeps clusters by word", () => {
  expect(combine(1, 2)).not.toBe(combine(2, 1));
  const clusters = decodeClusters(encodeClusters([{ word: "truce", fine: 400, coarse: 7 }]));
  expect(clusters.get(hashText("truce"))).toEqual({ fine: 400, coarse: 7 });
});
