/** The closed word lists of the record. Screens, database, API and reader use these and no synonyms. */

export const KINDS = [
  "contact",
  "agreement",
  "incident",
  "exchange",
  "deployment",
  "measure",
  "position",
] as const;
export type Kind = (typeof KINDS)[number];

export const TYPES = {
  contact: ["call", "meeting", "video", "visit", "talks", "letter"],
  agreement: ["ceasefire", "statement", "other"],
  incident: ["attack", "clash", "violation", "detention", "other"],
  exchange: ["prisoners", "detainees", "hostages", "remains", "other"],
  deployment: ["peacekeepers", "monitors", "forces", "withdrawal"],
  measure: ["martial-law", "mobilisation", "sanction", "expulsion", "closure", "opening", "other"],
  position: [
    "call-for",
    "support",
    "condemn",
    "accuse",
    "reject",
    "offer",
    "warn",
    "threaten",
    "concern",
    "ready",
    "deny",
    "state",
  ],
} as const satisfies Record<Kind, readonly string[]>;
export type TypeOf<K extends Kind> = (typeof TYPES)[K][number];
export type OccurrenceType = TypeOf<Kind>;

export const STATUSES = [
  "happened",
  "planned",
  "offered",
  "demanded",
  "conditional",
  "denied",
  "alleged",
] as const;
export type Status = (typeof STATUSES)[number];

export const ROLES = [
  "participant",
  "initiator",
  "host",
  "mediator",
  "guarantor",
  "signatory",
  "witness",
  "speaker",
  "addressee",
  "actor",
  "target",
  "provider",
  "recipient",
  "accuser",
  "demander",
] as const;
export type Role = (typeof ROLES)[number];

export const STANCES = ["asserts", "denies", "doubts", "demands", "promises"] as const;
export type Stance = (typeof STANCES)[number];

export const BASES = ["stated", "relative", "metadata", "inferred", "corroborated"] as const;
export type Basis = (typeof BASES)[number];

/** RECORD.md §1. `entity` is status-neutral: an unrecognised or disputed authority. */
export const ACTOR_KINDS = [
  "person",
  "state",
  "ministry",
  "organisation",
  "armed-group",
  "entity",
  "format",
  "agency",
  "outlet",
  "people",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Provision types of the ceasefire and peace-agreement codebooks (RECORD.md §4). */
export const PROVISION_TYPES = [
  "ceasefire",
  "withdrawal",
  "separation-of-forces",
  "monitoring",
  "peacekeepers",
  "prisoner-exchange",
  "remains",
  "missing",
  "humanitarian-access",
  "corridor",
  "displaced-return",
  "border",
  "demining",
  "talks",
  "communication-channel",
  "other",
] as const;
export type ProvisionType = (typeof PROVISION_TYPES)[number];

/** What a person decided on a machine proposal. `proposed` means nobody has yet. */
export const VERDICTS = ["accept", "reject", "unsure", "correct", "merge", "split"] as const;
export type Verdict = (typeof VERDICTS)[number];
export const JUDGED = ["proposed", "accepted", "rejected", "unsure", "corrected"] as const;
export type Judged = (typeof JUDGED)[number];
