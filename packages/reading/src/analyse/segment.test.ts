import { describe, expect, test } from "vitest";
import { MAX_TOKENS, segment } from "./segment.ts";

function sentences(text: string): string[] {
  return segment(text).map((sentence) => text.slice(sentence.start, sentence.end));
}

describe("segment", () => {
  test("ends sentences at stops, not at abbreviations, initials or decimals", () => {
    expect(
      sentences(
        "Gen. A. B. Aram met Mr. Orlov on Sept. 9. It lasted 2.5 hours in the U.S. embassy. He left for the U.S. The talks go on!",
      ),
    ).toEqual([
      "Gen. A. B. Aram met Mr. Orlov on Sept. 9.",
      "It lasted 2.5 hours in the U.S. embassy.",
      "He left for the U.S.",
      "The talks go on!",
    ]);
  });

  test("keeps closing quotes and brackets with the sentence they close", () => {
    expect(sentences("“We agreed.” The minister left. (He was late.) Nobody spoke.")).toEqual([
      "“We agreed.”",
      "The minister left.",
      "(He was late.)",
      "Nobody spoke.",
    ]);
    expect(sentences('"Stop now!" he said. "Why?" they asked.')).toEqual([
      '"Stop now!" he said.',
      '"Why?" they asked.',
    ]);
  });

  test("keeps the number of an article with its words", () => {
    expect(sentences("1. The parties stop. 2. They withdraw in 2020. All agreed.")).toEqual([
      "1. The parties stop.",
      "2. They withdraw in 2020.",
      "All agreed.",
    ]);
  });

  test("gives a dateline a sentence of its own", () => {
    expect(sentences("MOSCOW, May 3. /TASS/. The sides met.")).toEqual([
      "MOSCOW, May 3. /TASS/.",
      "The sides met.",
    ]);
    expect(sentences("BAKU, Azerbaijan (AP) — The sides met.")).toEqual([
      "BAKU, Azerbaijan (AP) —",
      "The sides met.",
    ]);
  });

  test("ends a sentence at every paragraph, headline or not", () => {
    const text = "Ministers meet in Vienna\n\nThe ministers met.\nThey talked";
    expect(segment(text).map(({ paragraph }) => paragraph)).toEqual([0, 1, 2]);
  });

  test("joins the lines of a text wrapped by hand", () => {
    const line = "the ministers of both countries spoke at length about all of it";
    expect(segment([line, line, line, line, line].join("\n"))).toHaveLength(1);
  });

  test("numbers sentences and tokens, and leaves them untagged", () => {
    const [, second] = segment("One here. Two there.");
    expect(second).toMatchObject({ i: 1, level: "tokens", names: null });
    expect(second!.tokens.map(({ i, text, head }) => [i, text, head])).toEqual([
      [0, "Two", -2],
      [1, "there", -2],
      [2, ".", -2],
    ]);
  });

  test("cuts what never ends, at punctuation where there is some", () => {
    const cut = segment(`${"word ".repeat(100)}, ${"word ".repeat(50_000)}`);
    expect(cut[0]!.tokens).toHaveLength(101);
    expect(Math.max(...cut.map(({ tokens }) => tokens.length))).toBe(MAX_TOKENS);
  });

  test("takes time in proportion to the text", () => {
    const time = (text: string): number => {
      const begun = performance.now();
      segment(text);
      return performance.now() - begun;
    };
    const unit = "(x. ".repeat(4000);
    time(unit);
    const small = Math.max(5, time(unit));
    expect(time(unit.repeat(8))).toBeLessThan(small * 60);
  });

  test.each([
    ["nothing", ""],
    ["white space", " \n\t\u00a0\u200b\ufeff "],
    ["controls", "\u0000\u0001\u0002"],
    ["half a surrogate pair", "a \ud800 b"],
    ["one very long word", "x".repeat(100_000)],
    ["right to left", "قال الوزير. \u202bשלום\u202c"],
    ["only marks", "?!.,;:()[]{}“”‘’…—".repeat(2000)],
  ])("bears %s", (_, text) => {
    const tokens = segment(text).flatMap((sentence) => sentence.tokens);
    expect(tokens.filter((token) => text.slice(token.start, token.end) !== token.text)).toEqual([]);
  });
});
