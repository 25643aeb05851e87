/**
 * The rows of one process's projections for one audience, made from what resolution found. Pure; every row carries a
 * digest, so that only rows that changed are written.
 */
import { createHash } from "node:crypto";
import { type Actor, bounds, type Claim, type Occurrence, type Place, type When } from "@parley/protocol";
import { fold } from "./fold.ts";
import { wordsOfQuote } from "./searchable.ts";
import { storableText } from "./storable.ts";
import type { PossiblySame, Tables } from "./tables.ts";

/** What resolution hands over, of documents for one audience. */
export interface Resolved {
  process: string;
  audience: string[];
  reprints: { id: string; reprintOf: string | null }[];
  actors: Actor[];
  places: Place[];
  occurrences: Occurrence[];
  claims: Claim[];
  possiblySame: { a: string; b: string; score: number; why: string }[];
}

type Row<T extends "occurrences" | "claims" | "actors" | "places"> = Omit<
  { [C in keyof Tables[T]]: Tables[T][C] extends { __select__: infer S } ? S : Tables[T][C] },
  "search" | "body" | "possibly_same"
> & { body: object };
export interface Rows {
  occurrences: (Row<"occurrences"> & { possibly_same: PossiblySame[] })[];
  claims: Row<"claims">[];
  actors: Row<"actors">[];
  places: Row<"places">[];
}

/** Sorts before every date there is. */
export const UNDATED = -1e15;

export function projectionRows(resolved: Resolved): Rows {
  const { process, audience } = resolved;
  const place = { process, audience };
  const claims = new Map(resolved.claims.map((claim) => [claim.id, claim]));
  const names = new Map(resolved.actors.map((actor) => [actor.id, actor]));
  const open = openPairs(resolved.possiblySame);
  const counts = new Map<string, number>();
  for (const occurrence of resolved.occurrences)
    for (const actor of whoOf(occurrence)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return {
    occurrences: resolved.occurrences.map((occurrence) => {
      const own = occurrence.claims.flatMap((id) => claims.get(id) ?? []);
      const best = own.reduce<Claim | undefined>(
        (a, b) => (a && a.confidence >= b.confidence ? a : b),
        undefined,
      );
      const who = whoOf(occurrence);
      const possibly_same = open.get(occurrence.id) ?? [];
      return digested({
        ...place,
        id: occurrence.id,
        kind: occurrence.kind,
        type: occurrence.type as Row<"occurrences">["type"],
        status: occurrence.status,
        background: occurrence.background,
        judgement: occurrence.judgement,
        confidence: occurrence.confidence,
        ...instants(occurrence.when),
        // A person who judged it has seen what it may be the same as: only their own doubt keeps it waiting.
        unsure:
          occurrence.judgement === "unsure" ||
          (occurrence.judgement === "proposed" && possibly_same.length > 0),
        who,
        label: label(occurrence, who, names),
        quote: best?.quote ?? "",
        document: best?.document ?? "",
        documents: new Set(own.map((claim) => claim.document)).size,
        accounts: occurrence.accounts.length,
        body: occurrence,
        possibly_same,
      });
    }),
    claims: resolved.claims.map((claim) =>
      digested({
        ...place,
        id: claim.id,
        document: claim.document,
        occurrence: claim.occurrence,
        start: claim.start,
        body: claim,
        folded: fold(storableText(wordsOfQuote(claim))),
      }),
    ),
    actors: resolved.actors.map((actor) =>
      digested({
        ...place,
        id: actor.id,
        name: actor.name,
        kind: actor.kind,
        country: actor.country,
        occurrences: counts.get(actor.id) ?? 0,
        body: actor,
        folded: fold(storableText([actor.name, ...actor.foundAs].join(" · "))),
      }),
    ),
    places: resolved.places.map((found) =>
      digested({ ...place, id: found.id, name: found.name, body: found }),
    ),
  };
}

const whoOf = (occurrence: Occurrence) => [...new Set(occurrence.actors.map((party) => party.actor))];

/** Milliseconds that `when` allows, and whether the date is stated. */
function instants(when: When | null) {
  const { from, to } = when ? bounds(when.edtf) : { from: null, to: null };
  return {
    from_ms: from,
    to_ms: to,
    sort_ms: from ?? to ?? UNDATED,
    uncertain:
      when !== null &&
      (/[?~%X]/.test(when.edtf) || ["inferred", "corroborated", "metadata"].includes(when.basis)),
  };
}

/** "Lavrov, Borrell · call": the family names of up to three who take part, then the type. */
function label(occurrence: Occurrence, who: string[], names: Map<string, Actor>): string {
  const short = who.slice(0, 3).map((id) => {
    const actor = names.get(id);
    return actor?.kind === "person" ? familyName(actor.name) : (actor?.name ?? id);
  });
  const more = who.length > 3 ? [`+${who.length - 3}`] : [];
  return [[...short, ...more].join(", "), occurrence.type ?? occurrence.kind].filter(Boolean).join(" · ");
}

/** Words that belong to the family name they stand before: "Le Drian", "von der Leyen", "bin Salman". */
const PARTICLE = /^(le|la|de|del|della|di|da|dos|van|von|der|den|ter|al|el|bin|ibn|ben|abu|ould)$/i;

/** The last word of a name with the particles before it; names carry the family name last. */
export function familyName(name: string): string {
  const words = name.split(" ");
  let first = words.length - 1;
  while (first > 1 && PARTICLE.test(words[first - 1]!)) first--;
  return words.slice(first).join(" ");
}

function openPairs(pairs: Resolved["possiblySame"]): Map<string, PossiblySame[]> {
  const open = new Map<string, PossiblySame[]>();
  for (const { a, b, score, why } of pairs)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      open.set(one, [...(open.get(one) ?? []), { occurrence: other, score, why }]);
  return open;
}

function digested<T extends object>(row: T): T & { digest: string } {
  return {
    ...row,
    digest: createHash("sha256").update(JSON.stringify(row)).digest("base64url").slice(0, 22),
  };
}
