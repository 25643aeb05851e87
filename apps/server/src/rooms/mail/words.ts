/** What a mail says: by default that there is something, and where; what it is only where the installation allows it. */
import type { Contact } from "@parley/protocol";
import { TYPE_WORDS } from "../contacts/words.ts";
import type { NoticeKind } from "./contact-notices.ts";

export interface Words {
  subject: string;
  text: string;
}

const HEADS: Record<NoticeKind, string> = {
  invited: "You are invited",
  answered: "A side has answered",
  settled: "The time is settled",
  changed: "Something is different",
  adjourned: "Adjourned",
  failed: "It did not come about",
  cancelled: "Cancelled",
  reopened: "Taken up again",
  withdrawn: "The invitation is withdrawn",
  reminder: "Soon",
};

/** `content` allows title, time, place, link and reason. Lines end in "\n". */
export function wordsOf(
  kind: NoticeKind,
  { contact, page, content }: { contact: Contact; page: string; content: boolean },
): Words {
  const footer = `${page}\n`;
  if (!content)
    return {
      subject: "Parley: there is something for you",
      text: `There is something for you in Parley.\n\n${footer}`,
    };
  const facts = [
    contact.agreed && kind !== "withdrawn" ? inWords(contact.agreed) : "",
    contact.place ?? "",
    contact.join ? `Join: ${contact.join}` : "",
    contact.reason && ["adjourned", "failed", "cancelled", "reopened"].includes(kind)
      ? `Reason: ${contact.reason}`
      : "",
  ].filter(Boolean);
  const title = contact.title.replace(/\s+/g, " ");
  return {
    subject: `${HEADS[kind]}: ${title}`,
    text: [`${HEADS[kind]}: ${title} (${TYPE_WORDS[contact.type].toLowerCase()})`, facts.join("\n"), footer]
      .filter(Boolean)
      .join("\n\n"),
  };
}

/** "Monday 2 March 2026, 16:00–17:00 (Asia/Yerevan)" */
function inWords({ start, end, zone }: { start: string; end: string; zone: string }): string {
  const day = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone: zone, weekday: "long", day: "numeric", month: "long", year: "numeric" },
  });
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const [from, to] = [new Date(start), new Date(end)];
  const until =
    day.format(from) === day.format(to) ? clock.format(to) : `${day.format(to)}, ${clock.format(to)}`;
  return `${day.format(from).replace(",", "")}, ${clock.format(from)}–${until} (${zone})`;
}
