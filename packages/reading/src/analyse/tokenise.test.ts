import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSpace } from "./characters.ts";
import { tokenise } from "./tokenise.ts";

function tokens(text: string): string[] {
  const found: string[] = [];
  tokenise(text, 0, text.length, (start, end) => found.push(text.slice(start, end)));
  return found;
}

describe("tokenise", () => {
  test.each([
    ["The talks didn't fail, they're held.", "The talks did n't fail , they 're held ."],
    ["Armenia’s ministry can’t and cannot say", "Armenia ’s ministry ca n’t and can not say"],
    [
      "the Armenian-backed, so-called co-chairs' anti-aircraft F-16",
      "the Armenian - backed , so - called co-chairs ' anti-aircraft F - 16",
    ],
    ["Nagorno-Karabakh (2020–2023)", "Nagorno - Karabakh ( 2020 – 2023 )"],
    ["Gen. Smith of the U.S. Army, Sept. 27", "Gen. Smith of the U.S. Army , Sept. 27"],
    ["at 10:30 a.m., 5,000 of 3.5% or $20m", "at 10:30 a.m. , 5,000 of 3.5 % or $ 20 m"],
    [
      "call +7-495-123-4567 or see https://example.org/a-b?c=d.",
      "call +7-495-123-4567 or see https://example.org/a-b?c=d .",
    ],
    ["“No,” he said... “never!”", "“ No , ” he said ... “ never ! ”"],
    ["/TASS/. and/or 9/11", "/ TASS / . and / or 9/11"],
    ["on 09.11.2020 it ended.The sides", "on 09.11.2020 it ended . The sides"],
    ["write to press@mfa.example.org (now)", "write to press@mfa.example.org ( now )"],
  ])("%s", (text, expected) => {
    expect(tokens(text).join(" ")).toBe(expected);
  });

  test("covers every character that is not white space, in order, without overlap", {
    timeout: 60_000,
  }, () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        "U.S.",
        "’s",
        "n't",
        "--",
        "...",
        "http://a.b/",
        "e-mail",
        "5pm",
        "(",
        "”",
        "\u200b",
        "\u0000",
        "😀",
        "ة",
        " ",
        "\n",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        let last = 0;
        const faults: string[] = [];
        const leaveOut = (from: number, to: number): void => {
          for (let at = from; at < to; at++) if (!isSpace(text.charCodeAt(at))) faults.push(`left out ${at}`);
        };
        tokenise(text, 0, text.length, (start, end) => {
          if (start < last) faults.push(`overlap at ${start}`);
          if (end <= start) faults.push(`empty at ${start}`);
          leaveOut(last, start);
          last = end;
        });
        leaveOut(last, text.length);
        expect(faults).toEqual([]);
      }),
    );
  });
});
