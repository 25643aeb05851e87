/** What the desk calls contacts, their states, answers and events. */
import type { Answer, ContactEntry, ContactState, ContactType } from "@parley/protocol";

export const CONTACT_WORDS: Record<ContactType, string> = {
  call: "Call",
  video: "Video meeting",
  visit: "Visit",
  "ministers-meeting": "Ministers' meeting",
  "proximity-talks": "Proximity talks",
};

export const CONTACT_STATE_WORDS: Record<ContactState, string> = {
  proposed: "proposed",
  agreed: "agreed",
  held: "held",
  adjourned: "adjourned",
  failed: "failed",
  cancelled: "cancelled",
};

export const ANSWER_WORDS: Record<Answer, string> = {
  none: "no answer yet",
  accepted: "accepts",
  declined: "declines",
  "other-times": "offers other times",
};

/** "Mediation proposed it": what follows the name. */
const DEEDS: Record<string, string> = {
  "contact-proposed": "proposed it",
  "contact-changed": "changed",
  "delegation-invited": "invited",
  "persons-named": "named who comes for",
  "delegation-withdrawn": "withdrew the invitation of",
  "time-settled": "settled the time:",
  "contact-held": "noted that it was held:",
  "contact-adjourned": "adjourned it",
  "contact-failed": "noted that it failed",
  "contact-cancelled": "cancelled it",
  "contact-reopened": "took it up again",
  "agenda-item-added": "put on the agenda",
  "agenda-item-changed": "changed its agenda item",
  "agenda-item-dropped": "took an item off the agenda",
};

export const deedOf = ({ type, answer }: ContactEntry): string =>
  answer ? ANSWER_WORDS[answer] : (DEEDS[type] ?? type);

export const RECORDED = "written down by the secretariat";
