/** Whether a claim is what the text newly reports or older news told as context. */
import type { When } from "@parley/protocol";
import type { DocumentContext } from "./context.ts";
import type { Draft } from "./draft.ts";

const DAY = 86_400_000;
/** A date this much older than the page is context: contacts and agreements go stale within days, fighting later, the lead last. */
const STALE: Record<string, number> = {
  contact: 3,
  lead: 14,
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
  if (when !== null && isOld(when, draft.leads ? "lead" : draft.kind, context)) return true;
  const { match } = draft;
  const inTitle = match.sentence.i < context.titleEnd;
  if (context.historic.has(match.sentence.paragraph) && !inTitle) return true;
  if (draft.kind === "position" || inTitle) return false;
  const { tokens } = match.sentence;
  const comesBefore = (word: string) => tokens.some(({ lower }, i) => i < match.trigger && lower === word);
  if (match.part === "noun" && comesBefore("anniversary")) return true;
  if (match.telling.pluperfect && draft.kind !== "incident" && !match.telling.reported) return true;
  if (tokens[0]!.lower === "earlier" || comesBefore("previously")) return true;
  // That somebody will not meet is itself the news.
  if (draft.kind === "contact") return !draft.main && draft.status !== "denied";
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
/** What every such phrase begins with, without what makes a pattern slow. */
const HINT =
  /since (?:19|20)\d|in the (?:19|20)\d0|(?:after|following|before) the (?:coll|dis|break|fall)|decades?[- ](?:long|old)|in 19\d/gi;

/** Paragraphs that tell history, by what they say of years long past. */
export function historicParagraphs({
  sentences,
  document: { text },
  titleEnd,
}: Pick<DocumentContext, "sentences" | "document" | "titleEnd">): Set<number> {
  const found = new Set<number>();
  let next = 0;
  HINT.lastIndex = 0;
  for (let hint = HINT.exec(text); hint; hint = HINT.exec(text)) {
    while (next < sentences.length && sentences[next]!.end <= hint.index) next++;
    const sentence = sentences[next];
    if (!sentence) break;
    HINT.lastIndex = hint.index + 1;
    if (sentence.i < titleEnd || sentence.start > hint.index) continue;
    if (!HISTORY.test(text.slice(sentence.start, sentence.end))) continue;
    found.add(sentence.paragraph);
    HINT.lastIndex = sentence.end;
  }
  return found;
}
