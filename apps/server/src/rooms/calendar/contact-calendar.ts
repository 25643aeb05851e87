/**
 * Contacts as iCalendar (RFC 5545) and as invitations, updates and cancellations of it (iTIP, RFC 5546). Instants are
 * written in UTC: a contact happens once, so no rule of a zone is needed to find it, and every calendar shows it by its
 * owner's clock. Who else takes part is never in it: an invitation names nobody but the one it is sent to.
 */
import type { Contact } from "@parley/protocol";
import { contentHash } from "@parley/record";
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import { TYPE_WORDS } from "../contacts/words.ts";

export interface CalendarSettings {
  /** "https://talks.example": where the contact's page is. */
  origin: string;
  /** Title, place, link and agenda go in as well. */
  content: boolean;
  organizer: { name: string; email: string };
}

/** `uninvited`: the person leaves, the contact goes on. */
export type Method = "REQUEST" | "CANCEL" | "uninvited";

export interface Invitation {
  contact: Contact;
  method: Method;
  attendee: { name: string; email: string; accepted: boolean };
  /** ISO instant at which it is written. */
  at: string;
}

/** One invitation, update or cancellation for one person, with CRLF and lines folded. */
export function invitationOf(
  { contact, method, attendee, at }: Invitation,
  settings: CalendarSettings,
): string {
  const calendar = empty(method === "REQUEST" ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL);
  const event = addContact(calendar, contact, { ...settings, at });
  if (method === "CANCEL") event.status(ICalEventStatus.CANCELLED);
  // RFC 5546, 3.2.5: where attendees are uninvited and the event goes on, it is not marked as cancelled.
  if (method === "uninvited") event.status(null);
  event.createAttendee({
    name: quotable(attendee.name),
    email: attendee.email,
    role: ICalAttendeeRole.REQ,
    status: attendee.accepted ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION,
    // Answers are given in Parley, where the other sides see them.
    rsvp: false,
  });
  return written(calendar);
}

/** All of these that ever had a time, for a calendar that is subscribed to. */
export function feedOf(contacts: Contact[], settings: CalendarSettings & { at: string }): string {
  const calendar = empty(ICalCalendarMethod.PUBLISH);
  calendar.name("Parley").ttl(3600);
  for (const contact of contacts) {
    if (!contact.agreed && !contact.held) continue;
    const event = addContact(calendar, contact, settings);
    if (["cancelled", "failed", "adjourned"].includes(contact.state)) event.status(ICalEventStatus.CANCELLED);
  }
  return written(calendar);
}

/** RFC 5545, 3.1: every line ends in CRLF, the last one too. */
const written = (calendar: ICalCalendar) => `${calendar.toString().trimEnd()}\r\n`;

/** RFC 5545, 3.2: no parameter holds a quotation mark or a control character, and nothing escapes one. */
const quotable = (name: string) => name.replaceAll('"', "'").replace(/\p{Cc}+/gu, " ");

const empty = (method: ICalCalendarMethod) =>
  ical({ method, prodId: { company: "Parley", product: "Contacts", language: "EN" } });

/** The same for one contact as long as it exists. */
export const uidOf = ({ process, id }: Pick<Contact, "process" | "id">) =>
  `${contentHash([process, id]).slice(0, 32)}@parley.invalid`;

export const pageOf = (origin: string, { process, id }: Pick<Contact, "process" | "id">) =>
  `${origin}/p/${encodeURIComponent(process)}/contacts/${encodeURIComponent(id)}`;

function addContact(
  calendar: ICalCalendar,
  contact: Contact,
  { origin, content, organizer, at }: CalendarSettings & { at: string },
) {
  const time = contact.held ? { start: contact.held.from, end: contact.held.to } : contact.agreed;
  if (!time) throw new TypeError("a contact without a time is in no calendar");
  const page = pageOf(origin, contact);
  const event = calendar.createEvent({
    id: uidOf(contact),
    sequence: contact.sequence,
    stamp: new Date(at),
    start: new Date(time.start),
    end: new Date(time.end),
    summary: content ? contact.title : "Contact",
    organizer: { ...organizer, name: quotable(organizer.name) },
    url: page,
    description: content ? describe(contact, page) : page,
    status: ICalEventStatus.CONFIRMED,
  });
  const where = content ? (contact.place ?? contact.join) : null;
  if (where) event.location(where);
  return event;
}

function describe(contact: Contact, page: string): string {
  const join = contact.join ? `Join: ${contact.join}` : "";
  const agenda = contact.agenda.map((item) => `– ${item.text}`).join("\n");
  return [TYPE_WORDS[contact.type], join, agenda, page].filter(Boolean).join("\n\n");
}
