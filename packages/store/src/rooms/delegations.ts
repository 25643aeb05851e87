/** Delegations and their members as rows, and the seats that an account holds on a day. */
import type { DelegationView } from "@parley/protocol";
import { type Capacity, delegation, type Seat, tokensOf } from "@parley/record";
import { sql } from "kysely";
import { rowsFor } from "../bulk.ts";
import type { Session } from "../store.ts";

/** As the machine. */
export async function projectDelegation(
  session: Session,
  state: delegation.State,
  revision: string,
): Promise<void> {
  if (state.status === "absent") throw new TypeError("there is nothing to project");
  const { status: _, ...body } = state;
  const audience = tokensOf(delegation.audienceOf(state));
  const row = {
    process: body.process,
    id: body.id,
    name: body.name,
    capacity: body.capacity,
    together: body.together,
    closed: body.closed !== null,
    body,
    revision,
    audience,
  };
  const columns = Object.keys(row);
  await sql`insert into delegations (${sql.join(columns.map((column) => sql.ref(column)))})
    ${rowsFor("delegations", columns, [row])}
    on conflict (process, id) do update set name = excluded.name, closed = excluded.closed,
      body = excluded.body, revision = excluded.revision`.execute(session);
  const members = body.members.map((member) => ({
    process: body.process,
    delegation: body.id,
    id: member.id,
    account: member.account,
    name: member.name,
    lead: member.lead,
    from_day: member.from,
    to_day: member.to,
    gone: member.gone ?? false,
    audience,
  }));
  if (!members.length) return;
  const held = Object.keys(members[0]!);
  await sql`insert into members (${sql.join(held.map((column) => sql.ref(column)))})
    ${rowsFor("members", held, members)}
    on conflict (process, delegation, id) do update set to_day = excluded.to_day, gone = excluded.gone`.execute(
    session,
  );
}

/** In the order of their names; closed ones last. */
export async function listDelegations(session: Session, process: string): Promise<DelegationView[]> {
  const rows = await session
    .selectFrom("delegations")
    .select(["body", "revision"])
    .where("process", "=", process)
    .orderBy("closed")
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(({ body, revision }) => ({ ...body, revision }));
}

export async function findDelegation(
  session: Session,
  process: string,
  id: string,
): Promise<DelegationView | null> {
  const row = await session
    .selectFrom("delegations")
    .select(["body", "revision"])
    .where("process", "=", process)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { ...row.body, revision: row.revision } : null;
}

/**
 * Seats of an account on a day (YYYY-MM-DD), at the door: those in its own delegations, and without a lead those in
 * the delegations that these act together in.
 */
export async function seatsOf(session: Session, account: string, day: string): Promise<Seat[]> {
  const { rows } = await sql<{ process: string; delegation: string; capacity: Capacity; lead: boolean }>`
    with own as (
      select m.process, m.delegation, d.capacity, m.lead
      from members m join delegations d on d.process = m.process and d.id = m.delegation
      where m.account = ${account} and m.from_day <= ${day}::date and (m.to_day is null or m.to_day >= ${day}::date)
        and not m.gone and not d.closed)
    select process, delegation, capacity, lead, 0 as rank from own
    union
    select d.process, d.id, d.capacity, false, 1 from delegations d join own
      on own.process = d.process and own.delegation = any(d.together) where not d.closed
    order by 1, 5, 2`.execute(session);
  return rows.map(({ process, delegation: of, capacity, lead }) => ({
    process,
    delegation: of,
    capacity,
    lead,
  }));
}
