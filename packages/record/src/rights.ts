/** What a seat allows. A right is asked for in the handler; sight never is: that is the audience's, here and in the database. */
import type { Capacity, Viewer } from "./audience.ts";

const CONVENING: Capacity[] = ["mediator", "co-chair", "secretariat"];

/** The third party's own delegations, which belong to no side. */
export const isThirdParty = (capacity: Capacity): boolean => CONVENING.includes(capacity);

/** Founds delegations, invites anybody, carries messages between sides: the third party, and the one person of a laptop. */
export function convenes(viewer: Viewer, process: string): boolean {
  return (
    viewer.everything ||
    viewer.seats.some((seat) => seat.process === process && CONVENING.includes(seat.capacity))
  );
}

/** Acts in the name of a delegation. The one person of a laptop writes down what each side does. */
export function belongsTo(viewer: Viewer, delegation: string): boolean {
  return viewer.everything || viewer.seats.some((seat) => seat.delegation === delegation);
}

/** Approves and publishes in the name of a delegation, and invites its members. */
export function leads(viewer: Viewer, delegation: string): boolean {
  return viewer.everything || viewer.seats.some((seat) => seat.delegation === delegation && seat.lead);
}
