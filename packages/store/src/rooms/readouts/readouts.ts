/** Readouts as rows that their own delegation sees, and those that the clock makes due. */
import type { Approval, ReadoutVersion, ReadoutView } from "@parley/protocol";
import { readout, readoutRule, tokensOf } from "@parley/record";
import type { Session } from "../../store.ts";
import { writeRow } from "./write-row.ts";

/** As the machine. */
export async function projectReadout(
  session: Session,
  state: readout.State,
  revision: string,
): Promise<void> {
  if (state.status === "absent") throw new TypeError("there is nothing to project");
  const { status: _, ...body } = state;
  const open = body.publications.filter(({ published }) => published === null).map(({ at }) => at);
  await writeRow(session, "readouts", {
    key: { process: body.process, id: body.id },
    rest: {
      ...{ contact: body.contact, delegation: body.delegation, state: body.state },
      due_at: open.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null,
      ...{ body, revision, audience: tokensOf(readout.audienceOf(state)) },
    },
  });
}

export async function findReadout(
  session: Session,
  process: string,
  id: string,
): Promise<ReadoutView | null> {
  const row = await session
    .selectFrom("readouts")
    .select(["body", "revision"])
    .where("process", "=", process)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { ...row.body, revision: row.revision } : null;
}

/** Of one's own delegations; withdrawn ones are left out unless asked for. */
export async function listReadouts(
  session: Session,
  process: string,
  { contact, state }: { contact?: string | undefined; state?: string | undefined },
): Promise<ReadoutView[]> {
  const rows = await session
    .selectFrom("readouts")
    .select(["body", "revision"])
    .where("process", "=", process)
    .$if(contact !== undefined, (query) => query.where("contact", "=", contact!))
    .$if(state !== undefined, (query) => query.where("state", "=", state!))
    .$if(state === undefined, (query) => query.where("state", "!=", "withdrawn"))
    .orderBy("delegation")
    .orderBy("id")
    .limit(1000)
    .execute();
  return rows.map(({ body, revision }) => ({ ...body, revision }));
}

export interface DueReadout {
  process: string;
  readout: string;
}

/** As the machine: readouts with a publication that is due, the longest due first. */
export async function dueReadouts(session: Session, now: string): Promise<DueReadout[]> {
  const rows = await session
    .selectFrom("readouts")
    .select(["process", "id"])
    .where("due_at", "<=", new Date(now))
    .orderBy("due_at")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map(({ process, id }) => ({ process, readout: id }));
}

/** As the machine. */
export async function projectReadoutRule(
  session: Session,
  state: readoutRule.State,
  revision: string,
): Promise<void> {
  if (state.status === "absent") throw new TypeError("there is nothing to project");
  const { process, delegation, approval } = state;
  await writeRow(session, "readout_rules", {
    key: { process, delegation },
    rest: { approval, revision, audience: tokensOf(readoutRule.audienceOf(state)) },
  });
}

/** The usual rule, with no revision, where the delegation set none. */
export async function findReadoutRule(
  session: Session,
  process: string,
  delegation: string,
): Promise<{ approval: Approval; revision: string }> {
  const row = await session
    .selectFrom("readout_rules")
    .select(["approval", "revision"])
    .where("process", "=", process)
    .where("delegation", "=", delegation)
    .executeTakeFirst();
  return row ?? { approval: readoutRule.USUAL, revision: "" };
}

/** The texts of every version, oldest first. As the viewer: empty where the readout is not its own. */
export async function readoutVersions(
  session: Session,
  process: string,
  id: string,
): Promise<ReadoutVersion[]> {
  const rows = await session
    .selectFrom("events")
    .select(["payload", "at"])
    .where("process", "=", process)
    .where("stream", "=", readout.streamOf(id))
    .where("type", "in", ["readout-drafted", "readout-revised"])
    .orderBy("version")
    .execute();
  return rows.map(({ payload, at }, i) => {
    const { texts, by } = payload as unknown as Pick<ReadoutVersion, "texts" | "by">;
    return { version: i + 1, texts, by, at: at.toISOString() };
  });
}
