/**
 * The rule of who sees what is stated twice, as `canSee` and as row-level security. Generated audiences and viewers hold
 * the two equal on every table a viewer may read, and the owner confirms that there was something to hide.
 */
import type { Audience, Viewer } from "@parley/record";
import { canSee, NOBODY, tokensOf } from "@parley/record";
import fc from "fast-check";
import { sql } from "kysely";
import type { Pool } from "pg";
import { beforeAll, expect, it } from "vitest";
import type { Session, Store } from "../src/index.ts";

const PROCESSES = ["talks", "arm", 'odd "name", {x}'];
const DELEGATIONS = ["arm", "aze", "talks", 'odd "name", {x}', "back\\slash"];

const audiences: fc.Arbitrary<Audience> = fc.oneof(
  fc.constant<Audience>({ kind: "public" }),
  fc.constantFrom(...PROCESSES).map((process): Audience => ({ kind: "process", process })),
  fc
    .uniqueArray(fc.constantFrom(...DELEGATIONS), { minLength: 1 })
    .map(
      (delegations): Audience => ({ kind: "delegations", delegations: delegations as [string, ...string[]] }),
    ),
);
const viewers: fc.Arbitrary<Viewer> = fc.record({
  id: fc.constant("v"),
  capacity: fc.constant("party" as const),
  seats: fc.constant([]),
  everything: fc.oneof(
    { weight: 9, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  processes: fc.subarray(PROCESSES),
  delegations: fc.subarray(DELEGATIONS),
});

const uuid = (id: string) => `00000000-0000-7000-8000-${id.padStart(12, "0")}`;

/** Every table with an audience, and how to put a row into it that says no more than its id. */
const TABLES: Record<string, (id: string, audience: string[]) => { columns: string; values: unknown[] }> = {
  events: (id, audience) => ({
    columns: "process, stream, version, id, type, payload, author, capacity, at, audience, command, hash",
    values: ["p", id, 1, uuid(id), "t", "{}", "a", "party", "2026-01-01", audience, uuid(id), "h"],
  }),
  processes: (id, audience) => ({
    columns: "id, name, description, parties, mediators, created_at, audience",
    values: [id, "n", "", [], [], "2026-01-01", audience],
  }),
  sources: (id, audience) => ({
    columns: "process, content, source, audience",
    values: ["p", id, "{}", audience],
  }),
  jobs: (id, audience) => ({
    columns: "id, process, command, author, started_at, audience",
    values: [uuid(id), id, uuid(id), "a", "2026-01-01", audience],
  }),
  job_items: (id, audience) => ({
    columns: "job, item, process, name, state, content, audience",
    values: [uuid("0"), id, "p", "n", "queued", id, audience],
  }),
  documents: (id, audience) => ({
    columns: "process, id, agencies, claims, added_at, published_ms, body, folded, audience",
    values: ["p", id, [], 0, "2026-01-01", 0, "{}", "heliotrope", audience],
  }),
  occurrences: (id, audience) => ({
    columns:
      "process, id, kind, status, background, judgement, confidence, sort_ms, uncertain, unsure, who, label, quote, document, documents, accounts, body, possibly_same, digest, audience",
    values: [
      "p",
      id,
      "contact",
      "happened",
      false,
      "proposed",
      1,
      0,
      false,
      false,
      [],
      "",
      "",
      "",
      0,
      0,
      "{}",
      "[]",
      "",
      audience,
    ],
  }),
  claims: (id, audience) => ({
    columns: "process, id, document, start, body, folded, digest, audience",
    values: ["p", id, "d", 0, "{}", "heliotrope", "", audience],
  }),
  actors: (id, audience) => ({
    columns: "process, id, name, kind, occurrences, body, folded, digest, audience",
    values: ["p", id, "n", "person", 0, "{}", "heliotrope", "", audience],
  }),
  places: (id, audience) => ({
    columns: "process, id, name, body, digest, audience",
    values: ["p", id, "n", "{}", "", audience],
  }),
  delegations: (id, audience) => ({
    columns: "process, id, name, capacity, together, closed, body, revision, audience",
    values: ["p", id, "n", "party", [], false, "{}", "", audience],
  }),
  members: (id, audience) => ({
    columns: "process, delegation, id, name, lead, from_day, audience",
    values: ["p", "d", id, "n", false, "2026-01-01", audience],
  }),
  contacts: (id, audience) => ({
    columns: "process, id, open, at_ms, body, revision, audience",
    values: ["p", id, true, 0, "{}", "", audience],
  }),
  readouts: (id, audience) => ({
    columns: "process, id, contact, delegation, state, body, revision, audience",
    values: ["p", id, "c", "d", "draft", "{}", "", audience],
  }),
  publications: (id, audience) => ({
    columns: "process, id, contact, delegation, published_at, body, revision, audience",
    values: ["p", id, "c", "d", "2026-01-01", "{}", "", audience],
  }),
  readout_rules: (id, audience) => ({
    columns: "process, delegation, approval, revision, audience",
    values: ["p", id, "lead", "", audience],
  }),
  points: (id, audience) => ({
    columns: "process, id, contact, state, body, revision, audience",
    values: ["p", id, "c", "open", "{}", "", audience],
  }),
  namings: (id, audience) => ({
    columns: "process, scope, of, language, name, audience",
    values: ["p", "", id, "en", "n", audience],
  }),
  channels: (id, audience) => ({
    columns: "process, id, kind, name, closed, body, revision, audience",
    values: ["p", id, "joint", "", false, "{}", "", audience],
  }),
  messages: (id, audience) => ({
    columns:
      "process, id, channel, delegation, author, at, ordered, changed, content, versions, withdrawn, carried_on, revision, audience",
    values: ["p", id, "c", "d", "a", "2026-01-01", Number(id), 0, "h", 1, false, false, "", audience],
  }),
  contents: (id, audience) => ({
    columns: "process, hash, message, version, author, at, body, folded, audience",
    values: ["p", id, "m", 1, "a", "2026-01-01", "{}", "heliotrope", audience],
  }),
  channel_reads: (id, audience) => ({
    columns: "process, channel, delegation, ordered, at, audience",
    values: ["p", "c", id, 0, "2026-01-01", audience],
  }),
  carriages: (id, audience) => ({
    columns: "process, message, channel, from_message, from_channel, at, audience",
    values: ["p", id, "c", "m", "d", "2026-01-01", audience],
  }),
  files: (id, audience) => ({
    columns: "process, message, sha256, name, type, size, preview, sent, at, parts, audience",
    values: ["p", id, "h", "n", "t", 0, false, true, "2026-01-01", uuid(id), audience],
  }),
  private_agendas: (id, audience) => ({
    columns: "process, contact, delegation, body, revision, audience",
    values: ["p", "c", id, "[]", "", audience],
  }),
  working_times: (id, audience) => ({
    columns: "process, delegation, body, revision, audience",
    values: ["p", id, "{}", "", audience],
  }),
  contact_reports: (id, audience) => ({
    columns: "process, contact, body, revision, audience",
    values: ["p", id, "[]", "", audience],
  }),
  former_occurrences: (id, audience) => ({
    columns: "process, id, claims, audience",
    values: ["p", id, [], audience],
  }),
};
/** Secrets and keys, which have no audience: the door's alone. */
const DOOR = [
  ...["installation", "accounts", "passkeys", "recovery_codes", "sessions", "devices", "tokens"],
  ...["invitations", "challenges", "tries", "door_log", "calendar_feeds"],
];
/** No viewer's and not the door's. */
const MACHINE = ["readings", "mail_addresses", "mails", "reminders"];
const KEY: Record<string, string> = {
  events: "stream",
  private_agendas: "delegation",
  working_times: "delegation",
  contact_reports: "contact",
  sources: "content",
  namings: "of",
  job_items: "content",
  contents: "hash",
  channel_reads: "delegation",
  carriages: "message",
  files: "message",
  jobs: "process",
  readout_rules: "delegation",
};
const JOB = `insert into parley.jobs (id, process, command, author, started_at, audience)
  values ('${uuid("0")}', 'p', '${uuid("0")}', 'a', '2026-01-01', '{public}') on conflict do nothing`;
/** Tables whose counts search would give away. */
const SEARCHED = ["documents", "claims", "actors", "contents"];

export function visibility(name: string, open: () => Promise<{ store: Store; owner: Pool }>): void {
  beforeAll(async () => {
    await open();
  }, 120_000);

  it.each(Object.keys(TABLES))(
    `[S13] ${name}: in %s a viewer sees the rows the predicate allows, and no others`,
    async (table) => {
      const { store, owner } = await open();
      await fc.assert(
        fc.asyncProperty(
          fc.array(audiences, { minLength: 1, maxLength: 12 }),
          fc.array(viewers, { minLength: 1, maxLength: 4 }),
          async (all, lookers) => {
            await owner.query(`truncate parley.${table} cascade`);
            if (table === "job_items") await owner.query(JOB);
            for (const [i, audience] of all.entries()) {
              const { columns, values } = TABLES[table]!(String(i), tokensOf(audience));
              const holes = values.map((_, n) => `$${n + 1}`).join(", ");
              await owner.query(`insert into parley.${table} (${columns}) values (${holes})`, values);
            }
            const { rows: whole } = await owner.query(`select 1 from parley.${table}`);
            expect(whole.length).toBe(all.length);
            for (const viewer of [...lookers, NOBODY]) {
              const allowed = all
                .flatMap((audience, i) => (canSee(viewer, audience) ? [String(i)] : []))
                .sort();
              const seen = await store.as(viewer, async (session) => ({
                rows: (
                  await sql<{
                    id: string;
                  }>`select ${sql.ref(KEY[table] ?? "id")} as id from ${sql.table(table)}`.execute(session)
                ).rows,
                counted: (
                  await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
                    session,
                  )
                ).rows[0]!.n,
                found: SEARCHED.includes(table)
                  ? (
                      await sql`select 1 from ${sql.table(table)} where search @@ to_tsquery('simple', 'heliotrope')`.execute(
                        session,
                      )
                    ).rows.length
                  : null,
              }));
              expect(seen.rows.map((row) => row.id).sort()).toEqual(allowed);
              expect(seen.counted).toBe(allowed.length);
              if (seen.found !== null) expect(seen.found).toBe(allowed.length);
            }
          },
        ),
        { numRuns: 25, seed: 20260107 },
      );
    },
  );

  it(`[S13] ${name}: every table with an audience is under row-level security, and readings and queue are no viewer's`, async () => {
    const { store, owner } = await open();
    const { rows } = await owner.query<{ name: string; secured: boolean }>(
      `select c.relname as name, c.relrowsecurity as secured from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'parley' and c.relkind = 'r' and c.relname <> 'migrations'`,
    );
    expect(rows.filter((row) => !row.secured)).toEqual([]);
    const covered = [...Object.keys(TABLES), ...DOOR, ...MACHINE, "file_parts", "visits"];
    expect(rows.map((row) => row.name).sort()).toEqual(covered.sort());
    const officer: Viewer = { ...NOBODY, everything: true };
    for (const table of MACHINE)
      await expect(
        store.as(officer, (session) => sql`select 1 from ${sql.table(table)}`.execute(session)),
        table,
      ).rejects.toMatchObject({ code: "42501" });
  });

  it(`[S23] ${name}: no viewer and not the machine reads at the door, and the door reads nothing of the record`, async () => {
    const { store } = await open();
    const officer: Viewer = { ...NOBODY, everything: true };
    const select = (table: string) => (session: Session) =>
      sql`select 1 from ${sql.table(table)}`.execute(session);
    const denied = { code: "42501" };
    for (const table of DOOR) {
      await expect(store.as(officer, select(table)), table).rejects.toMatchObject(denied);
      await expect(store.asMachine(select(table)), table).rejects.toMatchObject(denied);
      await store.atDoor(select(table));
    }
    for (const table of [...Object.keys(TABLES), ...MACHINE])
      if (table !== "members" && table !== "delegations")
        await expect(store.atDoor(select(table)), table).rejects.toMatchObject(denied);
  });

  it(`[S17] ${name}: nothing of a viewer stays on the connection`, async () => {
    const { store } = await open();
    const officer: Viewer = { ...NOBODY, everything: true };
    await store.as(officer, async () => {});
    const settings = await store.asMachine(async (session) => {
      const { rows } = await sql<{ everything: string; role: string }>`
        select current_setting('parley.everything') as everything, current_user::text as role`.execute(
        session,
      );
      return rows[0];
    });
    expect(settings).toEqual({ everything: "off", role: "parley_machine" });
  });
}
