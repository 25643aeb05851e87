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

export interface Viewer {
  /** Author id on what the viewer writes. */
  id: string;
  capacity: Capacity;
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
  everything: false,
  processes: [],
  delegations: [],
};

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
