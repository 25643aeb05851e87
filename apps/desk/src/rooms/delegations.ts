/**
 * Delegations of a process and those that the person at this desk acts for. Queries of the rooms hang under
 * ["rooms", process, kind of thing, …], so that one live message renews what it is about.
 */
import { DelegationView, Me } from "@parley/protocol";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { z } from "zod";
import { ask } from "../api/client.ts";

/** `over`: the session of this person has ended. Pages stay as they were until somebody signs in again. */
export type Self = Me & { over: boolean };

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal, client }): Promise<Self> => {
    const told = await ask("/me", Me, { signal });
    const before = client.getQueryData<Self>(["me"]);
    return told.person === null && before?.person ? { ...before, over: true } : { ...told, over: false };
  },
  staleTime: 60_000,
});

export const delegationsQuery = (process: string) =>
  queryOptions({
    queryKey: ["rooms", process, "delegation"],
    queryFn: ({ signal }) =>
      ask(
        `/processes/${encodeURIComponent(process)}/delegations`,
        z.object({ delegations: z.array(DelegationView) }),
        { signal },
      ),
  });

export interface Acting {
  /** Delegations that stand, as far as this person sees them. */
  all: DelegationView[];
  /** Those it may act for: its own, or on a laptop every one. */
  own: DelegationView[];
  /** Belongs to the third party, and so convenes. */
  convenes: boolean;
  mode: Me["mode"] | null;
  process: string;
  isOwn(delegation: string): boolean;
  /** Approves and publishes in its name. */
  leads(delegation: string): boolean;
  name(delegation: string): string;
}

const CONVENING = ["mediator", "co-chair", "secretariat"];

/** Empty until both answers are there. The same object as long as both stay the same. */
export function useActing(process: string): Acting {
  const me = useQuery(meQuery).data;
  const delegations = useQuery(delegationsQuery(process)).data?.delegations;
  return useMemo(() => actingOf(process, me, delegations ?? []), [process, me, delegations]);
}

function actingOf(process: string, me: Me | undefined, delegations: DelegationView[]): Acting {
  const all = delegations.filter((delegation) => delegation.closed === null);
  const seats = me?.person?.seats.filter((seat) => seat.process === process) ?? [];
  const single = me?.mode === "single";
  return {
    all,
    own: single ? all : all.filter((one) => seats.some((seat) => seat.delegation === one.id)),
    convenes: single || seats.some((seat) => CONVENING.includes(seat.capacity)),
    mode: me?.mode ?? null,
    process,
    isOwn: (id) => seats.some((seat) => seat.delegation === id),
    leads: (id) => single || seats.some((seat) => seat.delegation === id && seat.lead),
    name: (id) => all.find((one) => one.id === id)?.name ?? "a delegation that has left",
  };
}
