/** The judged passages: where each stands in a document, checked by its hash, and which claim covers it. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadClaim, Reading } from "@parley/reading";
import type { JudgedAs } from "./measures.ts";

/** Offsets in UTF-16 units into the extracted text; the hash is the first 12 hex digits of the passage's SHA-256. */
export interface Passage {
  document: string;
  start: number;
  end: number;
  sha256: string;
}

export interface GoldPair {
  kind: string;
  a: Passage;
  b: Passage;
  judgement: JudgedAs;
  reason: string;
  /**
   * How the pair was drawn: by blocking, from what was then `joined`, `asked` of a person, left `apart` or `excluded`; within
   * `one-document`; by `equal-actors` days apart; at `random` within a kind; by the `names` in headlines, whatever was read
   * of them; `chosen` for a hard case. A `closure` pair only completes clusters, as the machine had joined it; it would
   * flatter recall.
   */
  drawn: string;
}

export function readGold(): GoldPair[] {
  return readFileSync(join(import.meta.dirname, "pairs.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldPair);
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** Where the passage starts in the text as it is extracted now: where it stood, else wherever its hash is found; null if nowhere. */
export function locate({ start, end, sha256 }: Passage, text: string): number | null {
  if (hash(text.slice(start, end)) === sha256) return start;
  const length = end - start;
  for (let at = 0; at + length <= text.length; at++)
    if (hash(text.slice(at, at + length)) === sha256) return at;
  return null;
}

/** The claim of this kind that shares most with the span, at least half of the shorter of the two; null where none does. */
export function claimAt(
  reading: Reading,
  { kind, start, end }: { kind: string; start: number; end: number },
): ReadClaim | null {
  let best: { claim: ReadClaim; share: number } | null = null;
  for (const claim of reading.claims) {
    if (claim.told.kind !== kind) continue;
    const shared = Math.min(end, claim.end) - Math.max(start, claim.start);
    if (shared * 2 < Math.min(end - start, claim.end - claim.start)) continue;
    const share = shared / (Math.max(end, claim.end) - Math.min(start, claim.start));
    if (!best || share > best.share) best = { claim, share };
  }
  return best?.claim ?? null;
}
