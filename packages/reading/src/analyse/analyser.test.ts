import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sentence } from "../sentence.ts";
import { createAnalyser } from "./analyser.ts";

const weights = new Uint8Array(readFileSync(join(import.meta.dirname, "../../../../models/analyser.bin")));
const analyser = createAnalyser(weights);

function parsed(text: string): Sentence {
  return analyser.parse(analyser.segment(text)[0]!);
}

function isTree({ tokens }: Sentence): boolean {
  const rooted = tokens.every((token) => {
    let at = token.i;
    for (let steps = 0; at >= 0; steps++) {
      if (steps > tokens.length) return false;
      at = tokens[at]!.head;
    }
    return true;
  });
  return rooted && tokens.filter(({ head }) => head === -1).length === 1;
}

const clause = ({ tokens }: Sentence): string =>
  tokens.map(({ text, rel, head }) => `${text}:${rel}:${tokens[head]?.text ?? "-"}`).join(" ");
const below = ({ tokens }: Sentence, i: number, rel: string): string[] =>
  tokens.filter((token) => token.head === i && token.rel.startsWith(rel)).map(({ text }) => text);

describe("analyser", () => {
  test("an active sentence", () => {
    const sentence = parsed(
      "The foreign ministers of Norway and Kenya discussed a new treaty with Elena Duarte on Monday.",
    );
    const verb = sentence.tokens.findIndex(({ text }) => text === "discussed");
    expect(sentence.tokens[verb]).toMatchObject({
      upos: "VERB",
      xpos: "VBD",
      lemma: "discuss",
      head: -1,
      rel: "root",
    });
    expect(below(sentence, verb, "nsubj")).toEqual(["ministers"]);
    expect(below(sentence, verb, "obj")).toEqual(["treaty"]);
    expect(below(sentence, verb, "obl")).toContain("Monday");
    expect(clause(sentence)).toContain("Norway:nmod:ministers and:cc:Kenya Kenya:conj:Norway");
  });

  test("a passive sentence", () => {
    const sentence = parsed("Two soldiers were killed by sniper fire near the village, the ministry said.");
    const verb = sentence.tokens.findIndex(({ text }) => text === "killed");
    expect(below(sentence, verb, "nsubj:pass")).toEqual(["soldiers"]);
    expect(below(sentence, verb, "obl")).toContain("fire");
    expect(sentence.tokens.find(({ text }) => text === "said")!.lemma).toBe("say");
  });

  test("names", () => {
    const [sentence] = analyser.segment("Elena Duarte met President Olaf Berg in Oslo.");
    const found = analyser.names(sentence!).map(({ first, last, type }) => [
      sentence!.tokens
        .slice(first, last + 1)
        .map(({ text }) => text)
        .join(" "),
      type,
    ]);
    expect(found).toContainEqual(["Elena Duarte", "person"]);
    expect(found).toContainEqual(["Olaf Berg", "person"]);
    expect(found).toContainEqual(["Oslo", "place"]);
  });

  test("every level is worked out once, in any order, with the same result", () => {
    const text = "Both sides agreed to cease fire. The envoy, who came from Geneva, thanked them.";
    const direct = analyser.segment(text).map((sentence) => analyser.parse(sentence));
    for (const sentence of direct) analyser.names(sentence);
    const roundabout = analyser.segment(text);
    for (const sentence of roundabout) analyser.names(sentence);
    for (const sentence of roundabout) analyser.tag(sentence);
    for (const sentence of [...roundabout].reverse()) analyser.parse(analyser.parse(sentence));
    expect(roundabout).toEqual(direct);
    expect(analyser.parse(direct[0]!)).toBe(direct[0]);
    expect(analyser.names(direct[0]!)).toBe(analyser.names(direct[0]!));
  });

  test("what was read before changes nothing, not even after the memory of forms was emptied", {
    timeout: 60_000,
  }, () => {
    const text = "The delegations exchanged prisoners at the Tovuz crossing.";
    const before = analyser.segment(text).map((sentence) => analyser.parse(sentence));
    for (let i = 0; i < 9000; i += 100) {
      const [sentence] = analyser.segment(
        Array.from({ length: 100 }, (_, k) => `w${(i + k).toString(36)}q`).join(" "),
      );
      analyser.tag(sentence!);
    }
    expect(analyser.segment(text).map((sentence) => analyser.parse(sentence))).toEqual(before);
  });

  test("any text becomes trees with one root each", { timeout: 60_000 }, () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom(
        "the",
        "sides",
        "met",
        ",",
        ".",
        "”",
        "U.S.",
        "😀",
        "Ժողով",
        "x".repeat(300),
        "\ud800",
        "\n",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        for (const sentence of analyser.segment(parts.join(" "))) {
          analyser.names(analyser.parse(sentence));
          expect(isTree(sentence)).toBe(true);
          expect(sentence.tokens.every(({ upos, xpos, lemma, rel }) => upos && xpos && lemma && rel)).toBe(
            true,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test("sentences longer than the network takes are still one tree", () => {
    const sentence = analyser.segment("One two three four five.")[0]!;
    const [first] = sentence.tokens;
    sentence.tokens = Array.from({ length: 1000 }, (_, i) => ({ ...first!, i }));
    expect(isTree(analyser.parse(sentence))).toBe(true);
    expect(analyser.names(sentence)).toEqual(sentence.names);
  });

  test("refuses bytes that are no weight file", () => {
    expect(() => createAnalyser(new Uint8Array(64))).toThrow(TypeError);
  });
});
