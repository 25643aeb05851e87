import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLexicons } from "../../../../lexicons/load.ts";
import { loadWeights } from "../../../../models/load.ts";
import { createCoder, QUAD_OF } from "./coder.ts";

const coder = createCoder({ lexicons: parseLexicons("lexicons"), weights: loadWeights("models") });

/** Codes a sentence in which the source stands in [square] and the target in {curly} brackets. */
function code(marked: string) {
  let text = "";
  const sides: Record<string, { start: number; end: number }> = {};
  for (const part of marked.split(/([[{][^\]}]*[\]}])/)) {
    const side = part.startsWith("[") ? "source" : part.startsWith("{") ? "target" : null;
    const words = side ? part.slice(1, -1) : part;
    if (side) sides[side] = { start: text.length, end: text.length + words.length };
    text += words;
  }
  return coder.code({ text, source: sides.source ?? null, target: sides.target ?? null });
}

describe("createCoder", () => {
  it.each([
    ["[Northland] has condemned {Southland}'s decision to close the pass.", "ACCUSE"],
    ["[Northland] held talks with {Southland} in the capital on Monday.", "CONSULT"],
    ["[Northland] has agreed to withdraw its troops from {Southland}.", "AGREE"],
    ["[Northland] withdrew its troops from {Southland}.", "YIELD"],
    ["[Northland] refused to withdraw its troops from {Southland}.", "REJECT"],
    ["[Northland] demanded that {Southland} withdraw its troops.", "REQUEST"],
    ["[Northland] threatened to bomb {Southland}.", "THREATEN"],
    ["[Northland] bombed {Southland} overnight.", "ASSAULT"],
    ["[Northland] imposed sanctions on {Southland}.", "COERCE"],
    ["[Northland] lifted the sanctions on {Southland}.", "YIELD"],
    ["[Northland] suspended aid to {Southland}.", "SANCTION"],
    ["[Northland] sent food and medicine to {Southland}.", "AID"],
    ["[Northland] massed troops on the border with {Southland}.", "MOBILIZE"],
    ["[Students] marched against {the government} in the capital.", "PROTEST"],
    ["[Northland] voiced support for {Southland}.", "SUPPORT"],
    ["{Two men} were arrested by [the police].", "COERCE"],
  ] as const)("%s → %s", (sentence, root) => {
    const coded = code(sentence);
    expect(coded.root).toBe(root);
    expect(coded.quad).toBe(QUAD_OF[root]);
  });

  it("gives calibrated-looking alternatives: ranked, below the answer, summing to at most one", () => {
    const { score, alternatives } = code("[Northland] cancelled the visit to {Southland}.");
    let sum = score;
    let last = score;
    for (const other of alternatives) {
      expect(other.score).toBeLessThanOrEqual(last);
      last = other.score;
      sum += other.score;
    }
    expect(sum).toBeLessThanOrEqual(1.000001);
  });

  it("does not depend on who the two sides are", () => {
    const names = fc.constantFrom(
      "Armenia",
      "Azerbaijan",
      "Russia",
      "Ukraine",
      "Israel",
      "Iran",
      "the United States",
      "Hamas",
      "Serbia",
      "Kosovo",
    );
    const acts = fc.constantFrom(
      "has accused # of breaking the truce.",
      "shelled # on Sunday, officials said.",
      "will meet # next week.",
      "and # signed an agreement.",
      "refused to hand over the prisoners to #.",
      "has released # from custody.",
    );
    fc.assert(
      fc.property(names, names, acts, (one, other, act) => {
        const sentence = (source: string, target: string) =>
          code(`[${source}] ${act.replace("#", `{${target}}`)}`);
        expect(sentence(other, one)).toEqual(sentence(one, other));
      }),
    );
  });

  it("answers on any text, with marks anywhere", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.integer({ min: -5, max: 60 }),
        fc.integer({ min: -5, max: 60 }),
        (text, a, b) => {
          const coded = coder.code({ text, source: { start: a, end: b }, target: { start: b, end: a + 3 } });
          expect(coded.score).toBeGreaterThan(0);
          expect(coder.code({ text, source: null, target: null }).quad).toBeGreaterThan(0);
        },
      ),
    );
  });
});
