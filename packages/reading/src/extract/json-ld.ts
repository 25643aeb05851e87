/** What a page's JSON-LD says about its article (schema.org Article and its subtypes). Broken JSON is a diagnostic, not an error. */
import type { Diagnostic } from "@parley/protocol";
import { note } from "./characters.ts";

export interface ArticleData {
  headline: string | null;
  body: string | null;
  published: string | null;
  authors: string[];
  publisher: string | null;
  language: string | null;
}

const ARTICLE = /article|posting|report|webpage|analysisnews|opinion/i;
/** Values looked at in all blocks together: pages with thousands of listed products must not cost more than one. */
const MOST_VALUES = 5_000;

export function readJsonLd(blocks: readonly string[]): {
  article: ArticleData | null;
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const candidates: Record<string, unknown>[] = [];
  for (const block of blocks) {
    const value = parse(block);
    if (value === undefined)
      diagnostics.push(note("metadata.json-ld", "JSON-LD that is not valid JSON was ignored"));
    else collect(value, candidates);
  }
  const best = candidates
    .map((value) => ({ value, rank: rank(value) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)[0];
  return { article: best ? articleData(best.value) : null, diagnostics };
}

function parse(block: string): unknown {
  const text = block.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, "");
  try {
    return JSON.parse(text);
  } catch {
    try {
      // Raw line breaks inside strings are the commonest fault.
      return JSON.parse(text.replace(/[\r\n\t]+/g, " ").replace(/;\s*$/, ""));
    } catch {
      return undefined;
    }
  }
}

/** Every object in breadth-first order. */
function collect(value: unknown, into: Record<string, unknown>[]): void {
  const queue: unknown[] = [value];
  for (let i = 0; i < queue.length && i < MOST_VALUES; i++) {
    const next = queue[i];
    if (Array.isArray(next)) queue.push(...next.slice(0, 200));
    else if (isObject(next)) {
      into.push(next);
      for (const child of Object.values(next)) if (typeof child === "object" && child) queue.push(child);
    }
  }
}

function rank(value: Record<string, unknown>): number {
  const type = [value["@type"]].flat().join(" ");
  if (!ARTICLE.test(type)) return 0;
  const article = /webpage/i.test(type) ? 0.5 : 2;
  return article + (value.articleBody ? 2 : 0) + (value.datePublished ? 1 : 0) + (value.headline ? 1 : 0);
}

function articleData(value: Record<string, unknown>): ArticleData {
  return {
    headline: text(value.headline) ?? text(value.name),
    body: text(value.articleBody),
    published: text(value.datePublished) ?? text(value.dateCreated),
    authors: names(value.author ?? value.creator),
    publisher: names(value.publisher ?? value.sourceOrganization)[0] ?? null,
    language: text(value.inLanguage),
  };
}

function names(value: unknown): string[] {
  return [value]
    .flat()
    .slice(0, 20)
    .map((item) => (isObject(item) ? text(item.name) : text(item)))
    .filter((name) => name !== null && !/^https?:/.test(name)) as string[];
}

function text(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" && first.trim() ? first.trim() : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
