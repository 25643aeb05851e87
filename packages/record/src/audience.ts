/** Who may see what. The store states the same rule as row-level security; a property test holds the two equal. */

/** In which function somebody acts in a process. `machine` is the reader and the resolver. */
export type Capacity =
  | "party"
  | "mediator"
  | "co-chair"
  | "guarantor"
  | "observer"
  | "monitor"
  | "secretariat"
  | "press"
  | "machine";

export type Audience =
  | { kind: "public" }
  | { kind: "process"; process: string }
  /** Never empty: what nobody may see is not written down. */
  | { kind: "delegations"; delegations: [string, ...string[]] };

/** A place in a delegation of a process, held at the moment of looking. */
export interface Seat {
  process: string;
  delegation: string;
  capacity: Capacity;
  /** Leads the delegation: approves and publishes in its name, invites its members. */
  lead: boolean;
}

export interface Viewer {
  /** Author id on what the viewer writes. */
  id: string;
  /** Where no seat says another. */
  capacity: Capacity;
  /** Empty for nobody and for the one person of a laptop installation. */
  seats: Seat[];
  /** The one person of a laptop installation. Never set for somebody who signed in. */
  everything: boolean;
  /** Processes the viewer takes part in through any delegation. */
  processes: string[];
  delegations: string[];
}

/** Sees what is public and nothing else. */
export const NOBODY: Viewer = {
  id: "nobody",
  capacity: "press",
  seats: [],
  everything: false,
  processes: [],
  delegations: [],
};

/**
 * The viewer that these seats make. The press holds a seat in its delegation and stands outside the process: it sees
 * what is public and what is addressed to it.
 */
export function seated(id: string, seats: Seat[]): Viewer {
  const inside = seats.filter((seat) => seat.capacity !== "press");
  return {
    ...NOBODY,
    id,
    seats,
    processes: [...new Set(inside.map((seat) => seat.process))].sort(),
    delegations: [...new Set(seats.map((seat) => seat.delegation))].sort(),
  };
}

/** In which function the viewer acts in a process: that of its first seat there. */
export function capacityIn(viewer: Viewer, process: string): Capacity {
  return viewer.seats.find((seat) => seat.process === process)?.capacity ?? viewer.capacity;
}

export function canSee(viewer: Viewer, audience: Audience): boolean {
  if (viewer.everything) return true;
  switch (audience.kind) {
    case "public":
      return true;
    case "process":
      return viewer.processes.includes(audience.process);
    case "delegations":
      return audience.delegations.some((delegation) => viewer.delegations.includes(delegation));
  }
}

/** Who sees the one or the other. */
export function united(one: Audience, other: Audience): Audience {
  const wide = [one, other].find((audience) => audience.kind === "public");
  if (wide) return wide;
  if (one.kind === "delegations" && other.kind === "delegations")
    return delegationsOnly([...one.delegations, ...other.delegations]);
  return one.kind === "process" ? one : other;
}

/** Those delegations and nobody else. Throws TypeError where there is none: what nobody may see is not written down. */
export function delegationsOnly(delegations: Iterable<string>): Audience {
  const [first, ...rest] = [...new Set(delegations)].sort();
  if (first === undefined) throw new TypeError("an audience of nobody");
  return { kind: "delegations", delegations: [first, ...rest] };
}

/** The audience as the store keeps it: a row is visible where its tokens and the viewer's circles meet. Sorted, unique. */
export function tokensOf(audience: Audience): string[] {
  switch (audience.kind) {
    case "public":
      return ["public"];
    case "process":
      return [`process:${audience.process}`];
    case "delegations":
      return [...new Set(audience.delegations.map((delegation) => `delegation:${delegation}`))].sort();
  }
}

/** The circles a viewer stands in, in the words of `tokensOf`. */
export function circlesOf(viewer: Viewer): string[] {
  return [
    "public",
    ...viewer.processes.map((process) => `process:${process}`),
    ...viewer.delegations.map((delegation) => `delegation:${delegation}`),
  ];
}
