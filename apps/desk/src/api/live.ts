/** Live messages say what changed, never the content: each renews the queries that show it. */
import { API_PREFIX, LiveMessage } from "@parley/protocol";
import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { remind } from "../rooms/contacts/reminders.ts";

export type Line = "connecting" | "open" | "lost";

let line: Line = "connecting";
const listeners = new Set<() => void>();

function setLine(next: Line): void {
  if (line === next) return;
  line = next;
  for (const listener of listeners) listener();
}

/** Whether live messages arrive at this moment. */
export function useLine(): Line {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => line,
  );
}

/** Live messages of one burst renew the page once. */
const GATHER_MS = 250;

/** Listens until the returned function is called. After a lost line everything on screen is asked for again. */
export function listen(client: QueryClient): () => void {
  const source = new EventSource(`${API_PREFIX}/live`);
  const waiting = new Map<string, string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = (key: string[]) => {
    waiting.set(key.join(" "), key);
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const queryKey of waiting.values()) void client.invalidateQueries({ queryKey });
      waiting.clear();
    }, GATHER_MS);
  };
  source.onopen = () => {
    if (line === "lost") void client.invalidateQueries();
    setLine("open");
  };
  source.onerror = () => setLine("lost");
  source.onmessage = (message) => {
    const told = LiveMessage.safeParse(parsed(String(message.data)));
    if (!told.success) return;
    if (told.data.type === "job") renew(["job", told.data.job]);
    else if (told.data.type === "reminder") remind(told.data);
    else if (told.data.type === "room") {
      const { process, kind, id } = told.data;
      renew(["rooms", process, kind]);
      renew(["rooms", process, kind, id]);
      renew(["today"]);
    } else {
      renew(["process", told.data.process]);
      // A report that was read may be one more account of a contact.
      renew(["rooms", told.data.process, "readout", "comparison"]);
      renew(["processes"]);
    }
  };
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
