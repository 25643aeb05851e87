/**
 * Generated processes, roles and records: who sits where on a day is reckoned once in SQL and once here from the states,
 * and what each person then sees in the database is what the predicate allows, with something hidden to be missed.
 */
import type { Delegation, Member } from "@parley/protocol";
import {
  type Audience,
  canSee,
  delegation as delegations,
  delegationsOnly,
  type Seat,
  seated,
  tokensOf,
} from "@parley/record";
import fc from "fast-check";
import { sql } from "kysely";
import type { Pool } from "pg";
import { expect, it } from "vitest";
import { projectDelegation, type Store, seatsOf } from "../src/index.ts";

const ACCOUNTS = ["x", "y", "z"];
const DAYS = ["2026-03-01", "2026-03-02", "2026-03-03"] as const;
const IDS = ["n", "s", "m", "p"];
const PROCESSES = ["hill", "river"];

type Standing = Extract<delegations.State, { status: "standing" }>;

const members: fc.Arbitrary<Member[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("1", "2", "3"),
    account: fc.option(fc.constantFrom(...ACCOUNTS)),
    name: fc.constant("Somebody"),
    function: fc.constant(""),
    lead: fc.boolean(),
    from: fc.constantFrom(...DAYS),
    to: fc.option(fc.constantFrom(...DAYS)),
  }),
  { selector: (member) => member.id },
);

/** A delegation id names its process, as ids are unique over all of them. */
const standing = (process: string, id: string): fc.Arbitrary<Standing> =>
  fc.record({
    status: fc.constant("standing" as const),
    id: fc.constant(`${process}-${id}`),
    process: fc.constant(process),
    name: fc.constant(id),
    capacity: fc.constantFrom("party", "mediator", "observer", "press", "secretariat"),
    represents: fc.constant([]),
    mandate: fc.constant(""),
    together: fc.subarray(IDS.filter((other) => other !== id).map((other) => `${process}-${other}`)),
    knownTo: fc.option(fc.subarray(IDS.map((other) => `${process}-${other}`))),
    members,
    invited: fc.constant([]),
    closed: fc.option(fc.constant("over"), { freq: 6 }),
  });

const world = fc.tuple(
  ...PROCESSES.flatMap((process) => IDS.map((id) => standing(process, id))),
) as unknown as fc.Arbitrary<Standing[]>;

const records: fc.Arbitrary<Audience[]> = fc.array(
  fc.oneof(
    fc.constant<Audience>({ kind: "public" }),
    fc.constantFrom(...PROCESSES).map((process): Audience => ({ kind: "process", process })),
    fc
      .uniqueArray(fc.constantFrom(...PROCESSES.flatMap((process) => IDS.map((id) => `${process}-${id}`))), {
        minLength: 1,
        maxLength: 3,
      })
      .map(delegationsOnly),
  ),
  { minLength: 3, maxLength: 10 },
);

/** The same from the states, by the words of R13. */
function seatsByHand(all: Delegation[], account: string, day: string): Seat[] {
  const open = all.filter((one) => one.closed === null);
  const own = open.flatMap((one) =>
    one.members
      .filter((m) => m.account === account && m.from <= day && (m.to === null || m.to >= day))
      .map((m) => ({ process: one.process, delegation: one.id, capacity: one.capacity, lead: m.lead })),
  );
  const joint = open
    .filter((one) => own.some((seat) => one.together.includes(seat.delegation)))
    .map((one) => ({ process: one.process, delegation: one.id, capacity: one.capacity, lead: false }));
  return [...own, ...joint];
}

const asSet = (seats: Seat[]) => [...new Set(seats.map((seat) => JSON.stringify(seat)))].sort();
const inOrder = (seat: Seat): Seat => ({
  process: seat.process,
  delegation: seat.delegation,
  capacity: seat.capacity,
  lead: seat.lead,
});

export function seats(name: string, open: () => Promise<{ store: Store; owner: Pool }>): void {
  it(`[R13] [S13] ${name}: in generated processes everybody sits where the states say and sees what the predicate allows`, async () => {
    const { store, owner } = await open();
    let hidden = 0;
    await fc.assert(
      fc.asyncProperty(world, records, fc.constantFrom(...DAYS), async (all, audiences, day) => {
        await owner.query("truncate parley.delegations, parley.members, parley.documents");
        await store.asMachine(async (session) => {
          for (const one of all) await projectDelegation(session, one, "r");
          for (const [i, audience] of audiences.entries())
            await sql`insert into documents (process, id, agencies, claims, added_at, published_ms, body, folded, audience)
              values ('hill', ${String(i)}, '{}', 0, ${day}, 0, '{}', '', ${tokensOf(audience)})`.execute(
              session,
            );
        });
        for (const account of ACCOUNTS) {
          const held = await store.atDoor((session) => seatsOf(session, account, day));
          expect(asSet(held.map(inOrder))).toEqual(asSet(seatsByHand(all, account, day).map(inOrder)));
          const viewer = seated(account, held);
          const seen = await store.as(viewer, async (session) => ({
            delegations: (await sql<{ id: string }>`select id from delegations`.execute(session)).rows,
            members: (
              await sql<{ id: string }>`select delegation || '/' || id as id from members`.execute(session)
            ).rows,
            records: (await sql<{ id: string }>`select id from documents`.execute(session)).rows,
          }));
          const ids = (rows: { id: string }[]) => rows.map((row) => row.id).sort();
          const known = all.filter((one) => canSee(viewer, delegations.audienceOf(one)));
          expect(ids(seen.delegations)).toEqual(known.map((one) => one.id).sort());
          expect(ids(seen.members)).toEqual(
            known.flatMap((one) => one.members.map((member) => `${one.id}/${member.id}`)).sort(),
          );
          const allowed = audiences.flatMap((audience, i) => (canSee(viewer, audience) ? [String(i)] : []));
          expect(ids(seen.records)).toEqual(allowed.sort());
          hidden += audiences.length - allowed.length + all.length - known.length;
        }
      }),
      { numRuns: 30, seed: 20261123 },
    );
    expect(hidden).toBeGreaterThan(100);
  });
}
