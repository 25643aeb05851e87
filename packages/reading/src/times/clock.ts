/** The day that a text's relative words are counted from. */
import type { When } from "@parley/protocol";
import { type Day, dayText, isDay, readDay, shift } from "./calendar.ts";
import type { Clock } from "./expression.ts";
import { wordOf } from "./words.ts";

const DATELINE =
  /(?:\b(?<month>[A-Z][a-z]{2,8})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?|\b(?<day2>\d{1,2})(?:st|nd|rd|th)?\s+(?<month2>[A-Z][a-z]{2,8})\.?)(?:,?\s+(?<year>\d{4}))?/;

/** Day of a dateline as worded ("MOSCOW, October 28. /TASS/.", "Yerevan, 27 September 2020"); null where it has none. */
function datelineDay(dateline: string): Day | null {
  const g = DATELINE.exec(dateline)?.groups;
  const word = wordOf((g?.month ?? g?.month2 ?? "").toLowerCase());
  if (!g || word?.cls !== "M") return null;
  const day = {
    year: g.year ? Number(g.year) : null,
    month: Number(word.value),
    day: Number(g.day ?? g.day2),
  };
  return isDay(day) ? day : null;
}

/** A dateline at the head of the text: place in capitals or agency name, then the date. */
const HEAD =
  /^\s*(?:[^\n]{0,160}\n){0,4}?[^\n.]{0,60}?(?:[A-Z]{3,}[A-Z .]*|[A-Z]\w+(?: News)? Agency[^\n.]{0,30}|\(?[A-Z][a-z]+),\s*(?<date>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8})(?:,?\s+\d{4})?)/;

/** The date of a dateline as stated, with an unknown year where it gives none; null where it has no date. For `narrowYear`. */
export function datelineWhen(dateline: string): When | null {
  const day = datelineDay(dateline);
  return (
    day && {
      edtf: dayText(day),
      asWorded: dateline,
      zone: null,
      basis: "stated",
      why: "day and month of the dateline",
    }
  );
}

/** Stands in every head that has a dateline, and is found faster. */
const DATE_AFTER_COMMA = /,\s*(?:[A-Z][a-z]{2,8}\.?\s+\d|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z])/;

/** The date of the dateline as worded at the head of a text ("October 28"); null where none stands there. */
export function findDateline(text: string): string | null {
  const head = text.slice(0, 800);
  if (!DATE_AFTER_COMMA.test(head)) return null;
  return HEAD.exec(head.replace(/\s*\n\s*/g, "\n"))?.groups?.date ?? null;
}

/** A dateline older than this beside a publication date belongs to another text; a choice, not a standard. */
const FRESH_DAYS = 10;

interface ClockInput {
  text: string;
  published: string | null;
  dateline?: string | null;
  anchor?: When | null;
}

/**
 * The dateline where it is as fresh as the publication date allows (reports are put online days later), else the
 * publication date, else what the caller inferred, else the dateline without its year.
 */
export function readClock(input: ClockInput): Clock {
  const published = input.published === null ? null : readDay(input.published);
  const worded = input.dateline ?? findDateline(input.text);
  const line = worded === null ? null : datelineDay(worded);
  if (published) {
    const fresh = line && freshOf(line, published);
    if (fresh)
      return {
        day: fresh,
        basis: "metadata",
        why: `the dateline (${dayText(fresh)}, published ${dayText(published)})`,
      };
    return { day: published, basis: "metadata", why: `the publication date ${dayText(published)}` };
  }
  const anchor = input.anchor ? readDay(input.anchor.edtf) : null;
  if (anchor)
    return {
      day: anchor,
      basis: "stated",
      why: `the report's date ${dayText(anchor)} (${input.anchor!.why})`,
    };
  if (line) return { day: line, basis: "stated", why: `the dateline (${dayText(line)})` };
  return { day: null, basis: "stated", why: "no date" };
}

function freshOf(line: Day, published: Day): Day | null {
  for (let back = 0; back <= FRESH_DAYS; back++) {
    const day = shift(published, { days: -back });
    if (day.month === line.month && day.day === line.day && (line.year === null || line.year === day.year))
      return day;
  }
  return null;
}
