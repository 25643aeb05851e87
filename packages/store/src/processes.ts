/** The list of processes, written in the transaction of the event that opens each. */
import type { Process } from "@parley/protocol";
import { type process as aggregate, type DomainEvent, tokensOf } from "@parley/record";
import type { Selectable } from "kysely";
import { append } from "./events.ts";
import type { Session } from "./store.ts";
import type { Tables } from "./tables.ts";

/** `conflict`: there is a process of that id, seen or not. */
export async function addProcess(
  session: Session,
  event: DomainEvent<aggregate.ProcessOpened>,
): Promise<"appended" | "conflict"> {
  const { outcome } = await append(session, [event]);
  if (outcome === "conflict") return "conflict";
  await session
    .insertInto("processes")
    .values({
      id: event.process,
      name: event.payload.name,
      description: event.payload.description,
      parties: event.payload.parties,
      mediators: event.payload.mediators,
      created_at: event.at,
      audience: tokensOf(event.audience),
    })
    .execute();
  return "appended";
}

/** Oldest first. */
export async function listProcesses(session: Session): Promise<Process[]> {
  const rows = await session
    .selectFrom("processes")
    .select(["id", "name", "description", "parties", "mediators", "created_at"])
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(toProcess);
}

export async function findProcess(session: Session, id: string): Promise<Process | null> {
  const row = await session
    .selectFrom("processes")
    .select(["id", "name", "description", "parties", "mediators", "created_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? toProcess(row) : null;
}

type Row = Pick<
  Selectable<Tables["processes"]>,
  "id" | "name" | "description" | "parties" | "mediators" | "created_at"
>;

const toProcess = ({ created_at, ...row }: Row): Process => ({ ...row, createdAt: created_at.toISOString() });
