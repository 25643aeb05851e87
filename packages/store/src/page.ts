/** Places in a list. A cursor says after which row to go on; rows that come or go meanwhile move nothing. */
import { z } from "zod";

export interface Page {
  after?: string | undefined;
  limit: number;
}

/** The row before: the numbers it is sorted by, and its id. */
export interface Place {
  keys: number[];
  id: string;
}

export const cursor = ({ keys, id }: Place) =>
  Buffer.from(JSON.stringify([...keys, id])).toString("base64url");

/** Null where the list begins. A cursor that nobody gave out reads as the beginning. */
export function readCursor(after: string | undefined, keys: number): Place | null {
  if (!after) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(after, "base64url").toString());
    if (!Array.isArray(value) || value.length !== keys + 1) return null;
    const place = { keys: z.array(KEY).parse(value.slice(0, keys)), id: z.string().parse(value[keys]) };
    return place.id.includes("\0") ? null : place;
  } catch {
    return null;
  }
}

/** What a JavaScript date can hold, with room for what sorts before all dates. */
const KEY = z.number().min(-8.64e15).max(8.64e15);
