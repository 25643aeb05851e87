/** The document of the record from what extraction found; its id is the one given, else made from the content. */
import { createHash } from "node:crypto";
import type { Document, When } from "@parley/protocol";
import type { ActorFinder } from "../actors/finder.ts";
import type { Extracted, Published } from "../extract/extracted.ts";
import type { Source } from "../source.ts";

export function documentOf(source: Source, extracted: Extracted, _actors: ActorFinder): Document {
  const hash = createHash("sha256").update(extracted.text).digest("hex");
  return {
    id: source.id ?? `doc:${hash.slice(0, 16)}`,
    uri: source.url ?? null,
    title: extracted.title,
    outlet: extracted.outlet,
    agencies: [],
    authors: extracted.authors,
    language: extracted.language,
    published: extracted.published ? publishedWhen(extracted.published) : null,
    dateline: extracted.dateline,
    text: extracted.text,
    sha256: hash,
    reprintOf: null,
    diagnostics: extracted.diagnostics,
  };
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
