/** Each person's first page: what awaits them, what is next, what changed since they were last here. */
import { z } from "zod";
import { ContactView } from "./contacts.ts";

export const AWAITED = [
  /** A delegation of theirs is invited and has not answered, or a settled time suits it no longer. */
  "answer",
  /** They convene, and every side has answered. */
  "settle",
  /** They convene, and its time is over: was it held? */
  "outcome",
  /** A draft readout waits for their approval. */
  "approve",
  /** A readout of theirs was returned. */
  "revise",
  /** A held contact has no readout of theirs. */
  "readout",
  /** A point was put to the sides and theirs has not spoken. */
  "confirm",
  "unread",
] as const;

export const Awaiting = z.object({
  what: z.enum(AWAITED),
  /** Of the contact, readout, point or channel. */
  id: z.string(),
  /** The contact that a readout or point belongs to. */
  contact: z.string().nullable(),
  title: z.string(),
  /** The delegation of theirs that it awaits. */
  for: z.string(),
  /** The time that it is about, null where it has none. */
  at: z.string().nullable(),
  /** Messages not read, up to 100; null for everything else. */
  count: z.number().int().nullable(),
});
export type Awaiting = z.infer<typeof Awaiting>;

export const Changed = z.object({
  kind: z.enum(["contact", "readout", "point", "channel", "delegation", "document", "judgement"]),
  /** Of the contact, delegation, channel …; null for documents and judgements, which are counted together. */
  id: z.string().nullable(),
  contact: z.string().nullable(),
  title: z.string().nullable(),
  /** The last thing that happened, as the record names it: "time-settled". */
  last: z.string(),
  /** How many things happened. */
  events: z.number().int(),
  at: z.string(),
});
export type Changed = z.infer<typeof Changed>;

export const Today = z.object({
  /** The end of the last visit; null on the first, when nothing counts as changed. */
  since: z.string().nullable(),
  awaiting: z.array(Awaiting),
  /** Settled contacts to come, soonest first. */
  next: z.array(ContactView),
  changed: z.array(Changed),
  /** What the machine was unsure of in the reports. */
  review: z.number().int(),
});
export type Today = z.infer<typeof Today>;
