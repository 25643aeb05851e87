/** The viewer of an account as it is now, for what asks without a browser: calendars that are subscribed to. */
import { seated, type Viewer } from "@parley/record";
import { type Store, seatsOf } from "@parley/store";
import { findAccount } from "@parley/store/door";
import { DESK_OFFICER } from "../viewer.ts";

export interface Asked {
  store: Store;
  now(): Date;
  /** Whether people sign in here. The one person of a laptop is nobody any more where they do. */
  shared: boolean;
}

/** Null where the account is closed or unknown. */
export async function viewerById({ store, now, shared }: Asked, id: string): Promise<Viewer | null> {
  if (!shared) return id === DESK_OFFICER.id ? DESK_OFFICER : null;
  return store.atDoor(async (session) => {
    const account = await findAccount(session, id);
    if (!account || account.closed) return null;
    return seated(id, await seatsOf(session, id, now().toISOString().slice(0, 10)));
  });
}
