/** What `decide` answers. A refusal is a value with a code, never an exception. */

export interface Rejection {
  outcome: "rejected";
  code: RejectionCode;
  /** One sentence for the person who gave the command. */
  message: string;
}

export type RejectionCode =
  | "process-exists"
  | "process-unnamed"
  | "party-twice"
  | "document-exists"
  | "document-absent"
  | "reading-known"
  | "claims-missing"
  | "claims-twice"
  | "others-missing"
  | "others-wrong"
  | "correction-missing"
  | "correction-unasked"
  | "judgement-exists"
  | "judgement-absent"
  | "judgement-taken-back"
  | "nothing-changed"
  | "channel-exists"
  | "channel-absent"
  | "channel-closed"
  | "channel-foreign"
  | "channel-unnamed"
  | "channel-misfit"
  | "channel-convened"
  | "delegation-twice"
  | "delegation-discreet"
  | "message-exists"
  | "message-absent"
  | "message-empty"
  | "message-withdrawn"
  | "message-erased"
  | "carried-nowhere"
  | "days-reversed"
  | "delegation-exists"
  | "delegation-absent"
  | "delegation-closed"
  | "member-exists"
  | "member-absent"
  | "contact-exists"
  | "contact-absent"
  | "contact-ended"
  | "contact-unagreed"
  | "contact-open"
  | "convener-decides"
  | "delegation-uninvited"
  | "delegation-invited-twice"
  | "last-invited"
  | "time-absent"
  | "time-missing"
  | "time-unaccepted"
  | "times-reversed"
  | "not-over"
  | "too-few-came"
  | "item-absent"
  | "item-of-another"
  | "agenda-full"
  | "readout-exists"
  | "readout-absent"
  | "readout-withdrawn"
  | "readout-misplaced"
  | "readout-empty"
  | "readout-scheduled"
  | "readout-full"
  | "readout-unapproved"
  | "readout-published"
  | "approval-of-another"
  | "instant-past"
  | "embargo-reversed"
  | "publication-absent"
  | "publication-exists"
  | "publication-early"
  | "point-exists"
  | "point-absent"
  | "point-settled"
  | "nobody-asked";

/** `facts` is never empty and in the order in which they happen. */
export type Decision<F> = { outcome: "accepted"; facts: [F, ...F[]] } | Rejection;

export const accepted = <F>(...facts: [F, ...F[]]): Decision<F> => ({ outcome: "accepted", facts });

export const rejected = (code: RejectionCode, message: string): Rejection => ({
  outcome: "rejected",
  code,
  message,
});
