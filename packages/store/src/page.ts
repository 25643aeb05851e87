/** Places in a list. A cursor says after which row to go on; rows that come or go meanwhile move nothing. */

export interface Page {
  after?: string | undefined;
  limit: number;
}

export const cursor = (key: number, id: string) =>
  Buffer.from(JSON.stringify([key, id])).toString("base64url");

/** Sort key and id of the row before, or null where the list begins. A cursor nobody gave out reads as the beginning. */
export function readCursor(after: string | undefined): [number, string] | null {
  if (!after) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(after, "base64url").toString());
    return Array.isArray(value) &&
      typeof value[0] === "number" &&
      Number.isFinite(value[0]) &&
      typeof value[1] === "string"
      ? [Math.max(-8.64e15, Math.min(8.64e15, value[0])), storable(value[1])]
      : null;
  } catch {
    return null;
  }
}

const storable = (id: string) => id.replaceAll("\0", "");
