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
  /** Places in `documents` of the originals that hold a shingle: nearly every shingle stands in one text alone. */
  const first = new Map<number, number>();
  const more = new Map<number, number[]>();
  documents.forEach((document, place) => {
    if (document.shingles.size < SHORTEST) return;
    const shared = new Map<number, number>();
    const count = (holder: number) => shared.set(holder, (shared.get(holder) ?? 0) + 1);
    for (const shingle of document.shingles) {
      const holder = first.get(shingle);
      if (holder === undefined) continue;
      count(holder);
      more.get(shingle)?.forEach(count);
    }
    let best: { holder: number; share: number } | null = null;
    for (const [holder, number] of shared) {
      const share = number / Math.min(document.shingles.size, documents[holder]!.shingles.size);
      if (share >= CONTAINED && (!best || share > best.share)) best = { holder, share };
    }
    if (best) {
      originalOf.set(document.id, documents[best.holder]!.id);
      return;
    }
    for (const shingle of document.shingles)
      if (!first.has(shingle)) first.set(shingle, place);
      else if (more.has(shingle)) more.get(shingle)!.push(place);
      else more.set(shingle, [place]);
  });
  return originalOf;
}

/** Each word is hashed once and the eight of a shingle are joined, so no shingle is ever spelled out. */
function shingles(text: string): Set<number> {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hash);
  const set = new Set<number>();
  for (let i = 0; i + WORDS <= words.length; i++) {
    let joined = BASIS;
    for (let k = i; k < i + WORDS; k++) joined = Math.imul(joined ^ words[k]!, PRIME);
    set.add(joined >>> 0);
  }
  return set;
}

/** FNV-1a, 32 bits. */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
function hash(word: string): number {
  let h = BASIS;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), PRIME);
  return h;
}
