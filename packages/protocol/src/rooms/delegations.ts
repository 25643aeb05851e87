/** Delegations of a process and who sits in them. */
import { z } from "zod";
import { line, text } from "./lengths.ts";

/** In which function somebody takes part. */
export const CAPACITIES = [
  "party",
  "mediator",
  "co-chair",
  "guarantor",
  "observer",
  "monitor",
  "secretariat",
  "press",
] as const;

/** A day, YYYY-MM-DD. */
export const Day = z.iso.date();

export const Member = z.object({
  id: z.string(),
  /** Null for somebody who is named here and does not sign in. */
  account: z.string().nullable(),
  name: line(200),
  /** As the delegation words it: "Deputy Foreign Minister". Empty where it says none. */
  function: text(200),
  lead: z.boolean(),
  from: Day,
  /** The last day, null while it lasts. */
  to: Day.nullable(),
  /** The seat was taken away at once: it counts no more, though its last day is not over. */
  gone: z.boolean().optional(),
});
export type Member = z.infer<typeof Member>;

/** Who was ever invited to sit here, by whom; the link itself is nowhere. */
export const InvitedMember = z.object({
  id: z.string(),
  name: z.string(),
  lead: z.boolean(),
  /** Name of who invited. */
  by: z.string(),
  /** By the administrator of the machine, before anybody sat in the process. */
  administrator: z.boolean(),
});
export type InvitedMember = z.infer<typeof InvitedMember>;

export const Delegation = z.object({
  id: z.string(),
  process: z.string(),
  name: line(200),
  capacity: z.enum(CAPACITIES),
  /** Actors it speaks for: `state:ARM`, `org:osce-minsk-group`. Reports are matched by them. */
  represents: z.array(z.string().min(1).max(200)).max(20),
  /** The mandate in its own words, empty where none is given. */
  mandate: text(20_000),
  /** Delegations that act together under this name; its circle holds the members of each. */
  together: z.array(z.string()).max(20),
  /** Delegations that know of it; null where all who take part in the process do. */
  knownTo: z.array(z.string()).nullable(),
  members: z.array(Member),
  invited: z.array(InvitedMember),
  /** Why it ended, null while it stands. */
  closed: z.string().nullable(),
});
export type Delegation = z.infer<typeof Delegation>;

const command = { command: z.uuid() };
export const NewDelegation = Delegation.pick({
  name: true,
  capacity: true,
  represents: true,
  mandate: true,
  together: true,
})
  .extend({ ...command, discreet: z.boolean() })
  .strict();
export type NewDelegation = z.infer<typeof NewDelegation>;

export const DelegationChange = z.discriminatedUnion("type", [
  z
    .object({
      type: z.literal("amend"),
      amendment: Delegation.pick({ name: true, represents: true, mandate: true }).partial().strict(),
    })
    .strict(),
  /** Somebody who takes part without signing in. Who signs in comes by an invitation. */
  z
    .object({
      type: z.literal("seat"),
      member: Member.omit({ id: true, account: true, gone: true }).strict(),
    })
    .strict(),
  z.object({ type: z.literal("unseat"), member: z.string().max(100), to: Day }).strict(),
  z.object({ type: z.literal("close"), reason: line(2000) }).strict(),
]);
export type DelegationChange = z.infer<typeof DelegationChange>;
/** `revision` is the one that was looked at. */
export const ChangeDelegation = z
  .object({ ...command, revision: z.string().max(100), change: DelegationChange })
  .strict();

export const DelegationView = Delegation.extend({
  /** Names what was seen: a change that was decided on another revision is refused with what stands now. */
  revision: z.string(),
});
export type DelegationView = z.infer<typeof DelegationView>;
