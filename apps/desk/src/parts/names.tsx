/**
 * Names for the ids an answer speaks of. A page wraps itself in the answer's own lists; what the own delegation or the
 * process calls a thing goes before.
 */
import type { ActorName } from "@parley/protocol";
import { Link } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useWordings } from "../rooms/people/wordings.ts";
import { useProcessId } from "./process-id.ts";

interface Names {
  actor: (id: string) => string;
  known: (id: string) => ActorName | undefined;
  place: (id: string) => string;
}

/** "person:?-ivan-petrov" as "Ivan Petrov": for an id the answer gives no name for. */
export function nameFromId(id: string): string {
  const slug = id.slice(id.indexOf(":") + 1).replace(/^\?-/u, "");
  return slug
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

const NamesContext = createContext<Names>({ actor: nameFromId, known: () => undefined, place: nameFromId });

interface Lists {
  actors: ActorName[];
  places?: { id: string; name: string }[];
}

export function NamesProvider({ lists, children }: { lists: Lists[]; children: ReactNode }) {
  const wordings = useWordings();
  const names = useMemo<Names>(() => {
    const called = new Map(wordings.map((one) => [one.id, one.name]));
    const actors = new Map(lists.flatMap((list) => list.actors).map((actor) => [actor.id, actor]));
    const places = new Map(lists.flatMap((list) => list.places ?? []).map((place) => [place.id, place.name]));
    return {
      actor: (id) => called.get(id) ?? actors.get(id)?.name ?? nameFromId(id),
      known: (id) => actors.get(id),
      place: (id) => called.get(id) ?? places.get(id) ?? nameFromId(id),
    };
  }, [lists, wordings]);
  return <NamesContext value={names}>{children}</NamesContext>;
}

export const useNames = (): Names => useContext(NamesContext);

/** An actor's name as a link to its page. */
export function ActorLink({ id, children }: { id: string; children?: ReactNode }) {
  const process = useProcessId();
  const name = useNames().actor(id);
  return (
    <Link className="actor-link" to="/p/$process/actors/$actor" params={{ process, actor: id }}>
      <bdi>{children ?? name}</bdi>
    </Link>
  );
}
