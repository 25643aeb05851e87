/** Who is told what of a change to a contact. Pure: what is sent, and how it is worded, is decided elsewhere. */
import type { Contact, ContactChange } from "@parley/protocol";
import type { Method } from "../calendar/contact-calendar.ts";

export type NoticeKind =
  | "invited"
  | "answered"
  | "settled"
  | "changed"
  | "adjourned"
  | "failed"
  | "cancelled"
  | "reopened"
  | "withdrawn"
  | "reminder";

export interface Notice {
  kind: NoticeKind;
  /** Delegation ids; never empty. */
  to: string[];
  /** What their calendars are told, null where nothing. */
  calendar: Method | null;
}

export interface Changed {
  change: ContactChange | { type: "propose" };
  /** The delegation that did it: it is not told what it did, except by calendar. */
  by: string;
  before: Contact | null;
  after: Contact;
  /** ISO instant. */
  now: string;
}

export function noticesOf({ change, by, before, after, now }: Changed): Notice[] {
  const coming = [
    after.convener,
    ...after.invited.filter((one) => one.answer !== "declined").map((one) => one.delegation),
  ];
  const invited = after.invited.map((one) => one.delegation).filter((one) => one !== by);
  const ahead = (contact: Contact | null) =>
    contact?.state === "agreed" &&
    contact.agreed !== null &&
    Date.parse(contact.agreed.end) > Date.parse(now);
  const tell = (kind: NoticeKind, to: string[], calendar: Method | null = null): Notice[] =>
    to.length ? [{ kind, to, calendar }] : [];
  switch (change.type) {
    case "propose":
      return tell("invited", invited);
    case "invite":
      return tell("invited", [change.delegation], ahead(after) ? "REQUEST" : null);
    case "withdraw":
      return tell("withdrawn", [change.delegation], ahead(before) ? "uninvited" : null);
    case "answer":
      return by === after.convener ? [] : tell("answered", [after.convener]);
    case "settle":
      return tell("settled", coming, ahead(after) ? "REQUEST" : null);
    case "change": {
      if (ahead(after) && before && after.sequence > before.sequence)
        return tell("changed", coming, "REQUEST");
      return change.change.times ? tell("changed", invited) : [];
    }
    case "adjourn":
      return tell("adjourned", ahead(before) ? coming : invited, ahead(before) ? "CANCEL" : null);
    case "fail":
      return tell("failed", ahead(before) ? coming : invited, ahead(before) ? "CANCEL" : null);
    case "cancel":
      return tell("cancelled", ahead(before) ? coming : invited, ahead(before) ? "CANCEL" : null);
    case "reopen":
      return tell("reopened", ahead(after) ? coming : invited, ahead(after) ? "REQUEST" : null);
    default:
      return [];
  }
}
