/**
 * Which documents repeat another's text. Measured by the share of eight-word shingles, as in
 * Broder, "On the resemblance and containment of documents" (1997): agency copy is reprinted whole or cut short.
 */
import type { Reading } from "@parley/reading";

const WORDS = 8;
/** Share of the shorter text's shingles that stand in the longer one. Cut-down reprints keep nearly all of theirs. */
const CONTAINED = 0.8;
/** Below this many shingles a text is too short to tell a reprint from a formula. */
const SHORTEST = 12;

/** Document id → id of the document it reprints. The earliest published one is the original, then the smaller id. */
export function findReprints(readings: Reading[]): Map<string, string> {
  if (readings.length < 2) return new Map();
  const documents = [...readings]
    .map((r) => ({
      id: r.document.id,
      published: r.document.published?.edtf ?? "9999",
      shingles: shingles(r.document.text),
    }))
    .sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : a.id < b.id ? -1 : 1));
  const originalOf = new Map<string, string>();
  const sizes = new Map(documents.map((d) => [d.id, d.shingles.size]));
  const holders = new Map<number, string[]>();
  for (const document of documents) {
    if (document.shingles.size < SHORTEST) continue;
    const shared = new Map<string, number>();
    for (const shingle of document.shingles)
      for (const holder of holders.get(shingle) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    let best: { id: string; share: number } | null = null;
    for (const [id, count] of shared) {
      const share = count / Math.min(document.shingles.size, sizes.get(id)!);
      if (share >= CONTAINED && (!best || share > best.share)) best = { id, share };
    }
    if (best) {
      originalOf.set(document.id, best.id);
      continue;
    }
    for (const shingle of document.shingles) {
      const list = holders.get(shingle);
      if (list) list.push(document.id);
      else holders.set(shingle, [document.id]);
    }
  }
  return originalOf;
}

function shingles(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const set = new Set<number>();
  for (let i = 0; i + WORDS <= words.length; i++) set.add(hash(words.slice(i, i + WORDS).join(" ")));
  return set;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
