/**
 * A domain event is a fact with who said it, in which capacity, when, and for whom. Its seal covers the hash of the
 * payload and not the payload, so that erasing personal data by law leaves a record that still verifies.
 */
import type { Audience, Capacity } from "./audience.ts";
import { contentHash } from "./content-hash.ts";

/** What happened, as `decide` states it. */
export interface Fact {
  type: string;
  payload: unknown;
}

/** What surrounds every event; the app supplies it. */
export interface Envelope {
  /** UUID, version 7. */
  id: string;
  process: string;
  stream: string;
  /** 1 for the first event of the stream, without gaps. */
  version: number;
  author: string;
  capacity: Capacity;
  /** ISO 8601 instant, UTC, milliseconds. */
  at: string;
  audience: Audience;
  /** Id of the command that caused it: the same command twice is one. */
  command: string;
}

export interface DomainEvent<F extends Fact = Fact> extends Envelope {
  type: F["type"];
  payload: F["payload"];
  /** Hash over the envelope, the type and the payload's own hash. */
  hash: string;
}

export function seal<F extends Fact>(fact: F, envelope: Envelope): DomainEvent<F> {
  return {
    ...envelope,
    type: fact.type,
    payload: fact.payload,
    hash: sealOf(fact.type, fact.payload, envelope),
  };
}

/** Whether the event is as it was sealed. */
export function verifySeal(event: DomainEvent): boolean {
  return event.hash === sealOf(event.type, event.payload, event);
}

function sealOf(type: string, payload: unknown, envelope: Envelope): string {
  const { id, process, stream, version, author, capacity, at, audience, command } = envelope;
  return contentHash({
    id,
    process,
    stream,
    version,
    type,
    payload: contentHash(payload),
    author,
    capacity,
    at,
    audience,
    command,
  });
}

/** The state after these facts, oldest first. */
export function replay<S, F>(facts: Iterable<F>, evolve: (state: S, fact: F) => S, initial: S): S {
  let state = initial;
  for (const fact of facts) state = evolve(state, fact);
  return state;
}
