/** Claim ids: the same document, kind and words give the same id, whatever else was read. */
import { hash } from "node:crypto";
import type { ReadClaim } from "../reading.ts";

export interface ClaimKey {
  document: string;
  kind: string;
  start: number;
  end: number;
  /** Tells apart claims of one kind over the same words ("separate calls with A and B"). */
  nth: number;
}

/** Hashed as JSON, so that no two keys run together. */
export function claimId(key: ClaimKey): string {
  const { document, kind, start, end, nth } = key;
  return `claim:${hash("sha256", JSON.stringify([document, kind, start, end, nth])).slice(0, 16)}`;
}

/** The kind as it goes into an id: a proposal over the words of a claim of the reader's own is another claim. */
export const keyKind = ({ told, proposedBy }: ReadClaim): string =>
  proposedBy === undefined ? told.kind : `${told.kind}, proposed`;
