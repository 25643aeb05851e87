import { describe, expect, it } from "vitest";
import { extract } from "./extract.ts";

const WIRE = `Skip to content

Ministers discuss ceasefire by phone

By qwwer qwwer

MOSCOW, October 12. /TASS/. The foreign ministers of the two countries spoke by phone on Monday, the ministry said in a statement.

They agreed to speak again.

TASS

Tags: , , , ,

Leave a Reply

Your email address will not be published. Required fields are marked *`;

describe("a plain-text report", () => {
  const extracted = extract({ text: WIRE });

  it("keeps title and paragraphs and nothing else", () => {
    expect(extracted.text).toBe(
      "Ministers discuss ceasefire by phone\n\nMOSCOW, October 12. /TASS/. The foreign ministers of the two countries spoke by phone on Monday, the ministry said in a statement.\n\nThey agreed to speak again.",
    );
    expect(extracted.title).toBe("Ministers discuss ceasefire by phone");
    const { start, end } = extracted.titleSpan!;
    expect(extracted.text.slice(start, end)).toBe(extracted.title);
  });

  it("names the agency as worded and does not take a date without a year for a publication date", () => {
    expect(extracted).toMatchObject({
      agencies: ["TASS"],
      dateline: "MOSCOW, October 12",
      published: null,
      authors: [],
    });
  });

  it("reports every dropped paragraph with its rule and words", () => {
    const rules = extracted.diagnostics.map(({ rule, dropped }) => [rule, dropped]);
    expect(rules).toEqual([
      ["residue.skip-link", "Skip to content"],
      ["residue.reposter", "By qwwer qwwer"],
      ["residue.credit", "TASS"],
      ["residue.tags", "Tags: , , , ,"],
      [
        "residue.comments",
        "Leave a Reply\nYour email address will not be published. Required fields are marked *",
      ],
    ]);
  });
});

describe("sentences that speak of furniture", () => {
  it("stay in the text", () => {
    const text = `Regulator fines two sites

The regulator said on Tuesday that the sites use cookies without consent, and that comments are closed to nobody.

The minister was asked to share the document on Facebook but declined, saying that related articles of the treaty were secret.`;
    expect(extract({ text }).text).toBe(text);
  });
});
