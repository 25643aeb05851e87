/** Actors as the list and their page show them. */
import type { Actor, ActorName } from "@parley/protocol";
import { sql } from "kysely";
import { namesOf } from "./names.ts";
import { latest } from "./occurrences.ts";
import { cursor, type Page, readCursor } from "./page.ts";
import type { Session } from "./store.ts";

/** Those who appear in most occurrences first. */
export async function actorPage(session: Session, process: string, { after, limit }: Page) {
  const from = readCursor(after, 1);
  const { rows } = await sql<ActorName & { occurrences: number; foundAs: string[] }>`
    select id, name, kind, country, occurrences, body -> 'foundAs' as "foundAs"
    from (select distinct on (id) * from actors where process = ${process} order by id, occurrences desc) as a
    where ${from ? sql`occurrences < ${from.keys[0]}::float8 or (occurrences = ${from.keys[0]}::float8 and id > ${from.id})` : sql`true`}
    order by occurrences desc, id limit ${limit + 1}`.execute(session);
  const { rows: counted } = await sql<{ total: number }>`
    select count(distinct id)::int as total from actors where process = ${process}`.execute(session);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    actors: rows.slice(0, limit),
    total: counted[0]?.total ?? 0,
    next: last ? cursor({ keys: [last.occurrences], id: last.id }) : null,
  };
}

/** The actor with the occurrences it appears in, newest first and at most 500 of each; null where nobody tells of it. */
export async function findActor(session: Session, process: string, id: string) {
  const { rows } = await sql<{ body: Actor }>`
    select body from actors where process = ${process} and id = ${id} order by occurrences desc limit 1`.execute(
    session,
  );
  const actor = rows[0]?.body;
  if (!actor) return null;
  const all = await latest(session, process, { actor: id }, 1500);
  const of = (kind: (name: string) => boolean) =>
    all.filter((occurrence) => kind(occurrence.kind)).slice(0, 500);
  const view = {
    contacts: of((kind) => kind === "contact"),
    positions: of((kind) => kind === "position"),
    others: of((kind) => kind !== "contact" && kind !== "position"),
  };
  const offices = actor.offices.map((office) => office.of);
  return {
    actor,
    ...view,
    ...(await namesOf(session, process, Object.values(view).flat(), [...offices, id])),
  };
}
