/** `parley invite-administrator`: for whoever holds the machine and lost every administrator of it. */
import { join } from "node:path";
import { StartError } from "@parley/server";
import { invitationForAdministrator } from "@parley/server/console";
import { findRoot } from "./root.ts";
import { printInvitation } from "./serve.ts";

export async function printAdministratorInvitation(options: { data?: string }): Promise<void> {
  const root = findRoot();
  const link = await invitationForAdministrator({
    root,
    dataFolder: options.data ?? process.env.PARLEY_DATA ?? join(root, ".parley"),
    databaseUrl: process.env.DATABASE_URL,
  });
  if (link === null)
    throw new StartError(
      "not-shared",
      "this installation is not shared: nobody signs in to it (parley serve --shared --origin …)",
    );
  printInvitation(link);
}
