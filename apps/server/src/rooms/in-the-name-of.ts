/** In whose name somebody acts, and whether it is the third party that writes down what a side told it. */
import { convenes, type Viewer } from "@parley/record";
import { findDelegation, type Session } from "@parley/store";
import { ApiProblem } from "../problem.ts";

export interface Hand {
  by: string;
  recordedBy: "secretariat" | null;
}

/** The third party's own acts are no notes of what somebody told it. */
const THIRD_PARTY = new Set(["mediator", "co-chair", "secretariat"]);

/**
 * Throws ApiProblem: `delegation-absent` where the delegation is not there, or not for this viewer; `delegation-closed`
 * where it has ended; `not-yours` where the viewer neither belongs to it nor convenes.
 */
export async function inTheNameOf(
  session: Session,
  viewer: Viewer,
  { process, delegation }: { process: string; delegation: string },
): Promise<Hand> {
  const found = await findDelegation(session, process, delegation);
  if (!found) throw new ApiProblem("delegation-absent", "There is no such delegation.");
  if (found.closed !== null) throw new ApiProblem("delegation-closed", "This delegation has ended.");
  if (viewer.seats.some((seat) => seat.process === process && seat.delegation === delegation))
    return { by: delegation, recordedBy: null };
  if (!convenes(viewer, process))
    throw new ApiProblem("not-yours", "Only those who sit in a delegation act in its name.");
  return { by: delegation, recordedBy: THIRD_PARTY.has(found.capacity) ? null : "secretariat" };
}
