/** One claim with what resolution needs of its document, and the clues that blocking and scoring read. */
import { type Actor, type Bounds, bounds } from "@parley/protocol";
import type { ReadClaim, Reading } from "@parley/reading";
import { contentWords } from "./words.ts";

export interface Candidate {
  claim: ReadClaim;
  /** The document, or the one it reprints: claims of reprints speak with one voice. */
  voice: string;
  language: string | null;
  published: Bounds | null;
  when: Bounds | null;
  /** Ids of those who take part or act, without speakers and accusers, sorted. */
  parties: string[];
  /** Those of its English words that tell something. */
  words: Set<string>;
}

/** Found by a second reader only: it may stand beside a claim of the reader's, and never decides over one. */
export const isProposed = ({ claim }: Candidate): boolean => claim.proposedBy !== undefined;

/** The English words of a claim, whatever language its evidence is in. */
export const englishOf = (claim: ReadClaim): string => claim.translation?.quote ?? claim.quote;

/** Roles that say who reports or judges an occurrence, and not who takes part in it. */
const OUTSIDE = new Set(["accuser", "demander", "witness"]);

/** Candidates in the order of claim ids, whatever the order of the readings. */
export function candidates(readings: Reading[], voices: Map<string, string>): Candidate[] {
  const all: Candidate[] = [];
  for (const reading of readings) {
    const published = reading.document.published ? bounds(reading.document.published.edtf) : null;
    const voice = voices.get(reading.document.id) ?? reading.document.id;
    for (const claim of reading.claims)
      all.push({
        claim,
        voice,
        language: reading.document.language,
        published,
        when: claim.told.when ? bounds(claim.told.when.edtf) : null,
        parties: [
          ...new Set(claim.told.actors.filter((a) => !OUTSIDE.has(a.role)).map((a) => a.actor)),
        ].sort(),
        words: contentWords(englishOf(claim)),
      });
  }
  return all.sort((a, b) => (a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0));
}

/** Every actor of every reading once: names and offices joined, `foundAs` collected. */
export function joinActors(readings: Reading[]): Map<string, Actor> {
  const actors = new Map<string, Actor>();
  for (const actor of readings.flatMap((r) => r.actors)) {
    const known = actors.get(actor.id);
    if (!known) {
      actors.set(actor.id, { ...actor, foundAs: [...actor.foundAs] });
      continue;
    }
    known.foundAs = [...new Set([...known.foundAs, ...actor.foundAs])].sort();
    known.confidence = Math.max(known.confidence, actor.confidence);
    if (actor.name < known.name) known.name = actor.name;
  }
  return new Map([...actors].sort(([a], [b]) => (a < b ? -1 : 1)));
}
