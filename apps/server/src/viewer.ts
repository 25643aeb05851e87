/** Who is asking. On a laptop there is one person, who sees all; in a shared installation everybody signs in. */
import type { Me } from "@parley/protocol";
import { NOBODY, type Viewer } from "@parley/record";
import type { FastifyRequest } from "fastify";
import { isAtDoor, signedOut } from "./sign-in/callers.ts";
import type { Door } from "./sign-in/door.ts";

export const DESK_OFFICER: Viewer = {
  ...NOBODY,
  id: "desk-officer",
  capacity: "secretariat",
  everything: true,
};

export const DESK_OFFICER_SELF: Me = {
  mode: "single",
  person: { id: DESK_OFFICER.id, name: "Desk officer", administrator: true, opens: true, seats: [] },
};

/** Of a shared installation. Throws `signed-out` where nobody may write. */
export async function recogniseAt(door: Door, request: FastifyRequest): Promise<Viewer> {
  const caller = await door.callers.find(request);
  request.caller = caller;
  const writes = request.method !== "GET" && request.method !== "HEAD";
  if (writes && !caller && !isAtDoor(request)) throw signedOut();
  return caller?.viewer ?? NOBODY;
}

/** Nobody is signed in is an answer too. */
export function selfOf({ caller }: FastifyRequest): Me {
  if (!caller) return { mode: "shared", person: null };
  const { id, name, administrator, opens } = caller.account;
  const seats = caller.viewer.seats.flatMap(({ capacity, ...seat }) =>
    capacity === "machine" ? [] : [{ ...seat, capacity }],
  );
  return { mode: "shared", person: { id, name, administrator, opens, seats } };
}
