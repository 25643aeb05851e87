/** Who writes in a readout: members of its delegation, and the one person of a laptop who writes down what a side said. */
import { belongsTo, type Viewer } from "@parley/record";
import type { Session } from "@parley/store";
import { ApiProblem } from "../../problem.ts";
import { type Hand, inTheNameOf } from "../in-the-name-of.ts";

/** Throws ApiProblem. What is internal to a side is no third party's to write. */
export async function ownHand(
  session: Session,
  viewer: Viewer,
  of: { process: string; delegation: string },
): Promise<Hand> {
  const hand = await inTheNameOf(session, viewer, of);
  if (!belongsTo(viewer, of.delegation))
    throw new ApiProblem("not-yours", "Only those who sit in a delegation write its readouts.");
  return hand;
}
