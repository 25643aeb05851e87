/** Claims of many documents → occurrences with their accounts. Pure; the order of documents changes nothing. */
import type { Actor, Claim, Document, Judgement, Occurrence, Place, RecordFile } from "@parley/protocol";
import type { Reading } from "@parley/reading";
import { assemble } from "./assemble.ts";
import { block } from "./blocking.ts";
import { candidates, isProposed, joinActors } from "./claim.ts";
import { cluster, type Link } from "./cluster.ts";
import { comparison, pairKey } from "./compare.ts";
import { bonds, inForce } from "./judge.ts";
import type { PairScore } from "./pair.ts";
import { findReprints } from "./reprints.ts";

export interface Resolution {
  documents: Document[];
  actors: Actor[];
  places: Place[];
  occurrences: Occurrence[];
  claims: Claim[];
  /** Pairs of occurrences that the score left open, best first: the review queue. */
  possiblySame: { a: string; b: string; score: number; why: string }[];
}

/** Everything is sorted by id. `judgements` may name claims that are gone; those parts are passed over. */
export function resolve(readings: Reading[], judgements: Judgement[] = []): Resolution {
  const reprints = findReprints(readings);
  const actors = joinActors(readings);
  const all = candidates(readings, reprints);
  const decided = inForce(judgements);
  const index = new Map(all.map((c, i) => [c.claim.id, i]));
  const { together, apart } = bonds(decided);
  const byHand = new Map<number, PairScore>();
  for (const [pairs, score] of [
    [together, { verdict: "same", score: 2, why: "put together by a person" }],
    [apart, { verdict: "different", score: 0, why: "parted by a person" }],
  ] as [typeof together, PairScore][])
    for (const [a, b] of pairs) {
      const [i, j] = [index.get(a), index.get(b)];
      if (i !== undefined && j !== undefined) byHand.set(pairKey(i, j, all.length), score);
    }
  const { classOf, excludes, compare } = comparison(all, actors, byHand);
  const pairs = new Map(block(all, actors).map(([a, b]) => [pairKey(a, b, all.length), { a, b }]));
  for (const key of byHand.keys()) pairs.set(key, { a: Math.floor(key / all.length), b: key % all.length });
  const links: Link[] = [...pairs.values()].map(({ a, b }) => ({ a, b, ...compare(a, b) }));

  const joined = cluster({ proposed: all.map(isProposed), links, classOf, excludes });
  const groups: (typeof all)[] = [];
  joined.of.forEach((number, i) => {
    groups[number] ??= [];
    groups[number].push(all[i]!);
  });
  const occurrences = groups.map((members, n) =>
    assemble({ members, weakest: joined.weakest.get(n) }, actors, decided),
  );
  const open = new Map<string, Resolution["possiblySame"][number]>();
  for (const link of joined.open) {
    const [a, b] = [occurrences[joined.of[link.a]!]!.id, occurrences[joined.of[link.b]!]!.id].sort() as [
      string,
      string,
    ];
    if (!open.has(`${a} ${b}`)) open.set(`${a} ${b}`, { a, b, score: link.score, why: link.why });
  }
  return {
    documents: readings
      .map((r) => ({ ...r.document, reprintOf: reprints.get(r.document.id) ?? null }))
      .sort(byId),
    actors: [...actors.values()],
    places: joinPlaces(readings),
    occurrences: [...occurrences].sort(byId),
    claims: all.map(({ claim }, i) => ({
      id: claim.id,
      document: claim.document,
      start: claim.start,
      end: claim.end,
      quote: claim.quote,
      attribution: claim.attribution,
      stance: claim.stance,
      occurrence: occurrences[joined.of[i]!]!.id,
      confidence: claim.confidence,
      ...(claim.translation ? { translation: claim.translation } : {}),
      ...(claim.proposedBy === undefined ? {} : { proposedBy: claim.proposedBy }),
    })),
    possiblySame: [...open.values()],
  };
}

/** The resolution as one record in the contract's form. */
export function toRecordFile({ documents, actors, places, occurrences, claims }: Resolution): RecordFile {
  return { format: "parley-record/1", documents, actors, places, occurrences, claims };
}

function joinPlaces(readings: Reading[]): Place[] {
  const places = new Map<string, Place>();
  for (const place of readings.flatMap((r) => r.places)) {
    const known = places.get(place.id);
    places.set(place.id, {
      ...place,
      foundAs: [...new Set([...(known?.foundAs ?? []), ...place.foundAs])].sort(),
    });
  }
  return [...places.values()].sort(byId);
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
