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
  "claims-absent": 422,
  "write-contended": 409,
  "desk-missing": 404,
  internal: 500,
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
  "days-reversed": 422,
  "delegation-exists": 409,
  "delegation-absent": 404,
  "delegation-closed": 409,
  "member-exists": 409,
  "member-absent": 404,
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
