/**
 * First stage: from a report as it arrived to its text and what is known of its origin. Pure and total: whatever the
 * input, it returns, and what it could not use is a diagnostic.
 */
import type { Diagnostic } from "@parley/protocol";
import type { Source } from "../source.ts";
import { assemble } from "./assemble.ts";
import { cleanCharacters, note } from "./characters.ts";
import { readBylines, readConventions } from "./conventions.ts";
import { machineDate } from "./dates.ts";
import type { Extracted, Paragraph, Published } from "./extracted.ts";
import { languageOf } from "./language.ts";
import { hostOf, type Metadata, readMetadata } from "./metadata.ts";
import { parsePage } from "./page.ts";
import { paragraphsOfPage } from "./page-paragraphs.ts";
import { paragraphsOf } from "./plain-text.ts";
import { bareWords, markResidue } from "./residue.ts";
import { findTitle } from "./title.ts";

/** UTF-16 units of input that are read; what follows is left out and reported. */
export const LONGEST_INPUT = 8_000_000;

interface Raw {
  paragraphs: Paragraph[];
  metadata: Metadata;
}

export function extract(source: Source): Extracted {
  const diagnostics: Diagnostic[] = [];
  const html = source.html !== undefined;
  let input = source.html ?? source.text ?? "";
  if (input.length > LONGEST_INPUT) {
    diagnostics.push(
      note("input.truncated", `only the first ${LONGEST_INPUT} of ${input.length} characters were read`),
    );
    input = input.slice(0, LONGEST_INPUT);
  }
  const clean = cleanCharacters(input);
  diagnostics.push(...clean.diagnostics);
  if (!clean.text.trim()) diagnostics.push(note("input.empty", "the document has no text"));
  const { paragraphs, metadata } = html ? readPage(clean.text, source) : readPlain(clean.text, source);
  diagnostics.push(...metadata.diagnostics);
  const titleAt = html ? null : findTitle(paragraphs, source.title ?? null);
  const title = metadata.title ?? (titleAt === null ? null : paragraphs[titleAt]!.text);
  if (html) dropTitle(paragraphs, title);
  const bylines = html ? readBylines(paragraphs) : null;
  markResidue(paragraphs, title);
  if (titleAt !== null) paragraphs[titleAt]!.drop = null;
  const conventions = readConventions(paragraphs, titleAt);
  const assembled = assemble(paragraphs);
  diagnostics.push(...assembled.diagnostics);
  if (clean.text.trim() && !assembled.text)
    diagnostics.push(note("extract.no-text", "nothing on the page reads as the text of a report"));
  const language = languageOf(assembled.text, metadata.language);
  const titleIndex =
    titleAt === null ? -1 : paragraphs.slice(0, titleAt).filter(({ drop }) => drop === null).length;
  return {
    title,
    titleSpan:
      titleIndex < 0
        ? null
        : {
            start: assembled.starts[titleIndex]!,
            end: assembled.starts[titleIndex]! + paragraphs[titleAt!]!.text.length,
          },
    outlet: metadata.outlet,
    agencies: [...new Set([...metadata.agencies, ...(bylines?.agencies ?? []), ...conventions.agencies])],
    authors:
      [metadata.authors, bylines?.authors ?? [], conventions.authors].find(({ length }) => length) ?? [],
    language,
    published: metadata.published ?? bylines?.published ?? conventions.published,
    dateline: conventions.dateline,
    text: assembled.text,
    diagnostics,
  };
}

function readPage(html: string, source: Source): Raw {
  const page = parsePage(html);
  const metadata = readMetadata(page, source);
  if (page.tooDeep)
    metadata.diagnostics.push(
      note("html.nesting", "elements are nested too deeply; the deepest were taken as one level"),
    );
  return { paragraphs: paragraphsOfPage(page, metadata), metadata };
}

function readPlain(text: string, source: Source): Raw {
  const given = source.published ? machineDate(source.published) : null;
  const published: Published | null = given ? { iso: given, asWorded: null, from: "given" } : null;
  return {
    paragraphs: paragraphsOf(text),
    metadata: {
      title: source.title?.trim() || null,
      outlet: source.outlet?.trim() || hostOf(source.url),
      agencies: [],
      authors: source.authors ?? [],
      published,
      language: null,
      url: source.url ?? null,
      article: null,
      diagnostics:
        source.published && !given
          ? [
              note(
                "published.unreadable",
                `the given publication date is not a date: ${source.published.slice(0, 80)}`,
              ),
            ]
          : [],
    },
  };
}

/** Blocks at the head of a page, kept or left out, that repeat what `title` holds. */
function dropTitle(paragraphs: Paragraph[], title: string | null): void {
  if (!title) return;
  const words = bareWords(title);
  let kept = 0;
  for (const paragraph of paragraphs) {
    if (paragraph.drop === null && ++kept > 4) return;
    const usable = paragraph.drop === null || paragraph.drop === "residue.page";
    if (usable && paragraph.text.length < title.length * 2 && bareWords(paragraph.text) === words)
      paragraph.drop = "residue.title";
  }
}
