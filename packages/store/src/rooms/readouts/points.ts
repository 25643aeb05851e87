/** Points put to the sides, as rows for the delegations of their contact. */
import type { AgreedPointView } from "@parley/protocol";
import { point, tokensOf } from "@parley/record";
import type { Session } from "../../store.ts";
import { writeRow } from "./write-row.ts";

/** As the machine. */
export async function projectPoint(session: Session, state: point.State, revision: string): Promise<void> {
  if (state.status === "absent") throw new TypeError("there is nothing to project");
  const { status: _, seenBy: __, ...body } = state;
  await writeRow(session, "points", {
    key: { process: body.process, id: body.id },
    rest: {
      ...{ contact: body.contact, state: body.state },
      ...{ body, revision, audience: tokensOf(point.audienceOf(state)) },
    },
  });
}

export async function findPoint(
  session: Session,
  process: string,
  id: string,
): Promise<AgreedPointView | null> {
  const row = await session
    .selectFrom("points")
    .select(["body", "revision"])
    .where("process", "=", process)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { ...row.body, revision: row.revision } : null;
}

/** Superseded ones are left out unless asked for. */
export async function listPoints(
  session: Session,
  process: string,
  { contact, state }: { contact?: string | undefined; state?: string | undefined },
): Promise<AgreedPointView[]> {
  const rows = await session
    .selectFrom("points")
    .select(["body", "revision"])
    .where("process", "=", process)
    .$if(contact !== undefined, (query) => query.where("contact", "=", contact!))
    .$if(state !== undefined, (query) => query.where("state", "=", state!))
    .$if(state === undefined, (query) => query.where("state", "!=", "superseded"))
    .orderBy("contact")
    .orderBy("id")
    .limit(1000)
    .execute();
  return rows.map(({ body, revision }) => ({ ...body, revision }));
}
