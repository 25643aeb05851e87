/** What is done from the console of the machine, beside the running server. */
import { join } from "node:path";
import { openStore } from "@parley/store";
import { sharedOrigin } from "@parley/store/door";
import { v7 } from "uuid";
import { inviteAdministrator } from "./sign-in/invite.ts";

/** A link that makes an administrator; null on a laptop. Throws StoreError while the data folder is in use. */
export async function invitationForAdministrator(options: {
  root: string;
  dataFolder: string;
  databaseUrl: string | undefined;
}): Promise<string | null> {
  const store = await openStore({
    db: join(options.root, "db"),
    folder: options.dataFolder,
    url: options.databaseUrl,
  });
  try {
    return await store.atDoor(async (session) => {
      const origin = await sharedOrigin(session);
      if (origin === null) return null;
      return (await inviteAdministrator(session, { id: v7(), now: new Date(), origin })).link;
    });
  } finally {
    await store.close();
  }
}
