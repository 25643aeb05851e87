/** Who may write in a channel, and in whose name. */
import type { Channel } from "@parley/protocol";
import { isThirdParty, leads, type Viewer } from "@parley/record";
import type { Session } from "@parley/store";
import { ApiProblem } from "../../problem.ts";
import { type Hand, inTheNameOf } from "../in-the-name-of.ts";

/**
 * The third party writes down what a side told it where it is in the channel itself, and never in an internal one. Throws
 * ApiProblem as `inTheNameOf` does, and `channel-foreign` where the delegation is not in the channel.
 */
export async function handIn(
  session: Session,
  viewer: Viewer,
  { channel, delegation }: { channel: Channel; delegation: string },
): Promise<Hand> {
  const hand = await inTheNameOf(session, viewer, { process: channel.process, delegation });
  if (!channel.delegations.includes(delegation))
    throw new ApiProblem("channel-foreign", "This delegation is not in the channel.");
  if (hand.recordedBy !== null && !viewer.everything && !sitsAsThirdParty(viewer, channel))
    throw new ApiProblem("not-yours", "Only those who sit in a delegation act in its name.");
  return hand;
}

const sitsAsThirdParty = (viewer: Viewer, { kind, delegations }: Channel) =>
  kind !== "internal" &&
  viewer.seats.some(({ delegation, capacity }) => delegations.includes(delegation) && isThirdParty(capacity));

/** Throws ApiProblem `not-yours` but for the author and who leads the delegation that it is of. */
export function mayChange(
  viewer: Viewer,
  { author, delegation }: { author: string; delegation: string },
): void {
  if (author !== viewer.id && !leads(viewer, delegation))
    throw new ApiProblem("not-yours", "Its author and who leads the delegation decide on a message.");
}

export const refuseClosed = ({ closed }: Channel): void => {
  if (closed !== null) throw new ApiProblem("channel-closed", "This channel is closed.");
};
