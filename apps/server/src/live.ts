/** Live messages to those who may see what they are about, with a memory for listeners whose line broke. */
import type { LiveMessage } from "@parley/protocol";
import { type Audience, canSee, type Viewer } from "@parley/record";

export interface Sent {
  id: string;
  message: LiveMessage;
}

export interface Live {
  publish(message: LiveMessage, audience: Audience): void;
  /** Calls `send` with each message the viewer may see, at first those after `lastId`. Returns how to stop. */
  subscribe(viewer: Viewer, lastId: string | undefined, send: (sent: Sent) => void): () => void;
  /** False where messages after `lastId` are no longer remembered. */
  remembers(lastId: string): boolean;
}

/** How many messages a listener may miss and still be told. */
const MEMORY = 1000;

export function createLive(newId: () => string): Live {
  const memory: (Sent & { audience: Audience })[] = [];
  const listeners = new Set<(sent: Sent, audience: Audience) => void>();
  return {
    publish(message, audience) {
      const sent = { id: newId(), message };
      memory.push({ ...sent, audience });
      if (memory.length > MEMORY) memory.shift();
      for (const listener of listeners) listener(sent, audience);
    },
    subscribe(viewer, lastId, send) {
      const listener = (sent: Sent, audience: Audience) => {
        if (canSee(viewer, audience)) send(sent);
      };
      const last = memory.findIndex((sent) => sent.id === lastId);
      if (last >= 0)
        for (const { audience, id, message } of memory.slice(last + 1)) listener({ id, message }, audience);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    remembers: (lastId) => memory.some((sent) => sent.id === lastId),
  };
}
