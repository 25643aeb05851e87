/** What a person is about to judge, before it is sent. Only fields that were changed go into a correction. */
import type { Judgement, NewJudgement, Occurrence, Verdict } from "@parley/protocol";

export type Correction = NonNullable<Judgement["correction"]>;

/** The fields of `edited` that differ from the occurrence as it stands; null where none does. */
export function correctionOf(occurrence: Occurrence, edited: Required<Correction>): Correction | null {
  const fields = ["type", "status", "when", "where", "actors", "background"] as const;
  const changed = fields.filter(
    (field) => JSON.stringify(occurrence[field]) !== JSON.stringify(edited[field]),
  );
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((field) => [field, edited[field]]));
}

/** Verdicts that say nothing to the next reader without a reason. */
export const needsReason = (verdict: Verdict): boolean => verdict !== "accept" && verdict !== "unsure";

interface Draft {
  command: string;
  occurrence: Pick<Occurrence, "claims">;
  verdict: Verdict;
  reason: string;
  correction?: Correction | null;
  others?: string[];
  undoes?: string;
}

export const judgementBody = (draft: Draft): NewJudgement => ({
  command: draft.command,
  claims: draft.occurrence.claims,
  verdict: draft.verdict,
  reason: draft.reason.trim(),
  correction: draft.correction ?? null,
  others: draft.others ?? [],
  undoes: draft.undoes ?? null,
});

/** Whether a judgement was taken back by a later one. */
export const undoneBy = (judgement: Judgement, all: Judgement[]): Judgement | undefined =>
  all.find((other) => other.undoes === judgement.id);

/** EDTF level 0 and 1 as the record uses it: what the correction form accepts. */
export function isEdtf(text: string): boolean {
  const date = String.raw`[\dX]{4}(-[\dX]{2}(-[\dX]{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?[?~%]?`;
  return new RegExp(`^(${date}|\\.\\.)(/(${date}|\\.\\.)?)?$|^/${date}$`, "u").test(text) && text !== "..";
}
