/** A document in another language as the reader is to see it: its translation in the place of its text. */
import type { Document, Translation } from "@parley/protocol";
import { extract } from "../extract/extract.ts";
import type { Extracted } from "../extract/extracted.ts";
import { type Placed, placePassages } from "./passages.ts";

export interface English {
  extracted: Extracted;
  document: Document;
  placed: Placed[];
}

/**
 * Whatever the page says of itself stays (date, outlet, authors); dateline and credits are looked for in the English
 * words too, because the reader knows them in English only. `document` has no diagnostics yet.
 */
export function inEnglish(
  original: { extracted: Extracted; document: Document },
  translation: Translation,
): English {
  const { text, placed } = placePassages(translation);
  const { titleSpan } = original.extracted;
  const titled = placed.find((passage) => titleSpan !== null && passage.original.start === titleSpan.start);
  const conventions = extract({ text });
  const extracted: Extracted = {
    ...original.extracted,
    text,
    title: translation.title,
    titleSpan: titled ? titled.english : null,
    language: "en",
    dateline: conventions.dateline,
    agencies: [...new Set([...original.extracted.agencies, ...conventions.agencies])],
  };
  const { title, language, dateline } = extracted;
  return {
    extracted,
    document: { ...original.document, text, title, language, dateline, diagnostics: [] },
    placed,
  };
}
