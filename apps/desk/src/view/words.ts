/** English words for the closed word lists. A value with no entry would not compile. */
import type { ActorKind, Basis, Judged, Kind, Role, Stance, Status, Verdict } from "@parley/protocol";

export const KIND_WORDS: Record<Kind, { one: string; many: string }> = {
  contact: { one: "Contact", many: "Contacts" },
  agreement: { one: "Agreement", many: "Agreements" },
  incident: { one: "Incident", many: "Incidents" },
  exchange: { one: "Exchange", many: "Exchanges" },
  deployment: { one: "Deployment", many: "Deployments" },
  measure: { one: "Measure", many: "Measures" },
  position: { one: "Position", many: "Positions" },
};

/** What each status means, shown as a tooltip and in the legend. */
export const STATUS_MEANING: Record<Status, string> = {
  happened: "told as having happened",
  planned: "announced for a later time",
  offered: "put forward, not taken up in this text",
  demanded: "asked of the other side",
  conditional: "depends on a condition",
  denied: "a source says it did not happen",
  alleged: "claimed by one side and not confirmed here",
};

export const BASIS_WORDS: Record<Basis, string> = {
  stated: "stated in the text",
  relative: "counted from the publication date",
  metadata: "from the page's metadata",
  inferred: "inferred",
  corroborated: "taken from another report",
};

export const STANCE_WORDS: Record<Stance, string> = {
  asserts: "says so",
  denies: "denies it",
  doubts: "doubts it",
  demands: "demands it",
  promises: "promises it",
};

export const ROLE_WORDS: Record<Role, string> = {
  participant: "took part",
  initiator: "initiated",
  host: "hosted",
  mediator: "mediated",
  guarantor: "guarantees",
  signatory: "signed",
  witness: "witnessed",
  speaker: "speaks",
  addressee: "is addressed",
  actor: "acts",
  target: "is acted upon",
  provider: "gives",
  recipient: "receives",
  accuser: "accuses",
  demander: "demands",
};

export const JUDGED_WORDS: Record<Judged, string> = {
  proposed: "not judged yet",
  accepted: "accepted",
  rejected: "rejected",
  unsure: "unsure",
  corrected: "corrected",
};

export const VERDICT_WORDS: Record<Verdict, string> = {
  accept: "Accept",
  reject: "Reject",
  unsure: "Unsure",
  correct: "Correct",
  merge: "Merge",
  split: "Split",
};

export const VERDICT_PAST: Record<Verdict, string> = {
  accept: "accepted",
  reject: "rejected",
  unsure: "left as unsure",
  correct: "corrected",
  merge: "merged",
  split: "split",
};

export const ACTOR_KIND_WORDS: Record<ActorKind, string> = {
  person: "person",
  state: "state",
  ministry: "ministry",
  organisation: "organisation",
  "armed-group": "armed group",
  entity: "entity, status not judged",
  format: "mediation format",
  agency: "news agency",
  outlet: "outlet",
  people: "people",
};

/** "withdrawal", "martial law", "prisoner exchange": the type's own word with its hyphens as spaces. */
export const typeWords = (type: string): string => type.replaceAll("-", " ");

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "3 reports", "1 report". */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

const LANGUAGES = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** "Russian" of "ru"; the code itself where it names no language. */
export function languageWords(code: string): string {
  try {
    return LANGUAGES.of(code) ?? code;
  } catch {
    return code;
  }
}

/** A confidence as hundredths; reading scores are not calibrated yet, so no percent sign. */
export const scoreWords = (score: number): string => score.toFixed(2);
