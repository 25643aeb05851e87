/** Secret addresses of calendars. Only the hash of a secret is here; whose it is, is asked at the door. */
import type { Session } from "../../store.ts";

export interface CalendarFeed {
  id: string;
  createdAt: string;
}

export async function addFeed(
  session: Session,
  feed: { id: string; hash: string; viewer: string; at: string },
): Promise<void> {
  await session
    .insertInto("calendar_feeds")
    .values({ id: feed.id, hash: feed.hash, viewer: feed.viewer, created_at: feed.at })
    .execute();
}

/** Oldest first. */
export async function feedsOf(session: Session, viewer: string): Promise<CalendarFeed[]> {
  const rows = await session
    .selectFrom("calendar_feeds")
    .select(["id", "created_at"])
    .where("viewer", "=", viewer)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(({ id, created_at }) => ({ id, createdAt: created_at.toISOString() }));
}

/** False where the viewer has none of that id. */
export async function dropFeed(session: Session, viewer: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await session
    .deleteFrom("calendar_feeds")
    .where("viewer", "=", viewer)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whose calendar it is; null where it is nobody's (any more). */
export async function viewerOfFeed(session: Session, hash: string): Promise<string | null> {
  const row = await session
    .selectFrom("calendar_feeds")
    .select("viewer")
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row?.viewer ?? null;
}
