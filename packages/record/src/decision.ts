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
  | "days-reversed"
  | "delegation-exists"
  | "delegation-absent"
  | "delegation-closed"
  | "member-exists"
  | "member-absent";

/** `facts` is never empty and in the order in which they happen. */
export type Decision<F> = { outcome: "accepted"; facts: [F, ...F[]] } | Rejection;

export const accepted = <F>(...facts: [F, ...F[]]): Decision<F> => ({ outcome: "accepted", facts });

export const rejected = (code: RejectionCode, message: string): Rejection => ({
  outcome: "rejected",
  code,
  message,
});
