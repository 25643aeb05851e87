/** Tells those who see it that something in the rooms is different, and names new things after the command that made them. */
import type { LiveMessage, ROOM_KINDS } from "@parley/protocol";
import { type Audience, contentHash, type Viewer } from "@parley/record";
import type { Context } from "../context.ts";

export interface Different {
  process: string;
  kind: (typeof ROOM_KINDS)[number];
  id: string;
}

export function tellRoom({ live }: Pick<Context, "live">, what: Different, audience: Audience): void {
  const message: LiveMessage = { type: "room", ...what };
  live.publish(message, audience);
}

/**
 * The id of what a command founds: the same for the same command of the same person, so that giving it twice founds
 * once, and never that of anybody else's, so that trying ids out tells nothing.
 */
export const idFrom = (viewer: Viewer, command: string) => contentHash([viewer.id, command]).slice(0, 20);
