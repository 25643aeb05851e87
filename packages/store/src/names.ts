/** Names for the ids that an answer speaks of. */
import {
  ACTOR_KINDS,
  type ActorKind,
  type ActorName,
  type OccurrenceSummary,
  type Place,
} from "@parley/protocol";
import { sql } from "kysely";
import type { Session } from "./store.ts";

export interface Names {
  actors: ActorName[];
  places: Pick<Place, "id" | "name">[];
}

type Spoken = Pick<OccurrenceSummary, "actors" | "where">;

/**
 * Actors and places of the occurrences, and further actors by id, each once, sorted by id. An id that no document has
 * told of gets the words of the id as its name.
 */
export async function namesOf(
  session: Session,
  process: string,
  occurrences: Spoken[],
  furtherActors: (string | null)[] = [],
): Promise<Names> {
  const actorIds = new Set(
    occurrences.flatMap((occurrence) => occurrence.actors.map((party) => party.actor)),
  );
  for (const id of furtherActors) if (id !== null) actorIds.add(id);
  const placeIds = new Set(occurrences.flatMap((occurrence) => occurrence.where ?? []));
  const actors = actorIds.size
    ? await sql<ActorName>`select distinct on (id) id, name, kind, country from actors
        where process = ${process} and id = any(${[...actorIds]}) order by id`.execute(session)
    : { rows: [] };
  const places = placeIds.size
    ? await sql<Pick<Place, "id" | "name">>`select distinct on (id) id, name from places
        where process = ${process} and id = any(${[...placeIds]}) order by id`.execute(session)
    : { rows: [] };
  return {
    actors: complete(actorIds, actors.rows, unnamedActor),
    places: complete(placeIds, places.rows, (id) => ({ id, name: words(id) })),
  };
}

function complete<T extends { id: string }>(ids: Set<string>, found: T[], make: (id: string) => T): T[] {
  const known = new Map(found.map((row) => [row.id, row]));
  return [...ids].sort().map((id) => known.get(id) ?? make(id));
}

const words = (id: string) =>
  id
    .slice(id.indexOf(":") + 1)
    .replace(/^\?-/, "")
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");

function unnamedActor(id: string): ActorName {
  const prefix = id.split(":")[0] ?? "";
  const kind = (ACTOR_KINDS as readonly string[]).includes(prefix) ? (prefix as ActorKind) : "organisation";
  return { id, name: words(id), kind, country: kind === "state" ? id.slice(6) : null };
}
