/** Where a row comes from: the columns that every table shares, so that each row can be checked against its words. */
import type { Actor, Claim, Document, Occurrence, Place, RecordFile } from "@parley/protocol";
import { type Dyad, dyads } from "./dyad.ts";

/** A record by id, for joining. */
export interface Joined {
  actors: Map<string, Actor>;
  places: Map<string, Place>;
  claims: Map<string, Claim>;
  documents: Map<string, Document>;
}

export interface Happening extends Dyad {
  occurrence: Occurrence;
  /** The claim with the highest confidence, then the smaller id. */
  claim: Claim;
  document: Document;
}

export function joined(record: RecordFile): Joined {
  const byId = <T extends { id: string }>(list: T[]) => new Map(list.map((entry) => [entry.id, entry]));
  return {
    actors: byId(record.actors),
    places: byId(record.places),
    claims: byId(record.claims),
    documents: byId(record.documents),
  };
}

/** One per occurrence and dyad, in the record's order; rejected occurrences and those without a PLOVER code are left out. */
export function happenings(record: RecordFile, join: Joined): Happening[] {
  return record.occurrences.flatMap((occurrence) => {
    if (!occurrence.plover || occurrence.judgement === "rejected") return [];
    const claims = occurrence.claims.map((id) => join.claims.get(id)).filter((c) => c !== undefined);
    const claim = claims.sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))[0];
    const document = claim && join.documents.get(claim.document);
    if (!claim || !document) return [];
    return dyads(occurrence).map((dyad) => ({ ...dyad, occurrence, claim, document }));
  });
}

/** The columns at the end of every row. Offsets are UTF-16 code units into the document's text. */
export function evidence({ occurrence, claim, document }: Happening): Record<string, string | number | null> {
  return {
    status: occurrence.status,
    background: occurrence.background ? 1 : 0,
    date_basis: occurrence.when?.basis ?? null,
    date_as_worded: occurrence.when?.asWorded ?? null,
    judgement: occurrence.judgement,
    confidence: occurrence.confidence,
    accounts: occurrence.accounts.length,
    attributed_to: claim.attribution.map((link) => link.source ?? link.asWorded).join(" > ") || null,
    quote: claim.quote,
    quote_start: claim.start,
    quote_end: claim.end,
    document_id: document.id,
    document_uri: document.uri,
    document_outlet: document.outlet,
    document_published: document.published?.edtf ?? null,
  };
}
