import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { extract } from "./extract.ts";

const page = (name: string) =>
  readFileSync(join(import.meta.dirname, "../../../../corpus/pages", `${name}.html`), "utf8");

describe("a news page with menus, shares, related links and comments", () => {
  const extracted = extract({
    html: page("agency-call"),
    url: "https://northernwire.example/2021/07/28/ministers-agree",
  });

  it("knows where it comes from", () => {
    expect(extracted).toMatchObject({
      title: "Ministers agree to keep line open after border shelling",
      outlet: "Northern Wire",
      authors: ["Nino Example"],
      agencies: ["Northern News Agency"],
      dateline: "YEREVAN, July 28",
      language: "en",
      published: { iso: "2021-07-28T16:05:00+04:00", from: "json-ld" },
    });
  });

  it("keeps the paragraphs, the heading and the list", () => {
    const paragraphs = extracted.text.split("\n\n");
    expect(paragraphs[0]).toMatch(/^YEREVAN, July 28\. .* northern section of the border\.$/);
    expect(paragraphs).toContain("Three soldiers wounded");
    expect(paragraphs).toContain("A local truce was announced for 10:00.");
    expect(paragraphs.at(-1)).toBe(
      "Observers were asked to visit the area. Their mission had not answered by the evening.",
    );
  });

  it("drops what is not the report, and says so", () => {
    for (const words of [
      "reader77",
      "Grain harvest",
      "Home",
      "newsletter",
      "cookies",
      "Photo:",
      "Tweet",
      "All rights",
    ])
      expect(extracted.text).not.toContain(words);
    const dropped = extracted.diagnostics.map(({ dropped }) => dropped ?? "").join("\n");
    for (const words of [
      "reader77",
      "Grain harvest",
      "Home",
      "newsletter",
      "cookies",
      "Photo:",
      "Tweet",
      "All rights",
    ])
      expect(dropped).toContain(words);
  });
});

it.each([
  ["By Anna Example 10 October 2020", ["Anna Example"], "residue.byline"],
  ["By Anna Example and Boris Sample", ["Anna Example", "Boris Sample"], "residue.byline"],
  ["By xwz_admin xwz_admin October 29", [], "residue.reposter"],
])("reads the byline %j between title and text", (byline, authors, rule) => {
  const html = page("agency-call")
    .replace(/<script type="application.*<\/script>/, "")
    .replace(/<div class="entry-meta">.*<\/div>/, `<div class="entry-meta">${byline}</div>`);
  const extracted = extract({ html });
  expect(extracted.authors).toEqual(authors);
  expect(extracted.diagnostics.find(({ dropped }) => dropped === byline)?.rule).toBe(rule);
});

it("reads a page laid out by tables, with paragraphs that are never closed", () => {
  const { text, title, published } = extract({ html: page("ministry-table-layout") });
  expect(title).toBe("Press release: telephone conversation");
  expect(published).toEqual({ iso: "2020-11-14T18:30", asWorded: "14 November 2020 18:30", from: "byline" });
  expect(text).toMatch(/On 14 November, at the initiative/);
  expect(text).toMatch(/The sides agreed to continue contacts\.$/);
  expect(text).not.toMatch(/Consular service|Print version/);
});

it("reads an English report on a Turkish page", () => {
  const { text, agencies, language, published, dateline } = extract({ html: page("blog-repost") });
  expect(text.split("\n\n")).toHaveLength(3);
  expect({ agencies, language, dateline }).toEqual({
    agencies: ["TASS"],
    language: "en",
    dateline: "GYUMRI, March 12",
  });
  expect(published?.iso).toBe("2022-03-12T09:40");
});
