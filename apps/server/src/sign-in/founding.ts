/**
 * A process that was written on a laptop has nobody in it when the installation becomes a shared one. Its secretariat is
 * founded where it is missing, and the administrator invites one person to lead it; the record of the process says so.
 */
import type { Administration, InvitationLink } from "@parley/protocol";
import { contentHash, delegation, NOBODY, type Viewer } from "@parley/record";
import { asViewerWithin, findProcess, listProcesses, projectDelegation, type Session } from "@parley/store";
import { openInvitationsTo } from "@parley/store/door";
import { unlessContended } from "../accept-reports.ts";
import type { Context } from "../context.ts";
import { ApiProblem, notFound } from "../problem.ts";
import { attemptIn, type Told } from "../rooms/carry-out.ts";
import { invite } from "./invite.ts";

const DAYS = 14;
const TRIES = 5;

export async function unseatedProcesses({ store, now }: Context): Promise<Administration["unseated"]> {
  const all = await store.asMachine(listProcesses);
  const seatedIn = await store.atDoor(seatedProcesses);
  const unseated = all.filter((process) => !seatedIn.has(process.id));
  return store.atDoor((session) =>
    Promise.all(
      unseated.map(async ({ id, name }) => ({
        process: id,
        name,
        invited: await openInvitationsTo(session, id, now().toISOString()),
      })),
    ),
  );
}

/** Those in which anybody who signs in has ever sat. */
async function seatedProcesses(session: Session): Promise<Set<string>> {
  const rows = await session
    .selectFrom("members")
    .select("process")
    .distinct()
    .where("account", "is not", null)
    .execute();
  return new Set(rows.map((row) => row.process));
}

interface Founding {
  command: string;
  process: string;
  name: string;
  account: { id: string; name: string };
  origin: string;
}

/** Throws `not-found` where somebody sits there, and `invitation-open` where one is on its way. */
export async function inviteFounder(context: Context, founding: Founding): Promise<InvitationLink> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const made = await context.store
      .atDoor((session) => inviteIn(session, context, founding))
      .catch(unlessContended);
    if (made) return made;
  }
  throw new ApiProblem("write-contended", "Others are writing to the same. Look again and try again.");
}

async function inviteIn(
  session: Session,
  context: Context,
  { command, process, name, account, origin }: Founding,
): Promise<InvitationLink> {
  const now = context.now();
  if ((await seatedProcesses(session)).has(process)) throw notFound();
  if (await openInvitationsTo(session, process, now.toISOString()))
    throw new ApiProblem(
      "invitation-open",
      "Somebody is invited already. Wait until they come, or the time is over.",
    );
  const standing = await secretariat(session, process);
  const id = standing ?? contentHash(["secretariat", process]).slice(0, 20);
  const invitation = contentHash([account.id, process, command]).slice(0, 20);
  const viewer: Viewer = {
    ...NOBODY,
    ...{ id: account.id, capacity: "machine", processes: [process], delegations: [id] },
  };
  const order = {
    ...{ process, viewer },
    stream: delegation.streamOf(id),
    aggregate: delegation,
    sees: async (within: Session) => (await findProcess(within, process)) !== null,
    project: (within: Session, state: delegation.State, { revision }: Told) =>
      projectDelegation(within, state, revision),
  };
  await asViewerWithin(session, viewer, async () => {
    if (!standing)
      await attemptIn(session, context, {
        ...order,
        command: context.newId(),
        ask: () => ({
          type: "found-delegation" as const,
          ...{ id, process, name: "Secretariat", capacity: "secretariat" as const },
          ...{ represents: [], mandate: "", together: [], knownTo: null },
        }),
      });
    await attemptIn(session, context, {
      ...order,
      command,
      ask: () => ({
        type: "invite-member" as const,
        invited: { id: invitation, name, lead: true, by: account.name, administrator: true },
      }),
    });
  });
  return invite(session, {
    ...{ id: invitation, name, administrator: false, opens: false, days: DAYS },
    seat: { process, delegation: id, function: "", lead: true, from: null, to: null },
    ...{ inviter: account.id, inviterName: account.name, now, origin },
  });
}

/** The one that stands, where there is one. */
async function secretariat(session: Session, process: string): Promise<string | null> {
  const row = await session
    .selectFrom("delegations")
    .select("id")
    .where("process", "=", process)
    .where("capacity", "=", "secretariat")
    .where("closed", "=", false)
    .orderBy("id")
    .executeTakeFirst();
  return row?.id ?? null;
}
