/** Words of readouts as the desk says them. */
import type { Approval, ComparedPoint, PointDifference, Readership, ReadoutState } from "@parley/protocol";

export const STATE_WORDS: Record<ReadoutState, string> = {
  draft: "Draft",
  submitted: "Submitted for approval",
  returned: "Returned",
  approved: "Approved",
  scheduled: "Scheduled",
  published: "Published",
  withdrawn: "Withdrawn",
};

export const APPROVAL_WORDS: Record<Approval, string> = {
  lead: "who leads the delegation approves",
  "second-person": "a second person approves",
  none: "no approval is needed",
};

export const READERSHIP_WORDS: Record<Readership, string> = {
  sides: "the sides of this contact",
  process: "all who take part in the process",
  public: "everybody",
};

export const CLASS_WORDS: Record<ComparedPoint["class"], string> = {
  all: "said by all",
  several: "said by several",
  one: "said by one",
  contradicted: "contradicted",
};

export const DIFFERENCE_WORDS: Record<PointDifference["what"], string> = {
  time: "when",
  place: "where",
  who: "who",
  number: "how many",
  status: "whether it is so",
  initiator: "who initiated it",
};

/** Languages that diplomats write in; any other can be typed by its code. */
export const LANGUAGES = ["en", "fr", "ru", "es", "ar", "hy", "az", "tr", "sr", "sq", "uk", "fa", "he"];

export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Words as word processors count them, in scripts without spaces too. */
export function countOf(text: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text))
    if (isWordLike) count++;
  return count;
}

/** "in 2 h 5 min", "in 40 s", "now". */
export function until(at: string, now: number): string {
  const seconds = Math.ceil((Date.parse(at) - now) / 1000);
  if (seconds <= 0) return "now";
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days) return `in ${days} d ${hours} h`;
  if (hours) return `in ${hours} h ${minutes} min`;
  return minutes ? `in ${minutes} min ${seconds % 60} s` : `in ${seconds} s`;
}

/** The zone of this browser, by which instants are typed and shown. */
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const zoneWords = () => ZONE.replaceAll("_", " ");
