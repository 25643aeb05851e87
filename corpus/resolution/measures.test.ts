import { describe, expect, it } from "vitest";
import { bCubed, goldClusters, type JudgedAs, type JudgedPair, pairwise } from "./measures.ts";

const pair = (a: string, b: string, judgement: JudgedAs): JudgedPair => ({ a, b, judgement });
const pairs = [
  pair("a", "b", "same"),
  pair("b", "c", "same"),
  pair("c", "d", "different"),
  pair("a", "e", "unsure"),
];

describe("pairwise", () => {
  it("counts joins against what was judged, and leaves the unsure out", () => {
    const joined = new Set(["ab", "cd", "ae"]);
    expect(pairwise(pairs, (a, b) => joined.has(a + b))).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  });
  it("has no precision where nothing is joined", () => {
    expect(pairwise(pairs, () => false)).toEqual({ precision: Number.NaN, recall: 0, f1: 0 });
  });
});

describe("gold clusters", () => {
  it("are the closure of what is the same", () => {
    const gold = goldClusters(pairs);
    expect(new Set(["a", "b", "c"].map((item) => gold.get(item))).size).toBe(1);
    expect(new Set(["a", "d", "e"].map((item) => gold.get(item))).size).toBe(3);
  });
  it("refuse judgements that contradict each other", () => {
    expect(() => goldClusters([...pairs, pair("a", "c", "different")])).toThrow("a and c");
  });
});

describe("B³", () => {
  const machine = (clusters: string[]) =>
    new Map(clusters.flatMap((cluster) => [...cluster].map((item) => [item, cluster])));
  it("is whole where the clusters are the gold ones", () => {
    expect(bCubed(pairs, machine(["abc", "d", "e"]))).toEqual({ precision: 1, recall: 1, f1: 1 });
  });
  it("takes from precision for a false join and from recall for a missed one", () => {
    const { precision, recall } = bCubed(pairs, machine(["ab", "cd", "e"]));
    expect(precision).toBeCloseTo((1 + 1 + 1 / 2 + 1 / 2 + 1) / 5);
    expect(recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5);
  });
  it("does not count what nobody could decide", () => {
    expect(bCubed(pairs, machine(["abce", "d"])).precision).toBe(1);
  });
});
