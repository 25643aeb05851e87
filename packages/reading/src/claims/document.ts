/** The document of the record from what extraction found; its id is the one given, else made from the content. */
import { hash } from "node:crypto";
import type { Document, When } from "@parley/protocol";
import type { Extracted, Published } from "../extract/extracted.ts";
import type { Source } from "../source.ts";

export function documentOf(source: Source, extracted: Extracted): Document {
  return {
    id: source.id ?? `doc:${hash("sha256", identity(source, extracted)).slice(0, 16)}`,
    uri: source.url ?? null,
    title: extracted.title,
    outlet: extracted.outlet,
    agencies: [],
    authors: extracted.authors,
    language: extracted.language,
    published: extracted.published ? publishedWhen(extracted.published) : null,
    dateline: extracted.dateline,
    text: extracted.text,
    sha256: hash("sha256", extracted.text),
    reprintOf: null,
    diagnostics: [...(source.diagnostics ?? []), ...extracted.diagnostics],
  };
}

/**
 * What tells two documents of one text apart: where they stand, since a reprint elsewhere is a document of its own. A
 * file's name says nothing of that; it counts only where there is no text to go by.
 */
function identity({ url }: Source, { text, title, outlet, published }: Extracted): string {
  const address = url && (/^https?:/.test(url) || text === "") ? url : null;
  return JSON.stringify([address, outlet, title, published?.iso ?? null, text]);
}

const FROM: Record<Published["from"], string> = {
  given: "given with the document",
  "json-ld": "from the page's JSON-LD",
  meta: "from the page's metadata",
  time: "from the page's time element",
  byline: "from the byline",
  dateline: "from the dateline",
  url: "from the address",
};

function publishedWhen({ iso, asWorded, from }: Published): When {
  return { edtf: iso, asWorded, zone: null, basis: asWorded ? "stated" : "metadata", why: FROM[from] };
}
