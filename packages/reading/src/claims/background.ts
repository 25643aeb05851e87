/** Whether a claim is what the text newly reports or older news told as context. */
import type { When } from "@parley/protocol";
import type { DocumentContext } from "./context.ts";
import type { Draft } from "./draft.ts";

const DAY = 86_400_000;
/** A date this much older than the page is context: contacts and agreements go stale within days, fighting later. */
const STALE: Record<string, number> = {
  contact: 3,
  agreement: 6,
  incident: 10,
  exchange: 10,
  deployment: 10,
  measure: 14,
  position: 14,
};

export function isBackground(draft: Draft, when: When | null, context: DocumentContext): boolean {
  if (draft.background !== null) return draft.background;
  if (draft.status !== "happened" && draft.status !== "alleged" && draft.status !== "denied") return false;
  if (when !== null && isOld(when, draft.kind, context)) return true;
  const { match } = draft;
  const inTitle = match.sentence.i < context.titleEnd;
  if (context.historic.has(match.sentence.paragraph) && !inTitle) return true;
  if (draft.kind === "position" || inTitle) return false;
  const words = match.sentence.tokens.map(({ lower }) => lower);
  if (match.part === "noun" && words.slice(0, match.trigger).includes("anniversary")) return true;
  if (match.telling.pluperfect && draft.kind !== "incident" && !match.telling.reported) return true;
  if (words[0] === "earlier" || words.slice(0, match.trigger).includes("previously")) return true;
  if (draft.kind === "contact") return !draft.main;
  if (match.part === "noun" && match.at === match.trigger && !match.telling.factive)
    return context.isReadout && draft.status === "happened";
  return false;
}

/** The latest day that `when` allows lies long before the page; a known earlier year where the page has none else. */
function isOld(when: When, kind: string, context: DocumentContext): boolean {
  const day = lastDay(when.edtf);
  if (day === null || context.published === null) return false;
  return (Date.parse(context.published.slice(0, 10)) - day) / DAY > (STALE[kind] ?? 10);
}

/** Milliseconds of the last day an EDTF date allows; null where the year is unknown or it is open. */
function lastDay(edtf: string): number | null {
  const end = edtf.includes("/") ? edtf.split("/")[1]! : edtf;
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(end);
  if (!parts) return null;
  const [, year, month, day] = parts;
  if (day) return Date.parse(`${year}-${month}-${day}`);
  return month ? Date.UTC(Number(year), Number(month), 0) : Date.UTC(Number(year), 11, 31);
}

const HISTORY =
  /\b(?:since (?:19|20)\d\d|in the (?:19|20)\d0s|(?:after|following|before) the (?:collapse|disintegration|dissolution|break-?up|fall) of|decades?[- ](?:long|old)|in (?:19\d\d))\b/iu;

/** Paragraphs that tell history, by what they say of years long past. */
export function historicParagraphs(
  context: Pick<DocumentContext, "sentences" | "document" | "titleEnd" | "published">,
): Set<number> {
  const found = new Set<number>();
  for (const sentence of context.sentences) {
    if (sentence.i < context.titleEnd || found.has(sentence.paragraph)) continue;
    if (HISTORY.test(context.document.text.slice(sentence.start, sentence.end)))
      found.add(sentence.paragraph);
  }
  return found;
}
