/** Contacts: calls, meetings and visits that are organised here, from the proposal to what came of it. */
import { z } from "zod";
import { OccurrenceSummary } from "../http.ts";
import { line, text } from "./lengths.ts";
import { Zone } from "./working-times.ts";

export const CONTACT_TYPES = ["call", "video", "visit", "ministers-meeting", "proximity-talks"] as const;
export type ContactType = (typeof CONTACT_TYPES)[number];

/** `held`, `failed` and `cancelled` end it; each can be taken back by a further event. */
export const CONTACT_STATES = ["proposed", "agreed", "held", "adjourned", "failed", "cancelled"] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

export const ANSWERS = ["none", "accepted", "declined", "other-times"] as const;
export type Answer = (typeof ANSWERS)[number];

const id = z.string().min(1).max(100);
/** ISO 8601 instant in UTC, to the second or finer: "2026-03-02T12:00:00Z". */
export const Instant = z.iso.datetime();
const Persons = z.array(line(200)).max(50);

export const TimeOption = z.object({ id, start: Instant, end: Instant });
export type TimeOption = z.infer<typeof TimeOption>;

export const InvitedSide = z.object({
  delegation: id,
  /** Who is asked to come, by name; empty where that is left to the delegation. */
  persons: Persons,
  answer: z.enum(ANSWERS),
  /** Ids of the times that suit, of `times` or of its own offers. */
  suits: z.array(id),
  /** Times that it offers instead. */
  offers: z.array(TimeOption),
  /** "" where none was given. */
  reason: z.string(),
  /** Null where the delegation answered itself. */
  recordedBy: z.literal("secretariat").nullable(),
});
export type InvitedSide = z.infer<typeof InvitedSide>;

export const AgendaItem = z.object({ id, by: id, text: line(2000) });
export type AgendaItem = z.infer<typeof AgendaItem>;

export const Attendance = z.object({ delegation: id, persons: Persons });
export type Attendance = z.infer<typeof Attendance>;

export const Contact = z.object({
  id,
  process: z.string(),
  type: z.enum(CONTACT_TYPES),
  title: line(300),
  state: z.enum(CONTACT_STATES),
  /** Why it was adjourned, failed or was cancelled, or taken back; null where none applies. */
  reason: z.string().nullable(),
  /** The delegation that convenes it: settles the time, invites, says what came of it. */
  convener: id,
  /** Who comes for the convener. */
  persons: Persons,
  invited: z.array(InvitedSide),
  /** Times that the convener proposes, in the order of their starts. */
  times: z.array(TimeOption),
  /** IANA zone in which the times were worded. */
  zone: Zone,
  /** The settled time; `time` is the id of the option or offer it was. */
  agreed: TimeOption.extend({ zone: Zone }).nullable(),
  place: text(500).nullable(),
  join: z.string().nullable(),
  /** Shared with all who take part; what a side notes for itself is an Agenda of its own. */
  agenda: z.array(AgendaItem),
  topics: z.array(line(200)),
  /** Minutes before the start at which those who take part are reminded. */
  reminders: z.array(z.number().int()),
  held: z.object({ from: Instant, to: Instant }).nullable(),
  /** Until when it is adjourned, null where that is open. */
  until: Instant.nullable(),
  attended: z.array(Attendance),
  /** iCalendar SEQUENCE: counts what calendars have to be told again. */
  sequence: z.number().int(),
});
export type Contact = z.infer<typeof Contact>;

export const ContactView = Contact.extend({
  /** Names what was seen: a change that was decided on another revision is refused with `moved-on`. */
  revision: z.string(),
});
export type ContactView = z.infer<typeof ContactView>;

export const ContactQuery = z.object({
  /** `open`: proposed, agreed or adjourned, soonest first; `past`: what ended, latest first. */
  which: z.enum(["open", "past"]).default("open"),
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export const ContactPage = z.object({
  contacts: z.array(ContactView),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type ContactPage = z.infer<typeof ContactPage>;
/** `makesRooms`: a conference service is configured, so that `join` may be "make". */
export const ContactList = ContactPage.extend({ makesRooms: z.boolean() });

const GivenTime = z.object({ start: Instant, end: Instant }).strict();
const GivenTimes = z.array(GivenTime).max(20);
const Reminders = z
  .array(
    z
      .number()
      .int()
      .min(1)
      .max(60 * 24 * 60),
  )
  .max(5);
/** A link of one's own, or "make" for a room of the installation's conference service. */
const GivenJoin = z.union([z.literal("make"), z.url({ protocol: /^https?$/ }).max(1000)]);
const GivenInvitation = z.object({ delegation: id, persons: Persons }).strict();

/** In whose name: one's own delegation, or for the third party the one that told it. */
const inTheNameOf = { command: z.uuid(), for: id };

export const NewContact = z
  .object({
    ...inTheNameOf,
    type: z.enum(CONTACT_TYPES),
    title: line(300),
    persons: Persons,
    invited: z.array(GivenInvitation).min(1).max(30),
    times: GivenTimes,
    zone: Zone,
    place: text(500).nullable(),
    join: GivenJoin.nullable(),
    agenda: z.array(line(2000)).max(50),
    topics: z.array(line(200)).max(30),
    reminders: Reminders.default([1440, 60]),
  })
  .strict();
export type NewContact = z.infer<typeof NewContact>;

const reason = line(2000);
export const ContactChange = z.discriminatedUnion("type", [
  /** By the convener; what is not given stays. `times` replaces the proposed ones; one that stays keeps its id. */
  z
    .object({
      type: z.literal("change"),
      change: z
        .object({
          type: z.enum(CONTACT_TYPES),
          title: line(300),
          persons: Persons,
          times: GivenTimes,
          zone: Zone,
          place: text(500).nullable(),
          join: GivenJoin.nullable(),
          topics: z.array(line(200)).max(30),
          reminders: Reminders,
        })
        .partial()
        .strict(),
    })
    .strict(),
  z.object({ type: z.literal("invite"), ...GivenInvitation.shape }).strict(),
  /** By the convener or the delegation itself. */
  z.object({ type: z.literal("name-persons"), ...GivenInvitation.shape }).strict(),
  z.object({ type: z.literal("withdraw"), delegation: id, reason: text(2000) }).strict(),
  /** By an invited delegation. `suits` names the times it accepts; `offers` come with "other-times". */
  z
    .object({
      type: z.literal("answer"),
      answer: z.enum(["accepted", "declined", "other-times"]),
      suits: z.array(id).max(50),
      offers: GivenTimes,
      reason: text(2000),
    })
    .strict(),
  /** By the convener: `time` is a proposed or offered one that a side accepted. */
  z.object({ type: z.literal("settle"), time: id }).strict(),
  z
    .object({
      type: z.literal("hold"),
      from: Instant,
      to: Instant,
      attended: z.array(Attendance.strict()).min(1).max(31),
    })
    .strict(),
  z.object({ type: z.literal("adjourn"), until: Instant.nullable(), reason }).strict(),
  z.object({ type: z.literal("fail"), reason }).strict(),
  z.object({ type: z.literal("cancel"), reason }).strict(),
  /** Takes back that it was held, adjourned, failed or cancelled. */
  z.object({ type: z.literal("reopen"), reason }).strict(),
  /** Agenda items are of the side that puts them. */
  z.object({ type: z.literal("add-item"), text: line(2000) }).strict(),
  z.object({ type: z.literal("change-item"), item: id, text: line(2000) }).strict(),
  z.object({ type: z.literal("drop-item"), item: id }).strict(),
]);
export type ContactChange = z.infer<typeof ContactChange>;

/**
 * `revision` is the one that was looked at. It is minded by what the convener decides; answers and agenda items of a
 * side stand beside what others do, so they are taken whatever happened meanwhile.
 */
export const ChangeContact = z
  .object({ ...inTheNameOf, revision: z.string().max(100), change: ContactChange })
  .strict();
export type ChangeContact = z.infer<typeof ChangeContact>;

/** What one side notes for itself about a contact: seen by that delegation alone. */
export const PrivateAgenda = z.object({
  contact: id,
  delegation: id,
  items: z.array(z.object({ id, text: line(2000) })),
  revision: z.string(),
});
export type PrivateAgenda = z.infer<typeof PrivateAgenda>;
export const ChangePrivateAgenda = z
  .object({
    ...inTheNameOf,
    change: z.discriminatedUnion("type", [
      z.object({ type: z.literal("add-item"), text: line(2000) }).strict(),
      z.object({ type: z.literal("change-item"), item: id, text: line(2000) }).strict(),
      z.object({ type: z.literal("drop-item"), item: id }).strict(),
    ]),
  })
  .strict();

/** One thing that happened to a contact, as its page tells it. */
export const ContactEntry = z.object({
  id: z.string(),
  at: z.string(),
  type: z.string(),
  /** The delegation in whose name. */
  by: z.string(),
  recordedBy: z.literal("secretariat").nullable(),
  /** The delegation that it is about, where that is another. */
  about: z.string().nullable(),
  /** Reason or text given with it, "" where none. */
  words: z.string(),
  /** The answer given, where it is one. */
  answer: z.enum(ANSWERS).nullable(),
  time: z.object({ start: Instant, end: Instant }).nullable(),
});
export type ContactEntry = z.infer<typeof ContactEntry>;

/** What a person said about a report and a contact, addressed by claims so that it survives re-reading. */
export const ReportJudgement = z.object({
  claims: z.array(z.string().min(1).max(500)).min(1).max(2000),
  verdict: z.enum(["same", "different"]),
  reason: z.string(),
});
export type ReportJudgement = z.infer<typeof ReportJudgement>;
export const JudgeReport = z
  .object({
    ...inTheNameOf,
    occurrence: z.string().min(1).max(500),
    verdict: z.enum(["same", "different"]),
    reason: text(2000),
  })
  .strict();

export const REPORT_VERDICTS = ["same", "unsure", "different"] as const;
export const ContactReport = z.object({
  occurrence: OccurrenceSummary,
  verdict: z.enum(REPORT_VERDICTS),
  /** 0..1, not calibrated; 1 or 0 where a person decided. */
  score: z.number(),
  why: z.string(),
  /** A person decided, not the comparison. */
  judged: z.boolean(),
});
export type ContactReport = z.infer<typeof ContactReport>;
export const HeldHere = z.object({
  contact: ContactView,
  verdict: z.enum(["same", "unsure"]),
  score: z.number(),
  why: z.string(),
});
export type HeldHere = z.infer<typeof HeldHere>;
