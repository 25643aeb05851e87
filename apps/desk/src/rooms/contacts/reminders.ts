/** Reminders that arrived live and were not put away. */
import { useSyncExternalStore } from "react";

export interface Reminder {
  process: string;
  contact: string;
  minutes: number;
}

let standing: Reminder[] = [];
const listeners = new Set<() => void>();

function set(next: Reminder[]): void {
  standing = next;
  for (const listener of listeners) listener();
}

/** A later one of the same contact takes the place of the earlier. */
export const remind = (one: Reminder): void => set([...standing.filter((other) => !isSame(one, other)), one]);
export const putAway = (one: Reminder): void => set(standing.filter((other) => other !== one));

const isSame = (one: Reminder, other: Reminder) =>
  one.process === other.process && one.contact === other.contact;

export const useReminders = (): Reminder[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => standing,
  );
