/** The year of a day that is worded without one: what is planned lies ahead of the page, what happened does not. */
import type { When } from "@parley/protocol";
import type { DocumentContext } from "./context.ts";
import type { Draft } from "./draft.ts";

const DAY = 86_400_000;
/** A plan for a day in the weeks before the page was made for that day; older ones are next year's. */
const LATE = 90 * DAY;
/** A day so near after the page is told ahead of time; one further off is last year's. */
const EARLY = 60 * DAY;

/** The same value where its words state a year or name no day of a month, and where the page has no date. */
export function inOrder(when: When, draft: Draft, { published }: DocumentContext): When {
  const { status, kind } = draft;
  if (published && status === "planned" && isNewYear(when, published))
    return {
      ...when,
      edtf: String(Number(when.edtf) + 1),
      why: `${when.why}; the new year told of at a year's end is the next`,
    };
  const days = /^(\d{4})(-\d\d-\d\d)(?:\/(\d{4})(-\d\d-\d\d))?$/.exec(when.edtf);
  const worded = when.asWorded ?? "";
  if (!published || !days || /\d{4}/.test(worded) || !MONTH.test(worded)) return when;
  const late = Date.parse(published.slice(0, 10)) - Date.parse(`${days[1]}${days[2]}`);
  const years =
    status === "planned" && late >= LATE
      ? 1
      : PAST.has(status) && late < (kind === "incident" ? 0 : -EARLY)
        ? -1
        : 0;
  if (years === 0) return when;
  const moved = (year: string) => String(Number(year) + years);
  return {
    ...when,
    edtf: `${moved(days[1]!)}${days[2]}${days[3] ? `/${moved(days[3])}${days[4]}` : ""}`,
    basis: "relative",
    why:
      years > 0
        ? `${when.why}; it is told as planned, so the next such day after publication`
        : `${when.why}; it is told as past, so the last such day before publication`,
  };
}

const isNewYear = ({ edtf, asWorded }: When, published: string): boolean =>
  /\bnew year\b/i.test(asWorded ?? "") && edtf === published.slice(0, 4) && published.slice(5, 7) >= "10";

/** "tomorrow's summit", "during his trip on June 28" before that day: what lies after the page has not taken place. */
export function isStillToCome({ kind, status, when }: Draft, { published }: DocumentContext): boolean {
  if (status !== "happened" || !TIMED.has(kind) || !when || !published) return false;
  return /^\d{4}-\d\d-\d\d/.test(when.edtf) && when.edtf.slice(0, 10) > published.slice(0, 10);
}
const TIMED = new Set<Draft["kind"]>(["contact", "exchange", "deployment"]);

const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const PAST = new Set<Draft["status"]>(["happened", "denied", "alleged"]);
