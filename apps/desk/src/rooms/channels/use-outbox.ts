import { useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { meQuery } from "../delegations.ts";
import { type Outbox, onOutbox, outbox } from "./outbox.ts";
import type { Waiting } from "./outbox-store.ts";

const PERSON = "parley.person";

/** Who sits here: as the server says, and while it does not answer the one it said last. */
export function usePerson(): string | null {
  const me = useQuery(meQuery);
  const told = me.data ? (me.data.person?.id ?? null) : null;
  useEffect(() => {
    if (told) localStorage.setItem(PERSON, told);
  }, [told]);
  return me.data ? told : localStorage.getItem(PERSON);
}

export const useOutbox = (): Outbox => useSyncExternalStore(onOutbox, outbox);

/** What this person wrote in a channel and is not sent yet. */
export function useWaiting(channel: string): Waiting[] {
  const person = usePerson();
  return useOutbox().waiting.filter((one) => one.channel === channel && one.person === person);
}
