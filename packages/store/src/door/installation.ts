/** Whether this installation is shared, and under which address it is reached. */
import type { Session } from "../store.ts";

/** The origin of a shared installation; null on a laptop. */
export async function sharedOrigin(session: Session): Promise<string | null> {
  const row = await session.selectFrom("installation").select("origin").executeTakeFirst();
  return row?.origin ?? null;
}

/** There is no way back: what several people wrote is never opened to one without sign-in. */
export async function shareUnder(session: Session, origin: string, at: string): Promise<void> {
  await session
    .insertInto("installation")
    .values({ origin, shared_at: at })
    .onConflict((conflict) => conflict.column("one").doUpdateSet({ origin }))
    .execute();
}
