import { describe, expect, it } from "vitest";
import { readFeed } from "./feed.ts";
import { sniff } from "./sniff.ts";

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Example Agency</title><link>https://agency.example/</link>
<item><title>Ministers talk &amp; agree</title><link>https://agency.example/1</link><dc:creator>Ada Writer</dc:creator>
<pubDate>Mon, 12 Oct 2020 10:00:00 +0300</pubDate><description>In short.</description>
<content:encoded><![CDATA[<p>The ministers talked for an hour.</p>]]></content:encoded></item>
<item><title>Second</title><link>https://agency.example/2</link><description>&lt;p&gt;Only a description.&lt;/p&gt;</description></item>
</channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry</title><entry><title>Call</title>
<link rel="self" href="https://ministry.example/feed"/><link rel="alternate" href="https://ministry.example/1"/><id>tag:1</id>
<published>2020-10-12T10:00:00Z</published><author><name>Press Office</name></author>
<content type="html">&lt;p&gt;The minister called.&lt;/p&gt;</content></entry></feed>`;
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://old.example"><title>Old</title></channel>
<item rdf:about="https://old.example/1"><title>News</title><link>https://old.example/1</link><description>Words.</description><dc:date>2020-10-12</dc:date></item></rdf:RDF>`;
const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Mission",
  items: [
    {
      id: "1",
      url: "https://mission.example/1",
      title: "Patrol",
      content_text: "The patrol returned.",
      date_published: "2020-10-12",
    },
  ],
});

describe("readFeed", () => {
  it("turns RSS items into sources with what the feed states", () => {
    expect(readFeed(RSS)).toEqual({
      diagnostics: [],
      sources: [
        {
          html: "<p>The ministers talked for an hour.</p>",
          url: "https://agency.example/1",
          title: "Ministers talk & agree",
          published: "2020-10-12T10:00:00+03:00",
          outlet: "Example Agency",
          authors: ["Ada Writer"],
        },
        {
          html: "<p>Only a description.</p>",
          url: "https://agency.example/2",
          title: "Second",
          outlet: "Example Agency",
        },
      ],
    });
  });

  it("reads Atom, RDF and JSON feeds", () => {
    expect(readFeed(ATOM).sources).toEqual([
      {
        html: "<p>The minister called.</p>",
        url: "https://ministry.example/1",
        title: "Call",
        published: "2020-10-12T10:00:00Z",
        outlet: "Ministry",
        authors: ["Press Office"],
      },
    ]);
    expect(readFeed(RDF).sources).toMatchObject([{ html: "Words.", published: "2020-10-12", outlet: "Old" }]);
    expect(readFeed(JSON_FEED).sources).toMatchObject([
      { text: "The patrol returned.", title: "Patrol", outlet: "Mission" },
    ]);
  });

  it.each([
    ["", "feed.unreadable"],
    ["<html><p>no feed</p></html>", "feed.unreadable"],
    ["<rss><channel><title>x</title></channel></rss>", "feed.empty"],
  ])("says what is wrong with %j", (xml, rule) => {
    expect(readFeed(xml)).toMatchObject({ sources: [], diagnostics: [{ rule }] });
  });

  it("survives nesting of any depth", () => {
    expect(() => readFeed(`<rss><channel>${"<a>".repeat(50_000)}`)).not.toThrow();
  });
});

describe("sniff", () => {
  it.each([
    [RSS, "", "feed"],
    [ATOM, "", "feed"],
    [RDF, "", "feed"],
    [JSON_FEED, "", "feed"],
    ["<!doctype html><title>x</title>", "", "html"],
    ["<p>Office of the Spokesperson</p>\n<p>Text</p>", "", "html"],
    ['{"id":"1","text":"a"}\n{"id":"2","text":"b"}\n', "", "ndjson"],
    ['{"id":"1","text":"a"}', "lines.ndjson", "ndjson"],
    ['{\n  "format": "x"\n}', "a.json", "json"],
    ["A report < of > nothing", "", "text"],
    ["MOSCOW, October 12. /TASS/.", "a.txt", "text"],
    [" \n\t", "", "empty"],
    ["", "x.html", "empty"],
  ])("%# knows what a text is", (content, name, kind) => {
    expect(sniff(content, name)).toBe(kind);
    expect(sniff(new TextEncoder().encode(content), name)).toBe(kind);
  });

  it("knows binary files", () => {
    expect(sniff(Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31), "a.txt")).toBe("binary");
  });
});
