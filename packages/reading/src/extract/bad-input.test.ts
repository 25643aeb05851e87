import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBytes } from "./decode.ts";
import { extract, LONGEST_INPUT } from "./extract.ts";
import type { Extracted } from "./extracted.ts";

const CORPUS = join(import.meta.dirname, "../../../../corpus/pages");
const SHARED = join(import.meta.dirname, "../../../../../shared/bench/extraction/pages");
const PAGES = readdirSync(CORPUS).map((file) => readFileSync(join(CORPUS, file), "utf8"));
const REAL = existsSync(SHARED)
  ? readdirSync(SHARED)
      .slice(0, 4)
      .map((file) =>
        gunzipSync(readFileSync(join(SHARED, file)))
          .toString()
          .slice(0, 60_000),
      )
  : [];

const rules = ({ diagnostics }: Extracted) => diagnostics.map(({ rule }) => rule);

/** What holds for every output whatever went in. */
function holds(extracted: Extracted): void {
  const { text, titleSpan, diagnostics } = extracted;
  expect(text).toBe(text.trim());
  for (const never of ["\n\n\n", "\u0000", "\u200b", "  "]) expect(text).not.toContain(never);
  if (titleSpan) expect(text.slice(titleSpan.start, titleSpan.end)).not.toBe("");
  for (const { rule, message, start, end } of diagnostics) {
    expect(rule).toMatch(/^[a-z-]+\.[a-z-]+$/);
    expect(message).not.toBe("");
    if (start === null) continue;
    expect(start).toBeLessThanOrEqual(end!);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

describe("input that is no report", () => {
  it.each(["", " \n\t ", "\u0000\u0000", "\ufeff", "\u200b\u200b"])("%j gives no text and a code", (text) => {
    for (const source of [{ text }, { html: text }]) {
      const extracted = extract(source);
      expect(extracted).toMatchObject({ text: "", title: null, language: null, published: null });
      expect(rules(extracted)).toContain("input.empty");
    }
  });

  it("a page with nothing but a menu gives no text and a code", () => {
    expect(
      rules(
        extract({ html: "<html><body><nav><a href=/>Home</a> <a href=/a>Contact</a></nav></body></html>" }),
      ),
    ).toContain("extract.no-text");
  });

  it("a page of 100 MB is cut, and quickly", () => {
    const html = `<html><body><p>The ministers spoke by phone on Monday.</p>${"<p>word word word </p>".repeat(5_000_000)}`;
    const extracted = extract({ html });
    expect(extracted.diagnostics[0]).toMatchObject({ rule: "input.truncated" });
    expect(extracted.text.length).toBeLessThanOrEqual(LONGEST_INPUT);
  }, 60_000);

  it.each([
    [
      "nested elements",
      `<html><body>${"<div>".repeat(100_000)}<p>The ministers spoke by phone on Monday.</p>`,
    ],
    [
      "closing tags without an opening one",
      `<html><body><p>The ministers spoke by phone on Monday.${"</b></div></table>".repeat(50_000)}`,
    ],
    [
      "nested formatting",
      `<html><body><p>${"<b><i><u>".repeat(50_000)}The ministers spoke by phone on Monday.`,
    ],
    ["nested lists", `<html><body>${"<ul><li>".repeat(50_000)}The ministers spoke by phone on Monday.`],
    [
      "nested tables",
      `<html><body>${"<table><tr><td>".repeat(30_000)}The ministers spoke by phone on Monday.`,
    ],
    ["attributes", `<html><body><p ${"a=b ".repeat(200_000)}>The ministers spoke by phone on Monday.`],
    [
      "an element that never ends",
      `<html><body><p>The ministers spoke by phone on Monday.</p><div class="${"x".repeat(500_000)}`,
    ],
  ])("%s by the hundred thousand do no harm", (_, html) => {
    const extracted = extract({ html });
    holds(extracted);
    expect(extracted.text).toContain("The ministers spoke by phone on Monday.");
  });

  it("invisible characters go, the words stay, and each sort is reported", () => {
    const extracted = extract({
      text: "Report\n\nThe min\u00adister s\u200bpoke\u202e with\u0000 his counter\u2060part.",
    });
    expect(extracted.text).toBe("Report\n\nThe minister spoke with his counterpart.");
    expect(rules(extracted)).toEqual(["characters.control", "characters.zero-width", "characters.direction"]);
  });

  it("a joiner between Persian letters stays", () => {
    expect(extract({ text: "می\u200cخواهد" }).text).toBe("می\u200cخواهد");
  });

  it.each([
    ["ru", "Министр иностранных дел провёл телефонный разговор со своим коллегой, сообщили в министерстве."],
    [
      "tr",
      "Dışişleri Bakanı, mevkidaşı ile telefonda görüştü ve ateşkesin önemini vurguladı, diye açıkladı bakanlık.",
    ],
    ["hy", "Արտաքին գործերի նախարարը հեռախոսազրույց է ունեցել իր գործընկերոջ հետ։"],
    ["zh", "外交部长同对方通电话，双方就停火问题交换了意见，并同意继续保持沟通。"],
    ["ar", "أجرى وزير الخارجية اتصالا هاتفيا مع نظيره وبحثا وقف إطلاق النار وتبادل الأسرى بين الجانبين."],
    [
      "fr",
      "Le ministre des Affaires étrangères s’est entretenu par téléphone avec son homologue au sujet du cessez-le-feu.",
    ],
    [
      "de",
      "Der Außenminister hat am Montag mit seinem Amtskollegen telefoniert und über die Waffenruhe gesprochen.",
    ],
  ])("knows that a text is in %s", (language, text) => {
    expect(extract({ text }).language).toBe(language);
  });
});

describe("any input", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "<p>",
      "</p>",
      "<div class=x>",
      "</div>",
      "<!--",
      "-->",
      "<script>",
      "</script>",
      "<a href=#>",
      "</a>",
      "<table><td>",
      "&amp;",
      "&#0;",
      "<br>",
      "\n\n",
      "<title>",
      "]]>",
      "<![CDATA[",
    ),
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "The minister said on Monday that the talks would go on.",
      "Tags: a, b, c",
      "Read More",
      "TASS",
      "By abc abc",
      "MOSCOW, May 3. /TASS/.",
    ),
  );

  it("is survived as page and as text", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const content = pieces.join(" ");
        holds(extract({ html: content }));
        holds(extract({ html: `<html><body>${content}` }));
        holds(extract({ text: content }));
      }),
      { seed: 20201110, numRuns: 150 },
    );
  });

  it("is survived as bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        holds(extract({ text: decodeBytes(bytes).text }));
      }),
      { seed: 20201110, numRuns: 150 },
    );
  });

  it.each([
    ["our pages", PAGES],
    ["real pages", REAL],
  ])("is survived as mutations of %s", (_, pages) => {
    // Real pages stand outside the repository; without them the second row checks nothing.
    if (!pages.length) return;
    fc.assert(
      fc.property(
        fc.constantFrom(...pages),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(400), piece), {
          minLength: 1,
          maxLength: 8,
        }),
        (html, edits) => {
          let mutated = html;
          for (const [place, cut, words] of edits) {
            const at = Math.floor(place * mutated.length);
            mutated = mutated.slice(0, at) + words + mutated.slice(at + cut);
          }
          holds(extract({ html: mutated }));
        },
      ),
      { seed: 20230919, numRuns: 25 },
    );
  });

  it("gives the same output twice", () => {
    for (const html of PAGES) expect(extract({ html })).toEqual(extract({ html }));
  });
});
