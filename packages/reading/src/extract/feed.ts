/** Reads RSS, Atom, RDF and JSON feeds: each item becomes one source with the metadata the feed states. */
import type { Diagnostic } from "@parley/protocol";
import type { parseFeed as ParseFeed } from "feedsmith";
import type { Source } from "../source.ts";
import { note } from "./characters.ts";
import { machineDate } from "./dates.ts";
import { hostOf } from "./metadata.ts";
import { feedParser } from "./on-demand.ts";

export interface FeedReading {
  /** In feed order, each with `html` (or `text` where the feed says so). */
  sources: Source[];
  diagnostics: Diagnostic[];
}

/** Bytes of a feed that are read at most; a larger one is refused, since half an XML file is none. */
export const LONGEST_FEED = 64_000_000;

type Parsed = ReturnType<typeof ParseFeed>;
type Of<F extends Parsed["format"]> = Extract<Parsed, { format: F }>["feed"];

interface Item {
  title?: string;
  url?: string;
  published?: unknown;
  authors: (string | { name?: string } | undefined)[];
  html?: string;
  text?: string;
}

/** Never throws: a feed that cannot be parsed gives no sources and a diagnostic `feed.unreadable`. */
export function readFeed(xml: string): FeedReading {
  if (xml.length > LONGEST_FEED)
    return {
      sources: [],
      diagnostics: [note("feed.too-large", `feeds over ${LONGEST_FEED} characters are not read`)],
    };
  const { parseFeed } = feedParser();
  let parsed: Parsed;
  try {
    parsed = parseFeed(xml);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "not a feed";
    return { sources: [], diagnostics: [note("feed.unreadable", `the feed cannot be parsed: ${reason}`)] };
  }
  const { outlet, items } = feedItems(parsed);
  const diagnostics: Diagnostic[] = items.length ? [] : [note("feed.empty", "the feed has no items")];
  const sources: Source[] = [];
  items.forEach((item, i) => {
    if (item.html === undefined && item.text === undefined && !item.title)
      diagnostics.push(note("feed.item-empty", `item ${i + 1} has neither text nor title`));
    else sources.push(sourceOf(item, outlet));
  });
  return { sources, diagnostics };
}

function sourceOf(item: Item, outlet: string | undefined): Source {
  const stated = typeof item.published === "string" ? item.published : undefined;
  const published = stated && (machineDate(stated) ?? stated);
  const authors = item.authors
    .map((author) => (typeof author === "object" ? author.name : author)?.trim())
    .filter((name): name is string => Boolean(name));
  const source: Source = item.html === undefined ? { text: item.text ?? "" } : { html: item.html };
  if (item.url) source.url = item.url;
  if (item.title) source.title = plain(item.title);
  if (published) source.published = published;
  const site = outlet ? plain(outlet) : hostOf(item.url);
  if (site) source.outlet = site;
  if (authors.length) source.authors = authors;
  return source;
}

function feedItems(parsed: Parsed): { outlet: string | undefined; items: Item[] } {
  if (parsed.format === "rss")
    return { outlet: parsed.feed.title, items: (parsed.feed.items ?? []).map(rssItem) };
  if (parsed.format === "rdf")
    return { outlet: parsed.feed.title, items: (parsed.feed.items ?? []).map(rdfItem) };
  if (parsed.format === "json")
    return { outlet: parsed.feed.title, items: (parsed.feed.items ?? []).map(jsonItem) };
  return { outlet: parsed.feed.title?.value, items: (parsed.feed.entries ?? []).map(atomItem) };
}

function rssItem(item: NonNullable<Of<"rss">["items"]>[number]): Item {
  return {
    title: item.title,
    url: item.link ?? (/^https?:/.test(item.guid?.value ?? "") ? item.guid?.value : undefined),
    published: item.pubDate ?? item.dc?.dates?.[0],
    authors: item.dc?.creators ?? (item.authors ?? []).map(rssAuthor),
    html: longest(item.content?.encoded, item.description),
  };
}

/** RSS 2.0 wants "address (name)" here; feeds write either. */
function rssAuthor(author: string | { name?: string }): string | undefined {
  const stated = typeof author === "string" ? author : author.name;
  return /\(([^)]+)\)/.exec(stated ?? "")?.[1] ?? stated;
}

function rdfItem(item: NonNullable<Of<"rdf">["items"]>[number]): Item {
  return {
    title: item.title,
    url: item.link ?? item.rdf?.about,
    published: item.dc?.dates?.[0],
    authors: item.dc?.creators ?? [],
    html: longest(item.content?.encoded, item.description),
  };
}

function atomItem(entry: NonNullable<Of<"atom">["entries"]>[number]): Item {
  const link = entry.links?.find(({ rel }) => !rel || rel === "alternate") ?? entry.links?.[0];
  const content = entry.content?.value ? entry.content : entry.summary;
  const text = content?.type === "text" || content?.type === "text/plain";
  return {
    title: entry.title?.value,
    url: link?.href,
    published: entry.published ?? entry.updated,
    authors: entry.dc?.creators ?? (entry.authors ?? []).map(({ name }) => name),
    ...(text ? { text: content?.value } : { html: content?.value }),
  };
}

function jsonItem(item: NonNullable<Of<"json">["items"]>[number]): Item {
  return {
    title: item.title,
    url: item.url ?? item.external_url,
    published: item.date_published ?? item.date_modified,
    authors: (item.authors ?? []).map(({ name }) => name),
    html: item.content_html,
    text: item.content_text ?? item.summary,
  };
}

/** Feeds put the article in one field and its summary in the other, and not always the way round the names say. */
function longest(...texts: (string | undefined)[]): string | undefined {
  return texts.filter((text) => text !== undefined).sort((a, b) => b.length - a.length)[0];
}

/** Titles may carry markup or entities a second time. */
function plain(title: string): string {
  return title
    .replace(/<[^>]*>/g, "")
    .replace(/&amp;/g, "&")
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}
