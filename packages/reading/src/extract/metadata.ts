/** Title, outlet, authors and publication date of a page, from the sender first, then JSON-LD, meta elements, the page, the address. */
import type { Diagnostic } from "@parley/protocol";
import type { Source } from "../source.ts";
import { isAgency } from "./agency-names.ts";
import { note } from "./characters.ts";
import { machineDate, urlDate, writtenDate } from "./dates.ts";
import type { Published } from "./extracted.ts";
import { type ArticleData, readJsonLd } from "./json-ld.ts";
import type { Page } from "./page.ts";
import { HINT_BIT } from "./page-hints.ts";
import { sameWords } from "./residue.ts";

export interface Metadata {
  title: string | null;
  outlet: string | null;
  agencies: string[];
  authors: string[];
  published: Published | null;
  /** Every date that was found, best first, for the check of contradictions. */
  language: string | null;
  url: string | null;
  article: ArticleData | null;
  diagnostics: Diagnostic[];
}

const DATE_KEYS = [
  "article:published_time",
  "og:published_time",
  "datepublished",
  "article.published",
  "parsely-pub-date",
  "sailthru.date",
  "cxenseparse:recs:publishtime",
  "dc.date.issued",
  "dcterms.issued",
  "dc.date",
  "dcterms.date",
  "dcterms.created",
  "date.issued",
  "dc.date.created",
  "publish_date",
  "publish-date",
  "published_time_telegram",
  "pubdate",
  "publication_date",
  "publicationdate",
  "article:post_date",
  "citation_publication_date",
  "citation_date",
  "og:article:published_time",
  "og:pubdate",
  "rnews:datepublished",
  "date",
];
const AUTHOR_KEYS = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "byl",
  "citation_author",
];
const TITLE_SEPARATOR = / [-–—|·•»:] | \| |\s::\s/;

export function readMetadata(page: Page, source: Source): Metadata {
  const { article, diagnostics } = readJsonLd(page.head.jsonLd);
  const url = source.url ?? canonical(page);
  const outlet = source.outlet?.trim() || siteName(page, article) || hostOf(url);
  const published = publicationDates(page, source, article, url);
  const [first] = published;
  const apart = published.find((other) => first && daysApart(first.iso, other.iso) > 2);
  if (apart)
    diagnostics.push(
      note(
        "published.disagree",
        `published ${first!.iso} (${first!.from}), but ${apart.from} says ${apart.iso}`,
      ),
    );
  const credited = source.authors?.length ? source.authors : pageAuthors(page, article);
  const authors = unique(credited.map(cleanAuthor).filter((name) => name !== null));
  return {
    title: source.title?.trim() || pageTitle(page, article, outlet),
    outlet,
    agencies: authors.filter(isAgency),
    authors: authors.filter((name) => !isAgency(name) && name !== outlet),
    published: first ?? null,
    language:
      article?.language ??
      page.head.lang ??
      meta(page, ["og:locale", "content-language", "language", "dc.language"]),
    url,
    article,
    diagnostics,
  };
}

function meta(page: Page, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = page.head.meta.get(key)?.find((content) => content.trim());
    if (value) return value.replace(/\s+/g, " ").trim();
  }
  return null;
}

function canonical(page: Page): string | null {
  const link = page.head.links.find(({ rel }) => rel === "canonical")?.href;
  const url = link || meta(page, ["og:url"]);
  return url && /^https?:\/\//.test(url) ? url : null;
}

/** The site's own name for the article, without the site name behind it. */
function pageTitle(page: Page, article: ArticleData | null, outlet: string | null): string | null {
  const offered =
    article?.headline ?? meta(page, ["og:title", "twitter:title", "dc.title", "citation_title"]);
  const headings = page.blocks.filter(({ heading }) => heading === 1);
  const stated = page.head.title;
  const heading =
    headings.find(({ text }) => stated?.includes(text)) ?? (headings.length === 1 ? headings[0] : undefined);
  if (offered && (!heading || !offered.startsWith(heading.text))) return withoutSite(offered, outlet);
  return heading?.text.replace(/\s+/g, " ") ?? (stated ? withoutSite(stated, outlet) : null);
}

function withoutSite(title: string, outlet: string | null): string {
  const parts = title.split(TITLE_SEPARATOR);
  const last = parts.at(-1)!;
  if (parts.length > 1 && outlet && (sameWords(last, outlet) || bareHost(outlet).includes(bareHost(last))))
    return title
      .slice(0, title.lastIndexOf(last))
      .replace(/\s*[-–—|·•»:]+\s*$/, "")
      .trim();
  return title.trim();
}

const bareHost = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function siteName(page: Page, article: ArticleData | null): string | null {
  return (
    meta(page, [
      "og:site_name",
      "application-name",
      "apple-mobile-web-app-title",
      "dc.publisher",
      "citation_journal_title",
    ]) ??
    article?.publisher ??
    null
  );
}

/** Host name without "www.", null where the address is none. */
export function hostOf(url: string | null | undefined): string | null {
  const host = /^https?:\/\/(?:[^/@]*@)?(?:www\d?\.)?([^/:?#]+)/i.exec(url ?? "")?.[1]?.toLowerCase();
  return host?.includes(".") ? host : null;
}

function publicationDates(
  page: Page,
  source: Source,
  article: ArticleData | null,
  url: string | null,
): Published[] {
  const found: Published[] = [];
  const add = (value: string | null | undefined, from: Published["from"]) => {
    if (!value) return;
    const written = machineDate(value) ?? writtenDate(value)?.iso;
    if (written) found.push({ iso: written, asWorded: null, from });
  };
  add(source.published, "given");
  add(article?.published, "json-ld");
  for (const key of DATE_KEYS) add(page.head.meta.get(key)?.[0], "meta");
  const times = page.head.times.filter(({ published }) => published);
  for (const { datetime } of times.length ? times : page.head.times.slice(0, 1)) add(datetime, "time");
  const dated = url ? urlDate(url) : null;
  if (!found.length) {
    const written = writtenOnPage(page);
    if (written) found.push(written);
  }
  if (dated) found.push({ iso: dated, asWorded: null, from: "url" });
  return found;
}

/** A block that is marked as a date, or that holds little else, at the head of the page. */
function writtenOnPage(page: Page): Published | null {
  const from = Math.max(
    0,
    page.blocks.findIndex(({ heading }) => heading === 1),
  );
  for (const block of page.blocks.slice(from, from + 40)) {
    if (block.text.length > 120) continue;
    const marked = ((block.element.hints | (block.element.parent?.hints ?? 0)) & HINT_BIT.date) !== 0;
    const date = writtenDate(block.text);
    if (date && (marked || date.end - date.start > block.text.length * 0.4))
      return { iso: date.iso, asWorded: block.text.slice(date.start, date.end), from: "byline" };
  }
  return null;
}

function pageAuthors(page: Page, article: ArticleData | null): string[] {
  if (article?.authors.length) return article.authors;
  const stated = AUTHOR_KEYS.flatMap((key) => page.head.meta.get(key) ?? []);
  const usable = stated.filter((name) => name.trim() && !/^https?:|@/.test(name));
  if (usable.length) return usable.flatMap((name) => name.split(/\s*(?:,|;| and )\s*/));
  return page.blocks
    .filter(({ element, text }) => /\bauthor\b/i.test(element.rel) && text.length < 60)
    .map(({ text }) => text)
    .slice(0, 4);
}

function cleanAuthor(name: string): string | null {
  const clean = name
    .replace(/\s+/g, " ")
    .replace(/^(?:by|von|par|por|автор:?)\s+/i, "")
    .replace(/\s*[|/].*$/, "")
    .trim();
  return clean &&
    clean.length <= 80 &&
    /\p{L}/u.test(clean) &&
    !/^(?:admin|administrator|editor|staff|webmaster|null|undefined)$/i.test(clean)
    ? clean
    : null;
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000;
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
