/** Every refusal and failure the API answers with. HTTP status is decided here and nowhere else; docs/errors.md lists the codes. */
import type { Rejection } from "@parley/record";

export const STATUS = {
  /** Absent, or not for this viewer: one answer for both. */
  "not-found": 404,
  "invalid-request": 400,
  "cross-site": 403,
  "wrong-host": 421,
  "too-large": 413,
  "too-many-files": 413,
  "unsupported-media": 415,
  "nothing-given": 400,
  "rate-limited": 429,
  "signed-out": 401,
  "sign-in-failed": 401,
  "prove-again": 403,
  "token-scope": 403,
  "key-refused": 422,
  "last-key": 409,
  "invitation-open": 409,
  "claims-absent": 422,
  "write-contended": 409,
  "desk-missing": 404,
  internal: 500,
  /** The database has more to do than it can. */
  busy: 503,
  "process-exists": 409,
  "process-unnamed": 422,
  "party-twice": 422,
  "document-exists": 409,
  "document-absent": 404,
  "reading-known": 409,
  "claims-missing": 422,
  "claims-twice": 422,
  "others-missing": 422,
  "others-wrong": 422,
  "correction-missing": 422,
  "correction-unasked": 422,
  "judgement-exists": 409,
  "judgement-absent": 404,
  "judgement-taken-back": 409,
  "moved-on": 409,
  "not-yours": 403,
  "nothing-changed": 422,
  "channel-exists": 409,
  "channel-absent": 404,
  "channel-closed": 409,
  "channel-foreign": 422,
  "channel-unnamed": 422,
  "channel-misfit": 422,
  "channel-convened": 422,
  "delegation-twice": 422,
  "delegation-discreet": 422,
  "message-exists": 409,
  "message-absent": 404,
  "message-empty": 422,
  "message-withdrawn": 409,
  "message-erased": 409,
  "carried-nowhere": 422,
  "file-type-refused": 415,
  "files-absent": 422,
  "days-reversed": 422,
  "delegation-exists": 409,
  "delegation-absent": 404,
  "delegation-closed": 409,
  "member-exists": 409,
  "member-absent": 404,
  "contact-exists": 409,
  "contact-absent": 404,
  "contact-ended": 409,
  "contact-unagreed": 409,
  "contact-open": 409,
  "convener-decides": 403,
  "delegation-uninvited": 422,
  "delegation-invited-twice": 422,
  "last-invited": 409,
  "time-absent": 409,
  "time-missing": 422,
  "time-unaccepted": 409,
  "times-reversed": 422,
  "not-over": 422,
  "too-few-came": 422,
  "item-absent": 404,
  "item-of-another": 403,
  "agenda-full": 422,
  "join-unconfigured": 422,
  "too-many-calendars": 422,
  "readout-exists": 409,
  "readout-absent": 404,
  "readout-withdrawn": 409,
  "readout-misplaced": 409,
  "readout-empty": 422,
  "readout-scheduled": 409,
  "readout-full": 422,
  "readout-unapproved": 409,
  "readout-published": 409,
  "approval-of-another": 403,
  "instant-past": 422,
  "embargo-reversed": 422,
  "publication-absent": 404,
  "publication-exists": 409,
  "publication-early": 409,
  "point-exists": 409,
  "point-absent": 404,
  "point-settled": 409,
  "nobody-asked": 422,
  "quote-absent": 422,
} as const satisfies Record<string, number> & Record<Rejection["code"], number>;
export type ProblemCode = keyof typeof STATUS;

export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly statusCode: number;
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly issues?: { path: string; message: string }[],
  ) {
    super(message);
    this.statusCode = STATUS[code];
  }
}

export const notFound = () => new ApiProblem("not-found", "There is nothing here.");

/** The facts of an accepted decision; a refusal becomes a problem with the same code. */
export function orRefuse<D extends { outcome: "accepted"; facts: unknown } | Rejection>(
  decision: D,
): Extract<D, { outcome: "accepted" }>["facts"] {
  if (decision.outcome === "rejected") throw new ApiProblem(decision.code, decision.message);
  return (decision as Extract<D, { outcome: "accepted" }>).facts;
}
