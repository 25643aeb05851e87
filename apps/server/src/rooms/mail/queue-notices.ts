/**
 * Writes mail into the queue, in the transaction of what it tells of and as the machine: a change that is rolled back
 * told nobody, and one that stands told everybody.
 */
import type { Contact } from "@parley/protocol";
import { contentHash } from "@parley/record";
import {
  dropReminders,
  type Mail,
  queueMails,
  type Recipient,
  recipientsOf,
  type Session,
} from "@parley/store";
import type { Context } from "../../context.ts";
import { invitationOf, pageOf } from "../calendar/contact-calendar.ts";
import type { Notice } from "./contact-notices.ts";
import { wordsOf } from "./words.ts";

export type Telling = Pick<Context, "mail" | "calendarContent" | "origin">;

export interface ToTell {
  contact: Contact;
  notices: Notice[];
  /** Names what happened: the same twice is one mail to each. */
  cause: string;
  /** ISO instant. */
  at: string;
}

/** Nothing where no mail is configured. */
export async function queueNotices(session: Session, telling: Telling, told: ToTell): Promise<void> {
  const { contact, notices, at } = told;
  if (!telling.mail) return;
  if (notices.some((notice) => notice.calendar !== null))
    await dropReminders(session, contact.process, contact.id);
  for (const notice of notices) {
    const all = await recipientsOf(session, contact.process, {
      delegations: notice.to,
      day: at.slice(0, 10),
    });
    const named = all.filter((recipient) => isMeant(contact, recipient));
    // One address is told once, whatever it sits in.
    const each = new Map(named.map((recipient) => [recipient.address, recipient]));
    await queueMails(
      session,
      [...each.values()].map((recipient) => mailTo(recipient, notice, { ...told, telling })),
      at,
    );
  }
}

/** Those whom a side names to come and those who lead it; all of it where it names nobody. */
function isMeant(contact: Contact, { delegation, name, lead }: Recipient): boolean {
  const persons =
    delegation === contact.convener
      ? contact.persons
      : (contact.invited.find((one) => one.delegation === delegation)?.persons ?? []);
  return lead || !persons.length || persons.includes(name);
}

function mailTo(
  { address, name, delegation }: Recipient,
  { kind, calendar }: Notice,
  { contact, cause, at, telling }: ToTell & { telling: Telling },
): Mail {
  const mail = telling.mail!;
  const origin = telling.origin();
  const side = contact.invited.find((one) => one.delegation === delegation);
  return {
    id: contentHash([cause, kind, address]).slice(0, 40),
    process: contact.process,
    contact: contact.id,
    reminder: kind === "reminder",
    address,
    ...wordsOf(kind, { contact, page: pageOf(origin, contact), content: mail.content }),
    calendar:
      calendar &&
      invitationOf(
        {
          ...{ contact, at, method: calendar },
          attendee: { name, email: address, accepted: !side || side.answer === "accepted" },
        },
        { origin, content: telling.calendarContent, organizer: mail.from },
      ),
    method: calendar === "uninvited" ? "CANCEL" : calendar,
    uselessAt: kind === "reminder" ? (contact.agreed?.start ?? null) : null,
  };
}
