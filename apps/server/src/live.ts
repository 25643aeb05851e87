/**
 * Live messages to those who may see what they are about, with a memory for listeners whose line broke. Where several
 * servers share a database, each hears what the others publish, under the same ids.
 */
import type { LiveMessage } from "@parley/protocol";
import { type Audience, canSee, type Viewer } from "@parley/record";

export interface Sent {
  id: string;
  message: LiveMessage;
  /** The server-sent event, made once for all who hear it. */
  line: string;
}

export interface Listener {
  send(sent: Sent): void;
  /** The listener is to go and come back. */
  end(): void;
}

export interface Live {
  publish(message: LiveMessage, audience: Audience): void;
  /** Calls `send` with each message the viewer may see, at first those after `lastId`. Returns how to stop. */
  subscribe(viewer: Viewer, lastId: string | undefined, listener: Listener): () => void;
  /** False where messages after `lastId` are no longer remembered. */
  remembers(lastId: string): boolean;
  /** What another server published, in the words that its `tell` was given. */
  hear(word: string): void;
  /** Messages may have been missed: every listener is sent away, to come back and look at everything. */
  missed(): void;
}

export interface LiveOptions {
  newId(): string;
  /** Tells the other servers. */
  tell?(word: string): void;
}

/** How many messages a listener may miss and still be told. */
const MEMORY = 1000;

type Published = Omit<Sent, "line"> & { audience: Audience };
type Kept = Sent & { audience: Audience };

/** An event of text/event-stream. */
export const eventLine = (id: string, message: LiveMessage) =>
  `id: ${id}\ndata: ${JSON.stringify(message)}\n\n`;

export function createLive({ newId, tell }: LiveOptions): Live {
  const memory: Kept[] = [];
  const listeners = new Map<(kept: Kept) => void, () => void>();

  function pass(published: Published): void {
    const kept = { ...published, line: eventLine(published.id, published.message) };
    memory.push(kept);
    if (memory.length > MEMORY) memory.shift();
    for (const listener of listeners.keys()) listener(kept);
  }

  return {
    publish(message, audience) {
      const published = { id: newId(), message, audience };
      tell?.(JSON.stringify(published));
      pass(published);
    },
    subscribe(viewer, lastId, { send, end }) {
      const listener = (kept: Kept) => {
        if (canSee(viewer, kept.audience)) send(kept);
      };
      const last = memory.findIndex((published) => published.id === lastId);
      if (last >= 0) memory.slice(last + 1).forEach(listener);
      listeners.set(listener, end);
      return () => listeners.delete(listener);
    },
    remembers: (lastId) => memory.some((published) => published.id === lastId),
    hear: (word) => pass(JSON.parse(word) as Published),
    missed() {
      memory.length = 0;
      for (const end of [...listeners.values()]) end();
    },
  };
}
