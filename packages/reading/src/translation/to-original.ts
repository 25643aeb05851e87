/**
 * A reading of the English words → a reading of the original: every span becomes the whole paragraph that was
 * translated, because nobody knows which words of it the English ones stand for. Invariant: every span slices to its
 * quote in the original text.
 */
import type {
  AgreementDetail,
  Attribution,
  Detail,
  Diagnostic,
  Document,
  Translation,
} from "@parley/protocol";
import { claimId, keyKind } from "../claims/claim-id.ts";
import type { ReadClaim, Reading } from "../reading.ts";
import type { Placed } from "./passages.ts";

interface Span {
  start: number;
  end: number;
}

/** `english` is what was read in the place of `original`. Actors, places and words other than quotes stay English. */
export function toOriginal(
  english: Reading,
  original: Document,
  { translation, placed }: { translation: Translation; placed: Placed[] },
): Reading {
  const move = (span: Span): Span => originalSpan(span, placed);
  const counts = new Map<string, number>();
  const claims = english.claims.map((claim): ReadClaim => {
    const span = move(claim);
    const kind = keyKind(claim);
    const key = `${kind} ${span.start} ${span.end}`;
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    return {
      ...claim,
      ...span,
      id: claimId({ document: original.id, kind, ...span, nth }),
      quote: original.text.slice(span.start, span.end),
      attribution: claim.attribution.map((link) => ({ ...link, ...moveLink(link, move) })),
      told: { ...claim.told, detail: moveProvisions(claim.told.detail, move, original.text) },
      translation: { from: translation.from, by: translation.by, quote: claim.quote },
    };
  });
  const noticed: Diagnostic = {
    rule: "translation.read",
    message: `Read in English, as ${translation.by} translated it from "${translation.from}". Evidence is the original paragraph.`,
    start: null,
    end: null,
  };
  const diagnostics = english.document.diagnostics.map((diagnostic) => moveDiagnostic(diagnostic, move));
  return {
    ...english,
    claims,
    document: {
      ...original,
      agencies: english.document.agencies,
      diagnostics: [...original.diagnostics, noticed, ...diagnostics],
      translation,
    },
  };
}

/** From the start of the first paragraph touched to the end of the last. */
function originalSpan({ start, end }: Span, placed: Placed[]): Span {
  const touched = placed.filter(
    ({ english }) => english.start < Math.max(end, start + 1) && english.end > start,
  );
  const [first, last] = [touched[0], touched.at(-1)];
  // Between two paragraphs there is nothing to read: only an empty span can lie there.
  if (!first || !last) return { start: 0, end: 0 };
  return { start: first.original.start, end: last.original.end };
}

/** Links that only the page's own data names have no words in the text: their span stays empty. */
const moveLink = ({ start, end }: Attribution, move: (span: Span) => Span): Span =>
  start === end ? { start: 0, end: 0 } : move({ start, end });

function moveProvisions(detail: Detail, move: (span: Span) => Span, text: string): Detail {
  if (!isAgreement(detail)) return detail;
  const provisions = detail.provisions.map((provision) => {
    const span = move(provision);
    return { ...provision, ...span, text: text.slice(span.start, span.end), translation: provision.text };
  });
  return { ...detail, provisions };
}

const isAgreement = (detail: Detail): detail is AgreementDetail =>
  "provisions" in detail && Array.isArray(detail.provisions);

function moveDiagnostic(diagnostic: Diagnostic, move: (span: Span) => Span): Diagnostic {
  const { start, end } = diagnostic;
  return start === null || end === null ? diagnostic : { ...diagnostic, ...move({ start, end }) };
}
