import { join } from "node:path";
import { delegation, replay } from "@parley/record";
import { openStore, projectDelegation, type Store } from "@parley/store";
import { addAccount, closeAccount } from "@parley/store/door";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DESK_OFFICER } from "../viewer.ts";
import { viewerById } from "./viewer-by-id.ts";

const AT = "2026-03-01T09:00:00.000Z";
let store: Store;
let now = new Date(AT);
const ask = (id: string, shared = true) => viewerById({ store, now: () => now, shared }, id);

beforeAll(async () => {
  store = await openStore({ db: join(import.meta.dirname, "../../../../db"), folder: null });
  await store.atDoor((session) =>
    addAccount(session, {
      id: "ada",
      name: "Ada",
      login: "ada-1",
      administrator: true,
      opens: false,
      at: AT,
    }),
  );
  const facts: delegation.DelegationFact[] = [
    {
      type: "delegation-founded",
      payload: {
        ...{ id: "north", process: "talks", name: "North", capacity: "party", represents: [], mandate: "" },
        ...{ together: [], knownTo: null },
      },
    },
    {
      type: "member-seated",
      payload: {
        ...{
          id: "m",
          account: "ada",
          name: "Ada",
          function: "",
          lead: true,
          from: "2026-01-01",
          to: "2026-03-01",
        },
      },
    },
  ];
  await store.asMachine((session) =>
    projectDelegation(session, replay(facts, delegation.evolve, delegation.initialState), "r"),
  );
}, 120_000);
afterAll(() => store?.close());

it("[R46] an account sees through the seats that it holds on the day of asking, and through no others", async () => {
  expect(await ask("ada")).toMatchObject({ delegations: ["north"], processes: ["talks"], everything: false });
  now = new Date("2026-03-02T00:00:00Z");
  expect(await ask("ada")).toMatchObject({ delegations: [], processes: [], everything: false });
  now = new Date(AT);
});

it("[R46] a closed account is nobody, and the one person of a laptop is nobody where people sign in", async () => {
  expect(await ask("bo")).toBeNull();
  expect(await ask(DESK_OFFICER.id)).toBeNull();
  expect(await ask(DESK_OFFICER.id, false)).toBe(DESK_OFFICER);
  expect(await ask("ada", false)).toBeNull();
  await store.atDoor((session) => closeAccount(session, "ada", AT));
  expect(await ask("ada")).toBeNull();
});
