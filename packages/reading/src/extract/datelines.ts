/**
 * Datelines of news agencies: place, date, agency, dash, in the forms of their style books (AP, Reuters, TASS, Xinhua).
 */
import { AGENCY } from "./agency-names.ts";

const DASH = "(?:-{1,2}|–|—|―)";
const MONTH_DAY =
  "(?:\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?|\\d{1,2}(?:st|nd|rd|th|\\.)? \\p{L}{3,12}\\.?(?: \\d{4})?|\\d{1,2}[./]\\d{1,2}[./]\\d{4})";
const PLACE = "\\p{Lu}[\\p{L}.'’/ -]{1,40}(?:, \\p{Lu}[\\p{L}.'’ -]{1,30}){0,2}";
const CAPS = "\\p{Lu}[\\p{Lu}.'’ -]{2,40}(?:, \\p{Lu}[\\p{L}.'’ -]{1,30}){0,2}";
const CREDIT = `(?<agency>${AGENCY})`;

/** Which agencies' names have the marks of a form around them: asked first, because the patterns are dear. */
const IN_BRACKETS = new RegExp(`[/([]${AGENCY}[/)\\]]`, "u");
const BEHIND_DATE = new RegExp(
  `\\d(?:st|nd|rd|th|\\.)?(?: [^\\s\\d]{3,13})?(?:,? \\d{4})?[.,]? ?(?:(?:${DASH}|/) ?)?${AGENCY}`,
  "u",
);
const BEFORE_PLACE = new RegExp(`^${AGENCY},? (?:[-–—] ?)? ?\\p{Lu}`, "u");
const BEFORE_DATE_OR_DASH = new RegExp(`^${AGENCY}(?:, [\\p{L}\\d]| ?${DASH} )`, "u");

interface Form {
  /** Group `dateline` is the place and date as worded, `agency` the credit. */
  form: string;
  /** The agency behind `form`, in a pattern of its own: names behind places take 25 ms to compile, apart they take 7. */
  credit?: string;
  /** What the line must have, by a cheaper pattern. */
  needs: RegExp;
}

/** Tried in order. */
const FORMS: Form[] = [
  // "MOSCOW, October 28. /TASS/." · "BEIJING, Sept. 30 (Xinhua) --" · "WASHINGTON (AP) —"
  {
    form: `^(?<dateline>${PLACE}(?:, ${MONTH_DAY})?)[.,]? ?(?:/|\\(|\\[)$`,
    credit: `${CREDIT}(?:/|\\)|\\])\\.?`,
    needs: IN_BRACKETS,
  },
  // "Xinhua News Agency, Moscow, September 30, (Reporter Leo)"
  {
    form: `^${CREDIT},? (?:-|–|—)? ?(?<dateline>${PLACE}(?:, ${MONTH_DAY})?)(?:,? ?\\((?:[Rr]eporters?|[Cc]orrespondents?|[Bb]y) (?<author>[^)]{2,60})\\)|,(?= )|\\. ?[-–—])`,
    needs: BEFORE_PLACE,
  },
  // "Baku, 27 September, AZERTAC" · "YEREVAN, SEPTEMBER 30, ARMENPRESS." · "BAKU, Azerbaijan, Sept. 30. Trend:"
  {
    form: `^(?<dateline>${PLACE},? ${MONTH_DAY})[.,]? ?(?:${DASH} ?)?$`,
    credit: `${CREDIT}(?=[.,:\\s]|$)`,
    needs: BEHIND_DATE,
  },
  // "(Reuters) -" · "[TASS]"
  { form: `^(?:\\(|\\[|/)${CREDIT}(?:\\)|\\]|/)[. ]*${DASH}?`, needs: /^[/([]/ },
  // "PanARMENIAN.Net -" · "TASS, October 28."
  { form: `^${CREDIT}(?:, (?<dateline>${MONTH_DAY})[.,]?| ?${DASH} )`, needs: BEFORE_DATE_OR_DASH },
  // "新华社莫斯科9月30日电（记者…）"
  {
    form: "^(?<agency>新华社|新華社|中新社)(?<dateline>\\p{Script=Han}{2,8}\\d{1,2}月\\d{1,2}日)电(?:（记者(?<author>[^）]{2,30})）)?",
    needs: /^[新中]/,
  },
  // "МОСКВА, 28 октября — РИА Новости."
  { form: `^(?<dateline>${PLACE}, ${MONTH_DAY})\\.? ?[-–—/] ?$`, credit: CREDIT, needs: BEHIND_DATE },
  // The same forms with an agency that no list knows: the slashes, or place, date, brackets and dash, say what it is.
  {
    form: `^(?<dateline>${PLACE}(?:, ${MONTH_DAY})?)[.,]? ?/(?<agency>\\p{Lu}[\\p{L}\\d .-]{1,30})/\\.?`,
    needs: /\/\p{Lu}[^/]+\//u,
  },
  {
    form: `^(?<dateline>${PLACE}, ${MONTH_DAY})[.,]? ?\\((?<agency>\\p{Lu}[\\p{L}\\d .-]{1,30})\\) ?${DASH}`,
    needs: /\d.*\(.*\) ?[-–—―]/,
  },
  // "YEREVAN, September 30 —" · "GENEVA —"
  {
    form: `^(?<dateline>${CAPS}(?:, ${MONTH_DAY})?) ?(?:–|—|--) `,
    needs: /^\p{Lu}[\p{Lu}.'’ -]{2}.*(?:–|—|--) /u,
  },
  { form: `^(?<dateline>${CAPS}, ${MONTH_DAY})[.:] `, needs: /^\p{Lu}[\p{Lu}.'’ -]{2}.*\d.*[.:] /u },
];
const DATELINES = FORMS.map(({ form, credit, needs }) => ({
  needs,
  pattern: new RegExp(form, "u"),
  credit: credit === undefined ? null : new RegExp(credit, "uy"),
}));
const AGENCY_STARTS = new RegExp(`(?=${AGENCY})`, "gu");

/** What every dateline has near its start, looked for first because the patterns are dear. */
const MARKS = /[/([–—:]|--| - |\d/;
const LONGEST_DATELINE = 140;

export interface DatelineParts {
  /** As worded, perhaps with marks at its end. */
  dateline?: string | undefined;
  agency?: string | undefined;
  author?: string | undefined;
}

/** The parts of the dateline that a paragraph begins with, null where it begins with none. */
export function datelineOf(text: string): DatelineParts | null {
  const line = text.slice(0, LONGEST_DATELINE);
  if (!MARKS.test(line)) return null;
  for (const { needs, pattern, credit } of DATELINES) {
    if (!needs.test(line)) continue;
    const parts = credit ? creditedParts(line, pattern, credit) : pattern.exec(line)?.groups;
    if (parts) return parts;
  }
  return null;
}

/** The last agency first, since a place goes as far as it can. */
function creditedParts(line: string, pattern: RegExp, credit: RegExp): DatelineParts | null {
  const starts = [...line.matchAll(AGENCY_STARTS)].map(({ index }) => index);
  for (const start of starts.reverse()) {
    const place = pattern.exec(line.slice(0, start));
    if (!place) continue;
    credit.lastIndex = start;
    const agency = credit.exec(line);
    if (agency) return { ...place.groups, ...agency.groups };
  }
  return null;
}
