/**
 * Readings and judgements of a process → what changes in its projections, on a worker thread that keeps the readings
 * it has been given. Documents for different audiences are resolved apart, so that no occurrence tells of a document
 * that its viewer may not see.
 */
import type { Reading } from "@parley/reading";
import { resolve } from "@parley/resolution";
import { difference, projectionRows, type Resolved, type Rows } from "@parley/store/rows";
import type { ResolveRequest, ResolveResult } from "./messages.ts";

type Held = Map<string, { audience: string[]; reading: Reading }>;

export function openResolver(): (request: ResolveRequest) => ResolveResult {
  const processes = new Map<string, Held>();
  return (request) => {
    const held: Held = processes.get(request.process) ?? new Map();
    processes.set(request.process, held);
    if (request.type === "keep") {
      for (const kept of request.readings) held.set(kept.reading.document.id, kept);
      return null;
    }
    const { process, from, to, known } = request;
    const wanted: Rows = { occurrences: [], claims: [], actors: [], places: [] };
    const reprints: Resolved["reprints"] = [];
    for (const audience of audiencesOf(held)) {
      const resolved = resolveFor(audience, held, request);
      reprints.push(...resolved.reprints);
      const rows = projectionRows(resolved);
      wanted.occurrences.push(...rows.occurrences);
      wanted.claims.push(...rows.claims);
      wanted.actors.push(...rows.actors);
      wanted.places.push(...rows.places);
    }
    return { process, from, to, reprints, ...difference(known, wanted) };
  };
}

function audiencesOf(held: Held): string[][] {
  const found = new Map([...held.values()].map(({ audience }) => [JSON.stringify(audience), audience]));
  return [...found.values()];
}

function resolveFor(
  audience: string[],
  held: Held,
  { process, judgements }: Extract<ResolveRequest, { type: "resolve" }>,
): Resolved {
  const key = JSON.stringify(audience);
  const own = <T extends { audience: string[] }>(all: Iterable<T>) =>
    [...all].filter((one) => JSON.stringify(one.audience) === key);
  const resolution = resolve(
    own(held.values()).map(({ reading }) => reading),
    own(judgements).map(({ judgement }) => judgement),
  );
  return {
    process,
    audience,
    reprints: resolution.documents.map(({ id, reprintOf }) => ({ id, reprintOf })),
    actors: resolution.actors,
    places: resolution.places,
    occurrences: resolution.occurrences,
    claims: resolution.claims,
    possiblySame: resolution.possiblySame,
  };
}
