/** English for what awaits somebody and for what happened. A new kind of event is told by its own name until it has words. */
import type { Awaiting, Changed } from "@parley/protocol";
import { countWords } from "../../view/words.ts";

export const AWAITED_WORDS: Record<Awaiting["what"], string> = {
  answer: "Answer the invitation",
  settle: "Settle the time",
  outcome: "Say what came of it",
  approve: "Approve the readout",
  revise: "Revise the readout",
  readout: "Write the readout",
  confirm: "Confirm or dispute",
  unread: "Read",
};

export const KIND_TITLES: Record<Changed["kind"], string> = {
  contact: "Contact",
  readout: "Readout",
  point: "Point",
  channel: "Channel",
  delegation: "Delegation",
  document: "Reports",
  judgement: "Judgements",
};

/** "time-settled" → "time settled"; with how many things happened, where it was more than one. */
export function changedWords({ last, events, kind }: Changed): string {
  if (kind === "document" || kind === "judgement") return countWords(events, "change");
  const words = last.replaceAll("-", " ").replace(/^(contact|readout|point|channel|message|delegation) /, "");
  return events > 1 ? `${words}, and ${countWords(events - 1, "change")} before` : words;
}

const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" });
const YEAR = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** In the reader's own zone: "Tue 3 Mar, 12:00"; with the year where it is another than now. */
export function instantWords(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const day = at.getFullYear() === now.getFullYear() ? DAY : YEAR;
  return `${day.format(at)}, ${CLOCK.format(at)}`;
}
