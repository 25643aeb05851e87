/** The PLOVER root of a claim: the frame's own, turned by its status. */
import type { Told } from "../reading.ts";
import type { Draft } from "./draft.ts";

/**
 * Source: PLOVER codebook 0.2 (Halterman et al. 2023): what is agreed for the future is AGREE, what is asked for
 * REQUEST, what is refused REJECT, what is held against another ACCUSE, threatened measures THREATEN.
 */
export function ploverOf({ match, status, kind, type }: Draft): Told["plover"] {
  const own = match.frame.plover;
  if (!own) return null;
  if (kind === "position") return own;
  if (kind === "deployment" && type === "peacekeepers" && status === "happened")
    return { event: "AID", mode: "military", quad: 2 };
  if (status === "happened" || kind === "contact") return own;
  if (status === "demanded") return { event: "REQUEST", mode: null, quad: 3 };
  if (status === "alleged") return { event: "ACCUSE", mode: "allege", quad: 3 };
  if (status === "denied") return { event: "REJECT", mode: null, quad: 3 };
  if (own.quad === 4) return { event: "THREATEN", mode: null, quad: 3 };
  return { event: "AGREE", mode: null, quad: 1 };
}
